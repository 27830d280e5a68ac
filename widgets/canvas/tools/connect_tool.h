// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/tools/gesture.h"

namespace tideline {

/// Draws a connection from wherever a card or topic is pressed.
class ConnectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool cancel() override;
    bool isBusy() const override { return m_gesture != nullptr; }
    Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    std::unique_ptr<Gesture> m_gesture;
};

}  // namespace tideline
