// SPDX-License-Identifier: Apache-2.0
#include "core/cost/crossovers.h"

#include "core/cost/curve_placement.h"
#include "core/figures/design_model.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

#include <array>
#include <random>

using namespace tideline;

namespace {

constexpr std::int64_t kMost = 260;

/// Prices at which a few hundred requests decide, with tiers and free amounts in reach.
PriceBook steepPrices(std::mt19937& chance) {
    PriceBook book = test::shippedPrices();
    for (Price& price : book.prices) {
        if (price.key.starts_with("aws.lambda.gb-seconds")) {
            const Exact first = 20'000 + static_cast<int>(chance() % 200'000);
            price.tiers = {{first, exactOf(0.0006)}, {first * 3, exactOf(0.0003)}, {std::nullopt, exactOf(0.00045)}};
            price.freePerMonth = 10'000 + static_cast<int>(chance() % 90'000);
        } else if (price.key == "cloudflare.workers.requests") {
            price.per = 1;
            price.includedPerMonth = static_cast<int>(chance() % 200);
        } else if (price.key == "aws.transfer.out") {
            price.tiers = {{Exact(static_cast<int>(chance() % 60)), exactOf(0.9)}, {std::nullopt, exactOf(0.4)}};
        }
    }
    return book;
}

Design randomDesign(std::mt19937& chance, int others = 0) {
    constexpr std::array<const char*, 3> kKinds{"http-api", "webhook-handler", "queue-worker"};
    test::DesignBuilder builder;
    const int services = 1 + static_cast<int>(chance() % 3);
    for (int at = 0; at < services; ++at) {
        const double durationMs = 50'000 + static_cast<double>(chance() % 20) * 40'000;
        builder.service("s" + std::to_string(at), kKinds[chance() % kKinds.size()], Host::Function,
                        {{"durationMs", durationMs},
                         {"cpuMs", static_cast<double>(chance() % 20'000)},
                         {"functionMemoryMb", 1024.0 * static_cast<double>(1 + chance() % 10)},
                         {"concurrency", 1.0},
                         {"responseKb", static_cast<double>(chance() % 4) * 1e6},
                         {"frontDoor", std::string("none")}});
        if (at > 0) {
            builder.call("s" + std::to_string(at - 1), "s" + std::to_string(at),
                         static_cast<double>(1 + chance() % 30) / 10);
        }
    }
    constexpr std::array<const char*, 3> kProfiles{"steady", "business-hours", "spiky"};
    for (int at = 0; at < others; ++at) {
        // What cannot be a component, nor some of it a pod: two curves have it alike.
        const std::string id = "t" + std::to_string(at);
        builder.service(id, at == 0 ? "email-sender" : "workflow", Host::Function,
                        {{"durationMs", static_cast<double>(1 + chance() % 9) * 90'000}});
        builder.call("s0", id, static_cast<double>(1 + chance() % 50));
    }
    Design design = builder.entry("s0", 100, kProfiles[chance() % 3]).design;
    design.settings.freeAmounts = chance() % 2 == 0;
    design.settings.cluster.autoscaled = chance() % 2 == 0;
    design.settings.cluster.billing = chance() % 3 == 0 ? "pods" : "nodes";
    design.settings.cluster.nodePrice = "aws.ec2.t3-medium";
    if (chance() % 3 == 0) {
        design.settings.cluster.nodes = 2;
    }
    return design;
}

struct Placed {
    std::vector<std::unique_ptr<BillModel>> models;
    std::vector<Contender> contenders;
};

Placed placed(DesignModel& design) {
    Placed all;
    for (const CurveKind& kind : curveKinds()) {
        const CurvePlacement placement = placedOn(kind, design.cost());
        if (placement.movedSome) {
            all.models.push_back(std::make_unique<BillModel>(design.shelf(), placement.hosts));
            all.contenders.push_back({std::string(kind.key), std::string(kind.subject), all.models.back().get()});
        }
    }
    return all;
}

using Found = std::tuple<std::int64_t, std::string, std::string>;

/// Every whole number, one after the other, in exact arithmetic.
std::vector<Found> byBruteForce(const Placed& all, std::vector<CheapestInterval>& cheapest) {
    std::vector<Found> found;
    std::vector<std::vector<Exact>> bills(all.contenders.size());
    for (std::size_t at = 0; at < all.contenders.size(); ++at) {
        for (std::int64_t n = 1; n <= kMost; ++n) {
            BillModel& model = *all.contenders[at].model;
            bills[at].push_back(model.exactAt({static_cast<double>(n), model.model().drawnRequests}));
        }
    }
    std::size_t holder = 0;
    for (std::size_t n = 0; n < kMost; ++n) {
        for (std::size_t a = 0; a < bills.size(); ++a) {
            for (std::size_t b = 0; b < bills.size(); ++b) {
                if (n > 0 && a != b && bills[b][n] < bills[a][n] && bills[b][n - 1] >= bills[a][n - 1]) {
                    found.emplace_back(n + 1, all.contenders[a].key, all.contenders[b].key);
                }
            }
        }
        std::size_t best = n == 0 ? 0 : holder;
        for (std::size_t at = 0; at < bills.size(); ++at) {
            best = bills[at][n] < bills[best][n] ? at : best;
        }
        if (n == 0 || best != holder) {
            holder = best;
            cheapest.push_back({Exact(n + 1), all.contenders[best].key});
        }
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace

TEST_CASE("crossovers of random designs are those that brute force finds") {
    std::size_t crossovers = 0;
    for (unsigned seed = 1; seed <= 24; ++seed) {
        INFO("seed " << seed);
        std::mt19937 chance(seed);
        const PriceBook prices = steepPrices(chance);
        const Design design = randomDesign(chance, seed > 16 ? 1 + static_cast<int>(seed % 2) : 0);
        DesignModel model(design, test::shippedCatalog(), prices);
        const Placed all = placed(model);
        std::vector<CheapestInterval> cheapest;
        const std::vector<Found> expected = byBruteForce(all, cheapest);
        const Comparison comparison = compared(all.contenders, 1, kMost);
        std::vector<Found> actual;
        for (const Crossover& crossover : comparison.crossovers) {
            actual.emplace_back(static_cast<std::int64_t>(approximately(crossover.requestsPerMonth)), crossover.from,
                                crossover.to);
        }
        CHECK(actual == expected);
        REQUIRE(comparison.cheapest.size() == cheapest.size());
        for (std::size_t at = 0; at < cheapest.size(); ++at) {
            CHECK(comparison.cheapest[at].curve == cheapest[at].curve);
            CHECK(comparison.cheapest[at].fromRequests == cheapest[at].fromRequests);
        }
        crossovers += actual.size();
    }
    CHECK(crossovers > 10);  // the designs are steep enough for the test to say something
}

TEST_CASE("regions of random designs as drawn are those that brute force finds") {
    std::size_t ownRegions = 0;
    for (unsigned seed = 30; seed <= 45; ++seed) {
        INFO("seed " << seed);
        std::mt19937 chance(seed);
        const PriceBook prices = steepPrices(chance);
        Design design = randomDesign(chance);
        Service first = *design.services.find({"s0"});
        first.host = Host::Kubernetes;  // a hybrid, so that it differs from all the others
        design.services.put(first);
        DesignModel model(design, test::shippedCatalog(), prices);
        Placed all = placed(model);
        std::vector<CheapestInterval> cheapest;
        byBruteForce(all, cheapest);
        BillModel drawn(model.shelf(), drawnHosts(model.cost()));
        std::vector<CheapestInterval> expected;
        std::size_t held = 0;
        for (std::int64_t n = 1; n <= kMost; ++n) {
            const LoadFactor x(static_cast<double>(n), 100);
            held += held + 1 < cheapest.size() && cheapest[held + 1].fromRequests == n ? 1 : 0;
            const auto& holder = *std::ranges::find(all.contenders, cheapest[held].curve, &Contender::key);
            const std::string key = drawn.exactAt(x) < holder.model->exactAt(x) ? "as-designed" : holder.key;
            if (expected.empty() || expected.back().curve != key) {
                expected.push_back({Exact(n), key});
            }
        }
        const std::vector<CheapestInterval> regions =
            envelopeWith({"as-designed", "The design", &drawn}, all.contenders, cheapest, kMost);
        REQUIRE(regions.size() == expected.size());
        for (std::size_t at = 0; at < expected.size(); ++at) {
            CHECK(regions[at].curve == expected[at].curve);
            CHECK(regions[at].fromRequests == expected[at].fromRequests);
            ownRegions += regions[at].curve == "as-designed" ? 1 : 0;
        }
    }
    CHECK(ownRegions > 0);
}

TEST_CASE("bills in floating point are those of exact arithmetic") {
    for (unsigned seed = 100; seed < 106; ++seed) {
        INFO("seed " << seed);
        std::mt19937 chance(seed);
        const PriceBook prices = steepPrices(chance);
        const Design design = randomDesign(chance);
        DesignModel model(design, test::shippedCatalog(), prices);
        const Placed all = placed(model);
        for (const Contender& contender : all.contenders) {
            for (const double requests : {1.0, 17.0, 99.5, 1234.0, 55'555.0}) {
                const LoadFactor x(requests, 100);
                CHECK(contender.model->at(x).dollars == Approx(approximately(contender.model->exactAt(x))));
            }
        }
    }
}
