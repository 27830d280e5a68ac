// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/exact.h"
#include "core/base/result.h"
#include "core/base/source_text.h"

#include <optional>
#include <span>
#include <vector>

namespace tideline {

struct PriceTier {
    std::optional<Exact> upTo;  ///< units a month up to which it holds, absent = no end
    Exact value;                ///< dollars for `per` units
};

struct PriceSource {
    std::string title, url, asOf;  ///< asOf: date "2026-08-16" or month "2026-11"
};

/// What pods can have of a machine that is billed by the hour, before the daemons of the cluster.
struct NodeShape {
    double vcpu = 0;
    double cpuMillis = 0, memoryMib = 0;  ///< allocatable
    double maxPods = 0;
    std::string arch;  ///< "arm64", "amd64"
    double gpus = 0;
};

/// What units of one meter cost. Tiers and free amounts hold for the whole account, not for a service.
struct Price {
    std::string key, title, unit;
    Exact per = 1;                 ///< units that the value is for, e.g. 1,000,000
    std::vector<PriceTier> tiers;  ///< at least one unless userSupplied, in rising order, the last without end
    std::optional<Exact> includedPerMonth;  ///< belongs to the price and is always applied
    std::optional<Exact> freePerMonth;      ///< the account's free amount: applied only when asked for
    /// What is left after the included units is charged in whole lots of so many, begun ones in full.
    std::optional<Exact> roundUpTo;
    std::string freeGroup;  ///< prices of one group share one free amount (stated by each), in the order of the book
    bool userSupplied = false;  ///< no public price: shown as what it depends on, never as 0
    std::string rule, grade, freeNote;
    std::optional<NodeShape> node;  ///< of prices of machines: what the cluster's `nodePrice` may name
    PriceSource source;             ///< empty where userSupplied
    std::string book;  ///< title of the book that it comes from
    std::string replaces;  ///< title of the book whose price it took the place of; empty for most
    std::string terms;     ///< discounts that its values have; empty = as the book has it
};

struct PriceBook {
    std::string title, currency = "USD", region, asOf;
    double hoursPerMonth = 730;
    bool statesHours = false;  ///< the file says how many hours a month has
    std::vector<Price> prices;  ///< in the order of the book

    const Price* find(std::string_view key) const;
};

/// Reads and checks a book: unit, tiers in rising order, source and date of every price. Errors name the place.
Result<PriceBook> readPriceBook(const SourceText& source);
/// Puts the prices of `over` over those of `book`; later ones win, new ones stand at the end. The hours of a month are
/// those of `over` where its file states them. Fails where the currencies differ, or the units of a price.
Result<PriceBook> overridden(PriceBook book, const PriceBook& over);

/// Units in whole lots, where the price has any.
Exact inWholeLots(const Price& price, const Exact& units);

/// Whether the figure is marked: recalled only ("R"), from another page ("S"), or contradicted ("X" in Price::grade).
enum class Doubt { None, SecondHand, Recalled, Contradicted };
Doubt doubtOf(const Price& price);
/// "recalled, not read anywhere"; empty for none.
std::string_view wordsOf(Doubt doubt);

/// Dollars for so many units over one account and month: included amount, then (if asked) the free one, then tiers.
enum class FreeAmounts { NotApplied, Applied };
Exact costOf(const Price& price, const Exact& units, FreeAmounts freeAmounts = FreeAmounts::NotApplied);

}  // namespace tideline
