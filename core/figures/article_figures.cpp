// SPDX-License-Identifier: Apache-2.0
#include "core/figures/article_figures.h"

#include <algorithm>

namespace tideline {

namespace {

/// One scenario with its bills, by what runs where.
class Scenario {
public:
    Scenario(const Design& design, const Catalog& catalog, const PriceBook& prices)
        : m_design(design), m_catalog(catalog), m_prices(prices), m_drawn(requestsPerMonth(design)) {}

    Bill functions(double requests) const { return billAt(m_design, m_catalog, m_prices, requests); }
    Bill drawn() const { return functions(m_drawn); }
    Bill kubernetes(const Design& design) const {
        return billAt(placedForCurve(design, m_catalog, m_prices, "all-kubernetes"), m_catalog, m_prices, m_drawn);
    }
    Bill kubernetes() const { return kubernetes(m_design); }
    Bill withNodes(double nodes) const {
        Design larger = m_design;
        larger.settings.cluster.nodes = nodes;
        return kubernetes(larger);
    }
    Exact crossover() const {
        for (const Crossover& crossover : curvesOf(m_design, m_catalog, m_prices, {.points = 2}).crossovers) {
            if (crossover.from == "all-functions" && crossover.to == "all-kubernetes") {
                return crossover.requestsPerMonth;
            }
        }
        return 0;
    }

private:
    const Design& m_design;
    const Catalog& m_catalog;
    const PriceBook& m_prices;
    double m_drawn;
};

Exact lineOf(const Bill& bill, std::string_view key) {
    Exact dollars = 0;
    for (const BillLine& line : bill.lines) {
        if (line.key.starts_with(key)) {
            dollars += line.exact;
        }
    }
    return dollars;
}

Exact ratio(const Exact& a, const Exact& b) {
    return b > 0 ? Exact(a / b) : Exact(0);
}

std::vector<ArticleFigure> figuresOfA(const Scenario& scenario) {
    const Bill bill = scenario.drawn();
    const Bill cluster = scenario.kubernetes();
    return {
        {"article-100k-lambda-compute", "Compute of 100,000 requests", "USD", 0.33, lineOf(bill, "api/gbSeconds"),
         "256 MB are a quarter of a GB, so 5,000 GB-s and not 20,000; 0.33 is the price of 1 GB, or of 800 ms."},
        {"article-100k-lambda-requests", "Requests of 100,000 requests", "USD", 0.02, lineOf(bill, "api/requests"),
         "The same; the account's free million would make it 0."},
        {"article-100k-lambda-total", "Functions in total", "USD", 0.35, bill.exact,
         "It follows from the compute line; a REST front door alone would cost exactly 0.35."},
        {"article-eks-small", "Control plane", "USD", 73, lineOf(cluster, "control-plane/"), "The same."},
        {"article-eks-small", "Two t3.medium", "USD", 60, lineOf(cluster, "nodes/"),
         "The article cuts each line to whole dollars."},
        {"article-eks-small", "Load balancer", "USD", 16, lineOf(cluster, "load-balancer/"),
         "Cut to whole dollars; its capacity units are left out."},
        {"article-eks-small", "Small cluster in total", "USD", 149, cluster.exact,
         "Three lines cut to whole dollars; disks, addresses, capacity units, NAT and logs are left out in both."},
        {"article-425x", "Kubernetes against functions", "times", 425, ratio(cluster.exact, bill.exact),
         "425 is 149 / 0.35, the printed totals. With a REST front door it would be 331."},
        {"article-table-100000", "Row of 100,000 requests, functions", "USD", 0.35, scenario.functions(100'000).exact,
         "The compute line again, a factor of 4 too high."},
        {"article-table-1000000", "Row of 1 million requests, functions", "USD", 3.5,
         scenario.functions(1'000'000).exact,
         "0.35 taken ten times. It is the REST front door alone, or 1 GB in place of 256 MB (3.53)."},
        {"article-table-10000000", "Row of 10 million requests, functions", "USD", 35,
         scenario.functions(10'000'000).exact, "0.35 taken a hundred times."},
        {"article-crossover-30-40m", "Crossover, as the footnote describes it", "requests", 30'000'000,
         scenario.crossover(),
         "30 to 40 million needs a REST front door, which the rows leave out (33,123,738); the readings list 38 ways.",
         40'000'000},
        {"article-threshold-50m", "Threshold of the score", "requests", 50'000'000, scenario.crossover(),
         "Three thresholds stand in one text: 30 million, 30 to 40 million, 50 million. None follows from the bills."},
    };
}

std::vector<ArticleFigure> figuresOfB(const Scenario& scenario) {
    const Bill bill = scenario.drawn();
    const Bill cluster = scenario.kubernetes();
    return {
        {"article-50m-lambda", "Compute of 50 million requests", "USD", 417, lineOf(bill, "api/gbSeconds"),
         "Rounded to whole dollars."},
        {"article-50m-lambda", "Requests", "USD", 10, lineOf(bill, "api/requests"), "The same."},
        {"article-50m-lambda", "REST front door", "USD", 175, lineOf(bill, "api/calls"), "The same."},
        {"article-50m-lambda", "Logs", "USD", 25, lineOf(bill, "api/logGb"), "The same: 1 KB a request, 50 GB."},
        {"article-50m-lambda", "NAT gateway", "USD", 45, lineOf(bill, "nat-hours/"),
         "730 hours of one gateway cost 32.85. 45 needs 270 GB through it as well, which the article does not say."},
        {"article-50m-lambda", "Functions in total", "USD", 672, bill.exact,
         "The NAT line, and whole dollars. With an HTTP front door it would be 534.52."},
        {"article-eks-medium", "Three c5.xlarge", "USD", 370, lineOf(cluster, "nodes/"),
         "The article rounds 372.30 to the nearest ten."},
        {"article-eks-medium", "Control plane", "USD", 73, lineOf(cluster, "control-plane/"), "The same."},
        {"article-eks-medium", "Load balancer", "USD", 16, lineOf(cluster, "load-balancer/"), "Cut to whole dollars."},
        {"article-eks-medium", "Medium cluster in total", "USD", 459, cluster.exact, "Rounded lines."},
        {"article-46pct", "Functions against Kubernetes", "times", 1.46, ratio(bill.exact, cluster.exact),
         "1.46 follows from the printed totals, 672 / 459."},
        {"article-table-50000000", "Row of 50 million requests, functions", "USD", 672,
         scenario.functions(50'000'000).exact, "Another workload than in the rows above it: 500 ms and 1 GB."},
        {"article-table-100000000", "Row of 100 million requests, functions", "USD", 1340,
         scenario.functions(100'000'000).exact, "670 taken twice, the hours of the NAT gateway with it."},
        {"article-table-500000000", "Row of 500 million requests, functions", "USD", 6700,
         scenario.functions(500'000'000).exact,
         "670 taken ten times: it leaves out that the front door is cheaper beyond 333 million."},
        {"article-table-920", "Row of 500 million requests, cluster of six nodes", "USD", 920,
         scenario.withNodes(6).exact, "Six nodes cost less, seven more (958.13); 920 is two clusters of 459."},
        {"article-nat-100", "A NAT gateway alone, one zone", "USD", 100, lineOf(bill, "nat-hours/"),
         "True for three zones with 33 GB or more, or for one gateway with 1,493 GB."},
        {"article-crossover-30-40m", "Crossover, printed for 200 ms and 256 MB", "requests", 30'000'000,
         scenario.crossover(),
         "Ours is that of this workload, of which the article says nothing: 34.2 million with these lines; with the "
         "printed sums (NAT 45, cluster 459) it is 33,031,871.",
         40'000'000},
    };
}

bool hasFields(const Service& service, double durationMs, double memoryMb) {
    const auto is = [&service](const char* key, const FieldValue& value) {
        const auto field = service.fields.find(key);
        return field != service.fields.end() && field->second == value;
    };
    return service.host == Host::Function && is("durationMs", durationMs) && is("functionMemoryMb", memoryMb) &&
           is("architecture", std::string("x86_64"));
}

}  // namespace

ArticleScenario scenarioOf(const Design& design) {
    const Service* api = design.services.find({"api"});
    if (api == nullptr || api->kind != "http-api") {
        return ArticleScenario::None;
    }
    const double requests = requestsPerMonth(design);
    if (requests == 100'000 && hasFields(*api, 200, 256)) {
        return ArticleScenario::A;
    }
    return requests == 50'000'000 && hasFields(*api, 500, 1024) ? ArticleScenario::B : ArticleScenario::None;
}

std::vector<ArticleFigure> articleFigures(const Design& design, const Catalog& catalog, const PriceBook& prices) {
    const ArticleScenario which = scenarioOf(design);
    if (which == ArticleScenario::None) {
        return {};
    }
    const Scenario scenario(design, catalog, prices);
    return which == ArticleScenario::A ? figuresOfA(scenario) : figuresOfB(scenario);
}

}  // namespace tideline
