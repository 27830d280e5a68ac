// SPDX-License-Identifier: Apache-2.0
#include "core/figures/published_points.h"

#include "tests/support/catch.h"

namespace tideline {

namespace {

double printed(std::string_view curve, double requests) {
    for (const PublishedPoint& point : publishedPoints()) {
        if (point.curve == curve && point.requestsPerMonth == requests) {
            return point.monthly;
        }
    }
    return -1;
}

}  // namespace

TEST_CASE("the published points are the six rows of the articles' table", "[figures]") {
    CHECK(publishedPoints().size() == 12);
    struct Row {
        double requests, functions, kubernetes;
    };
    // article_cases.json, article-table-100000 to article-table-500000000
    for (const Row& row : {Row{1e5, 0.35, 149}, Row{1e6, 3.5, 149}, Row{1e7, 35, 149}, Row{5e7, 672, 459},
                           Row{1e8, 1340, 459}, Row{5e8, 6700, 920}}) {
        CHECK(printed("all-functions", row.requests) == row.functions);
        CHECK(printed("all-kubernetes", row.requests) == row.kubernetes);
    }
    for (const PublishedPoint& point : publishedPoints()) {
        CHECK_FALSE(point.assumption.empty());
    }
}

}  // namespace tideline
