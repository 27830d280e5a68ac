// SPDX-License-Identifier: Apache-2.0
#include "core/figures/readings.h"

#include "core/cost/plain_number.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

// Four clusters, each against nine workloads, and two slopes of the printed table (article_cases.json, crossover_grid).
constexpr std::array kReadings{
    Reading{"R01", "200 ms, 256 MB, function alone against the cluster at 149 as printed", 144.1933},
    Reading{"R02", "200 ms, 256 MB, REST front door against the cluster at 149 as printed", 32.8676},
    Reading{"R03", "200 ms, 256 MB, REST front door, free amounts against the cluster at 149 as printed", 34.3823},
    Reading{"R04", "200 ms, 256 MB, HTTP front door against the cluster at 149 as printed", 73.2786},
    Reading{"R05", "200 ms, 256 MB, REST front door, 1 KB of logs against the cluster at 149 as printed", 29.6026},
    Reading{"R06", "200 ms, 256 MB, REST front door, 1 KB of logs, NAT at 32.85 against the cluster at 149 as printed",
            23.0762},
    Reading{"R07", "500 ms, 1 GB, function alone against the cluster at 149 as printed", 17.4609},
    Reading{"R08",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 45 as printed against the cluster at 149 as printed",
            8.2979},
    Reading{"R09", "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 32.85 against the cluster at 149 as printed",
            9.2673},
    Reading{"R10", "200 ms, 256 MB, function alone against two t3.medium at list price, 150.161", 145.3169},
    Reading{"R11", "200 ms, 256 MB, REST front door against two t3.medium at list price, 150.161", 33.1237},
    Reading{"R12", "200 ms, 256 MB, REST front door, free amounts against two t3.medium at list price, 150.161",
            34.6384},
    Reading{"R13", "200 ms, 256 MB, HTTP front door against two t3.medium at list price, 150.161", 73.8496},
    Reading{"R14", "200 ms, 256 MB, REST front door, 1 KB of logs against two t3.medium at list price, 150.161",
            29.8333},
    Reading{"R15",
            "200 ms, 256 MB, REST front door, 1 KB of logs, NAT at 32.85 against two t3.medium at list price, 150.161",
            23.3068},
    Reading{"R16", "500 ms, 1 GB, function alone against two t3.medium at list price, 150.161", 17.597},
    Reading{"R17",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 45 as printed against two t3.medium at list price, "
            "150.161",
            8.3905},
    Reading{"R18",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 32.85 against two t3.medium at list price, 150.161",
            9.3599},
    Reading{"R19", "200 ms, 256 MB, function alone against the cluster at 459 as printed", 444.1928},
    Reading{"R20", "200 ms, 256 MB, REST front door against the cluster at 459 as printed", 101.25},
    Reading{"R21", "200 ms, 256 MB, REST front door, free amounts against the cluster at 459 as printed", 102.7647},
    Reading{"R22", "200 ms, 256 MB, HTTP front door against the cluster at 459 as printed", 225.7375},
    Reading{"R23", "200 ms, 256 MB, REST front door, 1 KB of logs against the cluster at 459 as printed", 91.192},
    Reading{"R24", "200 ms, 256 MB, REST front door, 1 KB of logs, NAT at 32.85 against the cluster at 459 as printed",
            84.6655},
    Reading{"R25", "500 ms, 1 GB, function alone against the cluster at 459 as printed", 53.789},
    Reading{"R26",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 45 as printed against the cluster at 459 as printed",
            33.0319},
    Reading{"R27", "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 32.85 against the cluster at 459 as printed",
            34.0013},
    Reading{"R28", "200 ms, 256 MB, function alone against three c5.xlarge at list price, 461.725", 446.8299},
    Reading{"R29", "200 ms, 256 MB, REST front door against three c5.xlarge at list price, 461.725", 101.8511},
    Reading{"R30", "200 ms, 256 MB, REST front door, free amounts against three c5.xlarge at list price, 461.725",
            103.3658},
    Reading{"R31", "200 ms, 256 MB, HTTP front door against three c5.xlarge at list price, 461.725", 227.0777},
    Reading{"R32", "200 ms, 256 MB, REST front door, 1 KB of logs against three c5.xlarge at list price, 461.725",
            91.7334},
    Reading{
        "R33",
        "200 ms, 256 MB, REST front door, 1 KB of logs, NAT at 32.85 against three c5.xlarge at list price, 461.725",
        85.2069},
    Reading{"R34", "500 ms, 1 GB, function alone against three c5.xlarge at list price, 461.725", 54.1083},
    Reading{"R35",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 45 as printed against three c5.xlarge at list price, "
            "461.725",
            33.2493},
    Reading{"R36",
            "500 ms, 1 GB, REST front door, 1 KB of logs, NAT at 32.85 against three c5.xlarge at list price, 461.725",
            34.2187},
    Reading{"R37", "3.50 per million, the slope of the printed rows 1 to 3 against the cluster at 149 as printed",
            42.5714},
    Reading{"R38",
            "13.44 per million, the slope of the printed row of 50 million against the cluster at 459 as printed",
            34.1518},
};

