// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill.h"
#include "core/design/design.h"

#include <string>

namespace tideline {

/// A bill and the design that it is for; both must outlive it.
struct BillView {
    const Bill& bill;
    const Design& design;
};

/// For a terminal: lines by service with units and arithmetic, shared lines, totals by host, sources.
std::string billText(const BillView& view);
/// By the contract of cli.md, "JSON of the main results".
std::string billJson(const BillView& view);
std::string billCsv(const BillView& view);
std::string billMarkdown(const BillView& view);

}  // namespace tideline
