// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/settings_edits.h"

namespace tideline {

/// Whether the lines of a category that is off unless switched on (people, support) are counted.
Edit useExtraLines(const std::string& category, LineUse use);

/// The people-and-tools table as a whole; an empty one brings back that of the articles. Refuses two lines with one
/// key, negative dollars and shares beyond 0 to 1. `what` tells changes apart: those of the same thing in a row are
/// one step.
Edit setPeople(const std::vector<PeopleLine>& lines, const std::string& what);

/// The support plan, or none. Tiers must rise, and the last must have no end.
Edit setSupportPlan(const std::optional<SupportPlan>& plan, const std::string& what);

/// All discounts, in the order of the bill. Each needs a price key or its beginning and shares from 0 to 1.
Edit setDiscounts(const std::vector<Discount>& discounts, const std::string& what);

/// An input becomes a range, or its range another one. Refuses ends the wrong way round.
Edit setInputRange(const InputRange& range);
/// The input is one number again.
Edit dropInputRange(const std::string& input);

/// Names of further price books, later ones win. Refuses the same name twice.
Edit setPriceBooks(const std::vector<std::string>& books);

}  // namespace tideline
