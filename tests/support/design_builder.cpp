// SPDX-License-Identifier: Apache-2.0
#include "tests/support/design_builder.h"

#include <fmt/core.h>

namespace tideline::test {

DesignBuilder& DesignBuilder::service(std::string id, std::string kind, Host host, FieldValues fields) {
    design.services.put({.id = {id}, .name = id, .kind = std::move(kind), .fields = std::move(fields), .host = host});
    return *this;
}

DesignBuilder& DesignBuilder::connect(Connection connection) {
    connection.id.text = fmt::format("c{}", design.connections.size() + 1);
    design.connections.put(std::move(connection));
    return *this;
}

DesignBuilder& DesignBuilder::call(std::string from, std::string to, double callsPerRequest, FieldValues fields) {
    return connect({.from = {std::move(from)},
                    .to = {std::move(to)},
                    .type = ConnectionType::Sync,
                    .callsPerRequest = callsPerRequest,
                    .fields = std::move(fields)});
}

DesignBuilder& DesignBuilder::send(std::string from, std::string to, double callsPerRequest, FieldValues fields) {
    return connect({.from = {std::move(from)},
                    .to = {std::move(to)},
                    .type = ConnectionType::Async,
                    .callsPerRequest = callsPerRequest,
                    .fields = std::move(fields)});
}

DesignBuilder& DesignBuilder::data(std::string from, std::string to, double callsPerRequest, FieldValues fields) {
    return connect({.from = {std::move(from)},
                    .to = {std::move(to)},
                    .type = ConnectionType::Data,
                    .callsPerRequest = callsPerRequest,
                    .fields = std::move(fields)});
}

DesignBuilder& DesignBuilder::entry(std::string service, double monthly, std::string profile) {
    design.entries.put({.id = {fmt::format("e{}", design.entries.size() + 1)},
                        .service = {std::move(service)},
                        .monthly = monthly,
                        .profile = std::move(profile)});
    return *this;
}

DesignBuilder& DesignBuilder::backgroundEntry(std::string service, double monthly, std::string profile) {
    design.entries.put({.id = {fmt::format("e{}", design.entries.size() + 1)},
                        .service = {std::move(service)},
                        .monthly = monthly,
                        .profile = std::move(profile),
                        .background = true});
    return *this;
}

}  // namespace tideline::test
