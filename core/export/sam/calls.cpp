// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/calls.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/language.h"
#include "core/export/sam/topic_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

SamCall startOf(const SamLink& link, SamCallKind kind) {
    SamCall call;
    call.kind = kind;
    call.to = link.to;
    call.environment = link.to->environment;
    call.isRead = !link.flag("writes", true);
    call.timeoutMs = static_cast<int>(link.number("timeoutMs", 5000));
    call.retries = static_cast<int>(link.number("retries", 0));
    return call;
}

SamCall toBus(SamBuild& build, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Publish);
    const std::string bus = link.to->logicalId + "Bus";
    call.rights = {publishTo(bus)};
    call.environment = "EVENT_" + restyled(nameFor(link.connection->id.text, NameStyle::Label), NameStyle::Variable);
    call.variables = {{"EVENT_BUS_NAME", cfnRef(bus)},
                      {"EVENT_SOURCE", eventSource(*build.plan, *link.from)},
                      {call.environment, *cfnLiteral(publishedEvent(link), "")}};
    return call;
}

SamCall toQueueOf(const SamLink& link, const std::string& queue) {
    SamCall call = startOf(link, SamCallKind::Send);
    call.rights = {sendTo(queue)};
    call.variables = {{call.environment + "_QUEUE_URL", cfnRef(queue)}};
    return call;
}

SamCall toQueue(SamBuild&, const SamLink& link) {
    return toQueueOf(link, link.to->logicalId + "Queue");
}

SamCall toStream(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::PutRecord);
    const std::string stream = link.to->logicalId + "Stream";
    call.rights = {putInto(stream)};
    call.variables = {{call.environment + "_STREAM", cfnRef(stream)}};
    return call;
}

/// Pods speak to the brokers themselves, at addresses of their manifests; functions send to the queue of the writer.
SamCall toTopic(SamBuild& build, const SamLink& link) {
    if (link.from->shape != SamShape::Core) {
        return toQueueOf(link, link.to->logicalId + "Queue");
    }
    SamCall call = startOf(link, SamCallKind::Send);
    call.rights = {writeTopic(topicNames(build, *link.to))};
    return call;
}

SamCall toBucket(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Objects);
    const std::string bucket = link.to->logicalId + "Bucket";
    call.rights = {call.isRead ? readObjects(bucket) : readAndWriteObjects(bucket)};
    call.variables = {{call.environment + "_BUCKET", cfnRef(bucket)}};
    return call;
}

SamCall toTable(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Items);
    const std::string table = link.to->logicalId + "Table";
    call.rights = {call.isRead ? readItems(table) : readAndWriteItems(table)};
    call.variables = {{call.environment + "_TABLE", cfnRef(table)}};
    return call;
}

SamCall toDatabase(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Query);
    const std::string& id = link.to->logicalId;
    call.joinsVpc = true;
    if (link.from->shape == SamShape::Core) {
        call.rights = {readSecret(id, cfnAttribute(id + "Database", "MasterUserSecret.SecretArn"))};
        return call;
    }
    call.rights = {connectAs(id + "Proxy", "app")};
    call.variables = {{call.environment + "_HOST", cfnAttribute(id + "Proxy", "Endpoint")},
                      {call.environment + "_PORT", "5432"},
                      {call.environment + "_DATABASE", "app"},
                      {call.environment + "_USER", "app"}};
    return call;
}

SamCall toCache(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Cached);
    const std::string& id = link.to->logicalId;
    call.joinsVpc = true;
    call.rights = {readSecret(id, cfnRef(id + "Secret"))};
    call.variables = {{call.environment + "_HOST", cfnAttribute(id + "Cache", "PrimaryEndPoint.Address")},
                      {call.environment + "_PORT", "6379"},
                      {call.environment + "_SECRET_ARN", cfnRef(id + "Secret")}};
    return call;
}

SamCall toSearch(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Search);
    const std::string domain = link.to->logicalId + "Domain";
    call.joinsVpc = true;
    call.rights = {searchIn(domain)};
    call.variables = {{call.environment + "_URL", cfnSub(fmt::format("https://${{{}.DomainEndpoint}}", domain))}};
    return call;
}

SamCall toFunction(SamBuild&, const SamLink& link) {
    if (link.connection->type == ConnectionType::Async) {
        return toQueueOf(link, link.to->logicalId + "Queue");
    }
    SamCall call = startOf(link, SamCallKind::Invoke);
    const std::string function = functionIdOf(*link.to);
    call.rights = {invoke(function)};
    call.variables = {{call.environment + "_FUNCTION", cfnRef(function)}};
    return call;
}

