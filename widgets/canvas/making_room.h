// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/service_edits.h"
#include "widgets/canvas/stage.h"

namespace tideline {

/// The same placements, but where a card would lie on one which stays, or outside its lane, all are moved together, as
/// little as that takes; where there is no room near for all, each goes to the nearest free place of its lane. `moved` are
/// the services that are on their way. Placements without a spot stay.
std::vector<Placement> withRoom(const CanvasStage& stage, std::vector<Placement> placements,
                                const std::set<ServiceId>& moved);

}  // namespace tideline
