// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill_model.h"

#include <string>

namespace tideline {

/// What one line is made of, for its text.
struct LineParts {
    const Usage* usage = nullptr;
    Exact units;         ///< of the line, over all tiers
    Exact accountUnits;  ///< of the price, over the whole account
    Exact freeUnits;     ///< of the account that its free amount covers
    const PriceTier* tier = nullptr;  ///< the tier of the line; null where the price has only one or nothing is billed
    Exact tierUnits;  ///< of the line in this tier
    double nodesOfWeek = 0;
    double peakNodes = 0, leastPeakNodes = 0;  ///< of the busiest hour: packed, and below which no packing goes
};

/// The title of the line, its bracket by architecture, its tier behind: "REST API (first 333M)".
std::string lineTitle(const LineParts& parts, const std::string& tier);
/// The formula with its inputs, so that a person can redo it: "100,000 requests x 200 ms / 1,000 x 256 MB / 1,024 =
/// 5,000 GB-s; x $0.0000166667 per GB-s".
std::string lineArithmetic(const LineParts& parts, const LoadFactor& x, const CostModel& model);
/// "$0.20 per 1,000,000 requests".
std::string priceText(const Price& price, const PriceTier& tier);
/// Whose price it is where a book of a person's own took the place of the list price, and its discounts; else empty.
std::string priceNote(const Price& price);
/// What a line without a price depends on.
std::string dependsOnText(const Usage& usage, const Exact& units);

}  // namespace tideline
