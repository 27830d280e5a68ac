// SPDX-License-Identifier: Apache-2.0
#include "core/edit/service_edits.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/edit/connection_edits.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// An edit of one service: `change` gets the row and may refuse.
Edit serviceEdit(const ServiceId& id, std::string label, std::string mergeKey,
                 std::function<Result<void>(Service&)> change) {
    return {.label = std::move(label),
            .mergeKey = std::move(mergeKey),
            .apply = [id, change](Design design) -> Result<Design> {
                Service service = TRY(serviceOf(design, id));
                TRY(change(service));
                design.services.put(std::move(service));
                return design;
            }};
}

Result<void> checkZone(const Design& design, const ZoneId& zone) {
    if (zone.text.empty() || std::ranges::find(design.zones, zone, &Zone::id) != design.zones.end()) {
        return {};
    }
    return failure(fmt::format("there is no lane '{}' in the design", shownText(zone.text)));
}

Result<Design> withPlacement(Design design, const Placement& placement) {
    Service service = TRY(serviceOf(design, placement.id));
    TRY(checkZone(design, placement.zone));
    service.host = placement.host;
    service.zone = placement.zone;
    design.services.put(std::move(service));
    if (placement.spot) {
        TRY(checkCoordinates(placement.spot->x, placement.spot->y));
        const Spot* former = design.layout.find(placement.id);
        Spot spot = former != nullptr ? *former : Spot{.id = placement.id};
        spot.x = placement.spot->x;
        spot.y = placement.spot->y;
        design.layout.put(std::move(spot));
    }
    return design;
}

void removeService(Design& design, const ServiceId& id) {
    std::vector<ConnectionId> connections;
    for (const Connection& connection : design.connections) {
        if (connection.from == id || connection.to == id) {
            connections.push_back(connection.id);
        }
    }
    for (const ConnectionId& connection : connections) {
        design.connections.remove(connection);
        std::erase_if(design.accepted,
                      [&connection](const AcceptedFinding& finding) { return finding.subject == connection.text; });
    }
    std::vector<EntryId> entries;
    for (const Entry& entry : design.entries) {
        if (entry.service == id) {
            entries.push_back(entry.id);
        }
    }
    for (const EntryId& entry : entries) {
        design.entries.remove(entry);
    }
    design.services.remove(id);
    design.layout.remove(id);
    design.settings.bill.off.erase(id.text);
    if (design.settings.bus.service == id.text) {
        design.settings.bus.service.clear();
    }
    std::erase_if(design.accepted, [&id](const AcceptedFinding& finding) { return finding.subject == id.text; });
}

bool areConnected(const Design& design, const Connection& wanted) {
    return std::ranges::any_of(design.connections.shared(), [&wanted](const auto& row) {
        return row->from == wanted.from && row->to == wanted.to && row->type == wanted.type;
    });
}

/// For every caller and every service called: one connection past the service that goes.
std::vector<Connection> joinedConnections(const Design& design, const ServiceId& id, IdSource& ids) {
    std::vector<Connection> joined;
    for (const Connection& in : design.connections) {
        for (const Connection& out : design.connections) {
            if (in.to != id || out.from != id || in.from == out.to) {
                continue;
            }
            Connection past{.from = in.from, .to = out.to, .type = out.type, .fields = out.fields};
            past.callsPerRequest = in.callsPerRequest * out.callsPerRequest;
            if (!areConnected(design, past)) {
                past.id = freeId(design.connections, ids, "connection");
                joined.push_back(std::move(past));
            }
        }
    }
    return joined;
}

std::string removalLabel(const Design& design, const std::vector<ServiceId>& services,
                         const std::vector<ConnectionId>& connections) {
    if (!services.empty()) {
        return "remove " + namesOf(design, services);
    }
    return connections.size() == 1 ? "remove the connection from " + nameOf(design, connections.front())
                                   : fmt::format("remove {} connections", connections.size());
}

}  // namespace

