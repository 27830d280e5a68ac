// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <array>

namespace tideline {

namespace {

constexpr std::array kCommands{
    Command{"kinds", declareKinds},     Command{"templates", declareTemplates},
    Command{"new", declareNew},         Command{"check", declareCheck},
    Command{"cost", declareCost},       Command{"curve", declareCurve},
    Command{"explain", declareExplain}, Command{"targets", declareTargets},
    Command{"export", declareExport},   Command{"price", declarePrice},
    Command{"prices", declarePrices},   Command{"schema", declareSchema},
    Command{"limits", declareLimits},   Command{"completion", declareCompletion},
};

}  // namespace

std::span<const Command> commands() {
    return kCommands;
}

}  // namespace tideline
