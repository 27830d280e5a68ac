// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/rack_painter.h"

#include "widgets/look/icons.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <algorithm>

namespace tideline {

namespace {

void paintPods(const PaintContext& context, const std::vector<NodePod>& pods, const QRectF& node) {
    QPainter& painter = context.painter;
    const double zoom = context.view.zoom();
    const double room = node.width() - 8 * zoom;
    double x = node.left() + 4 * zoom;
    for (const NodePod& pod : pods) {
        const double width = pod.share * room;
        const QRectF place(x, node.top() + 4 * zoom, std::max(1.0, width - 2 * zoom), node.height() - 8 * zoom);
        x += width;
        painter.setPen(Qt::NoPen);
        painter.setBrush(context.theme.coreSoft);
        painter.drawRoundedRect(place, 4 * zoom, 4 * zoom);
        const int box = context.picture.boxOf(pod.service);
        const double icon = 12 * zoom;
        if (box >= 0 && place.width() >= icon && context.view.detail() == Detail::Full) {
            const QString name = context.picture.textOf(box, context.design, context.analysis.figures).facts.icon;
            drawIcon(painter, name, context.theme.coreText,
                     QRectF(place.center() - QPointF(icon, icon) / 2, QSizeF(icon, icon)));
        }
    }
}

void paintNodes(const PaintContext& context, const RackFacts& rack, QPointF world) {
    QPainter& painter = context.painter;
    const double zoom = context.view.zoom();
    for (std::size_t i = 0; i < rack.nodes.size(); ++i) {
        const QRectF area(world + RackPlan::nodeAt(rack, i), QSizeF(RackPlan::kNodeWidth, RackPlan::kNodeHeight));
        const QRectF node = context.view.snapped(area);
        painter.setPen(QPen(context.theme.coreLine, 1));
        painter.setBrush(context.theme.card);
        painter.drawRoundedRect(node.adjusted(0.5, 0.5, -0.5, -0.5), 7 * zoom, 7 * zoom);
        paintPods(context, rack.nodes[i], node);
    }
}

void paintLineOfText(const PaintContext& context, QPointF world, const QString& words, double room) {
    const ShapedText text = shapedWords(words, 11);
    context.painter.setPen(context.theme.t2);
    text.draw(context.painter, context.view.toScreen(world), textPixels(context.view, 11, 10),
              room * context.view.zoom());
}

}  // namespace

void paintRack(const PaintContext& context) {
    const RackFacts& rack = context.facts.rack;
    const auto& lanes = context.picture.plan().lanes;
    const auto lane = std::ranges::find(lanes, "cluster", [](const LaneArea& area) { return area.zone.type; });
    if (rack.empty() || lane == lanes.end() || context.view.detail() < Detail::Short) {
        return;
    }
    const double left = lane->area.x + kLanePadding;
    const double right = lane->area.right() - kLanePadding;
    const RackPlan plan = planOf(rack);
    const double top = std::max(lane->contentBottom + kLanePadding, lane->area.bottom() - plan.height - 10);
    constexpr double kAround = 16;
    if (context.world.bottom() < top - kAround || context.world.top() > lane->area.bottom() + kAround ||
        context.world.right() < left - kAround || context.world.left() > right + kAround) {
        return;
    }
    if (!rack.nodes.empty()) {
        const double size = textPixels(context.view, 11, 10);
        const ShapedText head = shapedWords(QStringLiteral("Nodes"), 11, QFont::DemiBold);
        const ShapedText money = shapedWords(tableMoney(rack.dollars), 11, QFont::Normal, Digits::Tabular);
        const QPointF at = context.view.toScreen(QPointF(left, top + 12));
        const QPointF end = context.view.toScreen(QPointF(right, top + 12)) - QPointF(money.widthAt(size), 0);
        context.painter.setPen(context.theme.coreText);
        head.draw(context.painter, at, size);
        context.painter.setPen(context.theme.t2);
        const QPointF words = at + QPointF(head.widthAt(size) + 8, 0);
        shapedWords(rack.title, 11).draw(context.painter, words, size, end.x() - words.x() - 12);
        money.draw(context.painter, end, size);
        paintNodes(context, rack, QPointF(left, top));
    }
    if (rack.more > 0) {
        paintLineOfText(context, QPointF(left, top + plan.more), QStringLiteral("+ %1 more").arg(countText(rack.more)),
                        right - left);
    }
    paintLineOfText(context, QPointF(left, top + plan.shared), rack.shared, right - left);
    paintLineOfText(context, QPointF(left, top + plan.next), rack.next, right - left);
}

}  // namespace tideline
