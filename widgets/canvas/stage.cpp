// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/stage.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/drag_reach.h"
#include "widgets/canvas/picture_painter.h"
#include "widgets/look/motion.h"

#include <QEasingCurve>
#include <cmath>

namespace tideline {

namespace {

constexpr int kNoteTime = 6000;  ///< as long as the status line says the same

}  // namespace

CanvasStage::CanvasStage(Canvas& canvasWidget, DesignSession& documentSession, const Theme& startTheme)
    : canvas(canvasWidget), session(documentSession), theme(&startTheme), router(picture), glide(*this) {
    tool = toolRow(toolKey).make(*this);
    m_noteEnd.setSingleShot(true);
    QObject::connect(&m_noteEnd, &QTimer::timeout, &canvas, [this] { dropNote(); });
    m_move.setStartValue(0.0);
    m_move.setEndValue(1.0);
    m_move.setEasingCurve(QEasingCurve::InOutCubic);
    QObject::connect(&m_move, &QVariantAnimation::valueChanged, &canvas,
                     [this](const QVariant& value) { finishMove(value.toDouble()); });
    m_pulse.setStartValue(0.0);
    m_pulse.setKeyValueAt(0.5, 1.0);
    m_pulse.setEndValue(0.6);
    QObject::connect(&m_pulse, &QVariantAnimation::valueChanged, &canvas, [this](const QVariant& value) {
        overlay.pulse = value.toDouble();
        repaintOverlay();
    });
    QObject::connect(&m_pulse, &QVariantAnimation::finished, &canvas, [this] {
        overlay.pulsing.reset();
        repaintOverlay();
    });
}

CanvasStage::~CanvasStage() = default;

const Service* CanvasStage::serviceAt(int box) const {
    return box < 0 ? nullptr : design().services.find(picture.box(box).id);
}

const ServiceKind* CanvasStage::kindAt(int box) const {
    const Service* service = serviceAt(box);
    return service == nullptr ? nullptr : session.catalog().find(service->kind);
}

QString CanvasStage::nameAt(int box) const {
    const Service* service = serviceAt(box);
    return service == nullptr ? QString() : QString::fromStdString(service->name);
}

std::vector<ServiceId> CanvasStage::selectedServices() const {
    return {selection.services.begin(), selection.services.end()};
}

std::vector<TopicId> CanvasStage::selectedTopics() const {
    return {selection.topics.begin(), selection.topics.end()};
}

bool CanvasStage::isSelected(int box) const {
    return selection.services.contains(picture.box(box).id);
}

void CanvasStage::rebuildPicture() {
    glide.stop();
    facts = boardFacts(design(), planOf(design(), 0), session.analysis());
    picture.rebuild(design(), session.catalog(), footHeight(facts.rack));
    picture.followFindings(session.analysis().findings);
    facts = boardFacts(design(), picture.plan(), session.analysis());
    repaintAll();
}

void CanvasStage::followAnalysis() {
    const double before = footHeight(facts.rack);
    facts = boardFacts(design(), picture.plan(), session.analysis());
    picture.dropFacts();
    picture.followFindings(session.analysis().findings);
    m_platesOf = 0;
    if (footHeight(facts.rack) != before && !tool->isBusy()) {
        rebuildPicture();
    }
    repaintAll();
}

void CanvasStage::followRoutes() {
    constexpr std::size_t kMany = 200;
    constexpr double kAround = 12;  // arrows, rings and jumps beside a way
    const std::vector<Picture::Rerouted> rerouted = picture.takeRerouted();
    if (rerouted.size() > kMany) {
        buffer.invalidateAll();
    } else {
        for (const Picture::Rerouted& way : rerouted) {
            if (!paintState.hiddenLines.contains(way.line)) {
                buffer.invalidate(view, way.area.adjusted(-kAround, -kAround, kAround, kAround));
            }
        }
    }
    if (m_platesOf != picture.laneStamp() && paintState.hiddenLines.empty()) {
        m_platesOf = picture.laneStamp();
        plates = BoundaryPlates(picture, session.analysis().figures.connections);
        buffer.invalidateAll();
    }
}

void CanvasStage::repaint(const QRectF& world) {
    buffer.invalidate(view, world);
    canvas.update();
}

void CanvasStage::paint(QPainter& painter, const QRectF& world) {
    paintPicture(
        {painter, picture, design(), session.analysis(), facts, plates, view, *theme, sprites, paintState, world});
}

void CanvasStage::repaintAll() {
    m_dragReach.reset();
    buffer.invalidateAll();
    canvas.update();
}

void CanvasStage::repaintOverlay() {
    m_dragReach.reset();
    canvas.update();
}

void CanvasStage::repaintDragged() {
    const std::optional<QRect> before = m_dragReach;
    m_dragReach = dragReach(*this);
    if (before && m_dragReach) {
        canvas.update(*before | *m_dragReach);
    } else {
        canvas.update();
    }
}

void CanvasStage::setSelection(Selection chosen) {
    if (chosen == selection) {
        return;
    }
    selection = std::move(chosen);
    overlay.found.reset();
    overlay.note.reset();
    repaintOverlay();
    Q_EMIT canvas.selectionChanged();
}

void CanvasStage::say(const QString& text) {
    dropNote();
    Q_EMIT canvas.statusMessage(text);
}

void CanvasStage::refuse(const ServiceId& service, const QString& reason) {
    say(reason);
    if (const int box = picture.boxOf(service); box >= 0) {
        const QPointF below = picture.box(box).rect.bottomLeft() + QPointF(0, 12);
        m_noteEnd.start(kNoteTime);
        overlay.note = Callout{below, QStringLiteral("problem"), reason, {}, true};
        repaintOverlay();
    }
}

void CanvasStage::dropNote() {
    if (overlay.note) {
        overlay.note.reset();
        repaintOverlay();
    }
}

bool CanvasStage::apply(const Edit& edit, const QString& done) {
    const bool isDone = session.apply(edit);
    if (isDone && !done.isEmpty()) {
        say(done);
    }
    return isDone;
}

void CanvasStage::zoomTo(double zoom, QPointF screenPoint) {
    m_move.stop();
    view.setZoom(zoom, screenPoint);
    canvas.update();
    Q_EMIT canvas.zoomChanged(view.zoom());
}

void CanvasStage::panBy(QPointF screenPixels) {
    m_move.stop();
    view.pan((screenPixels * view.pixelRatio()).toPoint());
    canvas.update();
}

double CanvasStage::zoomFor(const QRectF& world, double mostZoom) const {
    constexpr double kMargin = 12;
    const double across = (view.size().width() - 2 * kMargin) / world.width();
    const double down = (view.size().height() - 2 * kMargin) / world.height();
    return std::clamp(std::min({across, down, mostZoom}), View::kLeastZoom, View::kMostZoom);
}

bool CanvasStage::isShowing(const QRectF& world, double mostZoom) const {
    if (world.isEmpty() || view.size().isEmpty()) {
        return false;
    }
    const bool isMoving = m_move.state() == QAbstractAnimation::Running;
    const double zoom = isMoving ? m_toZoom : view.zoom();
    const QPointF off = ((isMoving ? m_toCenter : view.center()) - world.center()) * zoom;
    return std::abs(std::log(zoom / zoomFor(world, mostZoom))) < 1e-3 && std::hypot(off.x(), off.y()) < 2;
}

void CanvasStage::showArea(const QRectF& world, double mostZoom, bool isAnimated) {
    if (world.isEmpty() || view.size().isEmpty()) {
        return;
    }
    m_fromZoom = view.zoom();
    m_fromCenter = view.center();
    m_toZoom = zoomFor(world, mostZoom);
    m_toCenter = world.center();
    const int duration = canvas.isVisible() && isAnimated ? durationOf(Motion::Fit) : 0;
    m_move.stop();
    if (duration == 0 || (m_fromZoom == m_toZoom && m_fromCenter == m_toCenter)) {
        finishMove(1);
        return;
    }
    m_move.setDuration(duration);
    m_move.start();
}

void CanvasStage::finishMove(double progress) {
    const double zoom = std::exp(std::log(m_fromZoom) + (std::log(m_toZoom) - std::log(m_fromZoom)) * progress);
    view.setZoom(progress >= 1 ? m_toZoom : zoom, QPointF(0, 0));
    view.setCenter(m_fromCenter + (m_toCenter - m_fromCenter) * progress);
    canvas.update();
    Q_EMIT canvas.zoomChanged(view.zoom());
}

void CanvasStage::pulse(const Subject& subject) {
    overlay.pulsing = subject;
    const int duration = durationOf(Motion::Pulse);
    m_pulse.stop();
    m_pulse.setDuration(duration == 0 ? 1500 : duration);
    m_pulse.setKeyValueAt(0, duration == 0 ? 1.0 : 0.0);
    m_pulse.start();
}

}  // namespace tideline
