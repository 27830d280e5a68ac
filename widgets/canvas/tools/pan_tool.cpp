// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/pan_tool.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

namespace tideline {

void PanTool::press(const Pointer& pointer) {
    m_last = pointer.screen;
    m_isDown = true;
    m_stage.canvas.setCursor(cursor());
}

void PanTool::move(const Pointer& pointer) {
    if (m_isDown) {
        m_stage.panBy(pointer.screen - m_last);
        m_last = pointer.screen;
    }
}

void PanTool::release(const Pointer&) {
    m_isDown = false;
    m_stage.canvas.setCursor(cursor());
}

}  // namespace tideline
