// SPDX-License-Identifier: Apache-2.0
#include "core/design/cluster_provider.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr ClusterProvider kAws{"AWS", "aws.", "aws.ec2.m7g-large"};
constexpr ClusterProvider kGoogle{"Google Cloud", "gcp.", "gcp.compute.e2-medium"};
constexpr ClusterProvider kAzure{"Azure", "azure.", "azure.vm.d2-v3"};
constexpr std::array kProviders{&kAws, &kGoogle, &kAzure};

}  // namespace

const ClusterProvider& clusterProvider(std::string_view flavour) {
    if (flavour.starts_with("gke")) {
        return kGoogle;
    }
    return flavour == "aks" ? kAzure : kAws;
}

bool isForeignNode(std::string_view flavour, std::string_view nodePrice) {
    const ClusterProvider& own = clusterProvider(flavour);
    return flavour != "k3s" && std::ranges::any_of(kProviders, [&](const ClusterProvider* provider) {
               return provider != &own && nodePrice.starts_with(provider->prices);
           });
}

}  // namespace tideline
