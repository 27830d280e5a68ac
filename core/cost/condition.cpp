// SPDX-License-Identifier: Apache-2.0
#include "core/cost/condition.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

using Facts = ServiceFacts;

std::string door(const Facts& facts, Host host) {
    return frontDoorOf(*facts.profile, host, facts.exposure);
}

bool fieldIs(const Facts& facts, std::string_view field, std::string_view value) {
    return facts.profile->text(field) == value;
}

constexpr std::array kConditions{
    Condition{"always", [](const CostModel&, const Facts&, Host) { return true; }},
    Condition{"cluster.billing=nodes",
              [](const CostModel& model, const Facts&, Host) { return model.cluster().billing != "pods"; }},
    Condition{"cluster.billing=pods",
              [](const CostModel& model, const Facts&, Host) { return model.cluster().billing == "pods"; }},
    Condition{"cluster.logSink=cloudwatch",
              [](const CostModel& model, const Facts&, Host) { return model.cluster().logSink != "none"; }},
    Condition{"exposure=public",
              [](const CostModel&, const Facts& facts, Host) { return facts.exposure == Exposure::Public; }},
    Condition{"frontDoor=http-api",
              [](const CostModel&, const Facts& facts, Host host) { return door(facts, host) == "http-api"; }},
    Condition{"frontDoor=rest-api",
              [](const CostModel&, const Facts& facts, Host host) { return door(facts, host) == "rest-api"; }},
    // Clients of a WebSocket API are connections, not entries, so it counts whoever sends the requests.
    Condition{"frontDoor=websocket-api",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "frontDoor", "websocket-api"); }},
    Condition{"function.vpc=true",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("inVpc"); }},
    Condition{"function.ephemeralMb>512",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->number("ephemeralMb") > 512; }},
    Condition{"function.provisionedSlots>0",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->number("provisionedSlots") > 0; }},
    Condition{"function.snapStart=paid",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "snapStart", "paid"); }},
    Condition{"tracing=xray",
              [](const CostModel& model, const Facts&, Host) {
                  return std::ranges::find(model.cluster().traceBackends, "x-ray") !=
                         model.cluster().traceBackends.end();
              }},
    Condition{"trigger=schedule",
              [](const CostModel&, const Facts& facts, Host) {
                  return facts.profile->role == Role::Job && !facts.profile->text("scheduleCron").empty();
              }},
    Condition{"backup=on", [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("backup"); }},
    Condition{"cache=persistent",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("persistent"); }},
    Condition{"engine=aurora",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "engine", "aurora"); }},
    Condition{"engine=rds", [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "engine", "rds"); }},
    Condition{"queue=fifo", [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("ordered"); }},
    Condition{"queue=standard",
              [](const CostModel&, const Facts& facts, Host) { return !facts.profile->flag("ordered"); }},
    Condition{"workflow=standard",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "workflowType", "standard"); }},
    Condition{"workflow=express",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "workflowType", "express"); }},
    Condition{"stream=kinesis",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "product", "kinesis"); }},
    Condition{"stream=msk",
              [](const CostModel&, const Facts& facts, Host) { return fieldIs(facts, "product", "msk"); }},
    Condition{"bus=archive", [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("archive"); }},
    Condition{"edge=stateful",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->flag("statefulObjects"); }},
    Condition{"service.gpus>0",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->number("gpus") > 0; }},
    Condition{"service.gpus=0",
              [](const CostModel&, const Facts& facts, Host) { return facts.profile->number("gpus") <= 0; }},
};

}  // namespace

std::span<const Condition> conditions() {
    return kConditions;
}

bool conditionHolds(std::string_view key, const CostModel& model, const ServiceFacts& facts, Host host) {
    const auto row = std::ranges::find(kConditions, key, &Condition::key);
    return row != kConditions.end() && row->holds(model, facts, host);
}

}  // namespace tideline
