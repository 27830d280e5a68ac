// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/money.h"

#include <boost/multiprecision/gmp.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tideline {

/// An exact rational number: prices, units and totals before rounding. Ties between curves come out as ties.
using Exact = boost::multiprecision::mpq_rational;
using Whole = boost::multiprecision::mpz_int;

/// A fraction whose parts fit into 64 bits, as nearly every number of a bill: the size, without its sign.
struct SmallFraction {
    std::uint64_t top = 0, bottom = 1;
};
/// Nothing where a part is larger.
std::optional<SmallFraction> smallFraction(const Exact& value);

/// The decimal that a person wrote and a file holds: 0.35 gives 7/20, not the nearest binary fraction.
/// `number` must be finite.
Exact exactOf(double number);
/// The exact value of decimal text such as "0.0000166667" or "3e-8"; text must match -?[0-9]+(.[0-9]+)?(e-?[0-9]+)?.
Exact exactOf(std::string_view decimal);

/// The nearest double, ties to even.
double approximately(const Exact& value);
/// Whole micro-units, half away from zero; Money::kMost at most, so that no sum turns negative.
Money roundedMoney(const Exact& dollars);
/// The shortest decimal where the value has one within 30 digits, else 17 significant digits.
std::string shortestText(const Exact& value);

}  // namespace tideline
