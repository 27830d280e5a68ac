// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"
#include "core/edit/service_edits.h"
#include "core/rules/finding.h"

#include <QString>
#include <optional>
#include <vector>

namespace tideline {

class DesignSession;

/// The edit that does what a finding's button says; nothing where the finding has no fix, or not for this subject.
std::optional<Edit> fixEdit(const DesignSession& session, const Finding& finding);
/// Accepts the finding, with the reason.
Edit acceptEdit(const Finding& finding, const QString& reason);
/// Where services stand once they run on another host: in the lane that takes it, on a free place at their height. Those
/// that run there already are left out.
std::vector<Placement> placementsOn(const Design& design, const std::vector<ServiceId>& ids, Host host);
/// Moves one service to another host, and to a lane that takes it.
Edit placementEdit(const Design& design, const ServiceId& id, Host host);
/// "'Orders'": the name of what a finding is about, for lists.
QString nameOf(const Subject& subject, const Design& design);

}  // namespace tideline
