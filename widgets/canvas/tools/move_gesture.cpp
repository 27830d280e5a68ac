// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/move_gesture.h"

#include "core/edit/edit_sequence.h"
#include "core/edit/layout_edits.h"
#include "core/edit/paste_edits.h"
#include "core/edit/service_edits.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/making_room.h"
#include "widgets/canvas/overlay_painter.h"
#include "widgets/canvas/splice.h"
#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr std::size_t kMany = 200;  ///< from here on the cards move as one picture
constexpr std::size_t kMostRouted = 60;  ///< connections of such a picture to the rest that find their ways live
constexpr double kSnapPixels = 6;

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

MoveGesture::MoveGesture(CanvasStage& stage, int grabbed, QPointF pressedAt, Mode mode)
    : Gesture(stage), m_grabbed(grabbed), m_pressedAt(pressedAt), m_mode(mode), m_topics(stage) {
    stage.glide.stop();
    for (const ServiceId& id : stage.selection.services) {
        if (const int box = stage.picture.boxOf(id); box >= 0) {
            m_moved.push_back({box, stage.picture.box(box).rect, stage.serviceAt(box), stage.kindAt(box)});
        }
    }
    m_isMany = m_moved.size() > kMany;
    begin();
}

void MoveGesture::begin() {
    Overlay& overlay = m_stage.overlay;
    overlay.hovered = {};
    for (const Moved& moved : m_moved) {
        overlay.draggedBoxes.insert(moved.box);
        if (m_mode == Mode::Move) {
            m_stage.paintState.hiddenBoxes.insert(moved.box);
        }
        for (const int line : m_stage.picture.linesAt(LineEnd::On::Box, moved.box)) {
            overlay.liveLines.insert(line);
            m_stage.paintState.hiddenLines.insert(line);
        }
        if (!m_isMany) {
            overlay.oldPlaces.push_back(moved.before);
        }
    }
    if (m_isMany) {
        takeSnapshot();
    }
    if (m_mode == Mode::Move && !m_isMany) {
        m_topics.lift(m_stage);
    }
    m_stage.repaintAll();
}

/// All cards that are dragged, their frames and the connections among them as one picture, so that a frame of the drag
/// costs one blit; the connections to the rest stay live.
void MoveGesture::takeSnapshot() {
    const View& view = m_stage.view;
    m_stage.snapshot = QPixmap((QSizeF(view.size()) * view.pixelRatio()).toSize());
    m_stage.snapshot.setDevicePixelRatio(view.pixelRatio());
    m_stage.snapshot.fill(Qt::transparent);
    std::set<int> outer;
    for (const int index : std::exchange(m_stage.overlay.liveLines, {})) {
        const Line& line = m_stage.picture.line(index);
        const auto isDragged = [&](const LineEnd& end) {
            return end.on == LineEnd::On::Box && m_stage.overlay.draggedBoxes.contains(end.index);
        };
        (isDragged(line.from) && isDragged(line.to) ? m_stage.overlay.liveLines : outer).insert(index);
    }
    QPainter painter(&m_stage.snapshot);
    paintDraggedPicture(painter, m_stage);
    m_stage.overlay.liveLines = std::move(outer);
    m_stage.overlay.snapshotShift = QPoint();
    for (const int index : m_stage.overlay.liveLines) {
        const Line& line = m_stage.picture.line(index);
        for (const LineEnd& end : {line.from, line.to}) {
            if (end.on == LineEnd::On::Box && m_stage.overlay.draggedBoxes.contains(end.index)) {
                m_outerBoxes.insert({end.index, m_stage.picture.box(end.index).rect.topLeft()});
            }
        }
    }
}

