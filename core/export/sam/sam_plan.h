// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/bridge.h"
#include "core/export/exporter.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// What a service becomes in the template; decided by the first of its kind's `sam.resources` that has a row.
enum class SamShape {
    Function,
    StateMachine,
    Socket,       ///< a function behind a WebSocket API
    Bus,
    Devices,      ///< AWS IoT Core: a rule for each connection
    Queue,
    Stream,
    Topic,        ///< of a cluster of Kafka that AWS runs
    Bucket,
    Table,
    Database,
    Cache,
    Search,
    Site,
    Gateway,
    LogDelivery,  ///< log groups into Firehose, without a function
    GlueJob,
    Core,         ///< a workload on Kubernetes: not in the template, but the bridge reaches it
    Outside,      ///< somebody else's API: an address and the name of a secret
    LeftOut       ///< nothing that SAM could make
};

struct SamService {
    const ServiceProfile* profile = nullptr;
    SamShape shape = SamShape::LeftOut;
    std::string logicalId;  ///< first part of the logical ids of its resources: "EmailSending"
    std::string slug;       ///< of its files and its event source: "email-sending"
    std::string environment;  ///< first part of environment variables that point to it: "EMAIL_SENDING"
};

/// A connection between two services that have a shape.
struct SamLink {
    const Connection* connection = nullptr;
    const SamService* from = nullptr;
    const SamService* to = nullptr;
    std::string event;      ///< the field `event`, empty where it has none
    std::string logicalId;  ///< of the connection: "C12"

    bool flag(std::string_view field, bool standard) const;
    double number(std::string_view field, double standard) const;
};

/// A design as the SAM exporter sees it. Points into the analysis and into itself: moved, never copied.
struct SamPlan {
    const Analysis* analysis = nullptr;
    const ExportOptions* options = nullptr;
    Bridge bridge;                     ///< the names that the Kubernetes side uses as well
    std::string title;
    std::string application;           ///< label of the title; first part of event sources
    std::vector<SamService> services;  ///< in id order; of unknown kinds none
    std::vector<SamLink> links;        ///< in id order
    std::vector<ExportNote> notes;     ///< what is left out, and why

    bool isHardened() const { return options->profile == ExportProfile::Hardened; }
    const SamService* find(const ServiceId& id) const;
    std::vector<const SamLink*> linksFrom(const SamService& service) const;
    std::vector<const SamLink*> linksTo(const SamService& service) const;
    /// True where pods of the core call the service: then both sides know it by one name.
    bool isCalledByCore(const SamService& service) const;
    /// True where a request of a user arrives at the service from outside.
    bool hasEntry(const SamService& service) const;
    /// True where the field frontDoor puts an API in front of the service.
    bool hasFrontDoor(const SamService& service) const;
    /// A choice of the design for its exports (settings.exports), or `standard`.
    std::string choice(std::string_view key, std::string_view standard) const;
};

/// Fails where a name or text of the design cannot stand in a template; the error names the service.
Result<SamPlan> samPlan(const Analysis& analysis, const ExportOptions& options);

/// True where the kind's SAM part names this resource, event or policy.
bool usesResource(const SamService& service, std::string_view type);
bool usesEvent(const SamService& service, std::string_view type);
bool usesPolicy(const SamService& service, std::string_view name);
/// The shapes that run code of the user: function, state machine, WebSocket function.
bool runsCode(SamShape shape);

}  // namespace tideline
