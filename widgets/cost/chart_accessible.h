// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// From now on a cost chart is a slider for screen readers: its value is the requests a month, its text what every
/// curve costs there.
void installChartAccessibility();

}  // namespace tideline
