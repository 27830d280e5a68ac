// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/bridge.h"
#include "core/export/exporter.h"
#include "core/export/kubernetes/workload.h"

namespace tideline {

/// A Gateway that routes of the application hang on; it stands in the namespace `gateway-system`.
struct GatewayPlan {
    std::string name, host;  ///< host: "*.<application>.<domain>" or the name itself
    bool isInternal = false; ///< reached inside the VPC only
    /// "*.<application>.<domain>": a listener for services that have a host of their own. Empty = none.
    std::string namedHosts;
};

/// One end opens the network connection, the other listens; readers of a channel are its clients, whatever the
/// direction of the messages.
struct CallEnds {
    const Connection* connection = nullptr;
    const ServiceProfile* client = nullptr;
    const ServiceProfile* server = nullptr;
};

/// A design as the Kubernetes and Helm exporters see it: everything is decided, nothing is written yet. Points into
/// the analysis.
struct CorePlan {
    const Analysis* analysis = nullptr;
    const ExportOptions* options = nullptr;
    Bridge bridge;
    NameMap variables;  ///< service id -> first part of its variables
    std::string title;
    std::vector<CallEnds> calls;  ///< connections between two services of known kinds, in id order
    std::vector<Workload> workloads;  ///< by name
    std::vector<GatewayPlan> gateways;
    bool exportsTraces = false;  ///< a collector takes OTLP: a drawn one, our own, or that of `observability`
    std::string collector;  ///< name of the collector in the application's own namespace; empty = none
    std::vector<ExportNote> notes;

    const ExportSettings& settings() const { return bridge.settings; }
    const std::string& application() const { return bridge.settings.application; }
    std::string priorityClass() const { return application() + "-standard"; }
    const ServiceProfile* profile(const ServiceId& id) const { return analysis->figures.resolved.find(id); }
    const Workload* find(const ServiceId& id) const;
    Workload* find(const ServiceId& id);
    void note(const ServiceProfile& about, std::string message) {
        notes.push_back({about.id.text, std::move(message)});
    }
};

/// Fails where a name or setting cannot stand in the files; the error names the service.
Result<CorePlan> corePlan(const Analysis& analysis, const ExportOptions& options);

/// The bundle of a design that has nothing in the core: no file, and a note that says so.
ExportBundle bundleWithoutWorkloads(CorePlan plan);

/// False for clusters whose pods the agent of EKS does not serve: Google Cloud, Azure, K3s, and pods on Fargate.
bool hasPodIdentity(const CorePlan& plan);
/// True for a kind that is a folder which many mount, whoever keeps it.
bool isSharedFolder(const ServiceKind& kind);

inline constexpr std::string_view kGatewayNamespace = "gateway-system";
/// Listener of a gateway for services that have a host of their own.
inline constexpr const char* kNamesListener = "names";
/// Where the kubelet's probes come from in an ambient mesh (Istio: ambient mode and NetworkPolicy).
inline constexpr const char* kMeshProbes = "169.254.7.127/32";
inline constexpr std::string_view kMonitoringNamespace = "observability";
inline constexpr std::string_view kKnativeNamespace = "knative-serving";
inline constexpr std::string_view kKnativeGatewayNamespace = "kourier-system";
inline constexpr std::string_view kSecretStore = "aws-secrets-manager";

// The steps of a plan, in the order in which corePlan takes them.
Result<void> planContainers(CorePlan& plan);
void planServerless(CorePlan& plan);
void planSharedVolumes(CorePlan& plan);
void planScaling(CorePlan& plan);
void planProducts(CorePlan& plan);
void planRoutes(CorePlan& plan);
void planEnvironment(CorePlan& plan);
void planNetwork(CorePlan& plan);

}  // namespace tideline
