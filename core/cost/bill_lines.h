// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill.h"
#include "core/cost/bill_model.h"

namespace tideline {

/// The printed bill at one load: each line with its share of the account-wide price, rounded once; lines that share a
/// price get whole micro-units by largest remainder, ties by id (decisions.md 3).
Bill billOf(BillModel& model, const LoadFactor& x, double requestsPerMonth);

}  // namespace tideline
