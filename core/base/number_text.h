// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/money.h"

#include <string>

namespace tideline {

/// A number within a sentence: "1,048,576", "0.5", "2.25". At most `decimals` decimals, without zeros at the end; a
/// number that would become 0 that way keeps its first two digits: "0.0031".
std::string numberText(double number, int decimals = 2);
/// "$65.70", "-$1,204.00", rounded to cents, half away from zero.
std::string dollarsText(Money money);

}  // namespace tideline
