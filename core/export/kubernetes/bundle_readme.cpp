// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/bundle_readme.h"

#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace tideline {
namespace {

struct ClusterNeed {
    std::string_view what, why;
    bool (*isNeeded)(const CorePlan&);
};

bool anyWorkload(const CorePlan& plan, bool (*isSuch)(const Workload&)) {
    return std::ranges::any_of(plan.workloads, isSuch);
}

constexpr ClusterNeed kNeeds[] = {
    {"A network plugin that enforces NetworkPolicy", "every service has one, and the namespace denies by default",
     [](const CorePlan&) { return true; }},
    {"metrics-server", "HorizontalPodAutoscaler",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return each.scaling.by == WorkloadScaling::By::Hpa; });
     }},
    {"KEDA 2.18 or newer, in the namespace `keda`", "ScaledObject, ScaledJob, TriggerAuthentication",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return each.scaling.by == WorkloadScaling::By::Keda; });
     }},
    {"External Secrets Operator 0.17 or newer", "ClusterSecretStore, ExternalSecret", usesSecretStore},
    {"Gateway API 1.2 or newer and a controller with the class `istio`", "Gateway, HTTPRoute, GRPCRoute",
     [](const CorePlan& plan) { return !plan.gateways.empty() && !plan.settings().k3s; }},
    {"prometheus-operator, Prometheus in the namespace `observability`", "ServiceMonitor, PrometheusRule",
     [](const CorePlan& plan) {
         return anyWorkload(plan,
                            [](const Workload& each) { return !each.metricsPort.empty() || !each.alerts.empty(); });
     }},
    {"prometheus-operator, for servers of models too", "PodMonitor",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) {
             return each.shape == WorkloadShape::Inference && !each.metricsPort.empty();
         });
     }},
    {"EKS Pod Identity Agent", "pods that use AWS: the associations are in the SAM bundle",
     [](const CorePlan& plan) { return !plan.bridge.identities.empty() && hasPodIdentity(plan); }},
    {"The issuer of its service accounts as an OIDC provider of IAM", "pods that use AWS: their roles trust it",
     [](const CorePlan& plan) { return !plan.bridge.identities.empty() && !hasPodIdentity(plan); }},
    {"An OpenTelemetry collector `otel-collector` in the namespace `observability`", "traces over OTLP, port 4317",
     [](const CorePlan& plan) { return plan.exportsTraces && plan.collector.empty(); }},
    {"The storage class `gp3`", "volumes of the stores",
     [](const CorePlan& plan) {
         return anyWorkload(plan,
                            [](const Workload& each) { return each.volume && each.volume->storageClass == "gp3"; });
     }},
    {"Knative Serving 1.19 or newer with Kourier, its domain in `config-domain`", "Service of Knative",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return each.serverless.has_value(); });
     }},
    {"Nodes with graphics cards of NVIDIA, and their device plugin", "pods that ask for `nvidia.com/gpu`",
     [](const CorePlan& plan) {
         return !plan.settings().eksAutoNodes && anyWorkload(plan, [](const Workload& each) { return each.gpus > 0; });
     }},
    {"Longhorn, or another storage class of that name for ReadWriteMany", "volumes that several nodes write",
     [](const CorePlan& plan) {
         return anyWorkload(
             plan, [](const Workload& each) { return each.volume && each.volume->storageClass == "longhorn"; });
     }},
    {"KServe 0.16 or newer in its standard mode", "InferenceService",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return each.shape == WorkloadShape::Inference; });
     }},
    {"Temporal in the namespace `temporal`, its frontend at port 7233", "workers of workflows, and KEDA that counts",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) {
             return std::ranges::any_of(each.environment,
                                        [](const auto& pair) { return pair.first == "TEMPORAL_ADDRESS"; });
         });
     }},
    {"Strimzi", "Kafka, KafkaNodePool, KafkaTopic",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return each.shape == WorkloadShape::Strimzi; });
     }},
    {"ExternalDNS with a private zone", "functions reach stores of the core by the names of their pods",
     [](const CorePlan& plan) {
         return anyWorkload(plan, [](const Workload& each) { return !each.podsHost.empty(); });
     }},
};

// Secret of the provider -> properties that some service reads.
std::map<std::string, std::set<std::string>> secretsOf(const CorePlan& plan) {
    std::map<std::string, std::set<std::string>> secrets;
    for (const Workload& workload : plan.workloads) {
        for (const CredentialFile& file : workload.credentials) {
            secrets[file.remoteKey].insert(file.property);
        }
    }
    for (const GatewayPlan& gateway : plan.gateways) {
        secrets[fmt::format("{}/{}-tls", plan.application(), gateway.name)] = {"tls.crt", "tls.key"};
    }
    return secrets;
}

/// Brokers that pods speak to and that no setting names.
std::set<std::string> sampleBrokers(const CorePlan& plan) {
    std::set<std::string> brokers;
    for (const Workload& workload : plan.workloads) {
        for (const auto& [variable, value] : workload.environment) {
            if (variable.ends_with("_BOOTSTRAP_SERVERS") && value.find(".example.kafka.") != std::string::npos) {
                brokers.insert(value);
            }
        }
    }
    return brokers;
}

}  // namespace

