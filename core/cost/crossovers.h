// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"
#include "core/cost/cost_curve.h"

#include <cstdint>

namespace tideline {

/// A bill that takes part in the comparison of hosts. `model` must outlive the search.
struct Contender {
    std::string key;      ///< of the curve
    std::string subject;  ///< "Kubernetes", "Functions": how sentences call it
    BillModel* model = nullptr;
};

/// From `requests` on, the smallest such number, the sign of a - b is another than at the number before.
struct SignChange {
    std::int64_t requests = 0;
    int sign = 0;  ///< -1: a is cheaper, 0: a tie, 1: b is cheaper
};

/// Every change over the whole numbers first .. last. Bills only grow with the load and are straight lines between
/// their steps; stretches that cannot hold a change are skipped, the others are cut in halves until both bills are
/// straight, and solved exactly there.
std::vector<SignChange> signChanges(BillModel& a, BillModel& b, std::int64_t first, std::int64_t last);
/// The sign of a - b, ties exact.
int signAt(BillModel& a, BillModel& b, std::int64_t requests);

struct Comparison {
    std::vector<Crossover> crossovers;       ///< by requests per month, then from, to
    std::vector<CheapestInterval> cheapest;  ///< the lower envelope
};

/// The envelope with one more bill in it, which counts only where it is strictly the cheapest. It keeps no crossovers:
/// the design as drawn takes part in none (decisions.md 2).
std::vector<CheapestInterval> envelopeWith(const Contender& drawn, const std::vector<Contender>& contenders,
                                           const std::vector<CheapestInterval>& cheapest, std::int64_t last);

/// Compares each two contenders over first .. last. With equal bills the earlier contender keeps the envelope.
Comparison compared(const std::vector<Contender>& contenders, std::int64_t first, std::int64_t last);

}  // namespace tideline
