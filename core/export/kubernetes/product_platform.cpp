// SPDX-License-Identifier: Apache-2.0
// What other services stand on: who signs users in, where telemetry goes, what shows it.
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

void setAll(Workload& workload, const TextPairs& variables) {
    for (const auto& pair : variables) {
        workload.environment.push_back(pair);
    }
}

void allowTo(Workload& workload, std::string_view nameSpace, std::vector<int> ports) {
    NetworkRule rule;
    rule.nameSpace = nameSpace;
    rule.ports = std::move(ports);
    workload.egress.push_back(std::move(rule));
}

// The relational database that a connection leads to; null without one.
const ServiceProfile* databaseOf(const CorePlan& plan, const Workload& workload) {
    for (const CallEnds& call : plan.calls) {
        if (call.client == workload.profile && call.server->kind->key == "relational-database") {
            return call.server;
        }
    }
    return nullptr;
}

// Name and password of the database are files of the same secret that the database itself reads.
std::string databaseLines(const CorePlan& plan, Workload& workload, const ServiceProfile& database) {
    const std::string& label = plan.bridge.labels[database.id.text];
    const Workload* inCluster = plan.find(database.id);
    std::string lines;
    TextPairs wanted{{"USERNAME", "username"}, {"PASSWORD", "password"}};
    if (inCluster == nullptr) {
        wanted.emplace_back("URL_HOST", "host");
    } else {
        workload.environment.emplace_back("KC_DB_URL_HOST", inCluster->name);
    }
    for (const auto& [variable, property] : wanted) {
        const std::string file = fmt::format("{}-{}", label, property);
        workload.credentials.push_back({file, plan.bridge.secretKey(database.id), property});
        lines += fmt::format("export KC_DB_{}=\"$(cat {}/{})\"\n", variable, workload.credentialsPath, file);
    }
    setAll(workload, {{"KC_DB", "postgres"}, {"KC_DB_URL_DATABASE", "app"}});
    return lines;
}

// At its start the server is put together anew for its settings, in a folder of the image that has to be written.
void copyBuild(Workload& workload) {
    constexpr const char* kBuild = "/opt/keycloak/lib/quarkus";
    YamlValue copy;
    copy["command"].add("/bin/sh").add("-c").add(fmt::format("cp -r {}/. /work/", kBuild));
    copy.set("image", workload.baseImage()).set("name", "copy-build");
    copy["resources"]["limits"].set("cpu", "500m").set("ephemeral-storage", "64Mi").set("memory", "128Mi");
    copy["resources"]["requests"].set("cpu", "50m").set("ephemeral-storage", "16Mi").set("memory", "128Mi");
    copy["volumeMounts"].add(YamlValue::mapping().set("mountPath", "/work").set("name", "build"));
    workload.initContainers.push_back(std::move(copy));
    workload.scratch.push_back({"build", kBuild, "512Mi"});
    workload.scratch.push_back({"data", "/opt/keycloak/data", "256Mi"});
    workload.resources["limits"].set("ephemeral-storage", "1Gi");
}

constexpr std::string_view kCollectorConfig = R"(receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 0.0.0.0:4317
      http:
        endpoint: 0.0.0.0:4318
processors:
  memory_limiter:
    check_interval: 1s
    limit_percentage: 75
    spike_limit_percentage: 15
  batch: {{}}
exporters:
  otlphttp:
    endpoint: {0}
extensions:
  health_check:
    endpoint: 0.0.0.0:13133
service:
  extensions: [health_check]
  pipelines:
    logs:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlphttp]
    metrics:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlphttp]
    traces:
      receivers: [otlp]
      processors: [memory_limiter, batch]
      exporters: [otlphttp]
)";

constexpr std::string_view kDataSources = R"(apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    access: proxy
    url: http://prometheus-operated.observability.svc:9090
    isDefault: true
)";

}  // namespace

// Replicas find each other through the database; without one each would know its own sessions only.
void prepareKeycloak(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "username");
    addOwnCredential(plan, workload, "password");
    copyBuild(workload);
    std::string lines = fmt::format("export KC_BOOTSTRAP_ADMIN_USERNAME=\"$(cat {0}/username)\"\n"
                                    "export KC_BOOTSTRAP_ADMIN_PASSWORD=\"$(cat {0}/password)\"\n",
                                    workload.credentialsPath);
    if (const ServiceProfile* database = databaseOf(plan, workload); database != nullptr) {
        lines += databaseLines(plan, workload, *database);
        workload.environment.emplace_back("KC_CACHE", "ispn");
        allowAmongPods(workload, {7800, 57800});
    } else {
        setAll(workload, {{"KC_CACHE", "local"}, {"KC_DB", "dev-file"}});
        workload.scaling.replicas = 1;
    }
    setAll(workload, {{"KC_HEALTH_ENABLED", "true"},
                      {"KC_HOSTNAME_STRICT", "false"},
                      {"KC_HTTP_ENABLED", "true"},
                      {"KC_METRICS_ENABLED", "true"},
                      {"KC_PROXY_HEADERS", "xforwarded"}});
    workload.command = {"/bin/sh", "-c", lines + "exec /opt/keycloak/bin/kc.sh start"};
    workload.metricsPort = "management";
    workload.metricsPath = "/metrics";
    workload.graceSeconds = 60;
}

// It shows what Prometheus of the cluster knows; nothing is sent to its makers.
void prepareGrafana(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "password");
    const std::string home = workload.volume ? workload.volume->path : "/var/lib/grafana";
    workload.filesPath = "/etc/grafana/provisioning/datasources";
    workload.files = {{"prometheus.yaml", std::string(kDataSources)}};
    setAll(workload, {{"GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "false"},
                      {"GF_ANALYTICS_CHECK_FOR_UPDATES", "false"},
                      {"GF_ANALYTICS_FEEDBACK_LINKS_ENABLED", "false"},
                      {"GF_ANALYTICS_REPORTING_ENABLED", "false"},
                      {"GF_LOG_MODE", "console"},
                      {"GF_PATHS_DATA", home},
                      {"GF_PATHS_PLUGINS", home + "/plugins"},
                      {"GF_PLUGINS_PREINSTALL_DISABLED", "true"},
                      {"GF_SECURITY_ADMIN_PASSWORD__FILE", workload.credentialsPath + "/password"}});
    allowTo(workload, kMonitoringNamespace, {9090});
    workload.metricsPort = "http";
    workload.metricsPath = "/metrics";
}

void prepareCollector(const CorePlan& plan, Workload& workload) {
    workload.files = {{"collector.yaml", fmt::format(kCollectorConfig, plan.settings().otlpBackend)}};
    workload.args = {fmt::format("--config={}/collector.yaml", workload.filesPath)};
    allowTo(workload, kMonitoringNamespace, {4318});
    workload.graceSeconds = 60;
}

// The demo of its makers, whose catalogue is in memory.
void prepareBackstage(const CorePlan&, Workload& workload) {
    setAll(workload, {{"DO_NOT_TRACK", "1"}, {"HOME", "/tmp"}, {"NODE_OPTIONS", "--no-node-snapshot"}});
    workload.scratch.front().size = "512Mi";
    workload.resources["limits"].set("ephemeral-storage", "1Gi");
    workload.graceSeconds = 60;
}

}  // namespace tideline
