// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// A machine as its provider describes it.
struct Machine {
    double vcpu = 0;
    double memoryMib = 0;
    bool isArm = false;
};

/// What pods can have of it before the daemons of the cluster (cost.md 2.5).
struct Allocatable {
    double cpuMillis = 0, memoryMib = 0, maxPods = 0;
    bool operator==(const Allocatable&) const = default;
};

/// EKS, AL2023 with the VPC's own network: pods by network interfaces and their addresses; memory less 64 MiB on arm64,
/// 7.5 % for the hypervisor, 11 MiB a pod + 255 and 100 for evictions. Held to 682 published machines.
Allocatable eksAllocatable(const Machine& machine, double interfaces, double addressesPerInterface);

/// GKE standard: memory less 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112, 2 %
/// beyond (255 MiB below 1 GiB), and 100 MiB for evictions; 110 pods unless set (256 at most).
Allocatable gkeAllocatable(const Machine& machine, double maxPods = 110);

/// AKS from 1.29: memory less the smaller of 20 MiB a pod + 50 and a quarter, and 100 MiB for evictions; CPU by a table
/// of the number of cores.
Allocatable aksAllocatable(const Machine& machine, double maxPods = 30);

/// Millicores that AKS keeps: 60, 100, 140, 180, 260, 420, 740 for 1 to 64 cores; in between as for the next larger.
double aksReservedMillis(double cores);

}  // namespace tideline
