// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"

namespace tideline {

/// The design's cluster on machines of one price.
struct NodeChoice {
    std::string price, title;
    Exact hourly;            ///< dollars an hour of one node, discounts applied
    double meanNodes = 0;    ///< over the hours of a week
    double peakNodes = 0;    ///< of the busiest hour
    double leastPeakNodes = 0;  ///< no packing of that hour needs fewer
    double oversized = 0;    ///< pods that no such node can hold; more than 0 = it cannot serve
    Money monthly;           ///< of the whole design as drawn
    Exact exact;
    bool isChosen = false;   ///< the one that the design has now
};

/// Every machine of the book on which the cluster can run, of the same provider, the cheapest design first; those that
/// cannot hold a pod stand last. `arch` "arm64" or "amd64" keeps to images of one kind; empty = both. Numbers of nodes
/// set by hand are left aside: each choice gets the nodes that its pods need.
std::vector<NodeChoice> nodeChoices(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                    std::string_view arch = {});

}  // namespace tideline
