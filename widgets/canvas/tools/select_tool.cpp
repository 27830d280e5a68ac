// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/select_tool.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/hit.h"
#include "widgets/canvas/quick_add.h"
#include "widgets/canvas/tools/connect_gesture.h"
#include "widgets/canvas/tools/move_gesture.h"
#include "widgets/canvas/tools/pill_gesture.h"
#include "widgets/canvas/tools/reconnect_gesture.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kDragFrom = 4;  ///< pixels

bool adds(const Pointer& pointer) {
    return pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

template <class Id>
void toggle(std::set<Id>& chosen, const Id& id) {
    if (!chosen.insert(id).second) {
        chosen.erase(id);
    }
}

}  // namespace

void SelectTool::press(const Pointer& pointer) {
    m_pressed = pointer;
    m_isDown = true;
    m_isPending = !m_gesture;
    if (m_gesture) {
        return;  // a line that a key began ends where the button is released
    }
    m_on = On::Nothing;
    m_before = m_stage.selection;
    if (const std::optional<LineGrip> grip = lineGripAt(m_stage, pointer.screen)) {
        m_on = On::Grip;
        m_index = grip->line;
        m_end = grip->end;
        return;
    }
    const std::optional<int> port = portHit(m_stage, pointer.screen);
    if (port) {
        m_on = On::Port;
        m_index = *port;
        return;
    }
    const Hovered hit = hitAt(m_stage, pointer.world);
    if (hit.box >= 0) {
        pressBox(hit.box, pointer);
    } else if (hit.pill >= 0) {
        m_on = On::Pill;
        m_index = hit.pill;
        Selection chosen = adds(pointer) ? m_stage.selection : Selection{};
        const TopicId& id = m_stage.picture.pill(hit.pill).id;
        if (!id.text.empty()) {
            adds(pointer) ? toggle(chosen.topics, id) : void(chosen.topics.insert(id));
        }
        m_stage.setSelection(std::move(chosen));
    } else if (hit.line >= 0) {
        m_on = On::Line;
        m_index = hit.line;
        Selection chosen = adds(pointer) ? m_stage.selection : Selection{};
        const ConnectionId& id = m_stage.picture.line(hit.line).id;
        adds(pointer) ? toggle(chosen.connections, id) : void(chosen.connections.insert(id));
        m_stage.setSelection(std::move(chosen));
    }
}

void SelectTool::pressBox(int box, const Pointer& pointer) {
    m_on = On::Box;
    m_index = box;
    const ServiceId& id = m_stage.picture.box(box).id;
    m_stage.overlay.focused = id;
    if (adds(pointer)) {
        Selection chosen = m_stage.selection;
        toggle(chosen.services, id);
        m_stage.setSelection(std::move(chosen));
    } else if (!m_stage.isSelected(box)) {
        Selection chosen;
        chosen.services.insert(id);
        m_stage.setSelection(std::move(chosen));
    }
}

void SelectTool::beginDrag(const Pointer& pointer) {
    m_isPending = false;
    switch (m_on) {
    case On::Port: m_gesture = std::make_unique<ConnectGesture>(m_stage, LineEnd{LineEnd::On::Box, m_index}); break;
    case On::Box:
        if (m_stage.isSelected(m_index)) {
            const bool copies = m_pressed.modifiers & Qt::AltModifier;
            m_gesture = std::make_unique<MoveGesture>(m_stage, m_index, m_pressed.world,
                                                      copies ? MoveGesture::Mode::Copy : MoveGesture::Mode::Move);
        }
        break;
    case On::Pill: m_gesture = std::make_unique<PillGesture>(m_stage, m_index, m_pressed.world); break;
    case On::Grip: m_gesture = std::make_unique<ReconnectGesture>(m_stage, m_index, m_end); break;
    case On::Line: break;
    case On::Nothing: m_gesture = std::make_unique<MarqueeGesture>(m_stage, m_pressed); break;
    }
    if (m_gesture) {
        m_gesture->move(pointer);
    }
}

void SelectTool::move(const Pointer& pointer) {
    if (m_gesture) {
        m_gesture->move(pointer);
        return;
    }
    if (!m_isDown) {
        return;
    }
    const QPointF way = pointer.screen - m_pressed.screen;
    if (m_isPending && std::hypot(way.x(), way.y()) >= kDragFrom) {
        beginDrag(pointer);
    }
}

