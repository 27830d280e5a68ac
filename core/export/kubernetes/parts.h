// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <span>

namespace tideline {

/// A building block that kinds name under `manifests`. `build` adds its objects, or none where the service does not
/// need them; parts that another part writes have no function.
struct KubernetesPart {
    std::string_view key, title;
    void (*build)(const CorePlan&, const Workload&, YamlList& objects);
};

/// All parts, in the order in which a service's file lists their objects.
std::span<const KubernetesPart> kubernetesParts();
/// Null where there is no such part.
const KubernetesPart* findKubernetesPart(std::string_view key);

/// The objects of one service, in the order of the parts.
YamlList objectsOf(const CorePlan& plan, const Workload& workload);

void addServiceAccount(const CorePlan&, const Workload&, YamlList&);
void addConfigMap(const CorePlan&, const Workload&, YamlList&);
void addExternalSecret(const CorePlan&, const Workload&, YamlList&);
void addWorkload(const CorePlan&, const Workload&, YamlList&);
void addVolumeClaim(const CorePlan&, const Workload&, YamlList&);
void addService(const CorePlan&, const Workload&, YamlList&);
void addHeadlessService(const CorePlan&, const Workload&, YamlList&);
void addAutoscaler(const CorePlan&, const Workload&, YamlList&);
void addTriggerAuthentication(const CorePlan&, const Workload&, YamlList&);
void addDisruptionBudget(const CorePlan&, const Workload&, YamlList&);
void addNetworkPolicy(const CorePlan&, const Workload&, YamlList&);
void addRoutes(const CorePlan&, const Workload&, YamlList&);
void addServiceMonitor(const CorePlan&, const Workload&, YamlList&);
void addAlertRules(const CorePlan&, const Workload&, YamlList&);
void addClusterRole(const CorePlan&, const Workload&, YamlList&);
/// The peer of a NetworkPolicy that a rule names.
YamlValue networkPeer(const NetworkRule& rule);
void addKafka(const CorePlan&, const Workload&, YamlList&);

}  // namespace tideline