SamCall toMachine(SamBuild&, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Start);
    const std::string machine = link.to->logicalId + "Machine";
    call.rights = {startMachine(machine)};
    call.variables = {{call.environment + "_STATE_MACHINE_ARN", cfnRef(machine)}};
    return call;
}

/// An address by a parameter, because it is not made here.
YamlValue addressParameter(SamBuild& build, const SamService& to, const std::string& standard) {
    const std::string name = to.logicalId + "Url";
    build.tmpl.addParameter({name, "Addresses",
                             YamlMembers{{"Type", "String"},
                                         {"Default", standard},
                                         {"AllowedPattern", "^https?://[^ ]+$"},
                                         {"Description", fmt::format("Address of {}", to.slug)}}});
    return cfnRef(name);
}

/// The name of a secret by a parameter; never its value.
SamGrant secretParameter(SamBuild& build, const SamService& to, SamCall& call) {
    const std::string name = to.logicalId + "SecretName";
    build.tmpl.addParameter(
        {name, "Addresses",
         YamlMembers{{"Type", "String"},
                     {"Default", build.plan->bridge.secretKey(to.profile->id)},
                     {"AllowedPattern", "^[A-Za-z0-9/_+=.@-]{1,500}$"},
                     {"Description", fmt::format("Name of the secret in Secrets Manager that opens {}", to.slug)}}});
    call.variables.emplace_back(call.environment + "_SECRET_NAME", cfnRef(name));
    return readSecret(to.logicalId, cfnSub(fmt::format("arn:${{AWS::Partition}}:secretsmanager:${{AWS::Region}}:"
                                                       "${{AWS::AccountId}}:secret:${{{}}}-??????",
                                                       name)));
}

SamCall toAddress(SamBuild& build, const SamLink& link) {
    SamCall call = startOf(link, SamCallKind::Request);
    if (link.from->shape != SamShape::Core) {  // pods have addresses in their manifests
        YamlValue address = addressParameter(build, *link.to, fmt::format("https://{}.example.com", link.to->slug));
        call.variables = {{call.environment + "_URL", std::move(address)}};
    }
    return call;
}

SamCall toOutside(SamBuild& build, const SamLink& link) {
    SamCall call = toAddress(build, link);
    call.rights = {secretParameter(build, *link.to, call)};
    return call;
}

/// How a function speaks to a service of the core. Nothing where its language has no client for that protocol.
std::optional<SamCallKind> coreCallKind(const SamService& core, std::string_view language) {
    if (core.profile->role != Role::Store) {
        return SamCallKind::Request;
    }
    struct Protocol {
        std::string_view port;
        SamCallKind kind;
        std::string_view languages;  ///< empty = all of them
    };
    constexpr std::array kProtocols{Protocol{"postgres", SamCallKind::Query, ""},
                                    Protocol{"redis", SamCallKind::Cached, ""},
                                    Protocol{"mongodb", SamCallKind::Documents, "python nodejs go java rust"},
                                    Protocol{"s3", SamCallKind::Stored, "python nodejs go java rust"}};
    const std::vector<PortSpec>& ports = core.profile->kind->ports;
    if (ports.empty()) {
        return std::nullopt;
    }
    const auto* known = std::ranges::find(kProtocols, ports.front().name, &Protocol::port);
    if (known != kProtocols.end()) {
        const bool isSpoken = known->languages.empty() || known->languages.find(language) != std::string_view::npos;
        return isSpoken ? std::optional(known->kind) : std::nullopt;
    }
    return ports.front().appProtocol.starts_with("http") ? std::optional(SamCallKind::Request) : std::nullopt;
}

/// Stores are reached at their pods, services through the gateway inside the VPC.
std::string coreAddress(const SamService& core, const std::string& host) {
    const std::vector<PortSpec>& ports = core.profile->kind->ports;
    return core.profile->role == Role::Store && !ports.empty()
               ? fmt::format("{}://{}:{}", ports.front().appProtocol, host, ports.front().port)
               : "https://" + host;
}

void noteCallIntoCore(SamBuild& build, const SamLink& link, const std::string& host) {
    const std::string& from = link.from->profile->name;
    const std::string& to = link.to->profile->name;
    build.note(*link.from, fmt::format("'{}' calls '{}' in the core: join it to the VPC by the parameters of the group "
                                       "Network, and let {} answer there",
                                       from, to, host));
    const std::vector<PortSpec>& ports = link.to->profile->kind->ports;
    if (!ports.empty() && ports.front().appProtocol == "grpc") {
        build.note(
            *link.from,
            fmt::format("'{}' speaks gRPC and '{}' posts JSON: generate a client from its .proto files", to, from));
    }
}