QPointF MoveGesture::shiftFor(const Pointer& pointer) {
    QPointF shift = pointer.world - m_pressedAt;
    if (pointer.modifiers & Qt::ShiftModifier) {
        (std::abs(shift.x()) > std::abs(shift.y()) ? shift.ry() : shift.rx()) = 0;
    }
    m_stage.overlay.guides.clear();
    m_stage.overlay.gaps.clear();
    m_isFree = m_mode == Mode::Move && (pointer.modifiers & Qt::AltModifier);
    if (!m_stage.isSnapping || m_isFree || m_isMany) {
        return shift;
    }
    const auto grabbed = std::ranges::find(m_moved, m_grabbed, &Moved::box);
    if (grabbed == m_moved.end()) {
        return shift;
    }
    const std::set<int> without = m_mode == Mode::Move ? m_stage.overlay.draggedBoxes : std::set<int>{};
    const Snapped snapped =
        snapRect(m_stage.picture, grabbed->before.translated(shift), without, kSnapPixels / m_stage.view.zoom());
    m_stage.overlay.guides = snapped.guides;
    m_stage.overlay.gaps = snapped.gaps;
    QPointF to = snapped.corner - grabbed->before.topLeft();
    if (pointer.modifiers & Qt::ShiftModifier) {
        to.setX(shift.x() == 0 ? 0 : to.x());
        to.setY(shift.y() == 0 ? 0 : to.y());
    }
    return to;
}

void MoveGesture::follow(QPointF shift) {
    m_shift = shift;
    if (m_isMany) {
        const View& view = m_stage.view;
        m_stage.overlay.snapshotShift = (shift * view.zoom() * view.pixelRatio()).toPoint();
        for (const auto& [box, corner] : m_outerBoxes) {
            m_stage.picture.moveBox(box, corner + shift);
        }
        if (m_stage.overlay.liveLines.size() <= kMostRouted) {
            m_stage.router.route({m_stage.overlay.liveLines.begin(), m_stage.overlay.liveLines.end()});
        }
        return;
    }
    for (const Moved& moved : m_moved) {
        m_stage.picture.moveBox(moved.box, moved.before.topLeft() + shift);
    }
    m_topics.follow(m_stage, shift.y());
    m_stage.router.route({m_stage.overlay.liveLines.begin(), m_stage.overlay.liveLines.end()});
}

DropPlan MoveGesture::planFor(const Moved& moved) const {
    return dropPlan(m_stage.picture.plan(), moved.kind, m_stage.nameAt(moved.box), moved.service,
                    moved.before.center() + m_shift);
}

void MoveGesture::judge() {
    Overlay& overlay = m_stage.overlay;
    const auto grabbed = std::ranges::find(m_moved, m_grabbed, &Moved::box);
    m_refused.reset();
    overlay.callout.reset();
    overlay.accepting.reset();
    bool isPlaced = false;
    for (const Moved& moved : m_moved) {
        const DropPlace place =
            dropPlace(m_stage.picture.plan(), moved.kind, moved.service, moved.before.center() + m_shift);
        const bool isRefused = place.fault != DropPlace::Fault::None;
        const bool isGrabbed = grabbed != m_moved.end() && moved.box == grabbed->box;
        if (isRefused && (!m_refused || isGrabbed)) {
            m_refused = planFor(moved);
        }
        if (isGrabbed && !isRefused && moved.service != nullptr && !place.area().contains(moved.before.center())) {
            overlay.accepting = place.area();
            isPlaced = true;
        }
    }
    const QRectF at = m_stage.picture.box(m_grabbed).rect;
    const QPointF below = m_isMany ? m_pressedAt + m_shift + QPointF(16, 16) : at.bottomLeft() + QPointF(0, 12);
    if (m_refused) {
        overlay.callout = Callout{below, QStringLiteral("problem"), m_refused->refusal, m_refused->remedy, true};
    } else if (isPlaced && grabbed != m_moved.end()) {
        const DropPlan plan = planFor(*grabbed);
        overlay.callout = Callout{below, plan.icon, plan.consequence, {}, false};
    }
    overlay.isDragRefused = m_refused.has_value();
    judgeSplice(below);
}

