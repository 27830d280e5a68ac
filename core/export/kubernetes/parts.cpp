// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/parts.h"

#include <algorithm>
#include <array>

namespace tideline {
namespace {

// Parts without a function are written by another part, by the platform folder, or on the side of the provider.
constexpr std::array<KubernetesPart, 37> kParts{{
    {"service-account", "ServiceAccount", addServiceAccount},
    {"config-map", "ConfigMap", addConfigMap},
    {"external-secret", "ExternalSecret", addExternalSecret},
    {"cluster-role", "ClusterRole and ClusterRoleBinding", addClusterRole},
    {"volume-claim", "PersistentVolumeClaim", addVolumeClaim},
    {"storage-class", "StorageClass, in the platform folder", nullptr},
    {"deployment", "Deployment", addWorkload},
    {"stateful-set", "StatefulSet", addWorkload},
    {"volume-claim-templates", "volumeClaimTemplates of a StatefulSet", nullptr},
    {"daemon-set", "DaemonSet", addWorkload},
    {"cron-job", "CronJob", addWorkload},
    {"job", "Job", addWorkload},
    {"scaled-job", "ScaledJob of KEDA", addWorkload},
    {"gpu-node-pool", "NodePool with graphics cards, in the platform folder", nullptr},
    {"secret-store", "ClusterSecretStore, in the platform folder", nullptr},
    {"waypoint", "Gateway of the mesh, by istioctl", nullptr},
    {"argocd-project", "AppProject, by the target gitops", nullptr},
    {"argocd-application", "Application, by the target gitops", nullptr},
    {"argocd-application-set", "ApplicationSet, by the target gitops", nullptr},
    {"kafka", "Kafka of Strimzi", addKafka},
    {"kafka-node-pool", "KafkaNodePool of Strimzi", nullptr},
    {"kafka-topic", "KafkaTopic of Strimzi", nullptr},
    {"knative-service", "Service of Knative", addWorkload},
    {"inference-service", "InferenceService of KServe", addWorkload},
    {"headless-service", "Service without an address of its own", addHeadlessService},
    {"service", "Service", addService},
    {"autoscaler", "HorizontalPodAutoscaler, or ScaledObject where the kind scales by events", addAutoscaler},
    {"scaled-object", "ScaledObject, or HorizontalPodAutoscaler where nothing is drawn to scale by", addAutoscaler},
    {"trigger-authentication", "TriggerAuthentication", addTriggerAuthentication},
    {"pod-identity", "PodIdentityAssociation, in the SAM bundle", nullptr},
    {"disruption-budget", "PodDisruptionBudget", addDisruptionBudget},
    {"network-policy", "NetworkPolicy", addNetworkPolicy},
    {"gateway", "Gateway, in the platform folder", nullptr},
    {"http-route", "HTTPRoute", addRoutes},
    {"grpc-route", "GRPCRoute", addRoutes},
    {"service-monitor", "ServiceMonitor, or PodMonitor where KServe makes the Service", addServiceMonitor},
    {"alert-rules", "PrometheusRule", addAlertRules},
}};

}  // namespace

std::span<const KubernetesPart> kubernetesParts() {
    return kParts;
}

const KubernetesPart* findKubernetesPart(std::string_view key) {
    const auto at = std::ranges::find(kParts, key, &KubernetesPart::key);
    return at == kParts.end() ? nullptr : &*at;
}

YamlList objectsOf(const CorePlan& plan, const Workload& workload) {
    YamlList objects;
    std::vector<void (*)(const CorePlan&, const Workload&, YamlList&)> built;
    for (const KubernetesPart& part : kParts) {
        // Two names may stand for one function, as http-route and grpc-route do; it runs once.
        if (part.build != nullptr && workload.hasPart(part.key) && std::ranges::count(built, part.build) == 0) {
            built.push_back(part.build);
            part.build(plan, workload, objects);
        }
    }
    return objects;
}

}  // namespace tideline
