// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

namespace tideline::test {

/// The order platform of the articles without places: 8 core services, 9 edge services and the bus, 12,650,000
/// requests a month on EKS Auto Mode.
Design orderPlatform();
/// The order platform copied until it has `services` services or more, each copy with its own entries and joined to
/// the next by one event. Ids get a suffix: "gateway-2".
Design chainOf(int services);
/// 100,000 requests of 200 ms and 256 MB on a function of x86 without a front door, beside two t3.medium.
Design scenarioA();
/// 50,000,000 requests of 500 ms and 1 GB behind a REST front door, beside three c5.xlarge.
Design scenarioB();

}  // namespace tideline::test
