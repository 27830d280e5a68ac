// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

#include <span>
#include <vector>

namespace tideline {

/// Whole micro-units for each of the exact shares, in the order given: together they are the rounded sum. What is left
/// after rounding down goes to the largest remainders, one each, the earlier first where they are equal.
std::vector<Money> sharedOut(std::span<const Exact> shares);

}  // namespace tideline
