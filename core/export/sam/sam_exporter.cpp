// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_exporter.h"

#include "core/export/names_report.h"
#include "core/export/sam/arrivals.h"
#include "core/export/sam/bridge_part.h"
#include "core/export/sam/call_circles.h"
#include "core/export/sam/calls.h"
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/deliveries.h"
#include "core/export/sam/deployed_count.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/hardened.h"
#include "core/export/sam/http_part.h"
#include "core/export/sam/own_triggers.h"
#include "core/export/sam/project_files.h"
#include "core/export/sam/sam_parts.h"
#include "core/export/sam/sample_events.h"
#include "core/export/sam/socket_part.h"
#include "core/export/sam/workflow_part.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::size_t kMostResources = 500;
constexpr std::size_t kMostBytes = 1'000'000;

Result<void> makeParts(SamBuild& build) {
    for (const SamPart& part : samParts()) {
        for (const SamService& service : build.plan->services) {
            if (service.shape == part.shape) {
                TRY(part.make(build, service));
            }
        }
    }
    return {};
}

/// "to_users", or with the connection's id where the caller calls the service twice.
std::string callName(const SamDraft& draft, const SamLink& link) {
    std::string name = "to_" + link.to->slug;
    std::ranges::replace(name, '-', '_');
    const bool isTaken = std::ranges::any_of(draft.calls, [&](const SamCall& call) { return call.name == name; });
    if (!isTaken) {
        return name;
    }
    std::string suffix = "_" + nameFor(link.connection->id.text, NameStyle::Label);
    std::ranges::replace(suffix, '-', '_');
    return name + suffix;
}

void takeLink(SamBuild& build, const SamLink& link) {
    if (isChannelOfCore(*link.from) && runsCode(link.to->shape)) {
        build.note(*link.to,
                   fmt::format("what '{0}' carries does not reach '{1}' in the template: its brokers run in the "
                               "cluster; draw '{0}' as managed (Kafka as the product msk), or let a "
                               "service of the core hand it on",
                               link.from->profile->name, link.to->profile->name));
        return;
    }
    if (deliverOver(build, link) || !runsCode(link.from->shape)) {
        return;
    }
    if (std::optional<SamCall> call = callOver(build, link)) {
        SamDraft& draft = build.draft(*link.from);
        call->name = callName(draft, link);
        draft.calls.push_back(std::move(*call));
    }
}

/// Mails are sent by SES, which no service on the canvas stands for.
void addMailCall(SamBuild& build, const SamService& service) {
    if (!usesPolicy(service, "SESCrudPolicy")) {
        return;
    }
    SamCall call;
    call.kind = SamCallKind::Mail;
    call.name = "to_mailbox";
    call.environment = "SENDER";
    call.rights = {sendMail()};
    call.variables = {{"SENDER_ADDRESS", build.tmpl.use("SenderAddress")}};
    build.draft(service).calls.push_back(std::move(call));
}

Result<void> addCode(SamBuild& build, const SamService& service) {
    if (service.shape == SamShape::StateMachine) {
        TRY(addMachine(build, service));
    }
    if (service.shape == SamShape::Socket) {
        addSocketApi(build, service);
    }
    SamDraft& draft = build.draft(service);
    for (const SamCall& call : std::vector<SamCall>(draft.calls)) {
        takeCall(draft, call);
    }
    std::ranges::copy(sampleEvents(build, service), std::back_inserter(build.files));
    return addFunction(build, service);
}

Result<void> addServices(SamBuild& build) {
    TRY(makeParts(build));
    for (const SamLink& link : build.plan->links) {
        takeLink(build, link);
    }
    for (const SamService& service : build.plan->services) {
        if (runsCode(service.shape)) {
            TRY(addOwnTriggers(build, service));
            addMailCall(build, service);
        }
    }
    for (const SamService& service : build.plan->services) {
        if (runsCode(service.shape)) {
            TRY(addCode(build, service));
        }
    }
    for (const SamService& service : build.plan->services) {
        if (service.shape == SamShape::Site) {
            allowOrigin(build, service);
        }
    }
    return addBridge(build);
}

void addStage(SamBuild& build) {
    YamlList stages;
    for (const std::string& stage : build.plan->options->environments) {
        stages.emplace_back(stage);
    }
    const std::string first =
        build.plan->options->environments.empty() ? "dev" : build.plan->options->environments.front();
    build.tmpl.addParameter(
        {"Stage", "Operation",
         YamlMembers{
             {"Type", "String"}, {"Default", first}, {"AllowedValues", stages}, {"Description", "Deployment stage"}}});
}

bool hasFunctions(const SamBuild& build) {
    return std::ranges::any_of(build.tmpl.resources(),
                               [](const auto& row) { return row.second.type == "AWS::Serverless::Function"; });
}

/// True where a tag names the stage: it is in every function's tags and in those of tagged resources.
bool usesStage(const YamlValue& value) {
    const auto anyOf = [](const auto& rows, auto project) {
        return std::ranges::any_of(rows, [&](const auto& row) { return usesStage(project(row)); });
    };
    if (const YamlMembers* members = std::get_if<YamlMembers>(&value.variant())) {
        return anyOf(*members, [](const auto& member) -> const YamlValue& { return member.second; });
    }
    if (const YamlList* list = std::get_if<YamlList>(&value.variant())) {
        return anyOf(*list, [](const YamlValue& element) -> const YamlValue& { return element; });
    }
    const std::string* text = std::get_if<std::string>(&value.variant());
    return text != nullptr && !value.tag.empty() && (*text == "Stage" || text->find("${Stage}") != std::string::npos);
}

