// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/allocatable.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kEvictionMib = 100;

/// A share of the part of a quantity that lies in one band.
struct Band {
    double upTo, share;
};

/// What the bands keep; each band is rounded down where `isWhole`.
template <std::size_t N>
double kept(const std::array<Band, N>& bands, double quantity, bool isWhole) {
    double sum = 0;
    double below = 0;
    for (const Band& band : bands) {
        const double part = std::clamp(quantity, below, band.upTo) - below;
        const double share = part * band.share;
        sum += isWhole ? std::floor(share + 1e-9) : share;
        below = band.upTo;
    }
    return sum;
}

constexpr std::array kCpuBands{Band{1000, 0.06}, Band{2000, 0.01}, Band{4000, 0.005}, Band{HUGE_VAL, 0.0025}};
constexpr std::array kGkeMemoryBands{Band{4096, 0.25}, Band{8192, 0.2}, Band{16'384, 0.1}, Band{131'072, 0.06},
                                     Band{HUGE_VAL, 0.02}};

double cpuWithoutBands(double vcpu) {
    return 1000 * vcpu - kept(kCpuBands, 1000 * vcpu, true);
}

}  // namespace

Allocatable eksAllocatable(const Machine& machine, double interfaces, double addressesPerInterface) {
    constexpr double kHypervisorShare = 0.075;
    constexpr double kArmMib = 64;
    const double pods = interfaces * (addressesPerInterface - 1) + 2;
    const double memory = machine.memoryMib - (machine.isArm ? kArmMib : 0);
    const double hypervisor = std::ceil(kHypervisorShare * memory - 1e-9);
    return {.cpuMillis = cpuWithoutBands(machine.vcpu),
            .memoryMib = memory - hypervisor - (11 * pods + 255) - kEvictionMib,
            .maxPods = pods};
}

Allocatable gkeAllocatable(const Machine& machine, double maxPods) {
    const double reserved = machine.memoryMib < 1024 ? 255 : kept(kGkeMemoryBands, machine.memoryMib, false);
    return {.cpuMillis = cpuWithoutBands(machine.vcpu),
            .memoryMib = std::max(0.0, machine.memoryMib - reserved - kEvictionMib),
            .maxPods = std::min(maxPods, 256.0)};
}

double aksReservedMillis(double cores) {
    constexpr std::array kTable{std::pair{1.0, 60.0},  std::pair{2.0, 100.0},  std::pair{4.0, 140.0},
                                std::pair{8.0, 180.0}, std::pair{16.0, 260.0}, std::pair{32.0, 420.0},
                                std::pair{64.0, 740.0}};
    for (const auto& [most, millis] : kTable) {
        if (cores <= most) {
            return millis;
        }
    }
    return kTable.back().second;
}

Allocatable aksAllocatable(const Machine& machine, double maxPods) {
    const double reserved = std::min(20 * maxPods + 50, 0.25 * machine.memoryMib);
    return {.cpuMillis = 1000 * machine.vcpu - aksReservedMillis(machine.vcpu),
            .memoryMib = std::max(0.0, machine.memoryMib - reserved - kEvictionMib),
            .maxPods = maxPods};
}

}  // namespace tideline
