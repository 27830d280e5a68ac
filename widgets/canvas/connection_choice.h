// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/edit/connection_edits.h"

#include <QString>

namespace tideline {

/// The connection that a line from one service to another would make, by what both are for.
struct ConnectionChoice {
    NewConnection connection;
    QString words;    ///< "Calls Payment service"
    QString icon;
    QString refusal;  ///< why there can be none; empty where there can
    QString remedy;
    bool isRefused() const { return !refusal.isEmpty(); }
};

ConnectionChoice connectionChoice(const Design& design, const Catalog& catalog, const ServiceId& from,
                                  const ServiceId& to);
/// Whether services of the kind can take a line from `from`, or give one to it; for the filter of quick add.
bool canReceive(const ServiceKind& from, const ServiceKind& to);

/// The service that is the bus: the one that the settings name, else the first channel in the bus lane.
ServiceId busOf(const Design& design, const Catalog& catalog);

/// An event from a service through a topic to another one: the connections that lack, and the topic where there is
/// none of that name. Empty ids stand for "not that half".
Edit eventThroughTopic(const Design& design, const ServiceId& bus, const ServiceId& from, const ServiceId& to,
                       const std::string& topic, IdSource& ids);
/// "orders.sent" of "Orders", with a number where that is taken by another service.
std::string topicNameFor(const Design& design, const ServiceId& from);

}  // namespace tideline
