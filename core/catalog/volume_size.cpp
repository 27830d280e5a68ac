// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/volume_size.h"

#include <algorithm>
#include <cmath>

namespace tideline {

double volumeGib(const ServiceProfile& profile) {
    constexpr double kTimesMemory = 4;
    constexpr double kMibPerGib = 1024;
    const double own = profile.number("storageGib");
    const double logs = profile.flag("persistent") ? kTimesMemory * profile.number("memoryMib") / kMibPerGib : 0;
    return std::max(own, std::ceil(logs));
}

}  // namespace tideline
