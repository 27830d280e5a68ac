// SPDX-License-Identifier: Apache-2.0
#include "core/figures/published_points.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kFunctions = "all-functions";
constexpr std::string_view kKubernetes = "all-kubernetes";
constexpr std::string_view kSmall = "two t3.medium, control plane and load balancer, each cut to whole dollars";
constexpr std::string_view kMedium = "three c5.xlarge, control plane and load balancer";

constexpr std::array kPoints{
    PublishedPoint{kFunctions, 100'000, 0.35, "200 ms and 256 MB; its compute is that of 1 GB, four times too high"},
    PublishedPoint{kKubernetes, 100'000, 149, kSmall},
    PublishedPoint{kFunctions, 1'000'000, 3.5, "the row of 100,000 requests taken ten times"},
    PublishedPoint{kKubernetes, 1'000'000, 149, kSmall},
    PublishedPoint{kFunctions, 10'000'000, 35, "the row of 100,000 requests taken a hundred times"},
    PublishedPoint{kKubernetes, 10'000'000, 149, kSmall},
    PublishedPoint{kFunctions, 50'000'000, 672, "a heavier workload: 500 ms and 1 GB, with REST gateway, logs and NAT"},
    PublishedPoint{kKubernetes, 50'000'000, 459, kMedium},
    PublishedPoint{kFunctions, 100'000'000, 1340,
                   "670 of the row before taken twice, the hours of the NAT gateway too"},
    PublishedPoint{kKubernetes, 100'000'000, 459,
                   "the cluster of 50 million requests at twice the load, without room for peaks"},
    PublishedPoint{kFunctions, 500'000'000, 6700, "670 taken ten times; the gateway is cheaper beyond 333 million"},
    PublishedPoint{kKubernetes, 500'000'000, 920, "two clusters of 459; no whole number of c5.xlarge costs 920"},
};

}  // namespace

std::span<const PublishedPoint> publishedPoints() {
    return kPoints;
}

}  // namespace tideline
