// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

std::string podName(const CorePlan& plan, const Workload& workload, const std::string& pod) {
    return fmt::format("{}.{}.{}.svc.cluster.local", pod, workload.headlessName(), plan.bridge.nameSpace);
}

}  // namespace

// Three brokers find each other by the names of their pods; no right on the cluster's API is needed since 4.1. The
// cookie must belong to the user alone, which no mounted Secret does, so it is copied.
void prepareRabbit(const CorePlan& plan, Workload& workload) {
    for (const char* property : {"cookie", "password", "username"}) {
        addOwnCredential(plan, workload, property);
    }
    workload.credentialTemplates = {{"user.conf", "default_user = {{ .username }}\ndefault_pass = {{ .password }}\n"}};
    const std::string home = workload.volume ? workload.volume->path : "/var/lib/rabbitmq";
    workload.files = {{"enabled_plugins", "[rabbitmq_management,rabbitmq_prometheus,rabbitmq_peer_discovery_k8s].\n"},
                      {"rabbitmq.conf", "cluster_formation.peer_discovery_backend = k8s\n"
                                        "cluster_partition_handling = pause_minority\n"
                                        "default_queue_type = quorum\n"
                                        "loopback_users = none\n"
                                        "log.console = true\n"}};
    workload.podFields = {{"POD_NAME", "metadata.name"}};
    workload.environment.emplace_back("HOME", home);
    workload.environment.emplace_back("RABBITMQ_ENABLED_PLUGINS_FILE", workload.filesPath + "/enabled_plugins");
    workload.environment.emplace_back("RABBITMQ_CONFIG_FILES", "/etc/rabbitmq/conf.d");
    workload.environment.emplace_back("RABBITMQ_USE_LONGNAME", "true");
    workload.command = {"/bin/sh", "-c",
                        fmt::format("cp {0}/rabbitmq.conf /etc/rabbitmq/conf.d/10-cluster.conf\n"
                                    "cp {1}/user.conf /etc/rabbitmq/conf.d/20-user.conf\n"
                                    "rm -f {2}/.erlang.cookie\n"
                                    "cp {1}/cookie {2}/.erlang.cookie\n"
                                    "chmod 400 {2}/.erlang.cookie\n"
                                    "export RABBITMQ_NODENAME=rabbit@{3}\n"
                                    "exec docker-entrypoint.sh rabbitmq-server",
                                    workload.filesPath, workload.credentialsPath, home,
                                    podName(plan, workload, "$POD_NAME"))};
    workload.scratch.push_back({"conf", "/etc/rabbitmq/conf.d", "16Mi"});
    workload.scratch.push_back({"log", "/var/log/rabbitmq", "64Mi"});
    workload.readiness = execProbe({"rabbitmq-diagnostics", "-q", "check_running"}, 20, 15);
    workload.preStopSeconds = 0;
    workload.graceSeconds = 600;
    allowAmongPods(workload, {4369, 25672});
    allowFromNamespace(workload, kKedaNamespace, {5672, 15672});
}

void prepareNats(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "password");
    addOwnCredential(plan, workload, "username");
    workload.credentialTemplates = {
        {"authorization.conf", "authorization {\n  user: \"{{ .username }}\"\n  password: \"{{ .password }}\"\n}\n"}};
    const int copies = std::max(1, workload.scaling.replicas);
    std::string config = fmt::format("port: 4222\n"
                                     "http_port: 8222\n"
                                     "server_name: $POD_NAME\n"
                                     "jetstream {{\n  store_dir: {}\n}}\n",
                                     workload.volume ? workload.volume->path : "/data");
    if (copies > 1) {
        config += fmt::format("cluster {{\n  name: {}\n  port: 6222\n  routes: [\n", workload.name);
        for (int i = 0; i < copies; ++i) {
            config +=
                fmt::format("    nats://{}:6222\n", podName(plan, workload, fmt::format("{}-{}", workload.name, i)));
        }
        config += "  ]\n}\n";
        allowAmongPods(workload, {6222});
    }
    config += "include ../credentials/authorization.conf\n";
    workload.files = {{"nats.conf", config}};
    workload.podFields = {{"POD_NAME", "metadata.name"}};
    workload.command = {"nats-server"};
    workload.args = {"--config", workload.filesPath + "/nats.conf"};
    workload.graceSeconds = 120;
    allowFromNamespace(workload, kKedaNamespace, {8222});
    addMetricsExporter(workload, {.image = "docker.io/natsio/prometheus-nats-exporter:0.19.2",
                                  .port = 7777,
                                  .args = {"-varz", "-jsz=all", "http://127.0.0.1:8222"},
                                  .environment = {},
                                  .readsCredentials = false});
}

// Strimzi makes the pods, their services and their policies for clients; what is left is what the namespace's default
// deny takes away from brokers and operators.
void prepareStrimzi(const CorePlan&, Workload& workload) {
    workload.scaling.replicas = std::max(1, workload.scaling.replicas);
    allowFromNamespace(workload, kKedaNamespace, {9092});
    workload.parts.erase(std::remove(workload.parts.begin(), workload.parts.end(), "service-monitor"),
                         workload.parts.end());
}

}  // namespace tideline
