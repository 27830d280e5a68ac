// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/connect_tool.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/hit.h"
#include "widgets/canvas/tools/connect_gesture.h"

namespace tideline {

void ConnectTool::press(const Pointer& pointer) {
    const Hovered hit = hitAt(m_stage, pointer.world);
    if (hit.box >= 0) {
        m_gesture = std::make_unique<ConnectGesture>(m_stage, LineEnd{LineEnd::On::Box, hit.box});
    } else if (hit.pill >= 0) {
        m_gesture = std::make_unique<ConnectGesture>(m_stage, LineEnd{LineEnd::On::Pill, hit.pill});
    }
}

void ConnectTool::move(const Pointer& pointer) {
    if (m_gesture) {
        m_gesture->move(pointer);
    }
}

void ConnectTool::release(const Pointer& pointer) {
    if (const std::unique_ptr<Gesture> gesture = std::move(m_gesture)) {
        gesture->finish(pointer);
    }
}

bool ConnectTool::cancel() {
    const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    if (gesture) {
        gesture->cancel();
    }
    return gesture != nullptr;
}

}  // namespace tideline
