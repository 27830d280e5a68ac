// SPDX-License-Identifier: Apache-2.0
#include "core/design/design.h"

namespace tideline {

namespace {

/// Walks both tables in id order at once; rows that both share are skipped by their address.
template <class Row>
TableChange<decltype(Row::id)> tableChange(const Table<Row>& before, const Table<Row>& after) {
    TableChange<decltype(Row::id)> change;
    const auto old = before.shared();
    const auto now = after.shared();
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < old.size() || k < now.size()) {
        if (k == now.size() || (i < old.size() && old[i]->id < now[k]->id)) {
            change.removed.push_back(old[i++]->id);
        } else if (i == old.size() || now[k]->id < old[i]->id) {
            change.added.push_back(now[k++]->id);
        } else {
            if (old[i] != now[k] && !(*old[i] == *now[k])) {
                change.changed.push_back(now[k]->id);
            }
            ++i;
            ++k;
        }
    }
    return change;
}

}  // namespace

bool DesignChange::empty() const {
    return !affectsAnalysis() && topics.empty() && layout.empty() && !text && !accepted;
}

bool DesignChange::affectsAnalysis() const {
    return !services.empty() || !connections.empty() || !entries.empty() || zones || settings;
}

DesignChange difference(const Design& before, const Design& after) {
    return {
        .services = tableChange(before.services, after.services),
        .connections = tableChange(before.connections, after.connections),
        .entries = tableChange(before.entries, after.entries),
        .topics = tableChange(before.topics, after.topics),
        .layout = tableChange(before.layout, after.layout),
        .zones = before.zones != after.zones,
        .settings = before.settings != after.settings,
        .text = before.title != after.title || before.description != after.description,
        .accepted = before.accepted != after.accepted,
    };
}

double requestsPerMonth(const Design& design) {
    double sum = 0;
    for (const Entry& entry : design.entries) {
        sum += entry.background ? 0 : entry.monthly;
    }
    return sum;
}

}  // namespace tideline
