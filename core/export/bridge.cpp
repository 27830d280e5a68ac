// SPDX-License-Identifier: Apache-2.0
#include "core/export/bridge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tideline {
namespace {

constexpr std::size_t kLongestQueueName = 75;    // SQS takes 80, of which ".fifo" needs five
constexpr std::size_t kLongestSharedName = 63;   // Lambda takes 64
constexpr std::size_t kLongestBucketStart = 50;  // of 63, of which twelve are the account
constexpr std::size_t kLongestClusterName = 64;  // MSK

std::optional<InboxKind> inboxKindOf(const ServiceProfile& channel) {
    if (channel.host != Host::Managed || channel.role != Role::Channel) {
        return std::nullopt;
    }
    if (makesResource(channel, "AWS::Events::EventBus") || makesResource(channel, "AWS::IoT::TopicRule")) {
        return InboxKind::RuleToQueue;
    }
    if (makesResource(channel, "AWS::SQS::Queue")) {
        return InboxKind::Queue;
    }
    if (isManagedKafka(channel)) {
        return InboxKind::Topic;
    }
    if (makesResource(channel, "AWS::Kinesis::Stream")) {
        return InboxKind::Stream;
    }
    return std::nullopt;
}

bool runsInCore(const ServiceProfile* profile) {
    return profile != nullptr && profile->host == Host::Kubernetes;
}

bool isOfTheProvider(const ServiceProfile* profile) {
    return profile != nullptr && profile->role != Role::External &&
           (profile->host == Host::Managed || profile->host == Host::Function);
}

/// <application>-<label>, cut to `most` characters.
std::string nameIn(const Bridge& bridge, const ServiceProfile& service, std::size_t most) {
    return shortened(fmt::format("{}-{}", bridge.settings.application, bridge.labels[service.id.text]), most);
}

Result<NameMap> labelsOf(const ResolvedDesign& resolved) {
    std::vector<NameRequest> requests;
    for (const ServiceProfile& profile : resolved.services) {
        if (profile.name.empty()) {
            return failure("the service has no name; give it one", fmt::format("/services/{}/name", profile.id.text));
        }
        requests.push_back({profile.id.text, profile.name});
    }
    return NameMap::of(requests, NameStyle::Label, reservedLabels());
}

/// Brokers and stores fetch nothing: a queue for them would fill and nobody read it.
bool readsItself(const ServiceProfile* service) {
    return runsInCore(service) && service->role != Role::Channel && service->role != Role::Store;
}

using InboxKey = std::pair<ServiceId, ServiceId>;

/// True where the bus calls the service instead of filling a queue for it: it has to speak HTTP.
bool isPushed(const Bridge& bridge, const CoreInbox& inbox, const Figures& figures) {
    const ServiceProfile& service = *figures.resolved.find(inbox.service);
    const std::vector<PortSpec>& ports = service.kind->ports;  // of workers: for probes and measurements alone
    return bridge.settings.coreDelivery == "push" &&
           makesResource(*figures.resolved.find(inbox.channel), "AWS::Events::EventBus") &&
           service.role == Role::Service && !ports.empty() && ports.front().appProtocol.starts_with("http");
}

/// What a setting of the form "label=hosts;label=hosts" says of a label; a setting without labels, of everybody.
std::string brokersFor(std::string_view setting, std::string_view label) {
    if (setting.find('=') == std::string_view::npos) {
        return std::string(setting);
    }
    while (!setting.empty()) {
        const std::string_view group = setting.substr(0, setting.find(';'));
        setting.remove_prefix(std::min(setting.size(), group.size() + 1));
        if (group.substr(0, group.find('=')) == label) {
            return std::string(group.substr(group.find('=') + 1));
        }
    }
    return {};
}

/// Brokers that are named without their cluster are those of the only one.
void forgetUnclearBrokers(Bridge& bridge, const ResolvedDesign& resolved) {
    const bool isUnclear = std::ranges::count_if(resolved.services, isManagedKafka) > 1 &&
                           bridge.settings.kafkaBrokers.find('=') == std::string::npos;
    if (isUnclear) {
        bridge.settings.kafkaBrokers.clear();
    }
}

std::string queueNameOf(const Bridge& bridge, const CoreInbox& inbox, const ServiceProfile& channel) {
    if (inbox.kind == InboxKind::Topic) {
        return bridge.topicName(channel);
    }
    if (inbox.kind != InboxKind::RuleToQueue) {
        return bridge.channelName(channel);
    }
    return shortened(fmt::format("{}-{}-inbox", bridge.settings.application, bridge.labels[inbox.service.text]),
                     kLongestQueueName);
}

void addInboxes(Bridge& bridge, const Figures& figures) {
    std::map<InboxKey, CoreInbox> found;
    for (const Connection& connection : figures.design.connections) {
        const ServiceProfile* channel = figures.resolved.find(connection.from);
        const std::optional<InboxKind> kind = channel == nullptr ? std::nullopt : inboxKindOf(*channel);
        if (!kind || !readsItself(figures.resolved.find(connection.to))) {
            continue;
        }
        CoreInbox& inbox = found[{connection.to, connection.from}];
        inbox.service = connection.to;
        inbox.channel = connection.from;
        inbox.kind = *kind;
        inbox.connections.push_back(connection.id);
        inbox.queueName = queueNameOf(bridge, inbox, *channel);
    }
    std::map<ServiceId, int> buses;
    for (auto& [key, inbox] : found) {
        if (isPushed(bridge, inbox, figures)) {
            inbox.queueName.clear();
            bridge.pushes.push_back(std::move(inbox));
            continue;
        }
        // A second bus of the same listener: its queue carries the name of the bus too.
        if (inbox.kind == InboxKind::RuleToQueue && buses[inbox.service]++ > 0) {
            inbox.queueName =
                shortened(fmt::format("{}-{}-{}-inbox", bridge.settings.application, bridge.labels[inbox.service.text],
                                      bridge.labels[inbox.channel.text]),
                          kLongestQueueName);
        }
        bridge.inboxes.push_back(std::move(inbox));
    }
}

void addIdentities(Bridge& bridge, const Figures& figures) {
    std::map<ServiceId, CoreIdentity> found;
    const auto identityOf = [&](const ServiceId& service) -> CoreIdentity& {
        CoreIdentity& identity = found[service];
        identity.service = service;
        identity.serviceAccount = bridge.labels[service.text];
        return identity;
    };
    for (const CoreInbox& inbox : bridge.inboxes) {
        identityOf(inbox.service);
    }
    for (const Connection& connection : figures.design.connections) {
        // A broker in the cluster calls nobody: who hears from it asks it.
        const ServiceProfile* from = figures.resolved.find(connection.from);
        if (runsInCore(from) && from->role != Role::Channel && isOfTheProvider(figures.resolved.find(connection.to))) {
            identityOf(connection.from).outgoing.push_back(connection.id);
        }
    }
    for (auto& [id, identity] : found) {
        bridge.identities.push_back(std::move(identity));
    }
}

}  // namespace

