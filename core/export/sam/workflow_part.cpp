// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/workflow_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sample_events.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

bool isExpress(const SamService& service) {
    return service.profile->role != Role::Job && service.profile->text("workflowType", "standard") == "express";
}

/// Step Functions delivers logs by actions that know no resource.
YamlValue logDelivery() {
    return cfnAllow("DeliverLogs",
                    {"logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery",
                     "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy",
                     "logs:DescribeResourcePolicies", "logs:DescribeLogGroups"},
                    "*");
}

/// A distributed map starts executions of its own machine. The policy stands apart from the role, because the role
/// comes before the machine.
void addMapPolicy(SamBuild& build, const SamService& service) {
    const std::string machine = service.logicalId + "Machine";
    YamlList statements;
    statements.push_back(cfnAllow("StartPieces", {"states:StartExecution"}, cfnRef(machine)));
    statements.push_back(cfnAllow(
        "FollowPieces", {"states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"},
        cfnSub(fmt::format(
            "arn:${{AWS::Partition}}:states:${{AWS::Region}}:${{AWS::AccountId}}:execution:${{{}.Name}}/*", machine))));
    build.tmpl.add(machine + "MapPolicy",
                   {.type = "AWS::IAM::RolePolicy",
                    .properties = YamlMembers{{"PolicyName", "distributed-map"},
                                              {"RoleName", cfnRef(machine + "Role")},
                                              {"PolicyDocument", cfnPolicy(std::move(statements))}}});
}

/// The names that the definition leaves to the template.
YamlValue substitutionsOf(const SamService& service, const SamDraft& machine) {
    YamlMembers substitutions{{"StepFunction", cfnAttribute(functionIdOf(service), "Arn")}};
    for (const auto& [name, value] : machine.environment) {
        const bool isText = name.starts_with("EVENT_") && name != "EVENT_BUS_NAME";
        if (!isText) {
            substitutions.emplace_back(name, value);
        }
    }
    return substitutions;
}

YamlValue machineProperties(const SamBuild& build, const SamService& service, const SamDraft& machine) {
    YamlList policies = policiesOf(machine);
    policies.push_back(cfnPolicy({logDelivery()}));
    YamlMembers destination{{"CloudWatchLogsLogGroup",
                             YamlMembers{{"LogGroupArn", cfnAttribute(service.logicalId + "MachineLogGroup", "Arn")}}}};
    YamlValue properties = YamlMembers{{"Type", isExpress(service) ? "EXPRESS" : "STANDARD"},
                                       {"DefinitionUri", fmt::format("statemachine/{}.asl.json", service.slug)},
                                       {"DefinitionSubstitutions", substitutionsOf(service, machine)},
                                       {"Tracing", YamlMembers{{"Enabled", true}}},
                                       {"Logging", YamlMembers{{"Level", "ALL"},
                                                               {"IncludeExecutionData", false},
                                                               {"Destinations", YamlList{std::move(destination)}}}},
                                       {"Policies", std::move(policies)}};
    if (build.plan->isCalledByCore(service)) {
        properties.set("Name", build.plan->bridge.sharedName(*service.profile));
    }
    if (!machine.events.empty()) {
        properties.set("Events", machine.events);
    }
    properties.set("Tags", YamlMembers{{"app", build.plan->application}, {"stage", cfnRef("Stage")}});
    return properties;
}

/// Parts the draft: first what the machine does, then what is left for the function of its steps.
std::pair<SamDraft, SamDraft> partedDraft(const SamDraft& draft, const SamService& service) {
    SamDraft machine;
    machine.events = draft.events;
    machine.calls = draft.calls;
    SamDraft function;
    for (const SamCall& call : draft.calls) {
        if (isDoneByMachine(call.kind)) {
            takeCall(machine, call);
        } else {
            function.calls.push_back(call);
        }
    }
    grant(machine, invoke(functionIdOf(service)));
    function.triggers = {{.kind = SamTriggerKind::Task, .sample = service.slug + "-step"}};
    return {std::move(machine), std::move(function)};
}

}  // namespace

bool isDoneByMachine(SamCallKind kind) {
    return kind == SamCallKind::Publish || kind == SamCallKind::Send || kind == SamCallKind::Invoke ||
           kind == SamCallKind::Start;
}

Result<void> addMachine(SamBuild& build, const SamService& service) {
    const std::string machine = service.logicalId + "Machine";
    std::string definition = TRY(machineDefinition(build, service));
    build.files.push_back({fmt::format("statemachine/{}.asl.json", service.slug), std::move(definition)});
    std::ranges::copy(sampleEvents(build, service), std::back_inserter(build.files));
    auto [machineDraft, functionDraft] = partedDraft(build.draft(service), service);
    build.tmpl.add(machine, {.type = "AWS::Serverless::StateMachine",
                             .properties = machineProperties(build, service, machineDraft),
                             .comment = "The state machine; its definition stands in statemachine/"});
    addLogGroup(build, machine + "LogGroup",
                cfnSub(fmt::format("/aws/vendedlogs/states/${{AWS::StackName}}-{}", service.slug)));
    addAlarm(build, {.id = machine + "FailedAlarm",
                     .description = fmt::format("Executions of {} fail", service.slug),
                     .space = "AWS/States",
                     .metric = "ExecutionsFailed",
                     .dimensions = {{"StateMachineArn", cfnRef(machine)}}});
    if (service.profile->role == Role::Job) {
        addMapPolicy(build, service);
    }
    build.tmpl.addOutput(machine + "Arn", "State machine to start", cfnRef(machine));
    build.draft(service) = std::move(functionDraft);
    return {};
}

}  // namespace tideline
