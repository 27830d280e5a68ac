// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/function_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/language.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/telemetry_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr std::string_view kGlobalRuntime = "python3.13";

int whole(double number, int least, int most) {
    return std::clamp(static_cast<int>(std::lround(number)), least, most);
}

bool isAnyTrigger(const SamDraft& draft, SamTriggerKind kind) {
    return std::ranges::any_of(draft.triggers, [&](const SamTrigger& trigger) { return trigger.kind == kind; });
}

YamlValue eventInvokeConfig(SamBuild& build) {
    return YamlMembers{
        {"MaximumRetryAttempts", 2},
        {"MaximumEventAgeInSeconds", 3600},
        {"DestinationConfig",
         YamlMembers{{"OnFailure", YamlMembers{{"Type", "SQS"}, {"Destination", edgeDeadLetters(build)}}}}}};
}

YamlValue vpcConfig(SamBuild& build) {
    if (build.tmpl.uses("PrivateSubnetIds")) {
        return YamlMembers{{"SubnetIds", build.tmpl.use("PrivateSubnetIds")},
                           {"SecurityGroupIds", YamlList{cfnAttribute("EdgeSecurityGroup", "GroupId")}}};
    }
    const std::string condition = build.tmpl.when("InVpc");
    return cfnOnlyIf(condition, YamlMembers{{"SubnetIds", build.tmpl.use("VpcSubnetIds")},
                                            {"SecurityGroupIds", build.tmpl.use("VpcSecurityGroupIds")}});
}

void setCode(YamlValue& properties, const SamService& service, const SamLanguage& language) {
    properties.set("CodeUri", fmt::format("src/{}/", service.slug));
    properties.set("Handler", language.handler);
    if (language.runtime != kGlobalRuntime) {
        properties.set("Runtime", language.runtime);
    }
}

void setSize(YamlValue& properties, const SamService& service) {
    const ServiceProfile& profile = *service.profile;
    properties.set("MemorySize", whole(profile.number("functionMemoryMb", 256), 128, 10240));
    properties.set("Timeout", timeoutOf(service));
    if (profile.text("architecture", "arm64") == "x86_64") {
        properties.set("Architectures", YamlList{"x86_64"});
    }
    if (profile.number("ephemeralMb", 512) > 512) {
        properties.set("EphemeralStorage",
                       YamlMembers{{"Size", whole(profile.number("ephemeralMb", 512), 512, 10240)}});
    }
    // A state machine works on many pieces at once; its own executions keep apart.
    if (profile.kind->isConstrained("exactly-one") && service.shape == SamShape::Function) {
        properties.set("ReservedConcurrentExecutions", 1);
    }
    if (const double slots = profile.number("provisionedSlots"); slots >= 1) {
        properties.set("AutoPublishAlias", "live");
        properties.set("ProvisionedConcurrencyConfig",
                       YamlMembers{{"ProvisionedConcurrentExecutions", whole(slots, 1, 10000)}});
    }
}

/// A snapshot of the started process takes Java's start away; it excludes slots that are kept warm and larger disks.
void setSnapshots(YamlValue& properties, const SamService& service, const SamLanguage& language) {
    const bool excludes =
        service.profile->number("provisionedSlots") >= 1 || service.profile->number("ephemeralMb", 512) > 512;
    if (language.runtime.starts_with("java") && !excludes) {
        properties.set("AutoPublishAlias", "live").set("SnapStart", YamlMembers{{"ApplyOn", "PublishedVersions"}});
    }
}

YamlValue environmentOf(SamBuild& build, const SamService& service, const SamLanguage& language) {
    YamlMembers variables{{"POWERTOOLS_SERVICE_NAME", service.slug}};
    std::ranges::copy(build.draft(service).environment, std::back_inserter(variables));
    std::ranges::copy(telemetryVariables(build, service, language), std::back_inserter(variables));
    return YamlMembers{{"Variables", std::move(variables)}};
}

void addFunctionAlarms(SamBuild& build, const SamService& service) {
    const std::string function = functionIdOf(service);
    addAlarm(build, {.id = service.logicalId + "ErrorsAlarm",
                     .description = fmt::format("{} returns errors", service.slug),
                     .space = "AWS/Lambda",
                     .metric = "Errors",
                     .dimensions = {{"FunctionName", cfnRef(function)}}});
    addAlarm(build, {.id = service.logicalId + "ThrottlesAlarm",
                     .description = fmt::format("{} is throttled", service.slug),
                     .space = "AWS/Lambda",
                     .metric = "Throttles",
                     .dimensions = {{"FunctionName", cfnRef(function)}}});
}

