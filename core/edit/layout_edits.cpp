// SPDX-License-Identifier: Apache-2.0
#include "core/edit/layout_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct AlignmentRow {
    Alignment alignment;
    std::string_view label;
    double Spot::*coordinate;
    double share;  ///< of the way from the least to the greatest
};

constexpr std::array kAlignments{
    AlignmentRow{Alignment::Left, "align left", &Spot::x, 0},
    AlignmentRow{Alignment::Center, "align centres", &Spot::x, 0.5},
    AlignmentRow{Alignment::Right, "align right", &Spot::x, 1},
    AlignmentRow{Alignment::Top, "align top", &Spot::y, 0},
    AlignmentRow{Alignment::Middle, "align middles", &Spot::y, 0.5},
    AlignmentRow{Alignment::Bottom, "align bottom", &Spot::y, 1},
};

/// The spots of these services that have one; refuses services that are not there.
Result<std::vector<Spot>> spotsOf(const Design& design, const std::vector<ServiceId>& ids) {
    std::vector<Spot> spots;
    for (const ServiceId& id : ids) {
        TRY(serviceOf(design, id));
        if (const Spot* spot = design.layout.find(id)) {
            spots.push_back(*spot);
        }
    }
    return spots;
}

Result<Design> withSpots(Design design, const std::vector<Spot>& spots) {
    for (const Spot& spot : spots) {
        TRY(serviceOf(design, spot.id));
        TRY(checkCoordinates(spot.x, spot.y));
        design.layout.put(spot);
    }
    return design;
}

Result<Design> withMovedServices(Design design, const std::vector<ServiceId>& ids, Offset offset) {
    std::vector<Spot> spots = TRY(spotsOf(design, ids));
    for (Spot& spot : spots) {
        spot.x += offset.dx;
        spot.y += offset.dy;
    }
    return withSpots(std::move(design), spots);
}

}  // namespace

Edit moveServices(const Design& design, const std::vector<ServiceId>& ids, Offset offset) {
    return {.label = "move " + namesOf(design, ids),
            .apply = [ids, offset](Design before) { return withMovedServices(std::move(before), ids, offset); }};
}

Edit nudgeServices(const Design& design, const std::vector<ServiceId>& ids, Offset offset) {
    Edit edit = moveServices(design, ids, offset);
    edit.mergeKey = "nudge";
    for (const ServiceId& id : ids) {
        edit.mergeKey += ":" + id.text;
    }
    return edit;
}

Edit setSpots(const std::vector<Spot>& spots, const std::string& label) {
    return {.label = label, .apply = [spots](Design before) { return withSpots(std::move(before), spots); }};
}

Edit alignServices(const Design&, const std::vector<ServiceId>& ids, Alignment alignment) {
    const AlignmentRow row = kAlignments[static_cast<std::size_t>(alignment)];
    return {.label = std::string(row.label), .apply = [ids, row](Design before) -> Result<Design> {
                std::vector<Spot> spots = TRY(spotsOf(before, ids));
                if (spots.size() < 2) {
                    return failure("select at least two services to align them");
                }
                const auto [least, greatest] = std::ranges::minmax(spots, {}, row.coordinate);
                const double line =
                    least.*row.coordinate + (greatest.*row.coordinate - least.*row.coordinate) * row.share;
                for (Spot& spot : spots) {
                    spot.*row.coordinate = line;
                }
                return withSpots(std::move(before), spots);
            }};
}

Edit distributeServices(const Design&, const std::vector<ServiceId>& ids, Direction direction) {
    const auto coordinate = direction == Direction::Horizontal ? &Spot::x : &Spot::y;
    return {.label = direction == Direction::Horizontal ? "distribute across" : "distribute down",
            .apply = [ids, coordinate](Design before) -> Result<Design> {
                std::vector<Spot> spots = TRY(spotsOf(before, ids));
                if (spots.size() < 3) {
                    return failure("select at least three services to distribute them");
                }
                std::ranges::stable_sort(spots, {}, coordinate);
                const double first = spots.front().*coordinate;
                const double step = (spots.back().*coordinate - first) / static_cast<double>(spots.size() - 1);
                for (std::size_t i = 0; i < spots.size(); ++i) {
                    spots[i].*coordinate = first + step * static_cast<double>(i);
                }
                return withSpots(std::move(before), spots);
            }};
}

}  // namespace tideline
