// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/window_size.h"

#include <QScreen>
#include <QWidget>

namespace tideline {

namespace {

/// Title bar and borders, which nobody knows before the window is shown.
constexpr QSize kFrame(16, 44);

}  // namespace

void resizeWithinScreen(QWidget& window, QSize wanted) {
    window.resize(wanted.boundedTo(window.screen()->availableSize() - kFrame));
}

}  // namespace tideline