void SelectTool::click(const Pointer& pointer) {
    if (m_on == On::Nothing) {
        if (pointer.modifiers & Qt::ControlModifier) {
            m_stage.quickAdd->open(pointer.screen);
        } else if (!(pointer.modifiers & Qt::ShiftModifier)) {
            m_stage.overlay.focused.reset();
            m_stage.setSelection({});
        }
    } else if (m_on == On::Box && (pointer.modifiers & Qt::AltModifier)) {
        clickThrough(pointer);
    } else if (m_on == On::Box && !adds(pointer)) {
        Selection chosen;
        chosen.services.insert(m_stage.picture.box(m_index).id);
        m_stage.setSelection(std::move(chosen));
    }
}

/// The next card below the one that was selected, and from the lowest to the top again.
void SelectTool::clickThrough(const Pointer& pointer) {
    std::vector<int> below = m_stage.picture.boxesIn(QRectF(pointer.world, QSizeF(0.01, 0.01)));
    std::ranges::reverse(below);
    const auto current =
        std::ranges::find_if(below, [&](int box) { return m_before.services.contains(m_stage.picture.box(box).id); });
    const bool isLast = current == below.end() || std::next(current) == below.end();
    const int next = isLast ? below.front() : *std::next(current);
    const ServiceId id = m_stage.picture.box(next).id;
    Selection chosen;
    chosen.services.insert(id);
    m_stage.overlay.focused = id;
    m_stage.setSelection(std::move(chosen));
}

void SelectTool::release(const Pointer& pointer) {
    if (!m_isDown) {
        return;
    }
    m_isDown = false;
    if (m_gesture) {
        const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
        gesture->finish(pointer);
    } else if (m_isPending) {
        click(pointer);
    }
    m_isPending = false;
}

bool SelectTool::cancel() {
    m_isDown = false;
    m_isPending = false;
    if (!m_gesture) {
        return false;
    }
    const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    gesture->cancel();
    return true;
}

bool SelectTool::beginConnecting() {
    const int box =
        m_stage.selection.services.size() == 1 ? m_stage.picture.boxOf(*m_stage.selection.services.begin()) : -1;
    if (box < 0 || m_gesture) {
        return false;
    }
    auto gesture = std::make_unique<ConnectGesture>(m_stage, LineEnd{LineEnd::On::Box, box});
    gesture->aimAtNearest();
    m_gesture = std::move(gesture);
    return true;
}

bool SelectTool::key(int pressed, Qt::KeyboardModifiers modifiers) {
    if (m_gesture) {
        // An edit made by the key comes back as a change of the design, which cancels whatever the tool still holds.
        std::unique_ptr<Gesture> gesture = std::move(m_gesture);
        const bool isTaken = gesture->key(pressed);
        const bool isDone = isTaken && (pressed == Qt::Key_Return || pressed == Qt::Key_Enter);
        if (!isDone) {
            m_gesture = std::move(gesture);
        }
        return isTaken;
    }
    return pressed == Qt::Key_C && modifiers == Qt::NoModifier && beginConnecting();
}

MarqueeGesture::MarqueeGesture(CanvasStage& stage, const Pointer& pressed)
    : Gesture(stage), m_pressed(pressed), m_before(stage.selection) {}

Selection MarqueeGesture::selectionWith(const QRectF& area) const {
    Selection chosen = adds(m_pressed) ? m_before : Selection{};
    const bool toggles = m_pressed.modifiers & Qt::ControlModifier;
    for (const int box : m_stage.picture.boxesIn(area)) {
        const ServiceId& id = m_stage.picture.box(box).id;
        toggles ? toggle(chosen.services, id) : void(chosen.services.insert(id));
    }
    for (const Pill& pill : m_stage.picture.pills()) {
        if (!pill.id.text.empty() && area.intersects(pill.rect)) {
            toggles ? toggle(chosen.topics, pill.id) : void(chosen.topics.insert(pill.id));
        }
    }
    return chosen;
}

void MarqueeGesture::move(const Pointer& pointer) {
    const QRectF area = QRectF(m_pressed.world, pointer.world).normalized();
    m_stage.overlay.marquee = area;
    m_stage.setSelection(selectionWith(area));
    m_stage.repaintOverlay();
}

void MarqueeGesture::finish(const Pointer& pointer) {
    move(pointer);
    m_stage.overlay.marquee.reset();
    m_stage.repaintOverlay();
}

void MarqueeGesture::cancel() {
    m_stage.overlay.marquee.reset();
    m_stage.setSelection(m_before);
    m_stage.repaintOverlay();
}

}  // namespace tideline
