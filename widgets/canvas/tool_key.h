// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// The tools of the canvas, as the toolbar offers them.
enum class ToolKey { Select, Pan, Connect };

}  // namespace tideline
