// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <Qt>
#include <span>

namespace tideline {

class Canvas;

/// A key that means something while the canvas has the focus.
struct CanvasKey {
    int key;
    Qt::KeyboardModifiers modifiers;
    void (*run)(Canvas& canvas);
};
std::span<const CanvasKey> canvasKeys();

/// False where the key means nothing here.
bool runCanvasKey(Canvas& canvas, int key, Qt::KeyboardModifiers modifiers);

}  // namespace tideline
