// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"
#include "widgets/canvas/stage.h"

namespace tideline {

/// The connection that runs under the middle of a card which is about to be dropped, without those that are in the
/// hand.
std::optional<ConnectionId> connectionUnder(const CanvasStage& stage, QPointF middle);

/// Whether a service of the kind could receive from the one end and call the other.
bool canStandBetween(const CanvasStage& stage, const ConnectionId& connection, const ServiceKind& kind);

/// Leads the connection through the service: two connections instead of one, each of the type that its kinds want. The
/// first keeps the calls of the old one. Nothing where the service is connected with one of the ends already, or could
/// not be.
std::optional<Edit> spliceEdit(const Design& design, const Catalog& catalog, const ConnectionId& connection,
                               const ServiceId& service, IdSource& ids);

/// "Between Order service and Database".
QString spliceWords(const CanvasStage& stage, const ConnectionId& connection);

}  // namespace tideline
