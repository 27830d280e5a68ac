// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/calls.h"
#include "core/export/sam/workflow_part.h"
#include "core/json/json_value.h"
#include "core/targets/state_machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

JsonValue object(std::vector<std::pair<std::string, JsonValue>> members) {
    JsonValue value = JsonValue::object();
    for (auto& [name, member] : members) {
        value.set(std::move(name), std::move(member));
    }
    return value;
}

JsonValue listOf(std::vector<JsonValue> elements) {
    JsonValue value = JsonValue::list();
    for (JsonValue& element : elements) {
        value.add(std::move(element));
    }
    return value;
}

JsonValue retries(int attempts) {
    return listOf({object({{"ErrorEquals", listOf({"States.TaskFailed", "States.Timeout"})},
                           {"IntervalSeconds", 2},
                           {"MaxAttempts", attempts},
                           {"BackoffRate", 2},
                           {"JitterStrategy", "FULL"}})});
}

JsonValue catches() {
    return listOf({object({{"ErrorEquals", listOf({"States.ALL"})},
                           {"Assign", object({{"failure", "{% $states.errorOutput %}"}})},
                           {"Next", "Failed"}})});
}

/// A task with retries, a time limit and a way out. `next` empty: it ends its machine or map.
JsonValue task(const std::string& resource, JsonValue arguments, int timeoutS, int attempts, const std::string& next) {
    JsonValue state = object({{"Type", "Task"},
                              {"Resource", resource},
                              {"Arguments", std::move(arguments)},
                              {"TimeoutSeconds", timeoutS},
                              {"Retry", retries(attempts)}});
    if (next.empty()) {
        return state.set("End", true);
    }
    return state.set("Catch", catches()).set("Next", next);
}

JsonValue stepTask(const std::string& step, const std::string& input, const std::string& next) {
    JsonValue payload =
        object({{"step", step}, {"execution", "{% $states.context.Execution.Name %}"}, {"input", input}});
    JsonValue state =
        task("arn:aws:states:::lambda:invoke",
             object({{"FunctionName", "${StepFunction}"}, {"Payload", std::move(payload)}}), 900, 3, next);
    return state.set("Output", "{% $states.result.Payload %}");
}

/// A text of a person as a JSONata text: nothing in it may start an expression or a substitution.
Result<std::string> plainText(const std::string& text, const SamService& service) {
    if (text.find("${") != std::string::npos || text.find("{%") != std::string::npos) {
        return failure(
            fmt::format("the event '{}' holds '${{' or '{{%', which a state machine would evaluate; rename it", text),
            fmt::format("/services/{}", service.profile->id.text));
    }
    return text;
}

Result<JsonValue> publishArguments(const SamBuild& build, const SamService& service, const SamCall& call) {
    const auto event = std::ranges::find(call.variables, call.environment, [](const auto& row) { return row.first; });
    const std::string* type = std::get_if<std::string>(&event->second.variant());
    const std::string detailType = TRY(plainText(type == nullptr ? "" : *type, service));
    JsonValue entry = object({{"Source", eventSource(*build.plan, service)},
                              {"DetailType", detailType},
                              {"EventBusName", "${EVENT_BUS_NAME}"},
                              {"Detail", "{% $result %}"}});
    return object({{"Entries", listOf({std::move(entry)})}});
}

std::string stateName(const SamCall& call) {
    std::string name;
    bool isStart = true;
    for (const char c : call.name) {
        name += isStart && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        isStart = c == '_';
    }
    std::erase(name, '_');
    return name;
}

/// One state for one call: by the machine where it can, else by the function of its steps.
Result<JsonValue> callState(const SamBuild& build, const SamService& service, const SamCall& call,
                            const std::string& next) {
    const int timeoutS = std::max(5, call.timeoutMs / 1000);
    const int attempts = std::max(3, call.retries);
    const std::string& name = call.environment;
    switch (call.kind) {
    case SamCallKind::Publish:
        return task("arn:aws:states:::events:putEvents", TRY(publishArguments(build, service, call)), timeoutS,
                    attempts, next);
    case SamCallKind::Send: {
        JsonValue arguments =
            object({{"QueueUrl", fmt::format("${{{}_QUEUE_URL}}", name)}, {"MessageBody", "{% $result %}"}});
        if (call.to->profile->flag("ordered")) {
            arguments.set("MessageGroupId", service.slug);
        }
        return task("arn:aws:states:::sqs:sendMessage", std::move(arguments), timeoutS, attempts, next);
    }
    case SamCallKind::Invoke:
        return task("arn:aws:states:::lambda:invoke",
                    object({{"FunctionName", fmt::format("${{{}_FUNCTION}}", name)}, {"Payload", "{% $result %}"}}),
                    timeoutS, attempts, next);
    case SamCallKind::Start:
        return task(
            "arn:aws:states:::states:startExecution",
            object({{"StateMachineArn", fmt::format("${{{}_STATE_MACHINE_ARN}}", name)}, {"Input", "{% $result %}"}}),
            timeoutS, attempts, next);
    default: return stepTask(call.name, "{% $result %}", next);
    }
}

