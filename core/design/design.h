// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/table.h"
#include "core/design/accepted_finding.h"
#include "core/design/connection.h"
#include "core/design/entry.h"
#include "core/design/service.h"
#include "core/design/settings.h"
#include "core/design/spot.h"
#include "core/design/topic.h"
#include "core/design/zone.h"

namespace tideline {

/// The whole document, as a value: copy it, compare it, hand it to another thread.
struct Design {
    std::string title;
    std::string description;  ///< what it shows, for a person; several lines allowed
    Table<Service> services;
    Table<Connection> connections;
    Table<Entry> entries;
    Table<Topic> topics;
    std::vector<Zone> zones;  ///< in the order of the board, from left to right
    Table<Spot> layout;       ///< a service without a spot has not been laid out yet
    DesignSettings settings;
    std::vector<AcceptedFinding> accepted;
    Extras extras;  ///< members this version does not know
    bool operator==(const Design&) const = default;
};

/// Ids of the rows of one table that differ between two designs, each list in id order.
template <class RowId>
struct TableChange {
    std::vector<RowId> added, removed, changed;
    bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
    bool operator==(const TableChange&) const = default;
};

/// What differs between two designs: all that a view needs to bring itself up to date.
struct DesignChange {
    TableChange<ServiceId> services;
    TableChange<ConnectionId> connections;
    TableChange<EntryId> entries;
    TableChange<TopicId> topics;
    TableChange<ServiceId> layout;
    bool zones = false;
    bool settings = false;
    bool text = false;      ///< title or description
    bool accepted = false;
    bool empty() const;
    /// False when only places, titles and the like moved: no figure can differ.
    bool affectsAnalysis() const;
    bool operator==(const DesignChange&) const = default;
};

DesignChange difference(const Design& before, const Design& after);

/// Requests per month of a design: the sum of its entries that are not background.
double requestsPerMonth(const Design& design);

}  // namespace tideline