std::string clusterNeedsTable(const CorePlan& plan) {
    std::string text = "| The cluster needs | for |\n|---|---|\n";
    for (const ClusterNeed& need : kNeeds) {
        if (need.isNeeded(plan)) {
            text += fmt::format("| {} | {} |\n", need.what, need.why);
        }
    }
    for (const PlatformOption* option : chosenOptions(plan)) {
        text += fmt::format("| {} | {} |\n", option->need, option->what);
    }
    return text;
}

std::string samplesTable(const CorePlan& plan) {
    const ExportSettings& settings = plan.settings();
    std::string text = "| Value | stands for |\n|---|---|\n";
    text += fmt::format("| `{}` | region of the account |\n", settings.region);
    if (std::ranges::any_of(plan.bridge.inboxes, &CoreInbox::hasQueue)) {
        text += fmt::format("| `{}` | the account in which the SAM stack is deployed, part of queue URLs |\n",
                            settings.account);
    }
    text += fmt::format("| `{}` | your domain |\n", settings.domain);
    text += fmt::format("| `{}`, `{}` | who looks after the services |\n", settings.owner, settings.email);
    text += usesSharedStorage(plan)
                ? fmt::format("| `{}` | the file system of EFS that shared volumes lie on |\n", settings.fileSystem)
                : std::string();
    if (std::ranges::any_of(plan.analysis->figures.resolved.services, isManagedKafka)) {
        text += fmt::format("| `{}` | the network of the brokers, to which pods may speak: setting `vpcCidr` |\n",
                            settings.vpcCidr);
    }
    for (const std::string& brokers : sampleBrokers(plan)) {
        text +=
            fmt::format("| `{}` | the brokers of MSK that take clients that sign: setting `kafkaBrokers` |\n", brokers);
    }
    text += "| images of podinfo and busybox | your own images; they start and answer probes so that everything can be "
            "tried first |\n";
    return text;
}

/// For whom the certificates of the gateways must be made.
std::string certificateHosts(const CorePlan& plan) {
    std::string text;
    for (const GatewayPlan& gateway : plan.gateways) {
        const std::string others = gateway.namedHosts.empty() ? "" : fmt::format(" and `{}`", gateway.namedHosts);
        text += fmt::format("\nThe certificate in `{}/{}-tls` is one for `{}`{}.\n", plan.application(), gateway.name,
                            gateway.host, others);
    }
    return text;
}

std::string secretsTable(const CorePlan& plan) {
    const auto secrets = secretsOf(plan);
    if (secrets.empty()) {
        return {};
    }
    std::string text = "| Secret in AWS Secrets Manager | properties |\n|---|---|\n";
    for (const auto& [key, properties] : secrets) {
        std::string list;
        for (const std::string& property : properties) {
            list += fmt::format("{}`{}`", list.empty() ? "" : ", ", property);
        }
        text += fmt::format("| `{}` | {} |\n", key, list);
    }
    return text + certificateHosts(plan);
}

std::string servicesTable(const CorePlan& plan) {
    std::string text = "| Service | Kind | Name | Runs as |\n|---|---|---|---|\n";
    for (const Workload& workload : plan.workloads) {
        text += fmt::format("| {} | {} | `{}` | {} |\n", markdownText(workload.profile->name),
                            workload.profile->kind->title, workload.name, objectKindOf(workload.shape));
    }
    return text;
}

std::string kubernetesReadme(const CorePlan& plan) {
    std::string text = fmt::format("# {} on Kubernetes\n\n", markdownText(plan.title));
    text += "Plain manifests for kustomize: `platform/` is what all services stand on, `base/` holds one file a "
            "service, `overlays/` one folder an environment. Each environment is meant for a cluster and an account "
            "of its own.\n\n## Before the first apply\n\n";
    text += clusterNeedsTable(plan);
    text +=
        "\nReplace the samples (the settings of the design's export fill them in for good):\n\n" + samplesTable(plan);
    if (const std::string secrets = secretsTable(plan); !secrets.empty()) {
        text += "\nNo secret is in these files. Store them where External Secrets reads them:\n\n" + secrets;
    }
    if (!plan.bridge.identities.empty()) {
        text += "\nDeploy the SAM bundle first: it makes the queues and the bus that pods use, and their roles.\n";
    }
    text +=
        "\n## Apply\n\n```sh\nkubectl apply --server-side -k overlays/dev\n```\n\n"
        "The base names the image of each service of yours by the service; the overlays say which image that is. Pin a "
        "release with `kustomize edit set image SERVICE=REGISTRY/SERVICE@sha256:…` in `overlays/prod`.\n\n"
        "## Check\n\n```sh\nkustomize build overlays/prod | kubeconform -strict -summary -\n"
        "kustomize build overlays/prod | kube-score score -\n"
        "kustomize build overlays/prod | kube-linter lint --config .kube-linter.yaml -\n```\n\n## Services\n\n";
    text += servicesTable(plan);
    if (!plan.notes.empty()) {
        text += "\n## Notes\n\n";
        for (const ExportNote& note : plan.notes) {
            text += fmt::format("- {}\n", markdownText(note.message));
        }
    }
    return text;
}

}  // namespace tideline
