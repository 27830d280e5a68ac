// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/field_value.h"
#include "core/design/host.h"

#include <boost/container/flat_map.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tideline {

/// What a service does in a design (domain vocabulary "roles").
enum class Role { Service, Worker, Job, Store, Channel, Platform, External };
inline constexpr std::array kRoles{Role::Service, Role::Worker,   Role::Job,     Role::Store,
                                   Role::Channel, Role::Platform, Role::External};
std::string_view keyOf(Role role);
std::optional<Role> roleOfKey(std::string_view key);

enum class FieldType { Number, Switch, Text, Choice };

/// One figure of the workload that a person can set, as the inspector shows it.
struct FieldSpec {
    std::string key, title, unit;
    std::optional<FieldValue> standard;  ///< absent: no value unless given (maxDurationMs: durationMs stands for it)
    std::optional<double> least, most;   ///< numbers only
    std::vector<FieldValue> choices;     ///< makes an enumeration
    std::string source;                  ///< where the standard comes from; "editorial" = to be replaced by a person
    std::string note;
    /// A choice where there are choices, else the type of the standard, else a number.
    FieldType type() const;
};

/// A cost line: so many units of `meter` are billed by `price`, when `when` holds.
struct CostSpec {
    std::string title, meter, price;
    std::string when;     ///< one of the closed list of conditions; "always"
    bool shared = false;  ///< a line of the cluster or account: priced once, belongs to nobody
};

struct ScalingSpec {
    std::string by;  ///< hpa, keda, fixed, nodes (one on each), platform, schedule, none
    std::string metric, targetType;
    double target = 0;
    double least = 0, most = 0;  ///< replicas; 0 / 0 where the platform scales
    double replicas = 0;         ///< by = fixed
    std::string trigger;         ///< KEDA trigger type
    std::vector<std::pair<std::string, std::string>> metadata;  ///< of the trigger, in order
    double pollingIntervalS = 30, cooldownPeriodS = 300;
    double timeoutS = 0;           ///< of a function; 0 = not given
    double maximumConcurrency = 0; ///< of an event source mapping; 0 = not given
    double reservedConcurrency = 0;  ///< of a function; 0 = not given
    double batchSize = 0;
    double fallbackFailures = 0, fallbackReplicas = 0;  ///< KEDA: replicas after so many failed readings; 0 = none
    std::string authentication;  ///< KEDA: how the trigger proves who it is, in words
    std::string note;
};

/// What the SAM exporter makes of the service on a function or managed host.
struct SamSpec {
    std::vector<std::string> resources, events, policies;
    std::vector<std::pair<std::string, std::string>> eventProperties, queueProperties;
    std::string note;
};

struct Hosting {
    Host host = Host::Kubernetes;
    std::vector<std::string> manifests;  ///< parts of the Kubernetes exporter
    ScalingSpec scaling;
    std::vector<CostSpec> costs;
    std::optional<SamSpec> sam;
    std::string managedAs;  ///< the provider's product, host managed only
    std::vector<std::string> wasmTargets;
    std::vector<std::string> limits;  ///< sentences
    std::string note;
};

/// A host on which the kind cannot run, and why.
struct ImpossibleHost {
    Host host = Host::Kubernetes;
    std::string rule, reason, source;
};

struct PortSpec {
    std::string name;
    int port = 0;
    std::string protocol = "TCP";
    std::string appProtocol;
    bool isPublic = false;
};

struct ProbeSpec {
    std::string type;  ///< http, tcp, grpc, exec; empty = none
    std::string path, port;
    std::vector<std::string> command;  ///< exec
    int failureThreshold = 0, periodSeconds = 0;
};

/// Another image that can take the place, and what it is for.
struct AlternativeImage {
    std::string name, tag, purpose;
};

struct ImageSpec {
    std::string name, tag;  ///< empty name: the kind has no container
    std::vector<std::string> command;
    std::string note;
    std::vector<AlternativeImage> alternatives;
};

struct PersistenceSpec {
    double sizeGib = 0;  ///< 0 = keeps nothing on a volume
    std::string accessMode, storageClass, workload, mountPath;
    bool retain = false;
};

struct TypicalConnection {
    std::string to;  ///< key of a kind
    std::string type;
    double callsPerRequest = 1;
    std::string note;
};

/// From the least to the most that a start takes, in milliseconds.
struct StartRange {
    double leastMs = 0, mostMs = 0;
};

/// How long the first request waits for a place to run. On Kubernetes from a node that has room to a new node.
struct ColdStartSpec {
    std::vector<std::pair<std::string, StartRange>> functionMs;  ///< by runtime, in the order of `runtimes`
    std::string functionPackage;                                 ///< zip, image; empty: no function
    std::optional<StartRange> wasmMs, podMs;
    std::string source;
};

/// Keys in the order of their lengths, then of their letters: the meters ask for thousands of fields by key, and lengths
/// are compared at once.
struct ByLength {
    using is_transparent = void;
    bool operator()(std::string_view one, std::string_view other) const {
        return one.size() != other.size() ? one.size() < other.size() : one < other;
    }
};

/// A kind of service: everything that palette, inspector, bill, rules and exporters know of it. One file each in
/// templates/kinds/.
struct ServiceKind {
    std::string key, title, group, description, icon;
    std::string phrase;  ///< the kind within a sentence, with its article: "a relational database"
    Role role = Role::Service;
    std::vector<std::string> synonyms;  ///< further words by which the palette's search finds it ("redis")
    std::vector<FieldSpec> fields;
    boost::container::flat_map<std::string, FieldValue, ByLength> standards;  ///< of the fields that have one
    std::vector<Hosting> hostings;  ///< the first is the one that the palette takes unless the lane says otherwise
    std::vector<ImpossibleHost> notHostedOn;
    std::vector<std::string> constraints;  ///< gpu, persistent-connections, long-running, local-state, ...
    std::vector<std::string> runtimes;
    std::string workloadObject;  ///< deployment, stateful-set, cron-job, job, daemon-set; empty = none
    std::vector<PortSpec> ports;
    ProbeSpec readiness, liveness, startup;
    ImageSpec image;
    PersistenceSpec persistence;
    std::vector<TypicalConnection> typicalConnections;
    std::vector<std::string> typicalFindings;  ///< rules that services of this kind often meet
    ColdStartSpec coldStart;
    std::vector<std::string> notes;

    /// Null where the kind does not offer this host.
    const Hosting* hosting(Host host) const;
    const FieldSpec* field(std::string_view fieldKey) const;
    /// Null where the host is offered, or nothing is known about it.
    const ImpossibleHost* impossible(Host host) const;
    bool isConstrained(std::string_view constraint) const;
};

}  // namespace tideline
