// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <cstdint>

namespace tideline {

/// Money of a printed bill in whole micro-units (1 USD = 1,000,000): lines add up to their total exactly.
/// Unrounded money is an Exact (core/base/exact.h); it becomes Money once, line by line (decisions: exact numbers).
struct Money {
    std::int64_t micros = 0;
    /// Nine million million dollars. More is no bill of this world: whoever prints one says so instead.
    static constexpr std::int64_t kMost = 9'000'000'000'000'000'000;
    auto operator<=>(const Money&) const = default;
    Money operator+(Money other) const { return limited(micros, other.micros); }
    Money operator-(Money other) const { return limited(micros, -other.micros); }
    Money& operator+=(Money other) { return *this = *this + other; }
    bool isAtLimit() const { return micros >= kMost || micros <= -kMost; }
    double dollars() const { return static_cast<double>(micros) / 1e6; }

private:
    static Money limited(std::int64_t a, std::int64_t b) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(a, b, &sum) || sum > kMost || sum < -kMost) {
            sum = a > 0 ? kMost : -kMost;
        }
        return {sum};
    }
};

}  // namespace tideline
