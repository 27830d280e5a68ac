// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>

namespace tideline {

/// Money of a printed bill in whole micro-units (1 USD = 1,000,000): lines add up to their total exactly.
/// Unrounded money is an Exact (core/base/exact.h); it becomes Money once, line by line (decisions: exact numbers).
struct Money {
    std::int64_t micros = 0;
    auto operator<=>(const Money&) const = default;
    Money operator+(Money other) const { return {micros + other.micros}; }
    Money operator-(Money other) const { return {micros - other.micros}; }
    Money& operator+=(Money other) {
        micros += other.micros;
        return *this;
    }
    double dollars() const { return static_cast<double>(micros) / 1e6; }
};

}  // namespace tideline
