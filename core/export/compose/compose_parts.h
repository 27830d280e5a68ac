// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <map>
#include <string>

namespace tideline {

/// Text of a compose file: `$` would start a variable there.
std::string composeText(std::string_view text);
/// Why a workload does not run under compose; empty where it does.
std::string whyNotLocal(const Workload& workload);
/// The workload's address on the network of compose, which has no Services: "http://users:8080", "orders-db:5432".
std::string localAddress(const Workload& workload);

/// What stands where under compose.
struct LocalPlaces {
    /// Port of the machine on which a service answers, by workload name; services that a user's request reaches.
    std::map<std::string, int> ports;
    std::map<std::string, const Workload*> byAddress;  ///< address in the cluster -> who has it there
};
LocalPlaces localPlaces(const CorePlan& plan);

/// The folder that a product keeps across restarts here and not in the cluster: the users of Keycloak without a database.
/// Null for none.
const ScratchVolume* keptFolder(const Workload& workload);

/// One service of compose.
YamlValue composeService(const CorePlan& plan, const LocalPlaces& places, const Workload& workload);
/// The top-level lists that services refer to.
YamlValue composeConfigs(const CorePlan& plan);
YamlValue composeSecrets(const CorePlan& plan);
YamlValue composeVolumes(const CorePlan& plan);

/// Name of a secret's file: "orders-db-password".
std::string secretFile(const CredentialFile& credential);
/// Name of a file that a script puts together from secrets: "cache-exporter.json".
std::string templateFile(const Workload& workload, const std::string& file);
/// make-secrets.sh.
std::string secretsScript(const CorePlan& plan);

}  // namespace tideline
