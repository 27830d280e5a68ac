// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"

#include <span>

namespace tideline {

/// One way to read the articles' claim that Kubernetes becomes cheaper at "30-40 million requests": a workload with the
/// lines that are counted for it, against a cluster of a fixed price.
struct Reading {
    std::string_view id;  ///< R01 ... R38, as in article_cases.json
    std::string_view assumptions;  ///< in words
    double millions = 0;  ///< the crossover as published there, rounded to 100 requests
};

std::span<const Reading> readings();

/// A reading, computed with the engine.
struct ReadingResult {
    const Reading* reading = nullptr;
    Exact requests;  ///< the smallest whole number from which Kubernetes is strictly cheaper
    Exact perMillion;  ///< what a million requests more cost there without Kubernetes
    Exact fixed;  ///< what the functions cost without a request (NAT hours)
    Exact kubernetes;  ///< the cluster's bill
};

/// Every reading as a design of its own, billed and crossed like any other. `scenarioB` is the starter design
/// "scenario-b-50m", from which all of them are made.
std::vector<ReadingResult> readingResults(const Design& scenarioB, const Catalog& catalog, const PriceBook& prices);

/// The smallest whole number of requests at which `perRequest` x N + `fixed` passes `flat`: for claims that are two
/// straight lines and no design. Nothing where it never does.
std::optional<Exact> crossingOfLines(const Exact& perRequest, const Exact& fixed, const Exact& flat);

/// The design behind a reading; nothing for R37 and R38, which are lines of the printed table.
std::optional<Design> designOf(const Reading& reading, const Design& scenarioB);

}  // namespace tideline
