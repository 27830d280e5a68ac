// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/theme.h"

#include <QPalette>

namespace tideline {

/// The application's palette.
QPalette paletteOf(const Theme& theme);
/// For docks, lists and dialogs: the same on the ground of panels.
QPalette panelPaletteOf(const Theme& theme);

}  // namespace tideline
