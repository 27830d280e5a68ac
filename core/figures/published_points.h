// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string_view>

namespace tideline {

/// A number of the articles' table of monthly costs, to be seen beside the curves of a design.
struct PublishedPoint {
    std::string_view curve;  ///< all-kubernetes, all-functions
    double requestsPerMonth = 0;
    double monthly = 0;  ///< dollars, as printed
    std::string_view assumption;  ///< what it was computed for, and what differs from the rows beside it
};

/// Article 002, the table of six loads; by load, functions before Kubernetes. The ids article-table-... of
/// article_cases.json hold the recomputation.
std::span<const PublishedPoint> publishedPoints();

}  // namespace tideline