ServiceAddition addService(const Design& design, const NewService& service, IdSource& ids) {
    const ServiceId id = freeId(design.services, ids, idPrefix(service.kind));
    const auto apply = [id, service](Design before) -> Result<Design> {
        TRY(checkCoordinates(service.x, service.y));
        TRY(checkZone(before, service.zone));
        const std::string name = TRY(checkedName(service.name, "name"));
        if (before.services.size() >= limitOf(LimitId::DesignServices)) {
            return failure(
                fmt::format("a design holds at most {} services", shownCount(limitOf(LimitId::DesignServices))));
        }
        before.services.put({.id = id,
                             .name = freeName(before, name),
                             .kind = service.kind,
                             .host = service.host,
                             .zone = service.zone});
        before.layout.put({.id = id, .x = service.x, .y = service.y});
        return before;
    };
    return {.edit = {.label = "add " + freeName(design, service.name), .apply = apply}, .id = id};
}

Edit renameService(const Design& design, const ServiceId& id, const std::string& name) {
    return serviceEdit(id, "rename " + nameOf(design, id), "rename:" + id.text,
                       [name](Service& service) -> Result<void> {
                           service.name = TRY(checkedName(name, "name"));
                           return {};
                       });
}

Edit setField(const Design& design, const ServiceId& id, const std::string& field, const FieldValue& value) {
    return serviceEdit(id, fmt::format("change {} of {}", field, nameOf(design, id)),
                       fmt::format("field:{}:{}", id.text, field), [field, value](Service& service) -> Result<void> {
                           TRY(checkFieldValue(value));
                           service.fields[field] = value;
                           return {};
                       });
}

Edit resetField(const Design& design, const ServiceId& id, const std::string& field) {
    return serviceEdit(id, fmt::format("reset {} of {}", field, nameOf(design, id)),
                       fmt::format("field:{}:{}", id.text, field), [field](Service& service) -> Result<void> {
                           service.fields.erase(field);
                           return {};
                       });
}

Edit placeServices(const Design& design, const std::vector<Placement>& placements) {
    std::vector<ServiceId> ids;
    bool hostsChange = false;
    for (const Placement& placement : placements) {
        ids.push_back(placement.id);
        const Service* service = design.services.find(placement.id);
        hostsChange = hostsChange || (service != nullptr && service->host != placement.host);
    }
    std::string label = "move " + namesOf(design, ids);
    if (hostsChange) {
        label += fmt::format(" to {}", nameOf(placements.front().host));
    }
    return {.label = std::move(label), .apply = [placements](Design before) -> Result<Design> {
                for (const Placement& placement : placements) {
                    before = TRY(withPlacement(std::move(before), placement));
                }
                return before;
            }};
}

Edit pinServices(const Design& design, const std::vector<ServiceId>& ids, Pinning pinning) {
    const bool pinned = pinning == Pinning::Pinned;
    return {.label = (pinned ? "pin " : "unpin ") + namesOf(design, ids),
            .apply = [ids, pinned](Design before) -> Result<Design> {
                for (const ServiceId& id : ids) {
                    Service service = TRY(serviceOf(before, id));
                    service.pinned = pinned;
                    before.services.put(std::move(service));
                }
                return before;
            }};
}

Edit removeParts(const Design& design, const std::vector<ServiceId>& services,
                 const std::vector<ConnectionId>& connections) {
    return {.label = removalLabel(design, services, connections),
            .apply = [services, connections](Design before) -> Result<Design> {
                for (const ConnectionId& id : connections) {
                    TRY(connectionOf(before, id));
                }
                for (const ServiceId& id : services) {
                    TRY(serviceOf(before, id));
                }
                for (const ConnectionId& id : connections) {
                    before.connections.remove(id);
                    std::erase_if(before.accepted,
                                  [&id](const AcceptedFinding& finding) { return finding.subject == id.text; });
                }
                for (const ServiceId& id : services) {
                    removeService(before, id);
                }
                return before;
            }};
}

Edit removeAndJoin(const Design& design, const ServiceId& id, IdSource& ids) {
    return {.label = fmt::format("remove {} and join its connections", nameOf(design, id)),
            .apply = [id, joined = joinedConnections(design, id, ids)](Design before) -> Result<Design> {
                TRY(serviceOf(before, id));
                removeService(before, id);
                for (const Connection& connection : joined) {
                    before.connections.put(connection);
                }
                return before;
            }};
}

}  // namespace tideline
