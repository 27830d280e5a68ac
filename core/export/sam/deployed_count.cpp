// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/deployed_count.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct CountRow {
    std::string_view name;
    std::size_t added;
};

/// What a resource brings with it, beside what stands for itself.
constexpr std::array kByType{
    CountRow{"AWS::Serverless::Function", 1},       // role
    CountRow{"AWS::Serverless::StateMachine", 1},   // role
    CountRow{"AWS::Serverless::HttpApi", 1},        // stage
    CountRow{"AWS::Serverless::Api", 2},            // stage, deployment
    CountRow{"AWS::Serverless::WebSocketApi", 10},  // stage; route, integration and permission of three routes
};

/// What an event of a function or state machine becomes.
constexpr std::array kByEvent{
    CountRow{"EventBridgeRule", 2},  // rule, permission or role
    CountRow{"ScheduleV2", 2},       // schedule, role
    CountRow{"CloudWatchLogs", 2},   // subscription, permission
    CountRow{"SQS", 1},
    CountRow{"Kinesis", 1},
    CountRow{"MSK", 1},
    CountRow{"SelfManagedKafka", 1},
    CountRow{"HttpApi", 1},  // permission
    CountRow{"Api", 1},      // permission
};

/// What a property of a function becomes.
constexpr std::array kByProperty{
    CountRow{"EventInvokeConfig", 1}, CountRow{"FunctionUrlConfig", 1},
    CountRow{"AutoPublishAlias", 2},  // version, alias
};

template <class Rows>
std::size_t addedBy(const Rows& rows, std::string_view name) {
    const auto row = std::ranges::find(rows, name, &CountRow::name);
    return row == rows.end() ? 0 : row->added;
}

std::size_t addedByEvents(const YamlValue& events) {
    std::size_t count = 0;
    for (const auto& [name, event] : std::get<YamlMembers>(events.variant())) {
        const YamlValue* type = event.find("Type");
        count += type == nullptr ? 0 : addedBy(kByEvent, std::get<std::string>(type->variant()));
    }
    return count;
}

}  // namespace

std::size_t deployedCount(const SamTemplate& tmpl) {
    std::size_t count = 0;
    for (const auto& [name, resource] : tmpl.resources()) {
        count += 1 + addedBy(kByType, resource.type);
        if (const YamlValue* events = resource.properties.find("Events")) {
            count += addedByEvents(*events);
        }
        for (const CountRow& row : kByProperty) {
            count += resource.properties.find(row.name) == nullptr ? 0 : row.added;
        }
    }
    return count;
}

}  // namespace tideline
