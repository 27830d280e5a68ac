// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/frames_over.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/card_painter.h"
#include "widgets/canvas/frame_painter.h"
#include "widgets/canvas/line_path.h"
#include "widgets/canvas/ports.h"

#include <QPainter>
#include <QPainterPath>

namespace tideline {

namespace {

constexpr std::size_t kManyFrames = 400;  ///< from here on frames are drawn in one call

void paintFocus(const PaintContext& context, const CanvasStage& stage) {
    const int box = stage.overlay.focused ? context.picture.boxOf(*stage.overlay.focused) : -1;
    if (box >= 0 && stage.isKeyboardFocus && stage.canvas.hasFocus()) {
        paintFocusRing(context.painter, context.view.snapped(context.picture.box(box).rect), context.theme.focus,
                       context.view.zoom());
    }
}

/// What a search led to: an amber frame with a halo.
void paintFound(const PaintContext& context, const CanvasStage& stage) {
    const ServiceId* id = stage.overlay.found ? std::get_if<ServiceId>(&*stage.overlay.found) : nullptr;
    const int box = id == nullptr ? -1 : context.picture.boxOf(*id);
    if (box >= 0) {
        const QRectF place = context.view.snapped(context.picture.box(box).rect);
        paintHaloFrame(context.painter, place, context.theme.warnFill, context.view.zoom(), 0.22F);
    }
}

void paintPulse(const PaintContext& context, const CanvasStage& stage) {
    if (!stage.overlay.pulsing) {
        return;
    }
    QColor color = context.theme.warnFill;
    color.setAlphaF(static_cast<float>(stage.overlay.pulse));
    if (const ServiceId* id = std::get_if<ServiceId>(&*stage.overlay.pulsing)) {
        if (const int box = context.picture.boxOf(*id); box >= 0) {
            const QRectF place = context.view.snapped(context.picture.box(box).rect);
            paintFocusRing(context.painter, place, color, context.view.zoom());
        }
    } else if (const ConnectionId* connection = std::get_if<ConnectionId>(&*stage.overlay.pulsing)) {
        if (const int line = context.picture.lineOf(*connection); line >= 0) {
            std::vector<QPointF> points;
            for (const QPointF& point : context.picture.line(line).route.span()) {
                points.push_back(context.view.toScreen(point));
            }
            context.painter.setPen(QPen(color, 6));
            context.painter.setBrush(Qt::NoBrush);
            context.painter.drawPath(linePath(points, 8 * context.view.zoom(), {}, line));
        }
    }
}

}  // namespace

void paintSelectedFrames(const PaintContext& context, const CanvasStage& stage) {
    std::vector<QRectF> frames;
    const QRectF sight = context.view.visibleWorld();
    for (const ServiceId& id : stage.selection.services) {
        const int box = context.picture.boxOf(id);
        if (box >= 0 && context.picture.box(box).rect.intersects(sight)) {
            const auto away = stage.overlay.gliding.find(box);
            const QPointF offset = away == stage.overlay.gliding.end() ? QPointF() : away->second;
            frames.push_back(context.view.snapped(context.picture.box(box).rect.translated(offset)));
        }
    }
    const QColor color = stage.overlay.isDragRefused ? context.theme.problemFill : context.theme.accent;
    QPainter& painter = context.painter;
    if (frames.size() > kManyFrames || context.view.detail() == Detail::Bars) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(color, frames.size() > kManyFrames ? 0 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRects(frames.data(), static_cast<int>(frames.size()));
        painter.setRenderHint(QPainter::Antialiasing);
        return;
    }
    for (const QRectF& frame : frames) {
        paintHaloFrame(painter, frame, color, context.view.zoom());
        if (context.view.detail() >= Detail::Short && stage.overlay.draggedBoxes.empty()) {
            paintPorts(painter, frame, context.theme, context.view.zoom(), std::nullopt);
        }
    }
}

void paintHoverFrame(const PaintContext& context, const CanvasStage& stage) {
    const int box = stage.overlay.hovered.box;
    if (box < 0 || context.view.detail() == Detail::Bars || stage.isSelected(box)) {
        return;
    }
    const QRectF place = context.view.snapped(context.picture.box(box).rect);
    paintHoverFrame(context.painter, place, context.theme.cardHover, context.view.zoom());
    if (context.view.detail() >= Detail::Short) {
        paintPorts(context.painter, place, context.theme, context.view.zoom(), std::nullopt);
    }
}

void paintFramesOfAttention(const PaintContext& context, const CanvasStage& stage) {
    paintFocus(context, stage);
    paintFound(context, stage);
    paintPulse(context, stage);
}

void paintBadgesOver(const PaintContext& context, const CanvasStage& stage) {
    if (stage.selection.services.size() > kManyFrames) {
        return;
    }
    std::set<int> boxes{stage.overlay.hovered.box};
    for (const ServiceId& id : stage.selection.services) {
        boxes.insert(context.picture.boxOf(id));
    }
    for (const std::optional<Subject>& framed : {stage.overlay.found, stage.overlay.pulsing}) {
        if (const ServiceId* id = framed ? std::get_if<ServiceId>(&*framed) : nullptr) {
            boxes.insert(context.picture.boxOf(*id));
        }
    }
    if (stage.overlay.focused) {
        boxes.insert(context.picture.boxOf(*stage.overlay.focused));
    }
    boxes.erase(-1);
    for (const int box : boxes) {
        const auto away = stage.overlay.gliding.find(box);
        context.painter.save();
        if (away != stage.overlay.gliding.end()) {
            context.painter.translate(away->second * context.view.zoom());
        }
        paintCardBadge(context, box);
        context.painter.restore();
    }
}

}  // namespace tideline
