// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

#include <span>
#include <string_view>

namespace tideline {

/// A group of lines that `settings.bill.off` may leave out and `settings.bill.fixed` may set by hand (decisions.md 6).
struct BillCategory {
    std::string_view key, title;
};

/// All of them, in the order of a bill; "service" is what belongs to no other.
std::span<const BillCategory> billCategories();
/// Null where there is no such category.
const BillCategory* findBillCategory(std::string_view key);
/// `off` names this service. A name that a category has means the category alone.
bool isServiceOff(const Design& design, const ServiceId& id);
/// The category of a meter's lines, wherever they stand.
std::string_view categoryOfMeter(std::string_view meter);

}  // namespace tideline
