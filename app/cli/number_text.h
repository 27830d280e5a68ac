// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace tideline {

/// "50M", "3e6", "12.5k", "1G": decimals with an exponent or one of k, M, G; not negative.
Result<Exact> readNumber(std::string_view text);
/// Checks the number where the option parser asks; empty = good.
std::string numberComplaint(const std::string& text);

/// "12,650,000".
std::string grouped(const Exact& whole);
/// "32,867,635" for whole numbers, else up to `decimals` digits behind the point, no trailing zeros.
std::string groupedDecimal(const Exact& value, int decimals);
/// Six decimals without trailing zeros: "0.103334", "150.161", "45".
std::string moneyText(Money money);

}  // namespace tideline
