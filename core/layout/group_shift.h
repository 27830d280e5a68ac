// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>

namespace tideline {

/// A distance on the board that keeps a group in its arrangement.
struct GroupShift {
    double dx = 0, dy = 0;
    bool operator==(const GroupShift&) const = default;
};

/// Between two cards. They may touch where a person put them; those that are moved out of the way keep it.
inline constexpr double kGroupGap = 24;

/// The nearest one at which `isClear` holds for the whole group; nothing where there is none within four rows and two
/// columns. No shift at all is asked first.
std::optional<GroupShift> nearestShift(const std::function<bool(const GroupShift&)>& isClear);

}  // namespace tideline
