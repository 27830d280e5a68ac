// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {
namespace {

constexpr std::array<Product, 22> kProducts{{
    {.image = "library/postgres", .prepare = preparePostgres, .copiesStandAlone = true},
    {.image = "valkey-io/valkey", .prepare = prepareValkey, .copiesStandAlone = true},
    {"opensearchproject/opensearch", prepareOpenSearch,
     "runs OpenSearch without its security plug-in: whoever its network policy lets in reads and writes everything. "
     "Give "
     "it certificates and users before it holds what matters, or draw it as a managed service"},
    {"library/rabbitmq", prepareRabbit},
    {"library/nats", prepareNats},
    {.image = "chrislusf/seaweedfs", .prepare = prepareSeaweed, .copiesStandAlone = true},
    {"nginx/nginx-unprivileged", prepareNginx},
    {"gotenberg/gotenberg", prepareGotenberg},
    {"fluent/fluent-bit", prepareFluentBit,
     "takes logs over the network on port 24224, because restricted pod security keeps the files of a node from it, "
     "and "
     "writes them to its own output. Point its outputs in the ConfigMap to where logs are kept"},
    {"library/busybox", prepareBusybox},
    {.image = "library/mongo", .prepare = prepareMongo, .copiesStandAlone = true},
    {.image = "qdrant/qdrant", .prepare = prepareQdrant, .copiesStandAlone = true},
    {"library/eclipse-mosquitto", prepareMosquitto,
     "is reached by MQTT inside the cluster, without TLS. For devices outside, give it a certificate and a listener of "
     "your own, or draw it as a managed service"},
    {"vllm/vllm-openai", prepareVllm,
     "serves the model that lies in the folder `model` of its claim: copy one there, nothing downloads it. Until then "
     "its pods start again and again"},
    {"nvidia/tritonserver", prepareTriton,
     "serves every model that is copied into its model repository, and starts with none. Draw a shared volume to it, "
     "so that its replicas have one repository"},
    {"pytorch/pytorch", prepareTorch},
    {"jrottenberg/ffmpeg", prepareFfmpeg,
     "runs a sample that ends at once and takes no message: put an image in its place that reads the queue, or its "
     "messages start runs for ever"},
    {"mlflow/mlflow", prepareMlflow,
     "keeps records and artifacts on its own disk, in one pod, and asks nobody who they are: only drawn callers reach "
     "it. For more than one team give it a database, a bucket and a login"},
    {"keycloak/keycloak", prepareKeycloak,
     "keeps its users where a drawn relational database is, else in its pod, which loses them. Its first "
     "administrator stands in its secret"},
    {"grafana/grafana", prepareGrafana,
     "is Grafana alone: Prometheus, Loki and Tempo come by their own charts, into the namespace `observability`"},
    {"opentelemetry-collector-contrib", prepareCollector},
    {"backstage/backstage", prepareBackstage, "is the demo of its makers: build the portal from your own app"},
}};

// Measurements by the kind's own port, unless the product said how they are read.
void planMetrics(Workload& workload) {
    const bool isWanted = workload.hasPart("service-monitor");
    if (isWanted && workload.metricsPort.empty() && workload.port("metrics") != nullptr) {
        workload.metricsPort = "metrics";
        workload.metricsPath = "/metrics";
    }
    if (!isWanted) {
        workload.metricsPort.clear();
    }
    // A ServiceMonitor finds pods through a Service, so readers of queues get one for their figures alone. Those of
    // KServe are found by themselves.
    const bool hasService = workload.hasPart("service") || workload.hasPart("headless-service") ||
                            workload.shape == WorkloadShape::Inference;
    if (!workload.metricsPort.empty() && !hasService) {
        workload.parts.emplace_back("service");
    }
}

void planAlerts(Workload& workload) {
    if (!workload.hasPart("alert-rules") || !workload.schedule) {
        return;
    }
    const bool isByMessage = workload.shape == WorkloadShape::ScaledJob;  // KEDA ends their names in letters
    const std::string runs = isByMessage ? "-[a-z0-9]{5}" : workload.shape == WorkloadShape::CronJob ? "-[0-9]+" : "";
    const std::string jobs = fmt::format("job_name=~\"{}{}\"", workload.name, runs);
    workload.alerts.push_back(
        {"RunFailed", "A run has failed", fmt::format("sum(kube_job_status_failed{{{}}}) > 0", jobs), "5m", "page"});
    if (workload.shape != WorkloadShape::CronJob) {
        return;
    }
    workload.alerts.push_back(
        {"RunOverdue", "No run has succeeded since the last two were due",
         fmt::format("time() - max(kube_cronjob_status_last_successful_time{{cronjob=\"{0}\"}}) > 2 * "
                     "(max(kube_cronjob_next_schedule_time{{cronjob=\"{0}\"}}) - "
                     "max(kube_cronjob_status_last_schedule_time{{cronjob=\"{0}\"}}))",
                     workload.name),
         "15m", "ticket"});
}

void noteMissingMetrics(CorePlan& plan, const Workload& workload) {
    if (workload.hasPart("service-monitor") && workload.metricsPort.empty()) {
        plan.note(*workload.profile,
                  fmt::format("'{}' runs {}, which answers no Prometheus scrape; it has no ServiceMonitor",
                              workload.profile->name, workload.repository));
    }
}

}  // namespace

