// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/hit.h"
#include "widgets/canvas/hover_words.h"
#include "widgets/canvas/keys.h"
#include "widgets/canvas/name_editor.h"
#include "widgets/canvas/stage.h"
#include "widgets/canvas/tools/select_tool.h"

#include <QMouseEvent>
#include <cmath>

namespace tideline {

namespace {

constexpr double kWheelZoom = 1.0015;  ///< for each eighth of a degree

}  // namespace

Pointer Canvas::pointerFor(QPointF screen, const QMouseEvent& event) const {
    return {screen, m_stage->view.toWorld(screen), event.button(), event.modifiers()};
}

void Canvas::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    m_stage->isKeyboardFocus = false;
    m_stage->dropNote();
    const bool pans =
        event->button() == Qt::MiddleButton || (m_stage->isSpaceDown && event->button() == Qt::LeftButton);
    if (pans) {
        m_stage->panning = event->position();
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() == Qt::LeftButton) {
        m_stage->tool->press(pointerFor(event->position(), *event));
        repaintSoon();
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    m_stage->pointer = event->position();
    m_stage->isPointerIn = true;
    if (m_stage->panning) {
        m_stage->panBy(event->position() - *m_stage->panning);
        m_stage->panning = event->position();
        m_stage->nameEditor->follow();
        return;
    }
    m_stage->tool->move(pointerFor(event->position(), *event));
    m_stage->modifiers = event->modifiers();
    if (event->buttons() == Qt::NoButton && !m_stage->tool->isBusy()) {
        followHover();
    } else {
        scrollNearBorder();
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_stage->panning) {
        m_stage->panning.reset();
        setCursor(m_stage->isSpaceDown ? Qt::OpenHandCursor : m_stage->tool->cursor());
        return;
    }
    m_scroll.stop();
    if (event->button() == Qt::LeftButton) {
        m_stage->tool->release(pointerFor(event->position(), *event));
        followHover();
        repaintSoon();
    }
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const Hovered hit = hitAt(*m_stage, m_stage->view.toWorld(event->position()));
    if (event->button() != Qt::LeftButton || hit.none()) {
        mousePressEvent(event);
        return;
    }
    const bool isOnTitle =
        hit.box >= 0 && m_stage->view.detail() == Detail::Full &&
        event->position().y() < m_stage->view.toScreen(m_stage->picture.box(hit.box).rect).top() + 28 * zoom();
    if (hit.pill >= 0 || isOnTitle) {
        renameSelected();
    } else {
        Q_EMIT inspectorWanted();
    }
}

/// Near the border the board moves under a gesture, up to 900 pixels a second.
void Canvas::scrollNearBorder() {
    constexpr double kZone = 32;
    const QPointF at = m_stage->pointer;
    const auto push = [](double position, double length) {
        const double before = std::max(0.0, kZone - position);
        const double after = std::max(0.0, position - (length - kZone));
        return std::clamp((before - after) / kZone, -1.0, 1.0);
    };
    m_scrollStep = QPointF(push(at.x(), width()), push(at.y(), height())) * 15;
    const bool isNeeded = m_stage->tool->isBusy() && m_stage->toolKey != ToolKey::Pan && !m_scrollStep.isNull();
    if (isNeeded && !m_scroll.isActive()) {
        m_scroll.start(16, this);
    } else if (!isNeeded) {
        m_scroll.stop();
    }
}

void Canvas::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_scroll.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_stage->panBy(m_scrollStep);
    const QPointF at = m_stage->pointer;
    m_stage->tool->move({at, m_stage->view.toWorld(at), Qt::NoButton, m_stage->modifiers});
}

void Canvas::followHover() {
    const Hovered now = m_stage->isPointerIn ? hitAt(*m_stage, m_stage->view.toWorld(m_stage->pointer)) : Hovered{};
    const std::optional<int> port = portHit(*m_stage, m_stage->pointer);
    setCursor(m_stage->isSpaceDown ? Qt::OpenHandCursor : port ? Qt::CrossCursor : m_stage->tool->cursor());
    if (port && now.box < 0) {
        return;
    }
    if (now == m_stage->overlay.hovered) {
        return;
    }
    m_stage->overlay.hovered = now;
    m_stage->repaintOverlay();
    Q_EMIT hoverChanged(hoverWords(*m_stage, now));
}

void Canvas::leaveEvent(QEvent* event) {
    m_stage->isPointerIn = false;
    if (!m_stage->tool->isBusy()) {
        followHover();
    }
    QWidget::leaveEvent(event);
}

void Canvas::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        const double angle = event->angleDelta().y();
        m_stage->zoomTo(zoom() * std::pow(kWheelZoom, angle), event->position());
    } else {
        QPointF way = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) * 0.5 : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier && way.x() == 0) {
            way = QPointF(way.y(), 0);
        }
        m_stage->panBy(way);
    }
    m_stage->nameEditor->follow();
    followHover();
    event->accept();
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    m_stage->dropNote();
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_stage->isSpaceDown = true;
        setCursor(Qt::OpenHandCursor);
        return;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (m_stage->tool->key(event->key(), modifiers) || runCanvasKey(*this, event->key(), modifiers)) {
        event->accept();
        repaintSoon();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Canvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_stage->isSpaceDown = false;
        setCursor(m_stage->tool->cursor());
        return;
    }
    const bool isArrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    if (isArrow && !event->isAutoRepeat()) {
        session().endMerge();
    }
    QWidget::keyReleaseEvent(event);
}

void Canvas::focusInEvent(QFocusEvent* event) {
    m_stage->isKeyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                               event->reason() == Qt::ShortcutFocusReason;
    if (m_stage->isKeyboardFocus && !m_stage->overlay.focused && !m_stage->picture.boxes().empty()) {
        step(1);
    }
    m_stage->repaintOverlay();
    QWidget::focusInEvent(event);
}

void Canvas::focusOutEvent(QFocusEvent* event) {
    m_stage->isSpaceDown = false;
    m_stage->repaintOverlay();
    QWidget::focusOutEvent(event);
}

/// Tab walks the cards; at the last one the focus goes on to the next region.
bool Canvas::focusNextPrevChild(bool next) {
    if (m_stage->design().services.empty()) {
        return QWidget::focusNextPrevChild(next);
    }
    return step(next ? 1 : -1) || QWidget::focusNextPrevChild(next);
}

}  // namespace tideline
