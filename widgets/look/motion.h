// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// How long things move, in milliseconds. All animations ask here, so that "reduced motion" leaves none out.
enum class Motion { Fit, Settle, FlyBack, Fold, Pulse, Toast };

int durationOf(Motion motion);
/// From the desktop's setting or the user's own: all durations become 0.
enum class MotionSetting { Full, Reduced };
void setMotion(MotionSetting setting);

}  // namespace tideline
