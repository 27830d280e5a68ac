// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

namespace tideline::test {

/// Draws small designs in one expression each. Connections get the ids "c1", "c2", ... and entries "e1", "e2", ...
class DesignBuilder {
public:
    DesignBuilder& service(std::string id, std::string kind = "http-api", Host host = Host::Kubernetes,
                           FieldValues fields = {});
    DesignBuilder& call(std::string from, std::string to, double callsPerRequest, FieldValues fields = {});
    DesignBuilder& send(std::string from, std::string to, double callsPerRequest, FieldValues fields = {});
    DesignBuilder& data(std::string from, std::string to, double callsPerRequest, FieldValues fields = {});
    DesignBuilder& entry(std::string service, double monthly, std::string profile = "steady");
    DesignBuilder& backgroundEntry(std::string service, double monthly, std::string profile = "steady");

    Design design;

private:
    DesignBuilder& connect(Connection connection);
};

}  // namespace tideline::test
