// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/usage.h"

#include <span>

namespace tideline {

/// A sum of dollars a month that no meter makes.
struct FixedSum {
    std::string key;  ///< of the line: "nat-hours/fixed", "people/engineer"
    std::string category, title;
    double dollars = 0;
    Exact exact;
    std::string arithmetic;
    PriceSource source;
};

/// The people-and-tools table of the articles without its line for the cloud bill: 16,500 dollars a month. The shares
/// for designs without a cluster are editorial (domain.md 7).
std::span<const PeopleLine> standardPeople();

/// The table of the design, or the standard one: what a person sees and edits.
std::vector<PeopleLine> peopleOf(const BillSettings& bill);

/// The share of a line that a placement pays: 1 on the side that it applies to, else the line's own.
double peopleShare(const PeopleLine& line, bool hasPods, bool hasFunctions);

/// The lines of the table for services that run on `hosts`. Nothing unless the category is switched on.
std::vector<FixedSum> peopleSums(const CostModel& model, const Hosts& hosts);

/// Dollars of the support plan for a bill of so many dollars; `steps` counts the bends below.
double supportDollars(const SupportPlan& plan, double dollars, double& steps);
Exact exactSupportDollars(const SupportPlan& plan, const Exact& dollars);
/// "3 % of the first $150,000 ...; at least $100".
std::string supportText(const SupportPlan& plan, const Exact& dollars);

}  // namespace tideline
