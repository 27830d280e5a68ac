// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>

namespace tideline {

/// A number whose unit is part of its type: the same unit adds and compares, everything else needs a named function.
template <class Unit>
struct Quantity {
    double value = 0;
    auto operator<=>(const Quantity&) const = default;
    Quantity operator+(Quantity other) const { return {value + other.value}; }
    Quantity operator-(Quantity other) const { return {value - other.value}; }
    Quantity operator*(double factor) const { return {value * factor}; }
    double operator/(Quantity other) const { return value / other.value; }
    Quantity& operator+=(Quantity other) {
        value += other.value;
        return *this;
    }
};

using RequestsPerMonth = Quantity<struct RequestsPerMonthUnit>;
using RequestsPerSecond = Quantity<struct RequestsPerSecondUnit>;
using Milliseconds = Quantity<struct MillisecondsUnit>;
using Mebibytes = Quantity<struct MebibytesUnit>;
using Millicores = Quantity<struct MillicoresUnit>;

}  // namespace tideline
