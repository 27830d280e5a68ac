// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// The tools of the canvas, as the toolbar offers them. Placing is chosen by dragging from the palette.
enum class ToolKey { Select, Pan, Connect, Place };

}  // namespace tideline