SamCall toCore(SamBuild& build, const SamLink& link) {
    const SamService& core = *link.to;
    SamCall call =
        startOf(link, coreCallKind(core, languageOf(*link.from).language->key).value_or(SamCallKind::Request));
    call.joinsVpc = true;
    const std::string host = build.plan->bridge.coreHost(core.profile->id);
    if (call.kind == SamCallKind::Request) {
        call.variables = {{call.environment + "_URL", addressParameter(build, core, coreAddress(core, host))}};
    } else {
        const int port = core.profile->kind->ports.front().port;
        const std::string name = core.logicalId + "Host";
        build.tmpl.addParameter({name, "Addresses",
                                 YamlMembers{{"Type", "String"},
                                             {"Default", host},
                                             {"AllowedPattern", "^[a-z0-9.-]+$"},
                                             {"Description", fmt::format("Host of {} inside the VPC", core.slug)}}});
        call.variables = {{call.environment + "_HOST", cfnRef(name)},
                          {call.environment + "_PORT", std::to_string(port)}};
        call.rights = {secretParameter(build, core, call)};
    }
    if (call.kind == SamCallKind::Stored) {
        call.variables.emplace_back(call.environment + "_BUCKET", build.plan->bridge.sharedName(*core.profile));
    }
    noteCallIntoCore(build, link, host);
    return call;
}

struct CallRow {
    SamShape to;
    SamCall (*make)(SamBuild&, const SamLink&);
};

constexpr std::array kCalls{
    CallRow{SamShape::Bus, toBus},           CallRow{SamShape::Queue, toQueue},
    CallRow{SamShape::Stream, toStream},     CallRow{SamShape::Topic, toTopic},
    CallRow{SamShape::Bucket, toBucket},     CallRow{SamShape::Table, toTable},
    CallRow{SamShape::Database, toDatabase}, CallRow{SamShape::Cache, toCache},
    CallRow{SamShape::Search, toSearch},     CallRow{SamShape::Function, toFunction},
    CallRow{SamShape::Socket, toFunction},   CallRow{SamShape::StateMachine, toMachine},
    CallRow{SamShape::Outside, toOutside},   CallRow{SamShape::Gateway, toAddress},
    CallRow{SamShape::Site, toAddress},      CallRow{SamShape::Core, toCore},
};

}  // namespace

bool isChannelOfCore(const SamService& service) {
    return service.shape == SamShape::Core && service.profile->role == Role::Channel;
}

std::optional<SamCall> callOver(SamBuild& build, const SamLink& link) {
    if (isChannelOfCore(*link.to) && link.from->shape != SamShape::Core) {
        build.note(*link.from,
                   fmt::format("'{0}' runs in the cluster, where '{1}' does not reach its brokers: what '{1}' sends "
                               "there is not in the template; draw '{0}' as managed (Kafka as the product msk), or let "
                               "a service of the core publish for it",
                               link.to->profile->name, link.from->profile->name));
        return std::nullopt;
    }
    const SamLanguage& language = *languageOf(*link.from).language;
    if (link.to->shape == SamShape::Core && link.from->shape != SamShape::Core &&
        !coreCallKind(*link.to, language.key)) {
        build.note(*link.from,
                   fmt::format(
                       "'{0}' runs in the cluster and speaks a protocol for which functions in {2} get no client: what "
                       "'{1}' keeps there is not in the template; draw '{0}' as managed, or let a service of "
                       "the core keep it",
                       link.to->profile->name, link.from->profile->name, language.title));
        return std::nullopt;
    }
    const auto row = std::ranges::find(kCalls, link.to->shape, &CallRow::to);
    if (row == kCalls.end()) {
        build.note(*link.from,
                   fmt::format("the connection from '{}' to '{}' is not in the template: nothing there takes it",
                               link.from->profile->name, link.to->profile->name));
        return std::nullopt;
    }
    return row->make(build, link);
}

std::string publishedEvent(const SamLink& link) {
    return link.event.empty() ? link.from->logicalId + "Event" : link.event;
}

std::string eventSource(const SamPlan& plan, const SamService& service) {
    return plan.application + "." + service.slug;
}

}  // namespace tideline
