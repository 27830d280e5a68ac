// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/keys.h"

#include "core/edit/layout_edits.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/neighbours.h"
#include "widgets/canvas/stage.h"

#include <array>

namespace tideline {

namespace {

constexpr Qt::KeyboardModifiers kNone = Qt::NoModifier;
constexpr Qt::KeyboardModifiers kShift = Qt::ShiftModifier;
constexpr Qt::KeyboardModifiers kCtrl = Qt::ControlModifier;
constexpr Qt::KeyboardModifiers kAlt = Qt::AltModifier;

void undo(Canvas& canvas) {
    canvas.session().undo();
}
void redo(Canvas& canvas) {
    canvas.session().redo();
}

template <Alignment alignment>
void alignTo(Canvas& canvas) {
    canvas.align(alignment);
}
template <Host host>
void placeOnHost(Canvas& canvas) {
    canvas.placeOn(host);
}
template <ToolKey tool>
void choose(Canvas& canvas) {
    canvas.chooseTool(tool);
}
template <void (Canvas::*verb)()>
void call(Canvas& canvas) {
    (canvas.*verb)();
}
void openInspector(Canvas& canvas) {
    if (!canvas.selection().empty()) {
        Q_EMIT canvas.inspectorWanted();
    }
}
void toggleMiniMap(Canvas& canvas) {
    canvas.setMiniMapShown(!canvas.isMiniMapShown());
}
void spreadAcross(Canvas& canvas) {
    canvas.distribute(Qt::Horizontal);
}
void spreadDown(Canvas& canvas) {
    canvas.distribute(Qt::Vertical);
}

constexpr std::array kKeys{
    CanvasKey{Qt::Key_V, kNone, &choose<ToolKey::Select>},
    CanvasKey{Qt::Key_H, kNone, &choose<ToolKey::Pan>},
    CanvasKey{Qt::Key_C, kNone, &call<&Canvas::beginConnecting>},
    CanvasKey{Qt::Key_Slash, kNone, &call<&Canvas::openQuickAdd>},
    CanvasKey{Qt::Key_Escape, kNone, &call<&Canvas::cancel>},
    CanvasKey{Qt::Key_Delete, kNone, &call<&Canvas::deleteSelection>},
    CanvasKey{Qt::Key_Backspace, kNone, &call<&Canvas::deleteSelection>},
    CanvasKey{Qt::Key_Delete, kCtrl, &call<&Canvas::deleteAndHeal>},
    CanvasKey{Qt::Key_A, kCtrl, &call<&Canvas::selectAll>},
    CanvasKey{Qt::Key_D, kCtrl, &call<&Canvas::duplicateSelection>},
    CanvasKey{Qt::Key_C, kCtrl, &call<&Canvas::copySelection>},
    CanvasKey{Qt::Key_X, kCtrl, &call<&Canvas::cutSelection>},
    CanvasKey{Qt::Key_V, kCtrl, &call<&Canvas::paste>},
    CanvasKey{Qt::Key_V, kCtrl | kShift, &call<&Canvas::pasteWithIncoming>},
    CanvasKey{Qt::Key_Z, kCtrl, &undo},
    CanvasKey{Qt::Key_Z, kCtrl | kShift, &redo},
    CanvasKey{Qt::Key_Y, kCtrl, &redo},
    CanvasKey{Qt::Key_F2, kNone, &call<&Canvas::renameSelected>},
    CanvasKey{Qt::Key_Return, kNone, &openInspector},
    CanvasKey{Qt::Key_Enter, kNone, &openInspector},
    CanvasKey{Qt::Key_R, kNone, &call<&Canvas::reverseSelected>},
    CanvasKey{Qt::Key_P, kNone, &call<&Canvas::togglePinned>},
    CanvasKey{Qt::Key_1, kAlt, &placeOnHost<Host::Kubernetes>},
    CanvasKey{Qt::Key_2, kAlt, &placeOnHost<Host::Function>},
    CanvasKey{Qt::Key_3, kAlt, &placeOnHost<Host::Wasm>},
    CanvasKey{Qt::Key_0, kCtrl, &call<&Canvas::resetZoom>},
    CanvasKey{Qt::Key_Plus, kNone, &call<&Canvas::zoomIn>},
    CanvasKey{Qt::Key_Plus, kShift, &call<&Canvas::zoomIn>},
    CanvasKey{Qt::Key_Equal, kNone, &call<&Canvas::zoomIn>},
    CanvasKey{Qt::Key_Minus, kNone, &call<&Canvas::zoomOut>},
    CanvasKey{Qt::Key_Exclam, kShift, &call<&Canvas::fitAll>},
    CanvasKey{Qt::Key_1, kShift, &call<&Canvas::fitAll>},
    CanvasKey{Qt::Key_At, kShift, &call<&Canvas::fitSelection>},
    CanvasKey{Qt::Key_QuoteDbl, kShift, &call<&Canvas::fitSelection>},
    CanvasKey{Qt::Key_2, kShift, &call<&Canvas::fitSelection>},
    CanvasKey{Qt::Key_U, kShift, &call<&Canvas::selectUpstream>},
    CanvasKey{Qt::Key_D, kShift, &call<&Canvas::selectDownstream>},
    CanvasKey{Qt::Key_C, kShift, &call<&Canvas::selectConnected>},
    CanvasKey{Qt::Key_M, kNone, &toggleMiniMap},
    CanvasKey{Qt::Key_T, kCtrl | kShift, &call<&Canvas::tidy>},
    CanvasKey{Qt::Key_H, kCtrl | kShift, &spreadAcross},
    CanvasKey{Qt::Key_Y, kCtrl | kShift, &spreadDown},
    CanvasKey{Qt::Key_Left, kCtrl | kShift, &alignTo<Alignment::Left>},
    CanvasKey{Qt::Key_Right, kCtrl | kShift, &alignTo<Alignment::Right>},
    CanvasKey{Qt::Key_Up, kCtrl | kShift, &alignTo<Alignment::Top>},
    CanvasKey{Qt::Key_Down, kCtrl | kShift, &alignTo<Alignment::Bottom>},
    CanvasKey{Qt::Key_BracketRight, kNone, &call<&Canvas::selectNextConnection>},
    CanvasKey{Qt::Key_BracketLeft, kNone, &call<&Canvas::selectPreviousConnection>},
};

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

/// Arrows move the selection by 8, with Shift by 80; with Ctrl they go to the next card.
bool runArrow(Canvas& canvas, int key, Qt::KeyboardModifiers modifiers) {
    CanvasStage& stage = canvas.stage();
    if (modifiers == kCtrl) {
        canvas.selectNeighbour(static_cast<Qt::Key>(key));
        return true;
    }
    if (modifiers != kNone && modifiers != kShift) {
        return false;
    }
    const double step = modifiers == kShift ? 80 : 8;
    const double dx = key == Qt::Key_Left ? -step : key == Qt::Key_Right ? step : 0;
    const double dy = key == Qt::Key_Up ? -step : key == Qt::Key_Down ? step : 0;
    if (stage.selection.services.empty()) {
        stage.panBy(QPointF(-dx, -dy) * 5);
        return true;
    }
    canvas.nudge(dx, dy);
    return true;
}

}  // namespace

std::span<const CanvasKey> canvasKeys() {
    return kKeys;
}

bool runCanvasKey(Canvas& canvas, int key, Qt::KeyboardModifiers modifiers) {
    if (isArrow(key) && !(modifiers & kCtrl && modifiers & kShift)) {
        return runArrow(canvas, key, modifiers);
    }
    for (const CanvasKey& row : kKeys) {
        if (row.key == key && row.modifiers == modifiers) {
            row.run(canvas);
            return true;
        }
    }
    return false;
}

}  // namespace tideline
