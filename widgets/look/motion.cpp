// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/motion.h"

namespace tideline {

namespace {

bool g_isReduced = false;

}  // namespace

int durationOf(Motion motion) {
    if (g_isReduced) {
        return 0;
    }
    switch (motion) {
    case Motion::Fit: return 180;
    case Motion::Settle: return 90;
    case Motion::FlyBack: return 140;
    case Motion::Fold: return 120;
    case Motion::Pulse: return 600;
    case Motion::Toast: return 6000;
    }
    return 0;
}

void setMotion(MotionSetting setting) {
    g_isReduced = setting == MotionSetting::Reduced;
}

}  // namespace tideline
