// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QSize>

class QWidget;

namespace tideline {

/// Gives a window the size in device-independent pixels, or what its screen has beside the window's frame: what stands
/// outside cannot be reached.
void resizeWithinScreen(QWidget& window, QSize wanted);

}  // namespace tideline
