// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/design/design.h"
#include "core/pricing/price_book.h"

#include <set>

namespace tideline {

/// One number that the figures of a design hang on, by the path that files and the command line name it with.
struct DesignInput {
    std::string path;   ///< "services/api/durationMs", "connections/c1/callsPerRequest", "entries/e1/monthly",
                        ///< "cluster/nodes", "prices/aws.lambda.requests"
    std::string title;  ///< "Time per request of 'API'"
    std::string unit;
    double value = 0;
    std::string origin;  ///< "given", "standard (editorial)", the source of a price
    bool isWhole = false;  ///< makes sense only as a whole number: nodes, zones, slots
    std::optional<double> least, most;
};

/// A design with its prices, to be varied. The catalogue stays what it is.
struct Variable {
    Design design;
    PriceBook prices;
};

/// All numbers of the design in the order services, connections, entries, cluster, prices. Of the book, only `priceKeys`.
std::vector<DesignInput> inputsOf(const Variable& subject, const Catalog& catalog,
                                  const std::set<std::string>& priceKeys);

/// Only the input of this path; an error that says what is not there.
Result<DesignInput> inputAt(const Variable& subject, const Catalog& catalog, std::string_view path);

/// Gives the input another value. A price with tiers keeps their proportion: the value is that of its first tier.
/// Values beyond the limits of a field are cut to them.
void setInput(Variable& subject, const DesignInput& input, double value);

}  // namespace tideline
