// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <string>

namespace tideline {

/// A cron line of five fields as EventBridge Scheduler writes it: "0 3 * * 1-5" -> "cron(0 3 ? * 2-6 *)". Expressions
/// of the forms rate(…) and cron(…) stay. Fails for anything else; `place` is the error's place.
Result<std::string> scheduleExpression(const std::string& text, const std::string& place);

}  // namespace tideline
