// SPDX-License-Identifier: Apache-2.0
#include "core/edit/bill_edits.h"

#include "core/edit/history.h"
#include "tests/support/catch.h"
#include "tests/support/edit_samples.h"

#include <limits>

namespace tideline {

using test::threeServices;

namespace {

Design after(const Design& design, const Edit& edit) {
    const Result<Design> result = edit.apply(design);
    INFO((result ? "" : result.error().message));
    REQUIRE(result.has_value());
    return *result;
}

std::string refusal(const Edit& edit) {
    const Result<Design> result = edit.apply(threeServices());
    return result ? "done" : result.error().message;
}

PeopleLine engineer(double monthly) {
    return {.key = "engineer", .title = "Engineer", .monthly = monthly, .appliesTo = "both", .share = 0.5};
}

}  // namespace

TEST_CASE("people are counted by one switch and left out by the same", "[edit]") {
    const Design on = after(threeServices(), useExtraLines("people", LineUse::Counted));
    CHECK(on.settings.bill.on.contains("people"));
    CHECK(after(on, useExtraLines("people", LineUse::LeftOut)) == threeServices());
    CHECK(useExtraLines("people", LineUse::Counted).label == "count people in the bill");
}

TEST_CASE("switching an extra line on takes it from the lines that are left out", "[edit]") {
    const Design off = after(threeServices(), useBillLines("support", LineUse::LeftOut));
    const Design on = after(off, useExtraLines("support", LineUse::Counted));
    CHECK(on.settings.bill.off.empty());
    CHECK(on.settings.bill.on.contains("support"));
}

TEST_CASE("typing into one field of the people table is one step", "[edit]") {
    History history(threeServices());
    REQUIRE(history.apply(setPeople({engineer(9000)}, "engineer:monthly")).has_value());
    REQUIRE(history.apply(setPeople({engineer(9500)}, "engineer:monthly")).has_value());
    PeopleLine renamed = engineer(9500);
    renamed.title = "Site reliability";
    REQUIRE(history.apply(setPeople({renamed}, "engineer:title")).has_value());
    history.undo();
    CHECK(history.design().settings.bill.people.front() == engineer(9500));
    history.undo();
    CHECK(history.design() == threeServices());
}

TEST_CASE("a people table that cannot be is refused with its place and limit", "[edit]") {
    CHECK(refusal(setPeople({engineer(-1)}, "x")).find("dollars a month") != std::string::npos);
    CHECK(refusal(setPeople({engineer(std::numeric_limits<double>::quiet_NaN())}, "x")) != "done");
    CHECK(refusal(setPeople({engineer(1), engineer(2)}, "x")) ==
          "two lines have the key 'engineer'; each needs one of its own");
    PeopleLine nowhere = engineer(1);
    nowhere.appliesTo = "wasm";
    CHECK(refusal(setPeople({nowhere}, "x")) == "'Engineer' applies to kubernetes, functions or both, not to 'wasm'");
    PeopleLine nameless = engineer(1);
    nameless.title = "  ";
    CHECK(refusal(setPeople({nameless}, "x")) != "done");
}

TEST_CASE("the tiers of a support plan rise and the last has no end", "[edit]") {
    const SupportPlan plan{.least = 100, .tiers = {{.upTo = 10'000, .share = 0.1}, {.share = 0.07}}};
    CHECK(after(threeServices(), setSupportPlan(plan, "x")).settings.bill.support == plan);
    CHECK(after(after(threeServices(), setSupportPlan(plan, "x")), setSupportPlan(std::nullopt, "y")) ==
          threeServices());
    CHECK(refusal(setSupportPlan(SupportPlan{.tiers = {{.upTo = 10, .share = 0.1}}}, "x")) ==
          "the last tier must have no end: else nothing is said about larger bills");
    CHECK(refusal(setSupportPlan(SupportPlan{.tiers = {{.share = 0.1}, {.share = 0.2}}}, "x")) ==
          "only the last tier may be without an end");
    CHECK(refusal(setSupportPlan(SupportPlan{.tiers = {{.upTo = 10}, {.upTo = 5}, {}}}, "x")) ==
          "a tier that ends at 5 dollars stands behind one that ends at 10; they must rise");
}

TEST_CASE("a discount needs prices and shares between 0 and 1", "[edit]") {
    const Discount plan{.prices = "aws.ec2.", .title = "Savings plan", .off = 0.27};
    CHECK(after(threeServices(), setDiscounts({plan}, "x")).settings.bill.discounts.size() == 1);
    CHECK(refusal(setDiscounts({{.prices = "", .title = "All"}}, "x")) ==
          "a discount needs the key of a price or its beginning, such as aws.ec2.");
    CHECK(refusal(setDiscounts({{.prices = "aws.", .title = "All", .off = 1.5}}, "x")) != "done");
}

TEST_CASE("a range of an input takes the place of its last one", "[edit]") {
    const InputRange first{.input = "services/a/durationMs", .low = 10, .high = 40};
    const InputRange second{.input = "services/a/durationMs", .low = 20, .high = 30, .likely = 25};
    const Design both = after(after(threeServices(), setInputRange(first)), setInputRange(second));
    REQUIRE(both.settings.ranges.size() == 1);
    CHECK(both.settings.ranges.front() == second);
    CHECK(after(both, dropInputRange("services/a/durationMs")) == threeServices());
    CHECK(refusal(setInputRange({.input = "x", .low = 5, .high = 1})) ==
          "the high end 1 is below the low end 5; give the smaller number first");
    CHECK(refusal(setInputRange({.input = "x", .low = 1, .high = 5, .likely = 9})) != "done");
}

TEST_CASE("a price book stands once in a design", "[edit]") {
    CHECK(after(threeServices(), setPriceBooks({"aws-eu-west-1", "./ours.yaml"})).settings.priceBooks.size() == 2);
    CHECK(refusal(setPriceBooks({"./ours.yaml", "./ours.yaml"})) == "the price book './ours.yaml' is there already");
    CHECK(refusal(setPriceBooks({""})) == "a price book needs a name");
}

}  // namespace tideline
