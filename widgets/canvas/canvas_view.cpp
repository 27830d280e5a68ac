// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/mini_map.h"
#include "widgets/canvas/name_editor.h"
#include "widgets/canvas/stage.h"

namespace tideline {

namespace {

constexpr double kStep = 1.2;
constexpr double kAround = 8;  ///< pixels left free around what is fitted
constexpr double kLeastReadable = 0.5;  ///< below it, cards show their names at most

/// As a whole, and large enough to read: a view that shows it has no reason to move.
bool isInSight(const View& view, const QRectF& area) {
    return view.zoom() >= kLeastReadable && view.visibleWorld().contains(area);
}

}  // namespace

void Canvas::fitAll() {
    m_fitPending = false;
    m_stage->view.resize(size(), devicePixelRatioF());
    m_stage->showArea(fittedArea(), 1);
}

QRectF Canvas::fittedArea() const {
    return m_stage->picture.boardRect().adjusted(-kAround, -kAround, kAround, kAround);
}

void Canvas::fitSelection() {
    QRectF area;
    for (const ServiceId& id : m_stage->selection.services) {
        if (const int box = m_stage->picture.boxOf(id); box >= 0) {
            area = area.united(m_stage->picture.box(box).rect);
        }
    }
    for (const ConnectionId& id : m_stage->selection.connections) {
        if (const int line = m_stage->picture.lineOf(id); line >= 0) {
            area = area.united(m_stage->picture.line(line).reach);
        }
    }
    if (area.isEmpty()) {
        fitAll();
        return;
    }
    m_stage->showArea(area.adjusted(-40, -40, 40, 40), 1.5);
}

void Canvas::zoomBy(double factor) {
    m_stage->zoomTo(zoom() * factor, QPointF(width(), height()) / 2);
}
void Canvas::zoomIn() {
    zoomBy(kStep);
}
void Canvas::zoomOut() {
    zoomBy(1 / kStep);
}
void Canvas::resetZoom() {
    m_stage->zoomTo(1, QPointF(width(), height()) / 2);
}

void Canvas::jumpTo(const Subject& subject) {
    CanvasStage& stage = *m_stage;
    Selection chosen;
    QRectF area;
    if (const ServiceId* service = std::get_if<ServiceId>(&subject)) {
        const int box = stage.picture.boxOf(*service);
        if (box < 0) {
            return;
        }
        chosen.services.insert(*service);
        area = stage.picture.box(box).rect;
        stage.overlay.focused = *service;
    } else if (const ConnectionId* connection = std::get_if<ConnectionId>(&subject)) {
        const int line = stage.picture.lineOf(*connection);
        if (line < 0) {
            return;
        }
        stage.router.route({line});
        chosen.connections.insert(*connection);
        area = stage.picture.line(line).route.bounds();
    } else {
        if (!isInSight(stage.view, stage.picture.boardRect())) {
            fitAll();
        }
        return;
    }
    select(std::move(chosen));
    if (!isInSight(stage.view, area)) {
        const double margin = 60;
        const QRectF wanted = area.adjusted(-margin, -margin, margin, margin);
        const QSizeF seen = QSizeF(stage.view.size()) / std::max(zoom(), 0.75);
        const QSizeF size = wanted.size().expandedTo(seen);
        stage.showArea(QRectF(wanted.center() - QPointF(size.width(), size.height()) / 2, size), 1);
    }
    stage.overlay.found = subject;
    stage.pulse(subject);
}

void Canvas::setSnapping(bool on) {
    m_stage->isSnapping = on;
}

void Canvas::setLabelsShown(bool on) {
    m_stage->paintState.labels = on;
    m_stage->repaintAll();
}

void Canvas::setMiniMapShown(bool on) {
    m_stage->miniMap->setWanted(on);
    update();
}

}  // namespace tideline
