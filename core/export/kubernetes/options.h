// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <span>

namespace tideline {

/// A part of the platform that a setting of the design's exports switches on. It makes a file of its own in
/// `platform/`, and a member of the chart's value `additions`.
struct PlatformOption {
    std::string_view key;   ///< name of the file and of the chart's value: "network-mesh"
    std::string_view api;   ///< what the cluster has to know before its objects can be made
    std::string_view need, what;  ///< what the cluster needs and which objects for, as the README says
    bool (*isOn)(const CorePlan&);
    YamlList (*objects)(const CorePlan&);
};

/// Those that the design switches on, in the order of the table.
std::vector<const PlatformOption*> chosenOptions(const CorePlan& plan);

// option_mesh.cpp: mutual TLS between all pods, without sidecars.
YamlList meshObjects(const CorePlan& plan);
// option_policies.cpp: what is audited in the namespace, whoever applies it.
YamlList policyObjects(const CorePlan& plan);
// option_nodes.cpp: nodes of EKS Auto Mode with room for every service at its limit.
YamlList nodeObjects(const CorePlan& plan);
// option_storage.cpp: the class of folders that several nodes write.
YamlList storageObjects(const CorePlan& plan);
bool usesSharedStorage(const CorePlan& plan);
// option_edge_site.cpp: what the Traefik that comes with K3s has to be told.
YamlList edgeSiteObjects(const CorePlan& plan);
// option_collector.cpp: a collector that takes traces and metrics over OTLP, and what it may reach.
YamlList collectorObjects(const CorePlan& plan);
/// Called by its pods and by nobody else: <name>.<namespace>.svc.cluster.local
inline constexpr std::string_view kCollectorName = "otel-collector";

}  // namespace tideline
