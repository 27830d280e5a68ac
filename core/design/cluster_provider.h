// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace tideline {

/// Who runs clusters of some flavours, and sells their nodes.
struct ClusterProvider {
    std::string_view title;
    std::string_view prices;        ///< beginning of its price keys: "aws."
    std::string_view standardNode;  ///< price key of the node that a new cluster takes
};

/// Of a flavour of ClusterSettings; AWS where it is not known. K3s runs anywhere, and is reckoned on machines of AWS.
const ClusterProvider& clusterProvider(std::string_view flavour);

/// Whether a price is one of another provider than that of the flavour. Prices of a person's own are nobody's.
bool isForeignNode(std::string_view flavour, std::string_view nodePrice);

}  // namespace tideline