/// One card that is dropped on a connection of others is led into it.
void MoveGesture::judgeSplice(QPointF below) {
    Overlay& overlay = m_stage.overlay;
    overlay.spliced.reset();
    const Service* service = m_moved.size() == 1 && m_mode == Mode::Move ? m_stage.serviceAt(m_grabbed) : nullptr;
    if (service == nullptr || m_refused || m_isFree) {
        return;
    }
    const std::optional<ConnectionId> under = connectionUnder(m_stage, m_stage.picture.box(m_grabbed).rect.center());
    const bool isPossible =
        under && spliceEdit(m_stage.design(), m_stage.session.catalog(), *under, service->id, m_stage.session.ids());
    if (isPossible) {
        overlay.spliced = under;
        const QString second = overlay.callout ? overlay.callout->first : QString();
        overlay.callout = Callout{below, QStringLiteral("connect"), spliceWords(m_stage, *under), second, false};
    }
}

void MoveGesture::move(const Pointer& pointer) {
    follow(shiftFor(pointer));
    judge();
    m_stage.canvas.setCursor(m_refused ? Qt::ForbiddenCursor : Qt::SizeAllCursor);
    m_stage.repaintDragged();
}

void MoveGesture::restore() {
    Overlay& overlay = m_stage.overlay;
    m_topics.putBack(m_stage);
    for (const Moved& moved : m_moved) {
        m_stage.picture.moveBox(moved.box, moved.before.topLeft());
    }
    overlay.draggedBoxes.clear();
    overlay.liveLines.clear();
    overlay.oldPlaces.clear();
    overlay.guides.clear();
    overlay.gaps.clear();
    overlay.callout.reset();
    overlay.accepting.reset();
    overlay.snapshotShift.reset();
    overlay.spliced.reset();
    overlay.isDragRefused = false;
    m_outerBoxes.clear();
    m_stage.snapshot = {};
    m_stage.paintState.hiddenBoxes.clear();
    m_stage.paintState.hiddenLines.clear();
    m_stage.canvas.unsetCursor();
    m_stage.repaintAll();
}

void MoveGesture::cancel() {
    restore();
}

void MoveGesture::finish(const Pointer& pointer) {
    follow(shiftFor(pointer));
    judge();
    const std::optional<DropPlan> refused = m_refused;
    const std::optional<ConnectionId> spliced = m_stage.overlay.spliced;
    std::vector<Glide::Start> seen;
    for (const Moved& moved : m_moved) {
        seen.push_back({m_stage.picture.box(moved.box).id, moved.before.topLeft() + m_shift});
    }
    if (m_isMany) {
        seen.clear();
    }
    restore();
    // An edit comes back as a change of the design, which may end this gesture: nothing of it is touched afterwards.
    CanvasStage& stage = m_stage;
    if (refused) {
        stage.say(refused->refusal + QLatin1Char(' ') + refused->remedy);
        stage.glide.start(Motion::FlyBack, seen);
        return;
    }
    if (m_mode == Mode::Copy) {
        applyCopies();
    } else if (applyMove(spliced)) {
        stage.glide.start(Motion::Settle, seen);
    }
}

QString MoveGesture::words(const std::vector<DropPlan>& plans) const {
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_moved.size(); ++i) {
        const Service* service = m_stage.serviceAt(m_moved[i].box);
        if (service != nullptr && service->host != plans[i].host) {
            changed.push_back(i);
        }
    }
    if (changed.empty()) {
        return {};
    }
    const DropPlan& first = plans[changed.front()];
    if (changed.size() == 1) {
        return tr("%1 %2").arg(m_stage.nameAt(m_moved[changed.front()].box), placedWords(first.host));
    }
    return tr("%1 %2").arg(countedText(static_cast<qsizetype>(changed.size()), QStringLiteral("service")),
                           placedWordsForMany(first.host));
}

