// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/tools/gesture.h"

namespace tideline {

/// Drags a topic up or down the bus lane.
class PillGesture : public Gesture {
public:
    PillGesture(CanvasStage& stage, int pill, QPointF pressedAt);
    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    int m_pill;
    double m_before;
    QPointF m_pressedAt;
};

}  // namespace tideline
