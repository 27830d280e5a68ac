// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/connection_edits.h"
#include "widgets/canvas/tools/gesture.h"

namespace tideline {

/// Chooses, drags, draws marquees; from a port it connects.
class SelectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void move(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool cancel() override;
    bool key(int key, Qt::KeyboardModifiers modifiers) override;
    bool isBusy() const override { return m_gesture != nullptr; }
    /// Begins to connect the selected service by keys.
    bool beginConnecting();

private:
    enum class On { Nothing, Box, Pill, Line, Port, Grip };
    void pressBox(int box, const Pointer& pointer);
    void beginDrag(const Pointer& pointer);
    void click(const Pointer& pointer);
    void clickThrough(const Pointer& pointer);
    std::unique_ptr<Gesture> m_gesture;
    On m_on = On::Nothing;
    int m_index = -1;
    ConnectionEnd m_end = ConnectionEnd::To;  ///< of the line whose grip is held
    Selection m_before;  ///< as it was at the press
    Pointer m_pressed;
    bool m_isDown = false;
    bool m_isPending = false;  ///< pressed, not yet moved far enough
};

/// A rectangle that selects what it touches: Shift adds, Ctrl toggles.
class MarqueeGesture : public Gesture {
public:
    MarqueeGesture(CanvasStage& stage, const Pointer& pressed);
    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    Selection selectionWith(const QRectF& area) const;
    Pointer m_pressed;
    Selection m_before;
};

}  // namespace tideline
