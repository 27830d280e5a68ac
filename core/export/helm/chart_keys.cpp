// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/chart_keys.h"

#include <algorithm>
#include <array>

namespace tideline {
namespace {

constexpr std::array<ChartKey, 13> kChartKeys{{
    {"environment", "Label `env` of every object; the files in `ci/` set it"},
    {"namespace", "Namespace of all objects; empty takes the one of the release"},
    {"owner", "Label `owner`: who looks after the services"},
    {"email", "Annotation `email`: where they are reached"},
    {"operators", "Operators whose objects are written"},
    {"priorityClass", "Priority of all pods"},
    {"defaultDeny", "Deny all traffic in the namespace that no service allows"},
    {"secretStore", "Where credentials come from; no secret stands in this chart"},
    {"gateways", "Gateways that routes hang on"},
    {"additions", "Objects that all services stand on, by what they are for; `enabled: false` leaves them out"},
    {"connectionTest", "What `helm test` looks up"},
    {"defaults", "Held for every service that does not say otherwise"},
    {"services", "The services by name"},
}};

constexpr std::array<ChartKey, 6> kDefaultKeys{{
    {"imagePullPolicy", "When images are pulled"},
    {"minReadySeconds", "How long a pod must be ready before it counts"},
    {"podSecurityContext", "Security context of pods"},
    {"revisionHistoryLimit", "Old revisions that are kept"},
    {"scalingBehavior", "How fast autoscalers take replicas away"},
    {"securityContext", "Security context of containers"},
}};

constexpr std::array<ChartKey, 37> kServiceKeys{{
    {"workload", "Object that runs the pods"},
    {"description", "What the service is called in the design"},
    {"component", "Kind of the service"},
    {"image", "Image of the service; `digest` pins it"},
    {"command", "Entry point instead of the image's own"},
    {"args", "Arguments of the entry point"},
    {"annotations", "Annotations of the workload: exemptions of linters with their reasons"},
    {"replicas", "Fixed number of replicas; leave it out where an autoscaler decides"},
    {"autoscaling", "Replicas by processor load (`by: cpu`) or by events (`by: events`, KEDA)"},
    {"serverless", "Replicas from none to so many by requests at once (`knative-service`), and who reaches it"},
    {"resources", "Requests and limits of the container"},
    {"ports", "Ports of the container and of its Service"},
    {"clusterService", "Whether a Service with an address of its own is made"},
    {"headlessService", "Name of the Service that names the pods one by one"},
    {"podsHost", "Name under which ExternalDNS publishes the addresses of the pods"},
    {"probes", "Questions that the kubelet asks the container"},
    {"config", "Environment variables, through a ConfigMap"},
    {"podFields", "Environment variables that hold a field of the pod"},
    {"files", "Files of a ConfigMap and the folder they are mounted in"},
    {"credentials", "Files from the secret store and the folder they are mounted in"},
    {"scratch", "Folders that may be written and end with the pod"},
    {"volume", "Volume that outlives the pod"},
    {"sharedVolumes", "Claims that other services mount too, and the folders they are mounted in"},
    {"tolerations", "Taints of nodes that the pods bear"},
    {"initContainers", "Containers that run before the service"},
    {"sidecars", "Containers that run beside the service"},
    {"podSecurityContext", "Security context of the pods, over the defaults"},
    {"network", "Who may call the pods and whom they may call; everything else is denied"},
    {"routes", "Paths of gateways that lead here"},
    {"metrics", "Port and path that Prometheus scrapes"},
    {"alerts", "Alerts of a PrometheusRule"},
    {"schedule", "How long a job may run, and when a CronJob starts (five fields, UTC)"},
    {"clusterReads", "Resources of the cluster that the pods may list"},
    {"disruptionBudget", "Whether at most one pod may be moved at a time"},
    {"preStopSeconds", "Pause before a pod stops, so that callers notice"},
    {"graceSeconds", "Time to stop in order"},
    {"objects", "Objects of an operator that runs this service"},
}};

}  // namespace

std::span<const ChartKey> chartKeys() {
    return kChartKeys;
}
std::span<const ChartKey> defaultKeys() {
    return kDefaultKeys;
}
std::span<const ChartKey> serviceKeys() {
    return kServiceKeys;
}

std::string_view meaningOf(std::span<const ChartKey> keys, std::string_view key) {
    const auto at = std::ranges::find(keys, key, &ChartKey::key);
    return at == keys.end() ? std::string_view() : at->meaning;
}

}  // namespace tideline
