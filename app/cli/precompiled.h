// SPDX-License-Identifier: Apache-2.0
#pragma once
// Read once for the command line where TIDELINE_PRECOMPILED is on.
#include "core/precompiled.h"

#include <CLI/CLI.hpp>
