// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <span>

namespace tideline {

/// What an image of the catalogue needs to run as a user without rights on a file system that cannot be written:
/// folders, settings, credentials as files, and how its measurements are read.
struct Product {
    std::string_view image;  ///< end of the image's name: "library/postgres"
    void (*prepare)(const CorePlan&, Workload&);
    /// What a person has to know before it runs for real, after the service's name; empty = nothing.
    std::string_view note = {};
    bool copiesStandAlone = false;  ///< several pods of it would be several stores that know nothing of each other
};

std::span<const Product> products();
/// Null for images that need nothing but a folder for temporary files.
const Product* findProduct(std::string_view image);

void preparePostgres(const CorePlan&, Workload&);
void prepareValkey(const CorePlan&, Workload&);
void prepareOpenSearch(const CorePlan&, Workload&);
void prepareRabbit(const CorePlan&, Workload&);
void prepareNats(const CorePlan&, Workload&);
void prepareSeaweed(const CorePlan&, Workload&);
void prepareNginx(const CorePlan&, Workload&);
void prepareGotenberg(const CorePlan&, Workload&);
void prepareFluentBit(const CorePlan&, Workload&);
void prepareBusybox(const CorePlan&, Workload&);
void prepareMongo(const CorePlan&, Workload&);
void prepareQdrant(const CorePlan&, Workload&);
void prepareMosquitto(const CorePlan&, Workload&);
void prepareVllm(const CorePlan&, Workload&);
void prepareTriton(const CorePlan&, Workload&);
void prepareTorch(const CorePlan&, Workload&);
void prepareFfmpeg(const CorePlan&, Workload&);
void prepareMlflow(const CorePlan&, Workload&);
void prepareKeycloak(const CorePlan&, Workload&);
void prepareGrafana(const CorePlan&, Workload&);
void prepareCollector(const CorePlan&, Workload&);
void prepareBackstage(const CorePlan&, Workload&);
void prepareStrimzi(const CorePlan&, Workload&);

/// A probe that runs a command in the container.
YamlValue execProbe(const std::vector<std::string>& command, int periodSeconds, int timeoutSeconds);
YamlValue httpProbe(std::string_view path, std::string_view port, int periodSeconds);
YamlList textList(const std::vector<std::string>& texts);
/// A file of the service's own Secret, filled from its own key in the secret store.
void addOwnCredential(const CorePlan& plan, Workload& workload, const std::string& property);
/// A container beside the product that turns its figures into what Prometheus reads, on a port named "metrics".
struct MetricsExporter {
    std::string image;
    int port = 0;
    std::vector<std::string> args;
    TextPairs environment;
    bool readsCredentials = false;
};
void addMetricsExporter(Workload& workload, const MetricsExporter& exporter);
/// Pods of the same service talk to each other on these ports.
void allowAmongPods(Workload& workload, std::vector<int> ports);
/// Where KEDA asks from how much waits.
inline constexpr const char* kKedaNamespace = "keda";
void allowFromNamespace(Workload& workload, const std::string& nameSpace, std::vector<int> ports);

}  // namespace tideline
