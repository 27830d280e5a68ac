// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"
#include "core/yaml/yaml_value.h"

#include <optional>
#include <string>
#include <vector>

namespace tideline {

/// The object that runs a service's pods.
/// Claim is a folder that other pods mount: it runs none itself.
enum class WorkloadShape {
    Deployment,
    StatefulSet,
    DaemonSet,
    CronJob,
    Job,
    ScaledJob,
    Strimzi,
    Knative,
    Inference,
    Claim
};
/// "deployment", "stateful-set", "daemon-set", "cron-job", "job", "scaled-job", "kafka", "knative-service",
/// "inference-service", "volume-claim", as chart values and parts call it.
std::string_view keyOf(WorkloadShape shape);
/// apps/v1 and Deployment, and so on.
std::string_view apiVersionOf(WorkloadShape shape);
std::string_view objectKindOf(WorkloadShape shape);

using TextPairs = std::vector<std::pair<std::string, std::string>>;

struct WorkloadPort {
    std::string name;
    int container = 0;
    int service = 0;  ///< 80 for HTTP, the container's port otherwise
    std::string appProtocol;
};

/// Who may talk to the pods, or whom they may call. Exactly one of the first three is given.
struct NetworkRule {
    std::string service;  ///< object name of another workload
    std::string serviceLabel = "app.kubernetes.io/name";  ///< by which its pods are found
    std::string nameSpace;  ///< all pods of a namespace
    std::string cidr;  ///< addresses
    std::vector<std::string> except;
    std::vector<int> ports;  ///< container ports, ascending; empty = all
    bool operator==(const NetworkRule&) const = default;
};

/// A directory in the pod that is empty at first and goes with it.
struct ScratchVolume {
    std::string name, path, size;
    bool isInMemory = false;  ///< counts as memory of the container
};

/// A file of the service's ConfigMap of files.
struct ConfigFile {
    std::string name, text;
};

/// A file that the secret store fills.
struct CredentialFile {
    std::string name;  ///< file name, and key in the Secret
    std::string remoteKey, property;
};

/// A volume that outlives the pod.
struct WorkloadVolume {
    std::string size, storageClass, accessMode, path;
};

/// The folder of a claim that several services mount.
struct SharedVolume {
    std::string claim, path;  ///< claim: also the name of the volume in the pod
    bool operator==(const SharedVolume&) const = default;
};

/// What starts more or fewer replicas. Neither: `replicas` stands in the workload.
struct WorkloadScaling {
    enum class By { Fixed, Hpa, Keda, Nodes, Knative } by = By::Fixed;
    int replicas = 1;
    int least = 0, most = 0;
    int cpuPercent = 70;  ///< by = Hpa
    YamlList triggers;  ///< by = Keda, complete
    int pollingSeconds = 30, cooldownSeconds = 300;
    bool usesPodIdentity = false;  ///< a trigger names the TriggerAuthentication of the service
    TextPairs triggerCredentials;  ///< parameter of the trigger -> file of the service's Secret
};

/// A path of a gateway that leads to the service.
struct WorkloadRoute {
    bool isGrpc = false;
    std::string gateway, listener, host, path;
    int port = 80;
    int requestSeconds = 0;  ///< 0 = no limit (connections stay open)
};

struct WorkloadAlert {
    std::string name, summary, expression, hold, severity;
};

struct WorkloadSchedule {
    std::string cron;  ///< five fields
    int deadlineSeconds = 0;
};

/// How Knative runs the pods: from none to so many, each with so many requests at once.
struct WorkloadServerless {
    int least = 0, most = 0, concurrency = 0, timeoutSeconds = 0;
    bool isPublic = false;  ///< reached from outside the cluster; else inside alone
};

/// What one service becomes in the cluster: the same facts for the manifests and for the chart's values.
struct Workload {
    const ServiceProfile* profile = nullptr;
    std::string name, component;
    WorkloadShape shape = WorkloadShape::Deployment;
    std::vector<std::string> parts;  ///< of the kind, and those that follow from the design
    std::string repository, tag;
    std::vector<std::string> command, args;
    TextPairs annotations;  ///< exemptions of linters, with their reasons
    std::vector<WorkloadPort> ports;
    TextPairs environment;  ///< through the ConfigMap
    TextPairs podFields;  ///< variable -> field of the pod
    std::string filesPath;
    std::vector<ConfigFile> files;
    std::string credentialsPath;
    std::vector<CredentialFile> credentials;
    TextPairs credentialTemplates;  ///< further file -> template over the properties
    std::vector<ScratchVolume> scratch;
    std::optional<WorkloadVolume> volume;
    std::vector<SharedVolume> sharedVolumes;
    int gpus = 0;  ///< whole graphics cards of a replica
    YamlValue resources;
    YamlValue liveness, readiness, startup;  ///< null = none
    YamlList initContainers, sidecars;  ///< without what every container has
    std::vector<int> supplementalGroups;
    WorkloadScaling scaling;
    std::vector<NetworkRule> ingress, egress;
    std::vector<WorkloadRoute> routes;
    std::string metricsPort, metricsPath;  ///< empty: answers no scrape
    std::vector<WorkloadAlert> alerts;
    std::optional<WorkloadSchedule> schedule;
    std::optional<WorkloadServerless> serverless;  ///< shape = Knative
    std::string domain;  ///< shape = Knative: "shop.svc.cluster.local"
    std::vector<std::string> clusterReads;  ///< what its pods may list in the cluster; they get a token then
    std::string podsHost;  ///< name under which ExternalDNS publishes the pods' addresses; empty = not
    int preStopSeconds = 5, graceSeconds = 30;

    bool hasPart(std::string_view part) const;
    /// True for what is started, does its work and ends.
    bool runsToEnd() const { return schedule.has_value(); }
    /// Name of the claim of `volume` where no StatefulSet makes one for each pod.
    std::string claimName() const;
    /// True where the image is a sample that a person's own image replaces.
    bool isOurs() const;
    /// The image as the base names it: a sample stands under the service's own name, and the overlays say what that is,
    /// so that a release replaces the image of one service alone.
    std::string baseImage() const;
    const WorkloadPort* port(std::string_view portName) const;
    /// Who makes its pods where a controller outside the cluster's own does, so that linters find none; else empty.
    std::string_view podMaker() const;
    /// Label by which policies find its pods.
    std::string podLabel() const;
    /// The port that callers use: the first that is not for metrics. Null without one.
    const WorkloadPort* mainPort() const;
    /// Of the Service that callers and routes lead to.
    std::string serviceName() const;
    /// Called under its own name inside the namespace: "http://users" or "orders-db:5432"; empty without ports. Knative's
    /// gateway finds its services by their full names only: "http://users.shop.svc.cluster.local".
    std::string address() const;
    /// Name of the Service that gives each pod a name of its own; empty where there is none.
    std::string headlessName() const;
};

}  // namespace tideline