/// What a function pays for, by position in a block of nine readings.
struct Workload {
    double durationMs, memoryMb;
    const char* frontDoor;
    bool freeAmounts, logs;
    double natDollars;  ///< 0 = none; else the sum for the hours, set by hand
};

constexpr std::array kWorkloads{
    Workload{200, 256, "none", false, false, 0},         Workload{200, 256, "rest-api", false, false, 0},
    Workload{200, 256, "rest-api", true, false, 0},      Workload{200, 256, "http-api", false, false, 0},
    Workload{200, 256, "rest-api", false, true, 0},      Workload{200, 256, "rest-api", false, true, 32.85},
    Workload{500, 1024, "none", false, false, 0},        Workload{500, 1024, "rest-api", false, true, 45},
    Workload{500, 1024, "rest-api", false, true, 32.85},
};

/// A cluster, by position in the four blocks. Sums of 0 are those of the list price.
struct Cluster {
    const char* node;
    double nodes, nodeDollars, balancerDollars;
};

constexpr std::array kClusters{
    Cluster{"aws.ec2.t3-medium", 2, 60, 16},
    Cluster{"aws.ec2.t3-medium", 2, 0, 0},
    Cluster{"aws.ec2.c5-xlarge", 3, 370, 16},
    Cluster{"aws.ec2.c5-xlarge", 3, 0, 0},
};

constexpr std::size_t kGrid = kWorkloads.size() * kClusters.size();

/// The two straight lines of a reading that is no design.
struct PrintedLine {
    double perMillion, flat;
};
constexpr std::array kPrinted{PrintedLine{3.5, 149}, PrintedLine{13.44, 459}};

std::size_t positionOf(const Reading& reading) {
    return static_cast<std::size_t>(&reading - kReadings.data());
}

ReadingResult ofLines(const Reading& reading, const PrintedLine& line) {
    ReadingResult result{.reading = &reading};
    result.perMillion = exactOf(line.perMillion);
    result.kubernetes = exactOf(line.flat);
    result.requests = crossingOfLines(result.perMillion / 1'000'000, 0, result.kubernetes).value_or(0);
    return result;
}

ReadingResult ofDesign(const Reading& reading, const Design& design, const Catalog& catalog, const PriceBook& prices) {
    ReadingResult result{.reading = &reading};
    for (const Crossover& crossover : curvesOf(design, catalog, prices, {.points = 2}).crossovers) {
        if (crossover.from == "all-functions" && crossover.to == "all-kubernetes") {
            result.requests = crossover.requestsPerMonth;
            result.kubernetes = crossover.monthly;
        }
    }
    // Beyond the free amounts and before the front door's second tier.
    const Exact low = billAt(design, catalog, prices, 30e6).exact;
    const Exact high = billAt(design, catalog, prices, 31e6).exact;
    result.perMillion = high - low;
    result.fixed = low - 30 * result.perMillion;  // below 0: free amounts
    return result;
}

}  // namespace

std::span<const Reading> readings() {
    return kReadings;
}

std::optional<Exact> crossingOfLines(const Exact& perRequest, const Exact& fixed, const Exact& flat) {
    if (fixed > flat) {
        return Exact(0);
    }
    if (perRequest <= 0) {
        return std::nullopt;
    }
    return exactFloorOf((flat - fixed) / perRequest) + 1;
}

std::optional<Design> designOf(const Reading& reading, const Design& scenarioB) {
    const std::size_t at = positionOf(reading);
    if (at >= kGrid) {
        return std::nullopt;
    }
    const Workload& workload = kWorkloads[at % kWorkloads.size()];
    const Cluster& cluster = kClusters[at / kWorkloads.size()];
    Design design = scenarioB;
    Service api = *design.services.find({"api"});
    api.fields["durationMs"] = workload.durationMs;
    api.fields["functionMemoryMb"] = workload.memoryMb;
    api.fields["frontDoor"] = std::string(workload.frontDoor);
    api.fields["inVpc"] = workload.natDollars > 0;
    api.fields["needsInternet"] = workload.natDollars > 0;
    design.services.put(std::move(api));
    DesignSettings& settings = design.settings;
    settings.freeAmounts = workload.freeAmounts;
    settings.cluster.nodePrice = cluster.node;
    settings.cluster.nodes = cluster.nodes;
    if (!workload.logs) {
        settings.bill.off.insert("logs");
    }
    if (workload.natDollars > 0) {
        settings.bill.fixed["nat-hours"] = workload.natDollars;
    }
    if (cluster.nodeDollars > 0) {
        settings.bill.fixed["nodes"] = cluster.nodeDollars;
        settings.bill.fixed["load-balancer"] = cluster.balancerDollars;
    }
    return design;
}

std::vector<ReadingResult> readingResults(const Design& scenarioB, const Catalog& catalog, const PriceBook& prices) {
    std::vector<ReadingResult> results;
    for (const Reading& reading : kReadings) {
        const std::optional<Design> design = designOf(reading, scenarioB);
        results.push_back(design ? ofDesign(reading, *design, catalog, prices)
                                 : ofLines(reading, kPrinted[positionOf(reading) - kGrid]));
    }
    return results;
}

}  // namespace tideline
