// SPDX-License-Identifier: Apache-2.0
#include "core/layout/group_shift.h"

#include "core/layout/lanes.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace tideline {

namespace {

/// All shifts on the grid of the board, the nearest first; of equally near ones down before up, right before left.
std::vector<GroupShift> shiftsByDistance() {
    constexpr int kGrid = 4;
    constexpr int kAcross = static_cast<int>(2 * kColumnStep) / kGrid;
    constexpr int kDown = static_cast<int>(4 * kRowStep) / kGrid;
    std::vector<GroupShift> shifts;
    for (int across = -kAcross; across <= kAcross; ++across) {
        for (int down = -kDown; down <= kDown; ++down) {
            shifts.push_back({static_cast<double>(across * kGrid), static_cast<double>(down * kGrid)});
        }
    }
    const auto order = [](const GroupShift& shift) {
        return std::tuple(shift.dx * shift.dx + shift.dy * shift.dy, shift.dy < 0, shift.dx < 0, shift.dx);
    };
    std::ranges::sort(shifts, {}, order);
    return shifts;
}

}  // namespace

std::optional<GroupShift> nearestShift(const std::function<bool(const GroupShift&)>& isClear) {
    static const std::vector<GroupShift> kShifts = shiftsByDistance();
    const auto found = std::ranges::find_if(kShifts, isClear);
    return found == kShifts.end() ? std::nullopt : std::optional(*found);
}

}  // namespace tideline
