// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// A step of a state machine that leads to a state which is not there. `from` is empty for the start.
struct MissingState {
    std::string from, to;
    bool operator==(const MissingState&) const = default;
};

/// What schemas of the Amazon States Language do not look at: each machine (the whole, the branches of a Parallel, the
/// body of a Map) knows its own states only.
struct StateMachineCheck {
    std::vector<MissingState> missing;     ///< in the order of the text
    std::vector<std::string> unreachable;  ///< states that nothing leads to, in the order of the text
    std::vector<std::string> endless;      ///< states that neither end nor lead on
};

/// Fails where the text is no JSON object with `StartAt` and `States`; the place is line and column.
Result<StateMachineCheck> checkStateMachine(std::string_view definition);

}  // namespace tideline
