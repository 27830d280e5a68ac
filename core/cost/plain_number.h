// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"

#include <string>
#include <string_view>

namespace tideline {

/// A number for a person: thousands by commas, the whole decimal where it ends within 12 digits behind the point, else
/// rounded to so many significant digits or more: "1,738,730", "0.0000166667", "0.0380518".
std::string plainNumber(const Exact& value, int digits = 6);
/// Dollars as on a bill, two decimals, more where the sum is below a cent: "$150.16", "$0.00083335".
std::string plainDollars(const Exact& dollars);
/// 6,000,000,000 as "6B", 333,000,000 as "333M", 10,240 as "10,240": round numbers of tiers.
std::string roundNumber(const Exact& value);
/// "4 gateways", "1 gateway", "2 units of 1 KB", "1 unit of 1 KB", "0.25 GB". `plural` may be empty.
std::string counted(const Exact& value, std::string_view plural, int digits = 6);

/// Smallest whole number that is not below.
Exact exactCeilingOf(const Exact& value);
/// Largest whole number that is not above.
Exact exactFloorOf(const Exact& value);

}  // namespace tideline
