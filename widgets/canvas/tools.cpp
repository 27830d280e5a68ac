// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tool.h"
#include "widgets/canvas/tools/connect_tool.h"
#include "widgets/canvas/tools/pan_tool.h"
#include "widgets/canvas/tools/select_tool.h"

#include <array>

namespace tideline {

namespace {

template <class T>
std::unique_ptr<Tool> make(CanvasStage& stage) {
    return std::make_unique<T>(stage);
}

constexpr std::array kRows{
    ToolRow{ToolKey::Select, "select", "Select", "V", "Drag a service from the palette, or press / to find one",
            &make<SelectTool>},
    ToolRow{ToolKey::Pan, "pan", "Pan", "H", "Drag to move the board", &make<PanTool>},
    ToolRow{ToolKey::Connect, "connect", "Connect", "C", "Drag from one service to another to connect them",
            &make<ConnectTool>},
};

}  // namespace

std::span<const ToolRow> toolRows() {
    return kRows;
}

const ToolRow& toolRow(ToolKey key) {
    return kRows[static_cast<std::size_t>(key)];
}

}  // namespace tideline
