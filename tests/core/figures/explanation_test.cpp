// SPDX-License-Identifier: Apache-2.0
#include "core/figures/explanation.h"

#include "core/figures/article_figures.h"
#include "core/figures/node_choice.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"
#include "tests/support/shipped_data.h"

using namespace tideline;

namespace {

Variable subject(const Design& design) {
    return {design, test::shippedPrices()};
}

const InputEffect* effectOf(const std::vector<InputEffect>& effects, const std::string& path) {
    const auto at =
        std::ranges::find_if(effects, [&path](const InputEffect& effect) { return effect.input.path == path; });
    return at != effects.end() ? &*at : nullptr;
}

}  // namespace

TEST_CASE("a line is explained by the inputs that make its units and by its price") {
    const Result<LineExplanation> line =
        explainLine(subject(test::scenarioA()), test::shippedCatalog(), "api/gbSeconds");
    REQUIRE(line);
    CHECK(line->line.exact == exactOf(0.0833335));
    REQUIRE(line->price);
    CHECK(line->price->key == "aws.lambda.gb-seconds.x86");
    for (const char* path : {"services/api/durationMs", "services/api/functionMemoryMb", "entries/e1/monthly",
                             "prices/aws.lambda.gb-seconds.x86"}) {
        INFO(path);
        const InputEffect* effect = effectOf(line->effects, path);
        REQUIRE(effect);
        CHECK(effect->elasticity == Approx(1).margin(1e-9));
    }
    CHECK(effectOf(line->effects, "services/api/durationMs")->input.origin == "given");
    CHECK_FALSE(effectOf(line->effects, "services/api/memoryMib"));
    CHECK(line->effects.size() == 4);
}

TEST_CASE("an unknown line is refused with the lines that there are") {
    const Result<LineExplanation> line = explainLine(subject(test::scenarioA()), test::shippedCatalog(), "api/none");
    REQUIRE_FALSE(line);
    CHECK(line.error().message == "the bill has no line 'api/none'; it has api/requests, api/gbSeconds");
}

TEST_CASE("the crossover of scenario A moves with the cluster and against the duration") {
    const Result<CrossoverExplanation> found =
        explainCrossover(subject(test::scenarioA()), test::shippedCatalog(), 145'000'000);
    REQUIRE(found);
    CHECK(found->crossover.requestsPerMonth == 145'316'863);
    CHECK(found->from.exact > found->to.exact);
    CHECK(found->tried == found->inputs);
    // 0.2 + 0.8333 a million: the duration is 80.6 % of it, and one per cent more of it is 1 / 1.00806.
    const InputEffect* duration = effectOf(found->effects, "services/api/durationMs");
    REQUIRE(duration);
    CHECK(duration->elasticity == Approx(-0.8).margin(0.01));
    const InputEffect* node = effectOf(found->effects, "prices/aws.ec2.t3-medium");
    REQUIRE(node);
    CHECK(node->elasticity == Approx(60.736 / 150.161).margin(1e-4));
    const InputEffect* nodes = effectOf(found->effects, "cluster/nodes");
    REQUIRE(nodes);
    CHECK(nodes->changedTo == 3);
    // Exact: three nodes cost 180.529, and the next whole request after 180.529 / 1.03333500e-6.
    CHECK(*nodes->moved == 174'705'203);
    CHECK_FALSE(effectOf(found->effects, "entries/e1/monthly"));
}

TEST_CASE("the scenarios print the articles' figures beside ours") {
    const std::vector<ArticleFigure> a =
        articleFigures(test::scenarioA(), test::shippedCatalog(), test::shippedPrices());
    std::map<std::string_view, Exact> ours;
    for (const ArticleFigure& figure : a) {
        ours[figure.what] = figure.ours;
        CHECK_FALSE(figure.reason.empty());
    }
    CHECK(ours["Compute of 100,000 requests"] == exactOf(0.0833335));
    CHECK(ours["Small cluster in total"] == exactOf(150.161));
    CHECK(approximately(ours["Kubernetes against functions"]) == Approx(1453.1686));
    CHECK(ours["Row of 10 million requests, functions"] == exactOf(10.33335));
    CHECK(ours["Crossover, as the footnote describes it"] == 145'316'863);
    ours.clear();
    for (const ArticleFigure& figure :
         articleFigures(test::scenarioB(), test::shippedCatalog(), test::shippedPrices())) {
        ours[figure.what] = figure.ours;
    }
    CHECK(ours["Functions in total"] == exactOf(659.5175));
    CHECK(ours["Medium cluster in total"] == exactOf(461.725));
    CHECK(ours["Row of 500 million requests, functions"] == exactOf(6182.625));
    CHECK(ours["Row of 500 million requests, cluster of six nodes"] == exactOf(834.025));
    CHECK(approximately(ours["Functions against Kubernetes"]) == Approx(1.42838).margin(1e-5));
    CHECK(articleFigures(test::orderPlatform(), test::shippedCatalog(), test::shippedPrices()).empty());
    Design changed = test::scenarioA();
    changed.entries.put({.id = {"more"}, .service = {"api"}, .monthly = 1});
    CHECK(scenarioOf(changed) == ArticleScenario::None);
}

TEST_CASE("machines are compared by the bill of the whole design") {
    const std::vector<NodeChoice> choices =
        nodeChoices(test::orderPlatform(), test::shippedCatalog(), test::shippedPrices());
    REQUIRE(choices.size() > 30);
    for (std::size_t at = 0; at < choices.size(); ++at) {
        INFO(choices[at].price);
        CHECK(choices[at].peakNodes >= choices[at].leastPeakNodes);
        CHECK(choices[at].meanNodes <= choices[at].peakNodes + 1e-9);
        CHECK((at == 0 || choices[at - 1].exact <= choices[at].exact || choices[at].oversized > 0));
    }
    const auto own = std::ranges::find(choices, true, &NodeChoice::isChosen);
    REQUIRE(own != choices.end());
    const Bill bill = billAt(test::orderPlatform(), test::shippedCatalog(), test::shippedPrices(), 12'650'000);
    CHECK(own->exact == bill.exact);
    CHECK(nodeChoices(test::orderPlatform(), test::shippedCatalog(), test::shippedPrices(), "arm64").size() <
          choices.size());
}
