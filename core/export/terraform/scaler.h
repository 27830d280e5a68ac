// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/kubernetes/core_plan.h"

#include <string>

namespace tideline {

/// What Terraform asks AWS about queues, streams and topics that pods wait for, and the statements that let KEDA look
/// at them. Both empty where nothing waits.
struct Scaler {
    std::string data, statements;
};
Scaler scalerOf(const CorePlan& core);

}  // namespace tideline
