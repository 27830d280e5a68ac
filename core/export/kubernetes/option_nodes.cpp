// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace tideline {
namespace {

int mostReplicas(const Workload& workload) {
    return std::max({1, workload.scaling.replicas, workload.scaling.most});
}

// Every service at its limit, and a quarter on top for what the cluster itself runs and for rollouts.
struct Room {
    double cpuMillis = 0, memoryMib = 0;
};

Room roomFor(const CorePlan& plan) {
    Room room;
    for (const Workload& workload : plan.workloads) {
        const double replicas = mostReplicas(workload);
        room.cpuMillis += replicas * workload.profile->number("cpuRequestMillis", 100) * 1.25;
        room.memoryMib += replicas * workload.profile->number("memoryMib", 256) * 1.25;
    }
    return room;
}

YamlValue nodeClass(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "eks.amazonaws.com/v1", "NodeClass", plan.application());
    YamlValue& spec = object["spec"];
    spec["ephemeralStorage"].set("size", "80Gi");
    // Pods that no policy selects may talk; the namespace's own policies deny by default.
    spec.set("networkPolicy", "DefaultAllow").set("networkPolicyEventLogs", "Enabled");
    spec.set("role", plan.application() + "-node");
    YamlValue cluster, subnet;
    cluster["tags"].set("aws:eks:cluster-name", plan.application());
    subnet["tags"].set("kubernetes.io/role/internal-elb", "1");
    spec["securityGroupSelectorTerms"].add(std::move(cluster));
    spec["subnetSelectorTerms"].add(std::move(subnet));
    return object;
}

YamlValue requirement(std::string_view key, const std::set<std::string>& values) {
    YamlValue result = YamlValue::mapping().set("key", key).set("operator", "In");
    for (const std::string& value : values) {
        result["values"].add(value);
    }
    return result;
}

// A node must be able to run every service: the processors that all images are built for.
std::set<std::string> processorsOf(const CorePlan& plan) {
    const bool needsIntel = std::ranges::any_of(plan.workloads, [](const Workload& workload) {
        return workload.profile->text("architecture", "arm64") == "x86_64";
    });
    return needsIntel ? std::set<std::string>{"amd64"} : std::set<std::string>{"amd64", "arm64"};
}

YamlValue nodePool(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "karpenter.sh/v1", "NodePool", plan.application());
    const Room room = roomFor(plan);
    YamlValue& spec = object["spec"];
    spec["disruption"]["budgets"].add(YamlValue::mapping().set("nodes", "10%"));
    spec["disruption"].set("consolidateAfter", "1m").set("consolidationPolicy", "WhenEmptyOrUnderutilized");
    spec["limits"].set("cpu", fmt::format("{}", std::llround(std::ceil(room.cpuMillis / 1000))));
    spec["limits"].set("memory", fmt::format("{}Gi", std::llround(std::ceil(room.memoryMib / 1024))));
    YamlValue& node = spec["template"]["spec"];
    node.set("expireAfter", "336h");
    node["nodeClassRef"].set("group", "eks.amazonaws.com").set("kind", "NodeClass").set("name", plan.application());
    node["requirements"].add(requirement("kubernetes.io/arch", processorsOf(plan)));
    node["requirements"].add(requirement("karpenter.sh/capacity-type", {"on-demand"}));
    node["requirements"].add(requirement("eks.amazonaws.com/instance-category", {"c", "m", "r"}));
    node.set("terminationGracePeriod", "24h0m0s");
    return object;
}

}  // namespace

YamlList nodeObjects(const CorePlan& plan) {
    return {nodeClass(plan), nodePool(plan)};
}

}  // namespace tideline
