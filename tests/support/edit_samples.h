// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/new_design.h"

namespace tideline::test {

/// API calls Orders twice; Orders has 1,000,000 requests a month of its own and sends half an event OrderPlaced each to
/// Mail, a function.
inline Design threeServices() {
    Design design = newDesign();
    design.title = "Shop";
    const auto add = [&](const char* id, const char* name, Host host, double x) {
        Service service;
        service.id = {id};
        service.name = name;
        service.kind = "http-api";
        service.host = host;
        design.services.put(service);
        design.layout.put({.id = {id}, .x = x, .y = 52});
    };
    add("api", "API", Host::Kubernetes, 16);
    add("orders", "Orders", Host::Kubernetes, 248);
    add("mail", "Mail", Host::Function, 648);
    Connection call;
    call.id = {"c1"};
    call.from = {"api"};
    call.to = {"orders"};
    call.callsPerRequest = 2;
    design.connections.put(call);
    Connection event;
    event.id = {"c2"};
    event.from = {"orders"};
    event.to = {"mail"};
    event.type = ConnectionType::Async;
    event.callsPerRequest = 0.5;
    event.fields["event"] = "OrderPlaced";
    design.connections.put(event);
    design.topics.put({.id = {"t1"}, .name = "OrderPlaced", .y = 60, .extras = {}});
    Entry entry;
    entry.id = {"e1"};
    entry.service = {"orders"};
    entry.monthly = 1'000'000;
    design.entries.put(entry);
    return design;
}

}  // namespace tideline::test
