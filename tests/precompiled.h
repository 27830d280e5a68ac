// SPDX-License-Identifier: Apache-2.0
#pragma once
// Read once for all tests of the core where TIDELINE_PRECOMPILED is on: Catch2's header is most of what a test compiles.
#include "core/precompiled.h"
#include "tests/support/catch.h"
