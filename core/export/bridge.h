// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"
#include "core/targets/export_settings.h"
#include "core/targets/names.h"

#include <string>
#include <vector>

namespace tideline {

/// How a service in the core reads what a channel of the provider carries.
enum class InboxKind {
    RuleToQueue,  ///< an event bus or devices: a rule of its own feeds a queue of its own
    Queue,        ///< the queue itself, which its pods share
    Stream,       ///< a stream of records, read by its own client
    Topic,        ///< a topic of Kafka, read by its own client
};

/// A service on Kubernetes that hears from a channel which the provider runs.
struct CoreInbox {
    ServiceId service, channel;
    InboxKind kind = InboxKind::RuleToQueue;
    std::vector<ConnectionId> connections;  ///< from the channel to the service, in id order
    /// Physical name of the queue, stream or topic. Both sides know it, so the pods need no value from the stack's outputs
    /// but the account.
    std::string queueName;

    bool hasQueue() const { return kind == InboxKind::RuleToQueue || kind == InboxKind::Queue; }
};

/// A service on Kubernetes whose pods use services of the provider: it gets a role by EKS Pod Identity.
struct CoreIdentity {
    ServiceId service;
    std::string serviceAccount;  ///< its ServiceAccount, in the namespace of the application
    std::vector<ConnectionId> outgoing;  ///< to what the provider runs and to functions, in id order
};

/// What the Kubernetes side and the AWS side must call by the same name (export.md 5).
struct Bridge {
    ExportSettings settings;
    std::string nameSpace;  ///< of the core on Kubernetes
    NameMap labels;  ///< service id -> object name, all services of known kinds
    std::vector<CoreInbox> inboxes;  ///< by service, then channel
    std::vector<CoreInbox> pushes;  ///< by service, then bus: events that are pushed instead; no queue, no name
    std::vector<CoreIdentity> identities;  ///< by service; every inbox's service is among them

    /// Name of the event bus, queue, stream or cluster of Kafka that the channel is: <application>-<label>; a queue that
    /// keeps the order ends in ".fifo".
    std::string channelName(const ServiceProfile& channel) const;
    /// Name of the only topic of a channel that is Kafka.
    std::string topicName(const ServiceProfile& channel) const;
    /// Names of what pods of the core call, 63 characters at most: of a table, a function or its queue, a workflow, and of a bucket,
    /// which ends in an account so that nobody else has it.
    std::string sharedName(const ServiceProfile& service) const;
    std::string bucketName(const ServiceProfile& service, std::string_view accountId) const;
    /// Its brokers, with their ports and commas between.
    std::string brokers(const ServiceProfile& channel) const;
    /// https://sqs.<region>.amazonaws.com/<account>/<name>
    std::string queueUrl(const CoreInbox& inbox) const;
    /// Host under which a function reaches a service of the core inside the VPC: HTTP services by an internal gateway
    /// over https, others by the addresses of their pods.
    std::string coreHost(const ServiceId& service) const;
    /// Key of a store's or API's secret in Secrets Manager: <application>/<label>, with the properties username,
    /// password and url.
    std::string secretKey(const ServiceId& service) const;

    const CoreInbox* inbox(const ServiceId& service, const ServiceId& channel) const;
    const CoreIdentity* identity(const ServiceId& service) const;
};

/// Fails where a service has no name or a setting of the exports is not by its grammar.
Result<Bridge> bridgeOf(const Analysis& analysis);

/// True where the kind's hosting names this CloudFormation type among its SAM resources.
bool makesResource(const ServiceProfile& profile, std::string_view type);

/// True for a stream that the provider runs as Kafka (MSK).
bool isManagedKafka(const ServiceProfile& profile);
/// Where its brokers take clients that sign with a role.
constexpr int kSignedKafkaPort = 9098;

}  // namespace tideline
