// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"

#include <array>

namespace tideline {

namespace {
constexpr std::array kParts{
    Word{"service-account", "v1 ServiceAccount"},
    Word{"deployment", "apps/v1 Deployment"},
    Word{"stateful-set", "apps/v1 StatefulSet"},
    Word{"daemon-set", "apps/v1 DaemonSet"},
    Word{"cron-job", "batch/v1 CronJob"},
    Word{"job", "batch/v1 Job"},
    Word{"service", "v1 Service"},
    Word{"headless-service", "v1 Service (clusterIP None)"},
    Word{"gateway", "gateway.networking.k8s.io/v1 Gateway"},
    Word{"http-route", "gateway.networking.k8s.io/v1 HTTPRoute"},
    Word{"grpc-route", "gateway.networking.k8s.io/v1 GRPCRoute"},
    Word{"tcp-route", "gateway.networking.k8s.io/v1 TCPRoute"},
    Word{"autoscaler", "autoscaling/v2 HorizontalPodAutoscaler"},
    Word{"scaled-object", "keda.sh/v1alpha1 ScaledObject"},
    Word{"scaled-job", "keda.sh/v1alpha1 ScaledJob"},
    Word{"trigger-authentication", "keda.sh/v1alpha1 TriggerAuthentication"},
    Word{"disruption-budget", "policy/v1 PodDisruptionBudget"},
    Word{"network-policy", "networking.k8s.io/v1 NetworkPolicy"},
    Word{"config-map", "v1 ConfigMap"},
    Word{"external-secret", "external-secrets.io/v1 ExternalSecret"},
    Word{"secret-store", "external-secrets.io/v1 ClusterSecretStore"},
    Word{"volume-claim", "v1 PersistentVolumeClaim"},
    Word{"volume-claim-templates", "volumeClaimTemplates of a StatefulSet"},
    Word{"storage-class", "storage.k8s.io/v1 StorageClass"},
    Word{"service-monitor", "monitoring.coreos.com/v1 ServiceMonitor"},
    Word{"alert-rules", "monitoring.coreos.com/v1 PrometheusRule"},
    Word{"role", "rbac.authorization.k8s.io/v1 Role and RoleBinding"},
    Word{"cluster-role", "rbac.authorization.k8s.io/v1 ClusterRole and ClusterRoleBinding"},
    Word{"priority-class", "scheduling.k8s.io/v1 PriorityClass"},
    Word{"namespace", "v1 Namespace"},
    Word{"gpu-node-pool", "karpenter.sh/v1 NodePool with GPU requirements"},
    Word{"kafka", "kafka.strimzi.io/v1 Kafka"},
    Word{"kafka-node-pool", "kafka.strimzi.io/v1 KafkaNodePool"},
    Word{"kafka-topic", "kafka.strimzi.io/v1 KafkaTopic"},
    Word{"knative-service", "serving.knative.dev/v1 Service"},
    Word{"knative-broker", "eventing.knative.dev/v1 Broker"},
    Word{"knative-trigger", "eventing.knative.dev/v1 Trigger"},
    Word{"inference-service", "serving.kserve.io/v1beta1 InferenceService"},
    Word{"otel-collector", "opentelemetry.io/v1beta1 OpenTelemetryCollector"},
    Word{"instrumentation", "opentelemetry.io/v1alpha1 Instrumentation"},
    Word{"waypoint", "gateway.networking.k8s.io/v1 Gateway of class istio-waypoint"},
    Word{"argocd-project", "argoproj.io/v1alpha1 AppProject"},
    Word{"argocd-application", "argoproj.io/v1alpha1 Application"},
    Word{"argocd-application-set", "argoproj.io/v1alpha1 ApplicationSet"},
    Word{"pod-identity",
         "AWS::EKS::PodIdentityAssociation in the SAM bundle, or eks.services.k8s.aws/v1alpha1 PodIdentityAssociation"},
    Word{"spin-app", "core.spinkube.dev/v1alpha1 SpinApp"},
    Word{"workload-deployment", "runtime.wasmcloud.dev/v1alpha1 WorkloadDeployment"},
    Word{"external-name", "v1 Service (ExternalName)"},
    Word{"catalog-info", "backstage.io/v1alpha1 Component"},
};

constexpr std::array kScaling{
    Word{"hpa", "a HorizontalPodAutoscaler follows a metric"},
    Word{"keda", "KEDA follows a queue, a stream or a query, down to zero where nothing waits"},
    Word{"fixed", "as many replicas as the field says"},
    Word{"nodes", "one replica on each node"},
    Word{"schedule", "runs at set times"},
    Word{"platform", "the platform scales by itself"},
    Word{"none", "nothing to scale"},
};

constexpr std::array<std::string_view, 5> kWorkloads{
    "deployment", "stateful-set", "daemon-set", "cron-job", "job",
};

constexpr std::array kTriggers{
    TriggerWord{"kafka", "bootstrapServers consumerGroup topic",
                "activationLagThreshold allowIdleConsumers awsRegion ensureEvenDistributionOfPartitions "
                "excludePersistentLag fullMetadata lagThreshold limitToPartitionsWithLag offsetResetPolicy "
                "partitionLimitation sasl saslTokenProvider scaleToZeroOnInvalidOffset tls unsafeSsl version"},
    TriggerWord{"aws-sqs-queue", "queueURL awsRegion",
                "activationQueueLength awsEndpoint identityOwner queueLength scaleOnDelayed scaleOnInFlight"},
    TriggerWord{"aws-kinesis-stream", "streamName awsRegion",
                "activationShardCount awsEndpoint identityOwner shardCount"},
    TriggerWord{"prometheus", "serverAddress query threshold",
                "activationThreshold awsRegion customHeaders identityOwner ignoreNullValues namespace queryParameters "
                "timeout unsafeSsl"},
    TriggerWord{"cron", "timezone start end desiredReplicas", ""},
    TriggerWord{"rabbitmq", "queueName mode value host",
                "activationValue excludeUnacknowledged operation pageSize protocol queueLength timeout unsafeSsl "
                "useRegex vhostName"},
    TriggerWord{"nats-jetstream", "natsServerMonitoringEndpoint account stream consumer",
                "accountID activationLagThreshold lagThreshold useHttps"},
    TriggerWord{"redis-streams", "address stream consumerGroup pendingEntriesCount",
                "activationLagCount addresses databaseIndex enableTLS host hosts lagCount password port ports "
                "sentinelMaster sentinelPassword sentinelUsername streamLength unsafeSsl username"},
    TriggerWord{"cpu", "value", "containerName type"},
    TriggerWord{"memory", "value", "containerName type"},
    TriggerWord{"postgresql", "query targetQueryValue host port userName dbName sslmode", "activationTargetQueryValue"},
    TriggerWord{"temporal", "endpoint namespace taskQueue",
                "activationTargetQueueSize buildId enableTLS includeRunningWorkflowCount minConnectTimeout queueTypes "
                "selectAllActive selectUnversioned targetQueueSize tlsServerName unsafeSsl workerDeploymentBuildId "
                "workerDeploymentName workflowTaskQueueForCount"},
};

}  // namespace

std::span<const Word> partWords() {
    return kParts;
}

std::span<const Word> scalingWords() {
    return kScaling;
}

std::span<const std::string_view> workloadObjects() {
    return kWorkloads;
}

std::span<const TriggerWord> triggerWords() {
    return kTriggers;
}

}  // namespace tideline
