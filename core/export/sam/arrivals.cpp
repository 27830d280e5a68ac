// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/arrivals.h"

#include "core/export/sam/bridge_part.h"
#include "core/export/sam/calls.h"
#include "core/export/sam/function_part.h"
#include "core/json/json_value.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

JsonValue object(std::vector<std::pair<std::string, JsonValue>> members) {
    JsonValue value = JsonValue::object();
    for (auto& [name, member] : members) {
        value.set(std::move(name), std::move(member));
    }
    return value;
}

/// Logical id of what takes the events of a connection from a bus; empty where nothing does.
std::string takerOf(const SamBuild& build, const SamLink& link) {
    const Bridge& bridge = build.plan->bridge;
    switch (link.to->shape) {
    case SamShape::Function:
    case SamShape::Socket: return functionIdOf(*link.to);
    case SamShape::StateMachine: return link.to->logicalId + "Machine";
    case SamShape::Queue:
    case SamShape::Topic: return link.to->logicalId + "Queue";
    case SamShape::Stream: return link.to->logicalId + "Stream";
    case SamShape::Core: {
        const CoreInbox* inbox = bridge.inbox(link.to->profile->id, link.from->profile->id);
        return inbox != nullptr ? inboxQueueId(*build.plan, *inbox) : pushDestinationId(*build.plan, link);
    }
    default: return {};
    }
}

/// Connections into the bus over which somebody publishes what `link` hears.
std::vector<const SamLink*> publishersOf(const SamBuild& build, const SamLink& link) {
    std::vector<const SamLink*> found = build.plan->linksTo(*link.from);
    std::erase_if(found, [&](const SamLink* into) {
        const bool publishes = runsCode(into->from->shape) || into->from->shape == SamShape::Core ||
                               into->from->shape == SamShape::Devices;
        const bool isHeard = link.event.empty() ? into->from != link.to : publishedEvent(*into) == link.event;
        return !publishes || !isHeard;
    });
    return found;
}

struct Arrival {
    std::string file, source, event, taker;
    const SamService* bus = nullptr;
    std::vector<std::string> others;  ///< that it reaches as well
};

/// Who hears everything on the bus, whoever sends it.
std::vector<std::string> takersOfAll(const SamBuild& build, const SamService& bus) {
    std::vector<std::string> takers;
    for (const SamLink* link : build.plan->linksFrom(bus)) {
        std::string taker = link->event.empty() ? takerOf(build, *link) : std::string();
        if (!taker.empty() && std::ranges::count(takers, taker) == 0) {
            takers.push_back(std::move(taker));
        }
    }
    return takers;
}

/// One for each publisher; where the design draws none, one from outside it.
std::vector<Arrival> arrivalsOver(const SamBuild& build, const SamLink& link) {
    const std::string taker = takerOf(build, link);
    if (taker.empty()) {
        return {};
    }
    const std::string name = nameFor(link.connection->id.text, NameStyle::Label);
    std::vector<Arrival> arrivals;
    for (const SamLink* into : publishersOf(build, link)) {
        arrivals.push_back({.file = name + "-" + nameFor(into->connection->id.text, NameStyle::Label),
                            .source = eventSource(*build.plan, *into->from),
                            .event = publishedEvent(*into),
                            .taker = taker,
                            .bus = link.from});
    }
    if (arrivals.empty()) {
        arrivals.push_back({.file = name,
                            .source = build.plan->application + ".sample",
                            .event = link.event.empty() ? "SampleEvent" : link.event,
                            .taker = taker,
                            .bus = link.from,
                            .others = takersOfAll(build, *link.from)});
        std::erase(arrivals.back().others, taker);
    }
    return arrivals;
}

JsonValue putEvents(const SamBuild& build, const Arrival& arrival) {
    JsonValue entries = JsonValue::list();
    entries.add(object({{"EventBusName", build.plan->bridge.channelName(*arrival.bus->profile)},
                        {"Source", arrival.source},
                        {"DetailType", arrival.event},
                        {"Detail", fmt::format(R"({{"id":"{}"}})", arrival.file)}}));
    return object({{"Entries", std::move(entries)}});
}

}  // namespace

std::vector<ExportFile> arrivalFiles(const SamBuild& build) {
    std::vector<ExportFile> files;
    JsonValue index = JsonValue::list();
    for (const SamLink& link : build.plan->links) {
        if (link.from->shape != SamShape::Bus) {
            continue;
        }
        for (const Arrival& arrival : arrivalsOver(build, link)) {
            const std::string path = "events/put/" + arrival.file + ".json";
            index.add(object({{"event", path}, {"reaches", arrival.taker}}));
            for (const std::string& other : arrival.others) {
                index.add(object({{"event", path}, {"reaches", other}}));
            }
            files.push_back({path, jsonText(putEvents(build, arrival))});
        }
    }
    if (!files.empty()) {
        files.push_back({"events/arrivals.json", jsonText(index)});
    }
    return files;
}

}  // namespace tideline
