// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"
#include "core/edit/settings_edits.h"

#include <optional>

namespace tideline {

class DesignSession;

// Edits whose labels name things by their titles, as forms do; those of core know keys alone.

/// Gives the services a value for the field, or its standard again where there is none, in one step:
/// "set “Replicas at most” of Orders".
Edit fieldEdit(const DesignSession& session, const std::vector<ServiceId>& ids, const std::string& field,
               const std::optional<FieldValue>& value);
/// "reset “Tries again” of Orders to Payments".
Edit fieldEdit(const Design& design, const ConnectionId& id, const std::string& field,
               const std::optional<FieldValue>& value);
/// `edit` counts or leaves out the lines that a form calls `title`: "leave “NAT gateways” out of the bill".
Edit withLinesTitle(Edit edit, const std::string& title, LineUse use);

}  // namespace tideline