bool MoveGesture::applyMove(const std::optional<ConnectionId>& spliced) {
    std::vector<DropPlan> plans;
    std::vector<Placement> placements;
    std::set<ServiceId> ids;
    bool changesPlace = false;
    const std::vector<Zone> zones = lanesOf(m_stage.design());
    for (const Moved& moved : m_moved) {
        const DropPlan plan = planFor(moved);
        const Service* service = moved.service;
        const LaneArea* lane = m_stage.picture.plan().find(plan.zone);
        if (service == nullptr || lane == nullptr) {
            continue;
        }
        const bool isInBus = lane->column == LaneColumn::Bus;
        const QSizeF size = isInBus ? QSizeF(kBusBoxWidth, kBusBoxHeight) : QSizeF(kCardWidth, kCardHeight);
        const QPointF wanted = moved.before.topLeft() + m_shift;
        const QPointF corner = m_isMany ? insideOf(*lane, wanted, size) : wanted;
        const Spot spot{service->id, corner.x(), corner.y()};
        const ZoneId before = laneOf(*service, m_stage.design(), zones);
        changesPlace = changesPlace || plan.host != service->host || plan.zone != before;
        placements.push_back({service->id, plan.host, plan.zone, spot});
        ids.insert(service->id);
        plans.push_back(plan);
    }
    if (!m_isMany) {
        placements = withRoom(m_stage, std::move(placements), ids);
    }
    const Edit cards = changesPlace ? placeServices(m_stage.design(), placements) : spotsEdit(placements);
    const Edit move = withTopics(cards, m_topics.edits(m_stage.design(), m_shift.y()));
    if (!spliced || ids.empty()) {
        return m_stage.apply(move, changesPlace ? words(plans) : QString());
    }
    const std::optional<Edit> splice =
        spliceEdit(m_stage.design(), m_stage.session.catalog(), *spliced, *ids.begin(), m_stage.session.ids());
    return splice ? m_stage.apply(inOneStep({move, *splice}, splice->label), spliceWords(m_stage, *spliced))
                  : m_stage.apply(move);
}

Edit MoveGesture::spotsEdit(const std::vector<Placement>& placements) const {
    std::vector<Spot> spots;
    for (const Placement& placement : placements) {
        spots.push_back(*placement.spot);
    }
    const QString what = spots.size() == 1
                             ? m_stage.nameAt(m_grabbed)
                             : countedText(static_cast<qsizetype>(spots.size()), QStringLiteral("service"));
    return setSpots(spots, tr("move %1").arg(what).toStdString());
}

bool MoveGesture::applyCopies() {
    const std::vector<ServiceId> originals = m_stage.selectedServices();
    const Pasted pasted = duplicateParts(m_stage.design(), originals, m_stage.selectedTopics(),
                                         {m_shift.x(), m_shift.y()}, m_stage.session.ids());
    const Result<Design> after = pasted.edit.apply(m_stage.design());
    if (!after || pasted.ids.size() != m_moved.size()) {
        return m_stage.apply(pasted.edit);
    }
    std::vector<Placement> placements;
    for (const ServiceId& id : pasted.ids) {
        const Service* copy = after->services.find(id);
        const Spot* spot = after->layout.find(id);
        if (copy == nullptr || spot == nullptr) {
            continue;
        }
        const QPointF middle(spot->x + kCardWidth / 2, spot->y + kCardHeight / 2);
        const DropPlan plan =
            dropPlan(m_stage.picture.plan(), m_stage.session.catalog().find(copy->kind), {}, copy, middle);
        placements.push_back({id, plan.host, plan.zone, *spot});
    }
    placements = withRoom(m_stage, std::move(placements), {});
    const Edit edit = inOneStep({pasted.edit, placeServices(*after, placements)}, pasted.edit.label);
    CanvasStage& stage = m_stage;
    const bool isDone = stage.apply(edit);
    if (isDone) {
        stage.canvas.selectServices(pasted.ids);
    }
    return isDone;
}

}  // namespace tideline
