// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/rack_painter.h"

#include "widgets/look/icons.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kNodeWidth = 136;
constexpr double kNodeHeight = 36;
constexpr double kNodeStep = 148;
constexpr std::size_t kMostNodes = 9;
constexpr std::size_t kShownOfMany = 3;

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
            paintIcon(painter, name, context.theme.coreText,
                      QRectF(place.center() - QPointF(icon, icon) / 2, QSizeF(icon, icon)));
        }
    }
}

void paintNodes(const PaintContext& context, const RackFacts& rack, QPointF world) {
    QPainter& painter = context.painter;
    const double zoom = context.view.zoom();
    const bool isMany = rack.nodes.size() > kMostNodes;
    const std::size_t shown = isMany ? kShownOfMany : std::min<std::size_t>(rack.nodes.size(), kShownOfMany);
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF area(world.x() + static_cast<double>(i) * kNodeStep, world.y(), kNodeWidth, kNodeHeight);
        const QRectF node = context.view.snapped(area);
        painter.setPen(QPen(context.theme.coreLine, 1));
        painter.setBrush(context.theme.card);
        painter.drawRoundedRect(node.adjusted(0.5, 0.5, -0.5, -0.5), 7 * zoom, 7 * zoom);
        paintPods(context, rack.nodes[i], node);
    }
}

void paintLineOfText(const PaintContext& context, QPointF world, const QString& words, double room) {
    const ShapedText text(words, canvasFont(11));
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
    double top = std::max(lane->contentBottom + kLanePadding, lane->area.bottom() - footHeight(rack) - 10);
    if (!rack.nodes.empty()) {
        const double size = textPixels(context.view, 11, 10);
        const ShapedText head(QStringLiteral("Nodes"), canvasFont(11, QFont::DemiBold));
        const ShapedText money(tableMoney(rack.dollars), canvasFont(11), Digits::Tabular);
        const QPointF at = context.view.toScreen(QPointF(left, top + 12));
        context.painter.setPen(context.theme.coreText);
        head.draw(context.painter, at, size);
        QString title = rack.title;
        if (rack.nodes.size() > kShownOfMany) {
            title += QStringLiteral(" \u00b7 + %1 more").arg(rack.nodes.size() - kShownOfMany);
        }
        context.painter.setPen(context.theme.t2);
        ShapedText(title, canvasFont(11)).draw(context.painter, at + QPointF(head.widthAt(size) + 8, 0), size);
        const QPointF end = context.view.toScreen(QPointF(right, top + 12));
        money.draw(context.painter, QPointF(end.x() - money.widthAt(size), end.y()), size);
        paintNodes(context, rack, QPointF(left, top + 22));
        top += 72;
    }
    if (!rack.shared.isEmpty()) {
        paintLineOfText(context, QPointF(left, top + 8), rack.shared, right - left);
    }
}

}  // namespace tideline
