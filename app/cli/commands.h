// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/cli/command.h"

namespace tideline {

// One declaration a command, one file each; the table is in commands.cpp.
void declareKinds(CLI::App& program, CommandLine& line);
void declareTemplates(CLI::App& program, CommandLine& line);
void declareNew(CLI::App& program, CommandLine& line);
void declareCheck(CLI::App& program, CommandLine& line);
void declareCost(CLI::App& program, CommandLine& line);
void declareCurve(CLI::App& program, CommandLine& line);
void declareExplain(CLI::App& program, CommandLine& line);
void declareTargets(CLI::App& program, CommandLine& line);
void declareExport(CLI::App& program, CommandLine& line);
void declarePrice(CLI::App& program, CommandLine& line);
void declarePrices(CLI::App& program, CommandLine& line);
void declareSchema(CLI::App& program, CommandLine& line);
void declareLimits(CLI::App& program, CommandLine& line);
void declareCompletion(CLI::App& program, CommandLine& line);

}  // namespace tideline
