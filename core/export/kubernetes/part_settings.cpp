// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/labels.h"
#include "core/export/kubernetes/parts.h"

#include <algorithm>

namespace tideline {

void addServiceAccount(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.shape == WorkloadShape::Strimzi) {
        return;  // Strimzi makes those of its pods
    }
    YamlValue object = namedObject("v1", "ServiceAccount", plan, workload);
    object.set("automountServiceAccountToken", false);
    objects.push_back(std::move(object));
}

void addConfigMap(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (!workload.environment.empty()) {
        YamlValue object = namedObject("v1", "ConfigMap", plan, workload);
        for (const auto& [name, value] : workload.environment) {
            object["data"].set(name, value);
        }
        objects.push_back(std::move(object));
    }
    if (!workload.files.empty()) {
        YamlValue object = namedObject("v1", "ConfigMap", plan, workload, workload.name + "-files");
        for (const ConfigFile& file : workload.files) {
            object["data"].set(file.name, file.text);
        }
        objects.push_back(std::move(object));
    }
}

void addExternalSecret(const CorePlan& plan, const Workload& workload, YamlList& objects) {
    if (workload.credentials.empty()) {
        return;
    }
    YamlValue object = namedObject("external-secrets.io/v1", "ExternalSecret", plan, workload);
    YamlValue& spec = object["spec"];
    for (const CredentialFile& file : workload.credentials) {
        YamlValue entry;
        entry["remoteRef"].set("key", file.remoteKey).set("property", file.property);
        entry.set("secretKey", file.name);
        spec["data"].add(std::move(entry));
    }
    spec.set("refreshInterval", "1h0m0s");
    spec["secretStoreRef"].set("kind", "ClusterSecretStore").set("name", kSecretStore);
    spec["target"].set("creationPolicy", "Owner").set("name", workload.name);
    for (const auto& [file, text] : workload.credentialTemplates) {
        spec["target"]["template"]["data"].set(file, text);
    }
    if (!workload.credentialTemplates.empty()) {
        spec["target"]["template"].set("engineVersion", "v2").set("mergePolicy", "Merge");
    }
    objects.push_back(std::move(object));
}

}  // namespace tideline
