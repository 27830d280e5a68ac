// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/service_edits.h"
#include "widgets/canvas/stage.h"

namespace tideline {

/// The same placements, but a card that would lie on one which stays goes to the nearest free place of its lane.
/// `moved` are the services that are on their way; those keep clear of each other too. Placements without a spot stay.
std::vector<Placement> withRoom(const CanvasStage& stage, std::vector<Placement> placements,
                                const std::set<ServiceId>& moved);

}  // namespace tideline