Result<YamlValue> templateValue(SamBuild& build) {
    YamlValue globals = hasFunctions(build) ? functionGlobals(build) : YamlValue();
    if (build.plan->isHardened()) {
        harden(build);
    }
    YamlValue resources = build.tmpl.resourceValues();
    if (hasFunctions(build) || usesStage(resources)) {
        addStage(build);
    }
    const std::string text = build.plan->title.empty() ? build.plan->application : build.plan->title;
    const YamlValue description = TRY(cfnPlainDescription(text + ": the serverless edge", "/title"));
    YamlValue value = YamlMembers{{"AWSTemplateFormatVersion", "2010-09-09"},
                                  {"Transform", "AWS::Serverless-2016-10-31"},
                                  {"Description", description}};
    const auto put = [&](const std::string& name, YamlValue section) {
        const YamlMembers* members = std::get_if<YamlMembers>(&section.variant());
        if (members != nullptr && !members->empty()) {
            value.set(name, std::move(section));
        }
    };
    if (!std::get<YamlMembers>(build.tmpl.parameters().variant()).empty()) {
        put("Metadata", build.tmpl.interface());
    }
    put("Parameters", build.tmpl.parameters());
    put("Conditions", build.tmpl.conditions());
    put("Globals", std::move(globals));
    put("Resources", std::move(resources));
    put("Outputs", build.tmpl.outputs());
    return value;
}

Result<void> checkTemplate(const SamBuild& build, const std::string& text) {
    if (!build.tmpl.clashes().empty()) {
        return failure(fmt::format("two elements come to the same logical id '{}'; rename one of them",
                                   build.tmpl.clashes().front()),
                       "template.yaml");
    }
    const auto functions =
        std::ranges::count_if(build.plan->services, [](const SamService& service) { return runsCode(service.shape); });
    const std::string remedy =
        fmt::format("move a part of its {} functions, and the stores and queues that only they use, into a design of "
                    "its own that draws the same event bus",
                    functions);
    if (const std::size_t count = deployedCount(build.tmpl); count > kMostResources) {
        return failure(fmt::format("the stack would hold {} resources, of which CloudFormation takes {}; {}", count,
                                   kMostResources, remedy),
                       "template.yaml");
    }
    if (text.size() > kMostBytes) {
        return failure(fmt::format("the template would have {} bytes, of which CloudFormation takes {}; {}",
                                   text.size(), kMostBytes, remedy),
                       "template.yaml");
    }
    return {};
}

std::map<std::string, std::string> logicalIds(const SamPlan& plan) {
    std::map<std::string, std::string> ids;
    for (const SamService& service : plan.services) {
        ids.emplace(service.profile->id.text, service.logicalId);
    }
    return ids;
}

bool isNothing(const SamPlan& plan) {
    return std::ranges::all_of(plan.services, [](const SamService& service) {
        return service.shape == SamShape::Core || service.shape == SamShape::LeftOut ||
               service.shape == SamShape::Outside;
    });
}

}  // namespace

Result<SamParameters> samParametersOf(const SamPlan& plan) {
    if (isNothing(plan)) {
        return SamParameters();
    }
    SamBuild build;
    build.plan = &plan;
    TRY(addServices(build));
    return SamParameters{.hasResources = !build.tmpl.resources().empty(),
                         .required = build.tmpl.requiredParameters(),
                         .takesCoreGroup = build.tmpl.uses("CoreSecurityGroupId"),
                         .makesBrokers = std::ranges::any_of(
                             plan.services, [](const SamService& each) { return each.shape == SamShape::Topic; }),
                         .takesCluster = build.tmpl.uses("EksClusterName")};
}

Result<ExportBundle> buildSam(const Analysis& analysis, const ExportOptions& options) {
    const SamPlan plan = TRY(samPlan(analysis, options));
    ExportBundle bundle;
    bundle.notes = plan.notes;
    if (isNothing(plan)) {
        bundle.notes.push_back(
            {"", "no service is drawn on functions or as a managed service: there is nothing for SAM"});
        return bundle;
    }
    TRY(checkCallCircles(plan));
    SamBuild build;
    build.plan = &plan;
    TRY(addServices(build));
    if (build.tmpl.resources().empty()) {
        std::ranges::copy(build.notes, std::back_inserter(bundle.notes));
        bundle.notes.push_back(
            {"", "what is drawn needs no resource of AWS before it is connected: there is nothing for SAM"});
        return bundle;
    }
    const YamlValue value = TRY(templateValue(build));
    std::string text = TRY(yamlText(value, {.order = YamlOrder::AsGiven}));
    TRY(checkTemplate(build, text));
    build.files.push_back({"template.yaml", std::move(text)});
    build.files.push_back(namesFile(plan.bridge, analysis.figures.resolved, logicalIds(plan)));
    std::ranges::copy(arrivalFiles(build), std::back_inserter(build.files));
    std::ranges::copy(projectFiles(build), std::back_inserter(build.files));
    std::ranges::sort(build.files);
    bundle.files = std::move(build.files);
    std::ranges::copy(build.notes, std::back_inserter(bundle.notes));
    return bundle;
}

}  // namespace tideline
