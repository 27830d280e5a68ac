// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/overlay_painter.h"

#include "widgets/canvas/card_painter.h"
#include "widgets/canvas/frame_painter.h"
#include "widgets/canvas/frames_over.h"
#include "widgets/canvas/line_path.h"
#include "widgets/canvas/ports.h"
#include "widgets/canvas/route_painter.h"
#include "widgets/canvas/topic_painter.h"
#include "widgets/look/elevation.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <QPainterPath>

namespace tideline {

namespace {

/// A line over the picture, and its plate over the line.
void paintLineOver(const PaintContext& context, const CanvasStage& stage, int line, LineState state) {
    paintLine(context, line, state);
    const BoundaryPlate* plate = context.plates.of(line);
    if (plate != nullptr && context.view.detail() >= Detail::Short && !stage.overlay.liveLines.contains(line)) {
        paintBoundaryPlate(context, *plate);
    }
}

void paintLinesOver(const PaintContext& context, const CanvasStage& stage) {
    for (const int line : stage.overlay.liveLines) {
        paintLine(context, line, LineState::Rest);
    }
    const Hovered& hovered = stage.overlay.hovered;
    if (hovered.box >= 0 && stage.overlay.draggedBoxes.empty()) {
        for (const int line : context.picture.linesAt(LineEnd::On::Box, hovered.box)) {
            paintLineOver(context, stage, line, LineState::Hot);
        }
    }
    if (hovered.pill >= 0) {
        for (const int line : context.picture.linesAt(LineEnd::On::Pill, hovered.pill)) {
            paintLineOver(context, stage, line, LineState::Hot);
        }
    }
    if (hovered.line >= 0) {
        paintLineOver(context, stage, hovered.line, LineState::Hot);
    }
    if (stage.overlay.spliced) {
        if (const int line = context.picture.lineOf(*stage.overlay.spliced); line >= 0) {
            paintLine(context, line, LineState::Selected);
        }
    }
    for (const ConnectionId& id : stage.selection.connections) {
        if (const int line = context.picture.lineOf(id); line >= 0) {
            paintLineOver(context, stage, line, LineState::Selected);
        }
    }
}

void paintHandles(const PaintContext& context, const CanvasStage& stage) {
    for (const ConnectionId& id : stage.selection.connections) {
        const int index = context.picture.lineOf(id);
        if (index < 0 || context.view.detail() < Detail::Short) {
            continue;
        }
        const Route& route = context.picture.line(index).route;
        for (int i = 1; i < route.count; ++i) {
            const QPointF middle = context.view.toScreen(
                (route.points[static_cast<std::size_t>(i - 1)] + route.points[static_cast<std::size_t>(i)]) / 2);
            context.painter.setPen(QPen(context.theme.accent, 2));
            context.painter.setBrush(context.theme.card);
            context.painter.drawRoundedRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8), 2, 2);
        }
        if (route.count > 1) {
            for (const QPointF& end : {route.points[0], route.points[static_cast<std::size_t>(route.count - 1)]}) {
                context.painter.drawEllipse(context.view.toScreen(end), 4.5, 4.5);
            }
        }
        // Words on many lines would cover each other and the cards.
        if (stage.selection.connections.size() == 1) {
            paintLineLabel(context, index);
        }
    }
}

void paintLabelsOver(const PaintContext& context, const CanvasStage& stage) {
    const int line = stage.overlay.hovered.line;
    if (line >= 0) {
        paintLineLabel(context, line);
    }
}

/// Cards that live lines run under must lie over them again.
void paintCardsOver(const PaintContext& context, const CanvasStage& stage) {
    if (context.view.detail() == Detail::Bars) {
        std::vector<int> dragged(stage.overlay.draggedBoxes.begin(), stage.overlay.draggedBoxes.end());
        paintCards(context, dragged);
        return;
    }
    for (const int pill : stage.overlay.draggedPills) {
        paintPill(context, pill, PillState::Hot);
    }
    for (const auto& [box, offset] : stage.overlay.gliding) {
        context.painter.save();
        context.painter.translate(offset * context.view.zoom());
        paintCard(context, box);
        context.painter.restore();
    }
    for (const int box : stage.overlay.draggedBoxes) {
        const QRectF place = context.view.snapped(context.picture.box(box).rect);
        paintShadow(context.painter, place, 8 * context.view.zoom(), Elevation::Dragged, context.theme);
        paintCard(context, box);
    }
}