/// How far readers may be behind, by what starts them.
struct BehindRow {
    SamTriggerKind kind;
    std::string_view metric, behind;
    double most;
};
constexpr std::array kBehind{
    BehindRow{SamTriggerKind::Stream, "IteratorAge", "more than ten minutes behind its stream", 600'000},
    BehindRow{SamTriggerKind::Topic, "OffsetLag", "more than ten thousand records behind its topic", 10'000},
};

void addBehindAlarms(SamBuild& build, const SamService& service, const SamDraft& draft) {
    for (const BehindRow& row : kBehind) {
        if (isAnyTrigger(draft, row.kind)) {
            addAlarm(build, {.id = fmt::format("{}{}Alarm", service.logicalId, row.metric),
                             .description = fmt::format("{} is {}", service.slug, row.behind),
                             .space = "AWS/Lambda",
                             .metric = std::string(row.metric),
                             .dimensions = {{"FunctionName", cfnRef(functionIdOf(service))}},
                             .statistic = "Maximum",
                             .threshold = row.most});
        }
    }
}

Result<YamlValue> propertiesOf(SamBuild& build, const SamService& service, const SamLanguage& language) {
    const SamDraft& draft = build.draft(service);
    YamlValue properties = YamlValue::mapping();
    setCode(properties, service, language);
    if (build.plan->isCalledByCore(service) && service.shape != SamShape::StateMachine) {
        properties.set("FunctionName", build.plan->bridge.sharedName(*service.profile));
    }
    const std::string place = fmt::format("/services/{}/name", service.profile->id.text);
    properties.set("Description", TRY(cfnDescription(service.profile->name, place, 256)));
    setSize(properties, service);
    setSnapshots(properties, service, language);
    properties.set("LoggingConfig", YamlMembers{{"LogGroup", cfnRef(service.logicalId + "LogGroup")}});
    if (draft.isAsynchronous) {
        properties.set("EventInvokeConfig", eventInvokeConfig(build));
    }
    const bool isAttached = draft.joinsVpc || service.profile->flag("inVpc");
    if (isAttached && !build.plan->isHardened()) {
        properties.set("VpcConfig", vpcConfig(build));
    }
    properties.set("Environment", environmentOf(build, service, language));
    setTelemetryLayer(build, language, properties);
    if (const YamlList policies = policiesOf(draft); !policies.empty()) {
        properties.set("Policies", policies);
    }
    if (isAnyTrigger(draft, SamTriggerKind::Http) && !build.plan->hasFrontDoor(service)) {
        properties.set("FunctionUrlConfig", YamlMembers{{"AuthType", "AWS_IAM"}});
    }
    if (!draft.events.empty()) {
        properties.set("Events", draft.events);
    }
    return properties;
}

}  // namespace

std::string functionIdOf(const SamService& service) {
    return service.logicalId + (service.shape == SamShape::StateMachine ? "StepFunction" : "Function");
}

int timeoutOf(const SamService& service) {
    const double given = service.profile->number("functionTimeoutS", service.profile->role == Role::Service ? 10 : 60);
    // API Gateway ends a call after 30 s (HTTP) or 29 s (REST, WebSocket).
    return whole(given, 1, service.profile->role == Role::Service ? 29 : 900);
}

std::string busySeconds(const SamService& service) {
    return std::to_string(timeoutOf(service) + 5);
}

Result<void> addFunction(SamBuild& build, const SamService& service) {
    const LanguageChoice choice = languageOf(service);
    if (!choice.missing.empty()) {
        build.note(service,
                   fmt::format("'{}' would be written for the runtime '{}', for which there is no scaffold yet; its "
                               "function is written in {}",
                               service.profile->name, choice.missing, choice.language->title));
    }
    CfnResource resource{.type = "AWS::Serverless::Function"};
    resource.properties = TRY(propertiesOf(build, service, *choice.language));
    resource.metadata = choice.language->metadata == nullptr ? YamlValue() : choice.language->metadata();
    const SamDraft& draft = build.draft(service);
    build.tmpl.add(functionIdOf(service), std::move(resource));
    addLogGroup(build, service.logicalId + "LogGroup");
    addFunctionAlarms(build, service);
    addBehindAlarms(build, service, draft);
    std::ranges::copy(choice.language->files(build, service), std::back_inserter(build.files));
    return {};
}

YamlValue functionGlobals(SamBuild& build) {
    YamlMembers variables{{"POWERTOOLS_METRICS_NAMESPACE", build.plan->application}, {"POWERTOOLS_LOG_LEVEL", "INFO"}};
    YamlValue globals =
        YamlMembers{{"Runtime", kGlobalRuntime},
                    {"Architectures", YamlList{"arm64"}},
                    {"MemorySize", 256},
                    {"Timeout", 10},
                    {"Tracing", "Active"},
                    {"LoggingConfig",
                     YamlMembers{{"LogFormat", "JSON"}, {"ApplicationLogLevel", "INFO"}, {"SystemLogLevel", "WARN"}}},
                    {"Environment", YamlMembers{{"Variables", std::move(variables)}}},
                    {"Tags", YamlMembers{{"app", build.plan->application}, {"stage", cfnRef("Stage")}}}};
    if (build.plan->isHardened()) {
        globals.set("KmsKeyArn", cfnAttribute("DataKey", "Arn"));
        globals.set("ReservedConcurrentExecutions",
                    cfnOnlyIf(build.tmpl.when("HasReserved"), build.tmpl.use("ReservedConcurrency")));
        globals.set("DeadLetterQueue", YamlMembers{{"Type", "SQS"}, {"TargetArn", edgeDeadLetters(build)}});
        globals.set("VpcConfig", vpcConfig(build));
    }
    return YamlMembers{{"Function", std::move(globals)}};
}

}  // namespace tideline
