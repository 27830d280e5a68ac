// SPDX-License-Identifier: Apache-2.0
// Folders that several services mount, the class of storage that they lie on, and what has to be known before.
#include "core/export/kubernetes/core_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

constexpr std::string_view kMountRoot = "/shared";

void mountFolder(Workload& client, const Workload& folder) {
    SharedVolume volume{folder.claimName(), fmt::format("{}/{}", kMountRoot, folder.name)};
    if (std::ranges::count(client.sharedVolumes, volume) == 0) {
        client.sharedVolumes.push_back(std::move(volume));
    }
}

void noteStorage(CorePlan& plan) {
    const auto isShared = [](const Workload& each) {
        return each.volume && each.volume->accessMode == "ReadWriteMany";
    };
    const auto first = std::ranges::find_if(plan.workloads, isShared);
    if (first != plan.workloads.end() && plan.settings().k3s) {
        plan.note(*first->profile,
                  fmt::format("'{}' is written by several nodes, which the disks of K3s cannot be: its claim asks for "
                              "the storage class 'longhorn', which has to be installed",
                              first->profile->name));
    }
}

void noteCards(CorePlan& plan) {
    for (const Workload& workload : plan.workloads) {
        if (workload.gpus > 0 && !plan.settings().eksAutoNodes) {
            plan.note(*workload.profile,
                      fmt::format("'{}' takes {} graphics {} of NVIDIA a replica: its nodes and the device plugin are "
                                  "the cluster's. With the flavour EKS Auto Mode the export makes a pool of such nodes",
                                  workload.profile->name, workload.gpus, workload.gpus == 1 ? "card" : "cards"));
        } else if (workload.gpus > 1) {
            plan.note(*workload.profile,
                      fmt::format("'{0}' takes {1} graphics cards a replica, which have to be in one machine: the pool "
                                  "of nodes offers the whole family of the drawn one. The bill counts the drawn one as "
                                  "often as it takes to have {1} cards; a larger one has a price of its own",
                                  workload.profile->name, workload.gpus));
        }
    }
}

}  // namespace

void planSharedVolumes(CorePlan& plan) {
    for (const CallEnds& call : plan.calls) {
        Workload* client = plan.find(call.client->id);
        const Workload* folder = plan.find(call.server->id);
        if (client != nullptr && folder != nullptr && folder->shape == WorkloadShape::Claim) {
            mountFolder(*client, *folder);
        }
    }
    noteStorage(plan);
    noteCards(plan);
}

}  // namespace tideline
