// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/kubernetes/pod_template.h"

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
        if (workload.gpus > 0 || workload.shape == WorkloadShape::Claim) {
            continue;  // on nodes of their own, or on none
        }
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

// "aws.ec2.g6-xlarge" is the price of a g6.xlarge; empty for what is no price of a node of EC2.
std::string instanceTypeOf(std::string_view priceKey) {
    constexpr std::string_view kNodes = "aws.ec2.";
    if (!priceKey.starts_with(kNodes)) {
        return {};
    }
    std::string type(priceKey.substr(kNodes.size()));
    if (const std::size_t dash = type.find('-'); dash != std::string::npos) {
        type[dash] = '.';
    }
    return type;
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

YamlValue poolOf(const CorePlan& plan, const std::string& name) {
    YamlValue object = platformObject(plan, "karpenter.sh/v1", "NodePool", name);
    YamlValue& spec = object["spec"];
    spec["disruption"]["budgets"].add(YamlValue::mapping().set("nodes", "10%"));
    YamlValue& node = spec["template"]["spec"];
    node.set("expireAfter", "336h");
    node["nodeClassRef"].set("group", "eks.amazonaws.com").set("kind", "NodeClass").set("name", plan.application());
    node["requirements"].add(requirement("karpenter.sh/capacity-type", {"on-demand"}));
    node.set("terminationGracePeriod", "24h0m0s");
    return object;
}

YamlValue nodePool(const CorePlan& plan) {
    YamlValue object = poolOf(plan, plan.application());
    const Room room = roomFor(plan);
    YamlValue& spec = object["spec"];
    spec["disruption"].set("consolidateAfter", "1m").set("consolidationPolicy", "WhenEmptyOrUnderutilized");
    spec["limits"].set("cpu", fmt::format("{}", std::llround(std::ceil(room.cpuMillis / 1000))));
    spec["limits"].set("memory", fmt::format("{}Gi", std::llround(std::ceil(room.memoryMib / 1024))));
    YamlValue& node = spec["template"]["spec"];
    node["requirements"].add(requirement("kubernetes.io/arch", processorsOf(plan)));
    node["requirements"].add(requirement("eks.amazonaws.com/instance-category", {"c", "m", "r"}));
    return object;
}

// "g6.xlarge" is of the family g6.
std::string familyOf(std::string_view type) {
    return std::string(type.substr(0, type.find('.')));
}

// The drawn type of machine, or its whole family where a pod takes several cards: types differ in how many they have,
// and the smallest that holds the pods is bought.
YamlValue gpuMachines(const std::set<std::string>& types, int mostCards) {
    if (types.empty()) {
        return requirement("eks.amazonaws.com/instance-gpu-manufacturer", {"nvidia"});
    }
    if (mostCards <= 1) {
        return requirement("node.kubernetes.io/instance-type", types);
    }
    std::set<std::string> families;
    for (const std::string& type : types) {
        families.insert(familyOf(type));
    }
    return requirement("eks.amazonaws.com/instance-family", families);
}

// Cards are dear: a node goes five minutes after its last pod, and nothing else is put on it.
YamlValue gpuPool(const CorePlan& plan) {
    long long cards = 0;
    int mostCards = 0;
    std::set<std::string> types;
    for (const Workload& workload : plan.workloads) {
        if (workload.gpus > 0) {
            cards += static_cast<long long>(workload.gpus) * mostReplicas(workload);
            mostCards = std::max(mostCards, workload.gpus);
            types.insert(
                instanceTypeOf(gpuNodePrice(plan.analysis->figures.design.settings.cluster, *workload.profile)));
        }
    }
    types.erase("");
    YamlValue object = poolOf(plan, plan.application() + "-gpu");
    YamlValue& spec = object["spec"];
    spec["disruption"].set("consolidateAfter", "5m").set("consolidationPolicy", "WhenEmpty");
    spec["limits"].set(kGpuTaint, fmt::format("{}", cards));
    YamlValue& node = spec["template"]["spec"];
    node["requirements"].add(gpuMachines(types, mostCards));
    node["taints"].add(YamlValue::mapping().set("effect", "NoSchedule").set("key", kGpuTaint).set("value", "true"));
    return object;
}

}  // namespace

YamlList nodeObjects(const CorePlan& plan) {
    YamlList objects{nodeClass(plan), nodePool(plan)};
    if (std::ranges::any_of(plan.workloads, [](const Workload& each) { return each.gpus > 0; })) {
        objects.push_back(gpuPool(plan));
    }
    return objects;
}

}  // namespace tideline