std::span<const Product> products() {
    return kProducts;
}

const Product* findProduct(std::string_view image) {
    const auto at = std::ranges::find_if(kProducts, [&](const Product& each) { return image.ends_with(each.image); });
    return at == kProducts.end() ? nullptr : &*at;
}

YamlList textList(const std::vector<std::string>& texts) {
    YamlList list;
    for (const std::string& text : texts) {
        list.emplace_back(text);
    }
    return list;
}

YamlValue execProbe(const std::vector<std::string>& command, int periodSeconds, int timeoutSeconds) {
    YamlValue probe;
    probe["exec"].set("command", textList(command));
    probe.set("failureThreshold", 3).set("periodSeconds", periodSeconds).set("timeoutSeconds", timeoutSeconds);
    return probe;
}

YamlValue httpProbe(std::string_view path, std::string_view port, int periodSeconds) {
    YamlValue probe;
    probe["httpGet"].set("path", path).set("port", port);
    probe.set("failureThreshold", 3).set("periodSeconds", periodSeconds).set("timeoutSeconds", 2);
    return probe;
}

void addOwnCredential(const CorePlan& plan, Workload& workload, const std::string& property) {
    workload.credentials.push_back({property, plan.bridge.secretKey(workload.profile->id), property});
    if (!workload.hasPart("external-secret")) {
        workload.parts.emplace_back("external-secret");
    }
}

void addMetricsExporter(Workload& workload, const MetricsExporter& exporter) {
    if (!workload.hasPart("service-monitor") || workload.port("metrics") != nullptr) {
        return;
    }
    YamlValue container;
    container.set("image", exporter.image).set("name", "metrics");
    if (!exporter.args.empty()) {
        container.set("args", textList(exporter.args));
    }
    YamlList environment;
    for (const auto& [name, value] : exporter.environment) {
        environment.push_back(YamlValue::mapping().set("name", name).set("value", value));
    }
    if (!environment.empty()) {
        container.set("env", std::move(environment));
    }
    container["ports"].add(
        YamlValue::mapping().set("containerPort", exporter.port).set("name", "metrics").set("protocol", "TCP"));
    container.set("livenessProbe", httpProbe("/", "metrics", 20))
        .set("readinessProbe", httpProbe("/metrics", "metrics", 20));
    container["resources"]["limits"].set("cpu", "100m").set("ephemeral-storage", "64Mi").set("memory", "64Mi");
    container["resources"]["requests"].set("cpu", "10m").set("ephemeral-storage", "16Mi").set("memory", "64Mi");
    if (exporter.readsCredentials) {
        container["volumeMounts"].add(YamlValue::mapping()
                                          .set("mountPath", workload.credentialsPath)
                                          .set("name", "credentials")
                                          .set("readOnly", true));
    }
    workload.sidecars.push_back(std::move(container));
    workload.ports.push_back({"metrics", exporter.port, exporter.port, "http"});
}

void allowAmongPods(Workload& workload, std::vector<int> ports) {
    NetworkRule rule;
    rule.service = workload.name;
    rule.serviceLabel = workload.podLabel();
    rule.ports = std::move(ports);
    workload.ingress.push_back(rule);
    workload.egress.push_back(std::move(rule));
}

void allowFromNamespace(Workload& workload, const std::string& nameSpace, std::vector<int> ports) {
    NetworkRule rule;
    rule.nameSpace = nameSpace;
    rule.ports = std::move(ports);
    workload.ingress.push_back(std::move(rule));
}

// A Service would spread calls over them, and each would answer from data of its own.
void keepOneCopy(CorePlan& plan, Workload& workload) {
    if (workload.shape != WorkloadShape::StatefulSet || workload.scaling.replicas <= 1) {
        return;
    }
    plan.note(
        *workload.profile,
        fmt::format("'{}' is drawn with {} copies, and {} does not keep them alike by itself: one is exported. For "
                    "more, run it by an operator that replicates, or draw it as a managed service",
                    workload.profile->name, workload.scaling.replicas, workload.repository));
    workload.scaling.replicas = 1;
}

void planProducts(CorePlan& plan) {
    for (Workload& workload : plan.workloads) {
        if (const Product* product = findProduct(workload.repository); product != nullptr) {
            if (product->copiesStandAlone) {
                keepOneCopy(plan, workload);
            }
            product->prepare(plan, workload);
            if (!product->note.empty()) {
                plan.note(*workload.profile, fmt::format("'{}' {}", workload.profile->name, product->note));
            }
        }
        if (workload.shape == WorkloadShape::Strimzi) {
            prepareStrimzi(plan, workload);
        }
        planMetrics(workload);
        planAlerts(workload);
        noteMissingMetrics(plan, workload);
    }
}

}  // namespace tideline
