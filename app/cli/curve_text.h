// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/cost_curve.h"

#include <string>

namespace tideline {

/// For a terminal: the crossovers in words, what is cheapest where, what stayed, and the curves at about 20 points.
std::string curvesText(const Curves& curves);
/// By the contract of cli.md, "JSON of the main results"; totals are not rounded.
std::string curvesJson(const Curves& curves);
std::string curvesCsv(const Curves& curves);

}  // namespace tideline
