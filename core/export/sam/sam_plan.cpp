// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_plan.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/variable_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace tideline {

namespace {

struct ShapeRow {
    std::string_view resource;
    SamShape shape;
};

/// What a kind's resources make of a service, on each host: the first row that the kind names.
constexpr std::array kFunctionShapes{
    ShapeRow{"AWS::Serverless::StateMachine", SamShape::StateMachine},
    ShapeRow{"AWS::Serverless::WebSocketApi", SamShape::Socket},
    ShapeRow{"AWS::Serverless::Function", SamShape::Function},
};
constexpr std::array kManagedShapes{
    ShapeRow{"AWS::Events::EventBus", SamShape::Bus},
    ShapeRow{"AWS::IoT::TopicRule", SamShape::Devices},
    ShapeRow{"AWS::Kinesis::Stream", SamShape::Stream},
    ShapeRow{"AWS::SQS::Queue", SamShape::Queue},
    ShapeRow{"AWS::DynamoDB::Table", SamShape::Table},
    ShapeRow{"AWS::RDS::DBInstance", SamShape::Database},
    ShapeRow{"AWS::ElastiCache::ReplicationGroup", SamShape::Cache},
    ShapeRow{"AWS::OpenSearchService::Domain", SamShape::Search},
    ShapeRow{"AWS::CloudFront::Distribution", SamShape::Site},
    ShapeRow{"AWS::S3::Bucket", SamShape::Bucket},
    ShapeRow{"AWS::Serverless::HttpApi", SamShape::Gateway},
    ShapeRow{"AWS::KinesisFirehose::DeliveryStream", SamShape::LogDelivery},
    ShapeRow{"AWS::Glue::Job", SamShape::GlueJob},
};

SamShape firstShape(const ServiceProfile& profile, std::span<const ShapeRow> rows) {
    const auto row = std::ranges::find_if(rows, [&](const ShapeRow& r) { return makesResource(profile, r.resource); });
    return row == rows.end() ? SamShape::LeftOut : row->shape;
}

SamShape shapeOf(const ServiceProfile& profile) {
    if (profile.role == Role::External) {
        return SamShape::Outside;
    }
    switch (profile.host) {
    case Host::Kubernetes: return SamShape::Core;
    case Host::Function: return firstShape(profile, kFunctionShapes);
    case Host::Managed: return isManagedKafka(profile) ? SamShape::Topic : firstShape(profile, kManagedShapes);
    case Host::Wasm: return SamShape::LeftOut;
    }
    return SamShape::LeftOut;
}

std::string whyLeftOut(const ServiceProfile& profile) {
    if (profile.host == Host::Wasm) {
        return fmt::format("'{}' runs on Wasm, which SAM does not take; it is not in the template", profile.name);
    }
    return fmt::format("'{}' ({} as {}) has no resource that this target makes; it is not in the template",
                       profile.name, profile.kind->title, nameOf(profile.host));
}

Result<void> checkTexts(const ServiceProfile& profile) {
    const std::string place = fmt::format("/services/{}/name", profile.id.text);
    if (profile.name.empty()) {
        return failure("the service has no name; give it one", place);
    }
    TRY(cfnLiteral(profile.name, place));
    return {};
}

Result<std::string> eventOf(const Connection& connection) {
    const auto at = connection.fields.find("event");
    const std::string* event = at == connection.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (event == nullptr || event->empty()) {
        return std::string();
    }
    const std::string place = fmt::format("/connections/{}/event", connection.id.text);
    TRY(cfnLiteral(*event, place));
    if (event->size() > 128) {
        return failure(
            fmt::format("the event's name has {} bytes; EventBridge takes a detail-type of 128", event->size()), place);
    }
    return *event;
}

/// First parts of logical ids that the exporter's own resources, parameters and macros take.
constexpr std::array<std::string_view, 9> kReservedIds{"Ref",  "Fn",   "AWS",       "Edge",  "Api",
                                                       "Data", "Core", "Processed", "Access"};

std::vector<NameRequest> nameRequests(const Analysis& analysis) {
    std::vector<NameRequest> requests;
    for (const ServiceProfile& profile : analysis.figures.resolved.services) {
        requests.push_back({profile.id.text, profile.name});
    }
    return requests;
}

void noteChanges(const NameMap& names, std::vector<ExportNote>& notes) {
    for (const NameChange& change : names.changes()) {
        notes.push_back({change.id, fmt::format("'{}': {}", change.text, change.reason)});
    }
}

Result<void> nameServices(SamPlan& plan) {
    const std::vector<ServiceProfile>& profiles = plan.analysis->figures.resolved.services;
    for (const ServiceProfile& profile : profiles) {
        TRY(checkTexts(profile));
    }
    plan.bridge = TRY(bridgeOf(*plan.analysis));
    plan.application = plan.bridge.settings.application;
    const std::vector<NameRequest> requests = nameRequests(*plan.analysis);
    const NameMap logicalIds = TRY(NameMap::of(requests, NameStyle::LogicalId, kReservedIds));
    const NameMap variables = TRY(variableNames(plan.analysis->figures.resolved));
    noteChanges(plan.bridge.labels, plan.notes);
    for (const ServiceProfile& profile : profiles) {
        const std::string& id = profile.id.text;
        plan.services.push_back({&profile, shapeOf(profile), logicalIds[id], plan.bridge.labels[id], variables[id]});
    }
    return {};
}

Result<std::vector<SamLink>> linksOf(const SamPlan& plan) {
    const auto& connections = plan.analysis->figures.design.connections;
    std::vector<NameRequest> requests;
    for (const Connection& connection : connections) {
        requests.push_back({connection.id.text, connection.id.text});
    }
    const NameMap names = TRY(NameMap::of(requests, NameStyle::LogicalId));
    std::vector<SamLink> links;
    for (const Connection& connection : connections) {
        SamLink link;
        link.connection = &connection;
        link.from = plan.find(connection.from);
        link.to = plan.find(connection.to);
        link.event = TRY(eventOf(connection));
        link.logicalId = names[connection.id.text];
        if (link.from != nullptr && link.to != nullptr) {
            links.push_back(std::move(link));
        }
    }
    return links;
}

std::vector<ExportNote> leftOutNotes(const SamPlan& plan) {
    std::vector<ExportNote> notes;
    for (const SamService& service : plan.services) {
        if (service.shape == SamShape::LeftOut) {
            notes.push_back({service.profile->id.text, whyLeftOut(*service.profile)});
        }
    }
    for (const ServiceId& id : plan.analysis->figures.resolved.unknownKinds) {
        const Service* service = plan.analysis->figures.design.services.find(id);
        notes.push_back(
            {id.text, fmt::format("'{}' is of a kind that this version does not know; it is not in the template",
                                  service == nullptr ? id.text : service->name)});
    }
    return notes;
}

}  // namespace

