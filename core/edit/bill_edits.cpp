// SPDX-License-Identifier: Apache-2.0
#include "core/edit/bill_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr double kMostDollars = 1e12;
constexpr double kFarthest = 1e15;

Result<void> checkShare(double share, std::string_view what) {
    return checkNumber(share, 0, 1, what);
}

Result<void> checkPeople(const std::vector<PeopleLine>& lines) {
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        TRY(checkedName(line->title, "title"));
        TRY(checkNumber(line->monthly, 0, kMostDollars, "dollars a month"));
        TRY(checkShare(line->share, "share"));
        if (line->appliesTo != "kubernetes" && line->appliesTo != "functions" && line->appliesTo != "both") {
            return failure(fmt::format("'{}' applies to kubernetes, functions or both, not to '{}'",
                                       shownText(line->title), shownText(line->appliesTo)));
        }
        if (std::ranges::find(lines.begin(), line, line->key, &PeopleLine::key) != line) {
            return failure(fmt::format("two lines have the key '{}'; each needs one of its own", shownText(line->key)));
        }
    }
    return {};
}

Result<void> checkSupport(const SupportPlan& plan) {
    TRY(checkNumber(plan.least, 0, kMostDollars, "dollars a month at least"));
    double below = 0;
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        const SupportPlan::Tier& tier = plan.tiers[i];
        TRY(checkShare(tier.share, "share of the bill"));
        const bool isLast = i + 1 == plan.tiers.size();
        if (isLast == tier.upTo.has_value()) {
            return failure(isLast ? "the last tier must have no end: else nothing is said about larger bills"
                                  : "only the last tier may be without an end");
        }
        if (tier.upTo) {
            TRY(checkNumber(*tier.upTo, 0, kMostDollars, "end of a tier in dollars"));
            if (*tier.upTo <= below) {
                return failure(fmt::format("a tier that ends at {} dollars stands behind one that ends at {}; they "
                                           "must rise",
                                           *tier.upTo, below));
            }
            below = *tier.upTo;
        }
    }
    return {};
}

Result<void> checkDiscounts(const std::vector<Discount>& discounts) {
    for (const Discount& discount : discounts) {
        TRY(checkedName(discount.title, "title"));
        if (discount.prices.empty()) {
            return failure("a discount needs the key of a price or its beginning, such as aws.ec2.");
        }
        TRY(checkShare(discount.off, "share that is taken off"));
        TRY(checkShare(discount.coverage, "share of the use"));
        TRY(checkShare(discount.reserve, "reserve"));
    }
    return {};
}

Result<void> checkRange(const InputRange& range) {
    TRY(checkNumber(range.low, -kFarthest, kFarthest, "low end"));
    TRY(checkNumber(range.high, -kFarthest, kFarthest, "high end"));
    if (range.high < range.low) {
        return failure(fmt::format("the high end {} is below the low end {}; give the smaller number first", range.high,
                                   range.low));
    }
    if (range.likely) {
        TRY(checkNumber(*range.likely, range.low, range.high, "most likely value"));
    }
    return {};
}

}  // namespace

Edit useExtraLines(const std::string& category, LineUse use) {
    const bool counted = use == LineUse::Counted;
    return {.label = fmt::format("{} {} {} the bill", counted ? "count" : "leave", category, counted ? "in" : "out of"),
            .apply = [category, counted](Design before) -> Result<Design> {
                BillSettings& bill = before.settings.bill;
                if (counted) {
                    bill.on.insert(category);
                    bill.off.erase(category);
                } else {
                    bill.on.erase(category);
                }
                return before;
            }};
}

Edit setPeople(const std::vector<PeopleLine>& lines, const std::string& what) {
    return {.label = "change people and tools",
            .mergeKey = "people:" + what,
            .apply = [lines](Design before) -> Result<Design> {
                TRY(checkPeople(lines));
                before.settings.bill.people = lines;
                return before;
            }};
}

Edit setSupportPlan(const std::optional<SupportPlan>& plan, const std::string& what) {
    return {.label = plan ? "change the support plan" : "remove the support plan",
            .mergeKey = "support:" + what,
            .apply = [plan](Design before) -> Result<Design> {
                if (plan) {
                    TRY(checkSupport(*plan));
                }
                before.settings.bill.support = plan;
                return before;
            }};
}

Edit setDiscounts(const std::vector<Discount>& discounts, const std::string& what) {
    return {.label = "change the discounts",
            .mergeKey = "discounts:" + what,
            .apply = [discounts](Design before) -> Result<Design> {
                TRY(checkDiscounts(discounts));
                before.settings.bill.discounts = discounts;
                return before;
            }};
}

Edit setInputRange(const InputRange& range) {
    return {.label = "give an input as a range",
            .mergeKey = "range:" + range.input,
            .apply = [range](Design before) -> Result<Design> {
                TRY(checkRange(range));
                std::vector<InputRange>& ranges = before.settings.ranges;
                const auto at = std::ranges::find(ranges, range.input, &InputRange::input);
                if (at == ranges.end()) {
                    ranges.push_back(range);
                } else {
                    Extras extras = at->extras;
                    *at = range;
                    at->extras = std::move(extras);
                }
                return before;
            }};
}

Edit dropInputRange(const std::string& input) {
    return {.label = "give an input as one number", .apply = [input](Design before) -> Result<Design> {
                std::erase_if(before.settings.ranges, [&](const InputRange& range) { return range.input == input; });
                return before;
            }};
}

Edit setPriceBooks(const std::vector<std::string>& books) {
    return {.label = "change the price books", .apply = [books](Design before) -> Result<Design> {
                for (auto book = books.begin(); book != books.end(); ++book) {
                    if (book->empty()) {
                        return failure("a price book needs a name");
                    }
                    if (std::find(books.begin(), book, *book) != book) {
                        return failure(fmt::format("the price book '{}' is there already", shownText(*book)));
                    }
                }
                before.settings.priceBooks = books;
                return before;
            }};
}

}  // namespace tideline
