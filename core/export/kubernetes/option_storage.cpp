// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/kubernetes/pod_template.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {
constexpr std::string_view kSharedClass = "efs-sc";
}

bool usesSharedStorage(const CorePlan& plan) {
    return std::ranges::any_of(
        plan.workloads, [](const Workload& each) { return each.volume && each.volume->storageClass == kSharedClass; });
}

// An access point a claim (EFS CSI driver: dynamic provisioning): whatever user a pod says it is, files belong to ours.
YamlList storageObjects(const CorePlan& plan) {
    YamlValue object = platformObject(plan, "storage.k8s.io/v1", "StorageClass", kSharedClass);
    object["mountOptions"].add("tls");
    object["parameters"]
        .set("basePath", "/" + plan.application())
        .set("directoryPerms", "750")
        .set("fileSystemId", plan.settings().fileSystem)
        .set("gid", fmt::format("{}", kPodUser))
        .set("provisioningMode", "efs-ap")
        .set("uid", fmt::format("{}", kPodUser));
    object.set("provisioner", "efs.csi.aws.com").set("reclaimPolicy", "Retain");
    object.set("volumeBindingMode", "Immediate");
    return {std::move(object)};
}

}  // namespace tideline