bool SamLink::flag(std::string_view field, bool standard) const {
    const auto at = connection->fields.find(std::string(field));
    const bool* value = at == connection->fields.end() ? nullptr : std::get_if<bool>(&at->second);
    return value == nullptr ? standard : *value;
}

double SamLink::number(std::string_view field, double standard) const {
    const auto at = connection->fields.find(std::string(field));
    const double* value = at == connection->fields.end() ? nullptr : std::get_if<double>(&at->second);
    return value == nullptr ? standard : *value;
}

const SamService* SamPlan::find(const ServiceId& id) const {
    const auto at = std::ranges::find(services, id, [](const SamService& service) { return service.profile->id; });
    return at == services.end() ? nullptr : &*at;
}

std::vector<const SamLink*> SamPlan::linksFrom(const SamService& service) const {
    std::vector<const SamLink*> found;
    for (const SamLink& link : links) {
        if (link.from == &service) {
            found.push_back(&link);
        }
    }
    return found;
}

std::vector<const SamLink*> SamPlan::linksTo(const SamService& service) const {
    std::vector<const SamLink*> found;
    for (const SamLink& link : links) {
        if (link.to == &service) {
            found.push_back(&link);
        }
    }
    return found;
}

bool SamPlan::isCalledByCore(const SamService& service) const {
    return std::ranges::any_of(links, [&](const SamLink& link) {
        return link.to == &service && link.from->shape == SamShape::Core && link.from->profile->role != Role::Channel;
    });
}

bool SamPlan::hasEntry(const SamService& service) const {
    const auto& entries = analysis->figures.design.entries;
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry& entry) { return entry.service == service.profile->id && !entry.background; });
}

bool SamPlan::hasFrontDoor(const SamService& service) const {
    const std::string door = service.profile->text("frontDoor", "http-api");
    return door == "http-api" || door == "rest-api";
}

std::string SamPlan::choice(std::string_view key, std::string_view standard) const {
    const FieldValues& exports = analysis->figures.design.settings.exports;
    const auto at = exports.find(std::string(key));
    const std::string* value = at == exports.end() ? nullptr : std::get_if<std::string>(&at->second);
    return value == nullptr ? std::string(standard) : *value;
}

Result<SamPlan> samPlan(const Analysis& analysis, const ExportOptions& options) {
    SamPlan plan;
    plan.analysis = &analysis;
    plan.options = &options;
    plan.title = analysis.figures.design.title;
    TRY(cfnLiteral(plan.title, "/title"));
    TRY(cfnLiteral(analysis.figures.design.description, "/description"));
    TRY(nameServices(plan));
    plan.links = TRY(linksOf(plan));
    std::ranges::copy(leftOutNotes(plan), std::back_inserter(plan.notes));
    return plan;
}

bool usesResource(const SamService& service, std::string_view type) {
    return makesResource(*service.profile, type);
}

bool usesEvent(const SamService& service, std::string_view type) {
    const Hosting* hosting = service.profile->hosting();
    return hosting != nullptr && hosting->sam &&
           std::ranges::find(hosting->sam->events, type) != hosting->sam->events.end();
}

bool usesPolicy(const SamService& service, std::string_view name) {
    const Hosting* hosting = service.profile->hosting();
    return hosting != nullptr && hosting->sam &&
           std::ranges::find(hosting->sam->policies, name) != hosting->sam->policies.end();
}

bool runsCode(SamShape shape) {
    return shape == SamShape::Function || shape == SamShape::StateMachine || shape == SamShape::Socket;
}

}  // namespace tideline