JsonValue checkState(const std::string& next) {
    JsonValue choice = object({{"Condition", "{% $type($states.input) = 'object' %}"}, {"Next", next}});
    return object({{"Type", "Choice"}, {"Choices", listOf({std::move(choice)})}, {"Default", "Rejected"}});
}

void addEnds(JsonValue& states) {
    states.set("Done", object({{"Type", "Succeed"}, {"Output", "{% $result %}"}}));
    states.set("Rejected", object({{"Type", "Fail"}, {"Error", "Rejected"}, {"Cause", "The input is no object"}}));
    states.set("Failed", object({{"Type", "Fail"},
                                 {"Error", "{% $exists($failure.Error) ? $failure.Error : 'Failed' %}"},
                                 {"Cause", "{% $string($failure) %}"}}));
}

Result<JsonValue> workflowStates(const SamBuild& build, const SamService& service, const SamDraft& draft) {
    JsonValue states = JsonValue::object();
    states.set("Check", checkState("Work"));
    const std::string first = draft.calls.empty() ? "Done" : stateName(draft.calls.front());
    states.set("Work", stepTask("work", "{% $states.input %}", first)
                           .set("Assign", object({{"result", "{% $states.result.Payload %}"}})));
    for (std::size_t i = 0; i < draft.calls.size(); ++i) {
        const std::string next = i + 1 < draft.calls.size() ? stateName(draft.calls[i + 1]) : "Done";
        states.set(stateName(draft.calls[i]), TRY(callState(build, service, draft.calls[i], next)));
    }
    addEnds(states);
    return states;
}

/// A job in pieces, each of them within what a function may take.
Result<JsonValue> jobStates(const SamBuild& build, const SamService& service, const SamDraft& draft) {
    JsonValue states = JsonValue::object();
    states.set("Check", checkState("Plan"));
    states.set("Plan", stepTask("plan", "{% $states.input %}", "Pieces"));
    JsonValue processor = object({{"ProcessorConfig", object({{"Mode", "DISTRIBUTED"}, {"ExecutionType", "STANDARD"}})},
                                  {"StartAt", "Piece"},
                                  {"States", object({{"Piece", stepTask("work", "{% $states.input %}", "")}})}});
    states.set("Pieces", object({{"Type", "Map"},
                                 {"Items", "{% $states.input.pieces %}"},
                                 {"MaxConcurrency", 10},
                                 {"ToleratedFailurePercentage", 0},
                                 {"ItemProcessor", std::move(processor)},
                                 {"Retry", retries(1)},
                                 {"Catch", catches()},
                                 {"Next", "Finish"}}));
    std::vector<SamCall> direct = draft.calls;
    std::erase_if(direct, [](const SamCall& call) { return !isDoneByMachine(call.kind); });
    states.set("Finish", stepTask("finish", "{% $states.input %}", direct.empty() ? "Done" : stateName(direct.front()))
                             .set("Assign", object({{"result", "{% $states.result.Payload %}"}})));
    for (std::size_t i = 0; i < direct.size(); ++i) {
        const std::string next = i + 1 < direct.size() ? stateName(direct[i + 1]) : "Done";
        states.set(stateName(direct[i]), TRY(callState(build, service, direct[i], next)));
    }
    addEnds(states);
    return states;
}

/// The definition that a person wrote, once every step of it leads to a state.
Result<std::string> ownDefinition(const std::string& definition, const std::string& place) {
    auto check = checkStateMachine(definition);
    if (!check) {
        return failure(describe(check.error()), place);
    }
    for (const auto& [from, to] : check->missing) {
        return failure(
            fmt::format("the step '{}' leads to '{}', which is no state", from.empty() ? "StartAt" : from, to), place);
    }
    return definition.ends_with('\n') ? definition : definition + "\n";
}

}  // namespace

Result<std::string> machineDefinition(const SamBuild& build, const SamService& service) {
    if (const std::string own = service.profile->text("definition"); !own.empty()) {
        return ownDefinition(own, fmt::format("/services/{}/fields/definition", service.profile->id.text));
    }
    const auto draft = build.drafts.find(service.profile->id);
    const SamDraft empty;
    const SamDraft& filled = draft == build.drafts.end() ? empty : draft->second;
    const bool isJob = service.profile->role == Role::Job;
    JsonValue states = TRY(isJob ? jobStates(build, service, filled) : workflowStates(build, service, filled));
    return jsonText(
        object({{"Comment", fmt::format("{}: retries with jitter, every failure ends in Failed", service.slug)},
                {"QueryLanguage", "JSONata"},
                {"StartAt", "Check"},
                {"TimeoutSeconds", isJob ? 21600 : 3600},
                {"States", std::move(states)}}));
}

}  // namespace tideline
