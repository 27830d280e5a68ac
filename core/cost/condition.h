// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_model.h"

#include <span>

namespace tideline {

/// When a cost line of a kind is billed (vocabulary.when). A word of the closed list and how it is decided.
struct Condition {
    std::string_view key;
    bool (*holds)(const CostModel&, const ServiceFacts&, Host host);
};

std::span<const Condition> conditions();

/// Whether a line with this condition is billed for the service on `host`. Unknown words never get here: the catalogue
/// refuses them.
bool conditionHolds(std::string_view key, const CostModel& model, const ServiceFacts& facts, Host host);

}  // namespace tideline
