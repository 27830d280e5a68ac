// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

namespace tideline {

/// What all services of the application stand on, but for its Namespace: default deny, priority, secret store.
YamlList platformObjects(const CorePlan& plan);
/// The Namespace of the application, with restricted pod security.
YamlValue applicationNamespace(const CorePlan& plan);
/// Gateways and what they need; empty where no service is reached from outside the cluster.
YamlList gatewayObjects(const CorePlan& plan);
/// The Namespace of the gateways.
YamlValue gatewayNamespace(const CorePlan& plan);

/// apiVersion, kind and metadata of an object of the platform, with the labels that all of them carry.
YamlValue platformObject(const CorePlan& plan, std::string_view apiVersion, std::string_view kind,
                         std::string_view name);

/// GatewayClass of the cluster's controller, and the port of its listeners.
const char* gatewayClass(const CorePlan& plan);
int gatewayPort(const CorePlan& plan);
/// True where a service takes credentials from the secret store.
bool usesSecretStore(const CorePlan& plan);

}  // namespace tideline
