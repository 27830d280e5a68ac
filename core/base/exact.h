// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/money.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <string>
#include <string_view>

namespace tideline {

/// An exact rational number: prices, units and totals before rounding. Ties between curves come out as ties.
using Exact = boost::multiprecision::cpp_rational;

/// The decimal that a person wrote and a file holds: 0.35 gives 7/20, not the nearest binary fraction.
/// `number` must be finite.
Exact exactOf(double number);
/// The exact value of decimal text such as "0.0000166667" or "3e-8"; text must match -?[0-9]+(.[0-9]+)?(e-?[0-9]+)?.
Exact exactOf(std::string_view decimal);

double approximately(const Exact& value);
/// Whole micro-units, half away from zero; Money::kMost at most, so that no sum turns negative.
Money roundedMoney(const Exact& dollars);
/// The shortest decimal where the value has one within 30 digits, else 17 significant digits.
std::string shortestText(const Exact& value);

}  // namespace tideline
