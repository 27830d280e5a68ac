// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"

#include <optional>

namespace tideline {

/// One line of at most 200 characters; typing is one step.
Edit setTitle(const std::string& title);
/// Several lines of at most 65,536 characters together; typing is one step.
Edit setDescription(const std::string& description);

/// Zones at least 1, nodes and gateways at least 0 where given. Changes in a row are one step.
Edit setCluster(const ClusterSettings& cluster);
Edit setBus(const BusSettings& bus);

enum class LineUse { Counted, LeftOut };
/// `subject` is a category of lines or the id of a service.
Edit useBillLines(const std::string& subject, LineUse use);
/// Dollars a month for a category, set by hand; without a value the computed lines come back.
Edit fixBillCategory(const std::string& category, std::optional<double> dollars);

enum class FreeAmountUse { Applied, Ignored };
Edit setFreeAmounts(FreeAmountUse use);

/// The groups of settings that hold named values.
enum class SettingGroup { Team, Answers, ScoreInputs, Exports };
/// Without a value the setting goes back to its standard. Changes of the same setting in a row are one step.
Edit setSetting(SettingGroup group, const std::string& key, const std::optional<FieldValue>& value);

/// The lanes and sites of the board, from left to right. Refuses two with one key, and leaving out one in which
/// services stand.
Edit setZones(const std::vector<Zone>& zones);

}  // namespace tideline