void paintPillsOver(const PaintContext& context, const CanvasStage& stage) {
    for (const TopicId& id : stage.selection.topics) {
        if (const int pill = context.picture.pillOf(id); pill >= 0) {
            paintPill(context, pill, PillState::Selected);
        }
    }
    if (stage.overlay.hovered.pill >= 0 &&
        !stage.selection.topics.contains(context.picture.pill(stage.overlay.hovered.pill).id)) {
        paintPill(context, stage.overlay.hovered.pill, PillState::Hot);
    }
}

void paintOldPlaces(const PaintContext& context, const CanvasStage& stage) {
    QPen pen(context.theme.control, 1);
    pen.setDashPattern({4, 4});
    context.painter.setPen(pen);
    context.painter.setBrush(Qt::NoBrush);
    for (const QRectF& place : stage.overlay.oldPlaces) {
        const double radius = 8 * context.view.zoom();
        context.painter.drawRoundedRect(context.view.snapped(place).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
}

void paintGuides(const PaintContext& context, const CanvasStage& stage) {
    QPainter& painter = context.painter;
    QPen pen(context.theme.accent, 1);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    for (const Guide& guide : stage.overlay.guides) {
        painter.drawLine(context.view.snapped(guide.line.p1()) + QPointF(0.5, 0.5),
                         context.view.snapped(guide.line.p2()) + QPointF(0.5, 0.5));
    }
    for (const GapMark& gap : stage.overlay.gaps) {
        const QPointF from = context.view.toScreen(gap.line.p1());
        const QPointF to = context.view.toScreen(gap.line.p2());
        painter.setPen(QPen(context.theme.accent, 1));
        painter.drawLine(from, to);
        const ShapedText text = shapedWords(countText(gap.distance), 11, QFont::DemiBold);
        const QPointF middle = (from + to) / 2;
        const QRectF chip(middle.x() - text.width() / 2 - 5, middle.y() - 8, text.width() + 10, 16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(context.theme.accent);
        painter.drawRoundedRect(chip, 4, 4);
        painter.setPen(context.theme.onAccent);
        text.draw(painter, QPointF(chip.left() + 5, middle.y() + 4), 11);
    }
}

void paintAccepting(const PaintContext& context, const CanvasStage& stage) {
    if (!stage.overlay.accepting) {
        return;
    }
    QPen pen(context.theme.accent, 2);
    pen.setDashPattern({3, 2.5});
    context.painter.setPen(pen);
    context.painter.setBrush(Qt::NoBrush);
    const double radius = 12 * context.view.zoom();
    context.painter.drawRoundedRect(context.view.toScreen(*stage.overlay.accepting).adjusted(2.5, 2.5, -2.5, -2.5),
                                    radius, radius);
}

void paintMarquee(const PaintContext& context, const CanvasStage& stage) {
    if (!stage.overlay.marquee) {
        return;
    }
    QColor fill = context.theme.accent;
    fill.setAlphaF(0.09F);
    context.painter.setPen(QPen(context.theme.accent, 1));
    context.painter.setBrush(fill);
    context.painter.drawRect(context.view.snapped(*stage.overlay.marquee).adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintConnecting(const PaintContext& context, const CanvasStage& stage) {
    if (!stage.overlay.connecting) {
        return;
    }
    const ConnectLine& line = *stage.overlay.connecting;
    std::vector<QPointF> points;
    for (const QPointF& point : line.route.span()) {
        points.push_back(context.view.snapped(point) + QPointF(0.5, 0.5));
    }
    if (points.size() < 2) {
        return;
    }
    const double zoom = context.view.zoom();
    QPen pen(context.theme.accent, 2);
    pen.setDashPattern({2.5, 2});
    context.painter.setPen(pen);
    context.painter.setBrush(Qt::NoBrush);
    context.painter.drawPath(linePath(points, 8 * zoom, {}, -1));
    if (line.targetBox >= 0) {
        const QRectF place = context.view.snapped(context.picture.box(line.targetBox).rect);
        paintHaloFrame(context.painter, place, context.theme.accent, zoom);
        context.painter.setPen(QPen(context.theme.accent, 2));
        context.painter.setBrush(context.theme.accent);
        context.painter.drawEllipse(points.back(), 4, 4);
    }
    if (line.targetPill >= 0) {
        paintPill(context, line.targetPill, PillState::Selected);
    }
}

void paintGhost(const PaintContext& context, const CanvasStage& stage) {
    if (!stage.overlay.ghost) {
        return;
    }
    const Ghost& ghost = *stage.overlay.ghost;
    const QRectF place = context.view.snapped(ghost.rect);
    paintGhostCard(context.painter, place, ghost.look, ghost.facts, ghost.title, context.view.zoom(), context.theme);
    if (ghost.isRefused) {
        paintHaloFrame(context.painter, place, context.theme.problemFill, context.view.zoom());
    }
}

void paintSaid(QPainter& painter, const CanvasStage& stage) {
    if (stage.overlay.callout) {
        paintCallout(painter, *stage.overlay.callout, stage.view, *stage.theme);
    } else if (stage.overlay.note) {
        paintCallout(painter, *stage.overlay.note, stage.view, *stage.theme);
    }
}

/// From cards that are dragged as one picture to the rest: their ways, or straight where they are many.
void paintOuterLines(const PaintContext& context, const CanvasStage& stage) {
    const std::vector<int> lines(stage.overlay.liveLines.begin(), stage.overlay.liveLines.end());
    paintLines(context, lines);
}

PaintContext contextOf(QPainter& painter, CanvasStage& stage, const PaintState& state) {
    return {
        painter,      stage.picture, stage.design(), stage.session.analysis(), stage.facts, stage.plates, stage.view,
        *stage.theme, stage.sprites, state,          stage.view.visibleWorld()};
}

}  // namespace

void paintOverlay(QPainter& painter, CanvasStage& stage) {
    static const PaintState kPlain;
    const PaintContext context = contextOf(painter, stage, kPlain);
    painter.setRenderHint(QPainter::Antialiasing);
    if (stage.overlay.snapshotShift) {
        const QPointF shift = QPointF(*stage.overlay.snapshotShift) / stage.view.pixelRatio();
        paintAccepting(context, stage);
        paintOuterLines(context, stage);
        painter.drawPixmap(shift, stage.snapshot);
        paintSaid(painter, stage);
        return;
    }
    paintAccepting(context, stage);
    paintOldPlaces(context, stage);
    paintLinesOver(context, stage);
    paintPillsOver(context, stage);
    paintCardsOver(context, stage);
    paintSelectedFrames(context, stage);
    paintHoverFrame(context, stage);
    paintHandles(context, stage);
    paintLabelsOver(context, stage);
    paintFramesOfAttention(context, stage);
    paintBadgesOver(context, stage);
    paintGuides(context, stage);
    paintConnecting(context, stage);
    paintGhost(context, stage);
    paintMarquee(context, stage);
    paintSaid(painter, stage);
}

void paintDraggedPicture(QPainter& painter, CanvasStage& stage) {
    static const PaintState kPlain;
    const PaintContext context = contextOf(painter, stage, kPlain);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLines(context, std::vector<int>(stage.overlay.liveLines.begin(), stage.overlay.liveLines.end()));
    paintCardsOver(context, stage);
    paintSelectedFrames(context, stage);
    paintBadgesOver(context, stage);
}

}  // namespace tideline