bool makesResource(const ServiceProfile& profile, std::string_view type) {
    const Hosting* hosting = profile.hosting();
    return hosting != nullptr && hosting->sam && std::ranges::count(hosting->sam->resources, type) > 0;
}

bool isManagedKafka(const ServiceProfile& profile) {
    return profile.host == Host::Managed && makesResource(profile, "AWS::MSK::Cluster") &&
           profile.text("product", "kinesis") == "msk";
}

std::string Bridge::channelName(const ServiceProfile& channel) const {
    const std::string name = nameIn(*this, channel, isManagedKafka(channel) ? kLongestClusterName : kLongestQueueName);
    const bool isOrderedQueue = makesResource(channel, "AWS::SQS::Queue") && channel.flag("ordered");
    return isOrderedQueue ? name + ".fifo" : name;
}

std::string Bridge::topicName(const ServiceProfile& channel) const {
    return labels[channel.id.text];
}

std::string Bridge::sharedName(const ServiceProfile& service) const {
    return nameIn(*this, service, kLongestSharedName);
}

std::string Bridge::bucketName(const ServiceProfile& service, std::string_view accountId) const {
    return fmt::format("{}-{}", nameIn(*this, service, kLongestBucketStart), accountId);
}

std::string Bridge::brokers(const ServiceProfile& channel) const {
    const std::string named = brokersFor(settings.kafkaBrokers, labels[channel.id.text]);
    return !named.empty() ? named
                          : fmt::format("b-1.{}.example.kafka.{}.amazonaws.com:{}", channelName(channel),
                                        settings.region, kSignedKafkaPort);
}

std::string Bridge::queueUrl(const CoreInbox& inbox) const {
    return fmt::format("https://sqs.{}.amazonaws.com/{}/{}", settings.region, settings.account, inbox.queueName);
}

std::string Bridge::coreHost(const ServiceId& service) const {
    return fmt::format("{}.{}.internal.{}", labels[service.text], settings.application, settings.domain);
}

std::string Bridge::secretKey(const ServiceId& service) const {
    return fmt::format("{}/{}", settings.application, labels[service.text]);
}

const CoreInbox* Bridge::inbox(const ServiceId& service, const ServiceId& channel) const {
    const auto at = std::ranges::find_if(
        inboxes, [&](const CoreInbox& each) { return each.service == service && each.channel == channel; });
    return at == inboxes.end() ? nullptr : &*at;
}

const CoreIdentity* Bridge::identity(const ServiceId& service) const {
    const auto at = std::ranges::find(identities, service, &CoreIdentity::service);
    return at == identities.end() ? nullptr : &*at;
}

Result<Bridge> bridgeOf(const Analysis& analysis) {
    Bridge bridge;
    bridge.settings = TRY(exportSettingsOf(analysis.figures.design));
    bridge.nameSpace = bridge.settings.application;
    bridge.labels = TRY(labelsOf(analysis.figures.resolved));
    forgetUnclearBrokers(bridge, analysis.figures.resolved);
    addInboxes(bridge, analysis.figures);
    addIdentities(bridge, analysis.figures);
    return bridge;
}

}  // namespace tideline
