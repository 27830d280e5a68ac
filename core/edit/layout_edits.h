// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"

namespace tideline {

/// A distance on the board, in canvas units.
struct Offset {
    double dx = 0, dy = 0;
    bool operator==(const Offset&) const = default;
};

/// One drag, one step. Services without a spot stay without.
Edit moveServices(const Design& design, const std::vector<ServiceId>& ids, Offset offset);
/// Steps of the arrow keys: those of the same services in a row are one step.
Edit nudgeServices(const Design& design, const std::vector<ServiceId>& ids, Offset offset);
/// Puts cards where the spots say; `label` completes "Undo …": "lay out all services".
Edit setSpots(const std::vector<Spot>& spots, const std::string& label);

/// The line on which cards of equal size are put; middle ones by the mean of the outermost.
enum class Alignment { Left, Center, Right, Top, Middle, Bottom };
/// Refuses fewer than two services with spots.
Edit alignServices(const Design& design, const std::vector<ServiceId>& ids, Alignment alignment);

enum class Direction { Horizontal, Vertical };
/// The same distance from card to card, the outermost stay. Refuses fewer than three services with spots.
Edit distributeServices(const Design& design, const std::vector<ServiceId>& ids, Direction direction);

}  // namespace tideline
