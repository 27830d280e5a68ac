// SPDX-License-Identifier: Apache-2.0
#include "core/file/repairs.h"

#include "core/base/shown_text.h"
#include "core/design/new_design.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

void repairZones(Design& design, std::vector<std::string>& sentences) {
    if (design.zones.empty()) {
        design.zones = newDesign().zones;
        sentences.emplace_back("The design had no lanes; it has the three usual ones now.");
    }
}

void repairServices(Design& design, std::vector<std::string>& sentences) {
    const Table<Service> services = design.services;
    for (const Service& service : services) {
        const bool nameless = service.name.find_first_not_of(" \t\r\n") == std::string::npos;
        const bool astray = !service.zone.text.empty() &&
                            std::ranges::find(design.zones, service.zone, &Zone::id) == design.zones.end();
        if (!nameless && !astray) {
            continue;
        }
        Service repaired = service;
        if (nameless) {
            sentences.push_back(
                fmt::format("The service '{}' had no name; its id stands for it.", shownText(service.id.text)));
            repaired.name = service.id.text;
        }
        if (astray) {
            sentences.push_back(fmt::format("The lane '{}' of '{}' is not there; it stands in the first that takes it.",
                                            shownText(service.zone.text), shownText(repaired.name)));
            repaired.zone = {};
        }
        design.services.put(std::move(repaired));
    }
}

void repairConnections(Design& design, std::vector<std::string>& sentences) {
    const Table<Connection> connections = design.connections;
    for (const Connection& connection : connections) {
        const bool fromThere = design.services.contains(connection.from);
        const bool toThere = design.services.contains(connection.to);
        if (fromThere && toThere && connection.from != connection.to) {
            continue;
        }
        design.connections.remove(connection.id);
        const std::string id = shownText(connection.id.text);
        const ServiceId& missing = fromThere ? connection.to : connection.from;
        sentences.push_back(fromThere && toThere
                                ? fmt::format("The connection '{}' led from '{}' to itself; it was left out.", id,
                                              shownText(connection.from.text))
                                : fmt::format("The connection '{}' needs the service '{}', which is not there; it was "
                                              "left out.",
                                              id, shownText(missing.text)));
    }
}

void repairEntries(Design& design, std::vector<std::string>& sentences) {
    const Table<Entry> entries = design.entries;
    for (const Entry& entry : entries) {
        if (!design.services.contains(entry.service)) {
            design.entries.remove(entry.id);
            sentences.push_back(
                fmt::format("The entry '{}' needs the service '{}', which is not there; it was left out.",
                            shownText(entry.id.text), shownText(entry.service.text)));
        }
    }
}

void repairLayout(Design& design, std::vector<std::string>& sentences) {
    const Table<Spot> layout = design.layout;
    for (const Spot& spot : layout) {
        if (!design.services.contains(spot.id)) {
            design.layout.remove(spot.id);
            sentences.push_back(
                fmt::format("The spot of '{}' was left out; there is no such service.", shownText(spot.id.text)));
        }
    }
}

}  // namespace

std::vector<std::string> repair(Design& design) {
    std::vector<std::string> sentences;
    repairZones(design, sentences);
    repairServices(design, sentences);
    repairConnections(design, sentences);
    repairEntries(design, sentences);
    repairLayout(design, sentences);
    const std::string& bus = design.settings.bus.service;
    if (!bus.empty() && !design.services.contains({bus})) {
        sentences.push_back(fmt::format("The event bus '{}' is not there; the design has none now.", shownText(bus)));
        design.settings.bus.service.clear();
    }
    return sentences;
}

}  // namespace tideline
