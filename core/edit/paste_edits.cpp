// SPDX-License-Identifier: Apache-2.0
#include "core/edit/paste_edits.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

using NewIds = std::map<ServiceId, ServiceId>;

/// What the fragment becomes in the design: rows with ids of their own, names and zones fitted in when it is applied.
struct Copies {
    std::vector<Service> services;
    std::vector<Connection> connections;
    std::vector<Entry> entries;
    std::vector<Topic> topics;
    std::vector<Spot> spots;
};

Copies copiesOf(const Design& design, const Design& fragment, const NewIds& newIds, IdSource& ids) {
    Copies copies;
    for (Service service : fragment.services) {
        service.id = newIds.at(service.id);
        copies.services.push_back(std::move(service));
    }
    for (Connection connection : fragment.connections) {
        if (newIds.contains(connection.from) && newIds.contains(connection.to)) {
            connection.id = freeId(design.connections, ids, "connection");
            connection.from = newIds.at(connection.from);
            connection.to = newIds.at(connection.to);
            copies.connections.push_back(std::move(connection));
        }
    }
    for (Entry entry : fragment.entries) {
        if (newIds.contains(entry.service)) {
            entry.id = freeId(design.entries, ids, "entry");
            entry.service = newIds.at(entry.service);
            copies.entries.push_back(std::move(entry));
        }
    }
    for (Topic topic : fragment.topics) {
        topic.id = freeId(design.topics, ids, "topic");
        copies.topics.push_back(std::move(topic));
    }
    return copies;
}

void addCopies(Design& design, const Copies& copies) {
    for (Service service : copies.services) {
        service.name = freeName(design, service.name);
        if (std::ranges::find(design.zones, service.zone, &Zone::id) == design.zones.end()) {
            service.zone = {};
        }
        design.services.put(std::move(service));
    }
    for (const Connection& connection : copies.connections) {
        design.connections.put(connection);
    }
    for (const Entry& entry : copies.entries) {
        design.entries.put(entry);
    }
    for (const Spot& spot : copies.spots) {
        design.layout.put(spot);
    }
    for (const Topic& topic : copies.topics) {
        const auto known = [&topic](const auto& other) { return other->name == topic.name; };
        if (std::ranges::none_of(design.topics.shared(), known)) {
            design.topics.put(topic);
        }
    }
}

Result<Design> withCopies(Design design, const Copies& copies) {
    if (copies.services.empty()) {
        return failure("there is nothing to paste");
    }
    if (design.services.size() + copies.services.size() > limitOf(LimitId::DesignServices)) {
        return failure(fmt::format("a design holds at most {} services", shownCount(limitOf(LimitId::DesignServices))));
    }
    for (const Spot& spot : copies.spots) {
        TRY(checkCoordinates(spot.x, spot.y));
    }
    addCopies(design, copies);
    return design;
}

}  // namespace

Design fragmentOf(const Design& design, const std::vector<ServiceId>& ids) {
    Design fragment;
    fragment.title = design.title;
    fragment.zones = design.zones;
    for (const ServiceId& id : ids) {
        if (const Service* service = design.services.find(id)) {
            fragment.services.put(*service);
        }
        if (const Spot* spot = design.layout.find(id)) {
            fragment.layout.put(*spot);
        }
    }
    const auto has = [&fragment](const ServiceId& id) { return fragment.services.contains(id); };
    std::vector<FieldValue> events;
    for (const Connection& connection : design.connections) {
        if (has(connection.from) && has(connection.to)) {
            fragment.connections.put(connection);
            if (const auto event = connection.fields.find("event"); event != connection.fields.end()) {
                events.push_back(event->second);
            }
        }
    }
    for (const Entry& entry : design.entries) {
        if (has(entry.service)) {
            fragment.entries.put(entry);
        }
    }
    for (const Topic& topic : design.topics) {
        if (std::ranges::find(events, FieldValue(topic.name)) != events.end()) {
            fragment.topics.put(topic);
        }
    }
    return fragment;
}

Pasted pasteFragment(const Design& design, const Design& fragment, Offset offset, IdSource& ids) {
    NewIds newIds;
    Pasted pasted;
    for (const Service& service : fragment.services) {
        const ServiceId id = freeId(design.services, ids, idPrefix(service.kind));
        newIds.emplace(service.id, id);
        pasted.ids.push_back(id);
    }
    Copies copies = copiesOf(design, fragment, newIds, ids);
    for (const Spot& spot : fragment.layout) {
        if (newIds.contains(spot.id)) {
            copies.spots.push_back({.id = newIds.at(spot.id), .x = spot.x + offset.dx, .y = spot.y + offset.dy});
        }
    }
    std::vector<ServiceId> originals;
    for (const auto& [original, copy] : newIds) {
        originals.push_back(original);
    }
    pasted.edit = {.label = "paste " + namesOf(fragment, originals),
                   .apply = [copies](Design before) { return withCopies(std::move(before), copies); }};
    return pasted;
}

namespace {

/// With the first number behind it that no topic has: "OrderPlaced 2".
std::string freeTopicName(const Design& design, const Design& fragment, const std::string& name) {
    const auto isTaken = [&](const std::string& wanted) {
        const auto named = [&wanted](const auto& topic) { return topic->name == wanted; };
        return std::ranges::any_of(design.topics.shared(), named) ||
               std::ranges::any_of(fragment.topics.shared(), named);
    };
    int number = 2;
    while (isTaken(fmt::format("{} {}", name, number))) {
        ++number;
    }
    return fmt::format("{} {}", name, number);
}

/// Below the topics that stand there; 0, which means no place yet, stays.
double freeTopicHeight(const Design& design, const Design& fragment, double y) {
    constexpr double kStep = 46;  // a pill and the gap below it
    const auto isNear = [&y](const auto& topic) { return std::abs(topic->y - y) < kStep; };
    while (y != 0 && (std::ranges::any_of(design.topics.shared(), isNear) ||
                      std::ranges::any_of(fragment.topics.shared(), isNear))) {
        y += kStep;
    }
    return y;
}

/// The topic under a name of its own in the fragment, and the events of the fragment's connections with it.
void renameIn(Design& fragment, const Design& design, Topic topic, Offset offset) {
    const std::string former = topic.name;
    fragment.topics.remove(topic.id);
    topic.name = freeTopicName(design, fragment, former);
    topic.y = freeTopicHeight(design, fragment, topic.y == 0 ? 0 : topic.y + offset.dy);
    fragment.topics.put(topic);
    const Design before = fragment;
    for (Connection connection : before.connections) {
        const auto event = connection.fields.find("event");
        if (event != connection.fields.end() && event->second == FieldValue(former)) {
            event->second = topic.name;
            fragment.connections.put(std::move(connection));
        }
    }
}

}  // namespace

Pasted duplicateServices(const Design& design, const std::vector<ServiceId>& services, Offset offset, IdSource& ids) {
    return duplicateParts(design, services, {}, offset, ids);
}

Pasted duplicateParts(const Design& design, const std::vector<ServiceId>& services, const std::vector<TopicId>& topics,
                      Offset offset, IdSource& ids) {
    Design fragment = fragmentOf(design, services);
    for (const TopicId& id : topics) {
        if (const Topic* topic = design.topics.find(id)) {
            renameIn(fragment, design, *topic, offset);
        }
    }
    Pasted pasted = pasteFragment(design, fragment, offset, ids);
    pasted.edit.label = "duplicate " + namesOf(design, services);
    return pasted;
}

}  // namespace tideline
