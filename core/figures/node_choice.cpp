// SPDX-License-Identifier: Apache-2.0
#include "core/figures/node_choice.h"

#include "core/cost/bill_lines.h"
#include "core/cost/curve_placement.h"
#include "core/design/cluster_provider.h"
#include "core/figures/design_model.h"

#include <algorithm>

namespace tideline {

namespace {

NodeChoice choiceOf(const Design& design, const Catalog& catalog, const PriceBook& prices, const Price& price) {
    DesignModel model(design, catalog, prices);
    BillModel bill(model.shelf(), drawnHosts(model.cost()));
    const NodeNeed need = bill.nodes().needAt({});
    const Price& billed = *model.cost().price(price.key);
    NodeChoice choice{.price = price.key, .title = price.title};
    choice.hourly = billed.tiers.front().value / billed.per;
    choice.meanNodes = need.meanNodes;
    choice.peakNodes = need.peakNodes;
    choice.leastPeakNodes = need.leastPeakNodes;
    choice.oversized = need.oversized;
    choice.exact = bill.exactAt({});
    choice.monthly = roundedMoney(choice.exact);
    return choice;
}

}  // namespace

std::vector<NodeChoice> nodeChoices(const Design& design, const Catalog& catalog, const PriceBook& prices,
                                    std::string_view arch) {
    std::vector<NodeChoice> choices;
    Design free = design;
    free.settings.cluster.nodes.reset();
    for (const Price& price : prices.prices) {
        const bool fits = price.node && !price.tiers.empty() && price.node->gpus <= 0 &&
                          price.key.starts_with(clusterProvider(design.settings.cluster.flavour).prices) &&
                          (arch.empty() || price.node->arch == arch);
        if (!fits) {
            continue;
        }
        free.settings.cluster.nodePrice = price.key;
        NodeChoice choice = choiceOf(free, catalog, prices, price);
        choice.isChosen = price.key == design.settings.cluster.nodePrice;
        choices.push_back(std::move(choice));
    }
    std::ranges::stable_sort(choices, [](const NodeChoice& a, const NodeChoice& b) {
        return std::pair(a.oversized > 0, a.exact) < std::pair(b.oversized > 0, b.exact);
    });
    return choices;
}

}  // namespace tideline
