// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/base/source_text.h"
#include "core/catalog/service_kind.h"

#include <span>

namespace tideline {

/// The kinds of service there are, in the order of the palette: by group (the seven of the vocabulary), then by the
/// order of templates/kinds/order.yaml within it.
class Catalog {
public:
    /// Reads and checks kind files against the closed vocabularies (meters, conditions, parts, triggers). The file whose
    /// name ends in "order.yaml" gives the order; kinds that it does not name follow by key. Errors name file, line and
    /// column. That every price exists is checked by `checkPrices` in core/cost.
    static Result<Catalog> read(std::span<const SourceText> kindFiles);

    /// Null where there is no such kind.
    const ServiceKind* find(std::string_view key) const;
    std::span<const ServiceKind> kinds() const { return m_kinds; }
    /// Group titles in palette order, only those that hold a kind.
    std::vector<std::string> groups() const;

private:
    std::vector<ServiceKind> m_kinds;
};

}  // namespace tideline
