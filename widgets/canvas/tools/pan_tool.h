// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/tool.h"

namespace tideline {

/// Moves the board under the hand.
class PanTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    Qt::CursorShape cursor() const override { return m_isDown ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }

private:
    QPointF m_last;
    bool m_isDown = false;
};

}  // namespace tideline
