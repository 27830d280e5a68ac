// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/route_painter.h"

#include "widgets/canvas/line_path.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tideline {

namespace {

constexpr double kHeadLength = 7.5;
constexpr double kHeadHalf = 4;
constexpr double kOpenLength = 6;
constexpr double kOpenHalf = 4.25;
constexpr double kRing = 3.2;
constexpr double kSolidBelow = 0.6;

std::vector<QPointF> screenPoints(const View& view, const Route& route) {
    std::vector<QPointF> points;
    for (const QPointF& point : route.span()) {
        points.push_back(view.onPixel(point));
    }
    return points;
}

QPointF direction(std::span<const QPointF> points) {
    const QPointF way = points[points.size() - 1] - points[points.size() - 2];
    const double length = std::max(1e-9, std::abs(way.x()) + std::abs(way.y()));
    return way / length;
}

struct LinePen {
    QColor color;
    double width = 1.5;
};

LinePen penOf(const PaintContext& context, const Line& line, LineState state) {
    const double zoom = std::max(context.view.zoom(), 0.67);
    switch (state) {
    case LineState::Hot: return {context.theme.linkHot, 2 * zoom};
    case LineState::Selected: return {context.theme.accent, 2 * zoom};
    case LineState::Rest: break;
    }
    return line.crossesBoundary ? LinePen{context.theme.warn, 2 * zoom} : LinePen{context.theme.link, 1.5 * zoom};
}

void paintEnd(const PaintContext& context, ConnectionType type, std::span<const QPointF> points, const LinePen& pen) {
    QPainter& painter = context.painter;
    const double zoom = std::max(context.view.zoom(), 0.6);
    const QPointF tip = points.back();
    const QPointF along = direction(points);
    const QPointF across(-along.y(), along.x());
    if (type == ConnectionType::Sync) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color);
        const std::array head{tip, tip - along * kHeadLength * zoom + across * kHeadHalf * zoom,
                              tip - along * kHeadLength * zoom - across * kHeadHalf * zoom};
        painter.drawConvexPolygon(head.data(), 3);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(pen.color, context.view.toStroke(1.6 * zoom), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (type == ConnectionType::Async) {
        const std::array head{tip - along * kOpenLength * zoom + across * kOpenHalf * zoom, tip,
                              tip - along * kOpenLength * zoom - across * kOpenHalf * zoom};
        painter.drawPolyline(head.data(), 3);
        return;
    }
    painter.drawEllipse(tip - along * kRing * zoom, kRing * zoom, kRing * zoom);
}

/// How much of the last leg the end covers.
double endLength(ConnectionType type) {
    return type == ConnectionType::Sync ? kHeadLength - 1 : type == ConnectionType::Data ? 2 * kRing : 0.5;
}

void paintDetailed(const PaintContext& context, int index, LineState state, std::span<const UprightLeg> legs) {
    const Line& line = context.picture.line(index);
    std::vector<QPointF> points = screenPoints(context.view, line.route);
    if (points.size() < 2) {
        return;
    }
    const double zoom = context.view.zoom();
    const LinePen look = penOf(context, line, state);
    paintEnd(context, line.type, points, look);
    points.back() -= direction(points) * endLength(line.type) * std::max(zoom, 0.6);
    const QPen pen(look.color, context.view.toStroke(look.width), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    context.painter.setPen(pen);
    context.painter.setBrush(Qt::NoBrush);
    if (line.type == ConnectionType::Async && zoom >= kSolidBelow) {
        const QRectF sight = context.view.toScreen(context.world).adjusted(-8, -8, 8, 8);
        const DashedLine dashed = dashedLine(points, 8 * zoom, legs, index, {5 * zoom, 4 * zoom}, sight);
        context.painter.drawLines(dashed.dashes.data(), static_cast<int>(dashed.dashes.size()));
        context.painter.drawPath(dashed.bridges);
        return;
    }
    if (context.view.isVector()) {
        context.painter.drawPath(linePath(points, 8 * zoom, legs, index));
        return;
    }
    const QRectF sight = context.view.toScreen(context.world).adjusted(-8, -8, 8, 8);
    const SolidLine solid = solidLine(points, 8 * zoom, legs, index, pen.widthF(), context.view.pixelRatio(), sight);
    context.painter.drawLines(solid.legs.data(), static_cast<int>(solid.legs.size()));
    if (!solid.curves.isEmpty()) {
        context.painter.drawPath(solid.curves);
    }
}

std::vector<UprightLeg> uprightLegs(const PaintContext& context, std::span<const int> lines) {
    std::vector<UprightLeg> legs;
    for (const int index : lines) {
        const Line& line = context.picture.line(index);
        const std::vector<QPointF> points = screenPoints(context.view, line.route);
        for (std::size_t i = 1; line.isRouted && i < points.size(); ++i) {
            if (points[i].x() == points[i - 1].x()) {
                legs.push_back({points[i].x(), std::min(points[i].y(), points[i - 1].y()),
                                std::max(points[i].y(), points[i - 1].y()), index});
            }
        }
    }
    std::ranges::stable_sort(legs, {}, &UprightLeg::x);
    return legs;
}

/// Lines without corners, arrows and dashes, one call a colour.
void paintThin(const PaintContext& context, std::span<const int> lines, bool onlyBetweenLanes) {
    std::array<std::vector<QLineF>, 2> legs;
    for (const int index : lines) {
        const Line& line = context.picture.line(index);
        if (context.state.hiddenLines.contains(index)) {
            continue;
        }
        std::vector<QLineF>& into = legs[line.crossesBoundary ? 1 : 0];
        if (onlyBetweenLanes || !line.isRouted) {
            const QPointF from = context.picture.rectOf(line.from).center();
            const QPointF to = context.picture.rectOf(line.to).center();
            const bool isBetween =
                line.crossesBoundary || line.from.on == LineEnd::On::Pill || line.to.on == LineEnd::On::Pill ||
                context.picture.box(line.from.index).column != context.picture.box(line.to.index).column;
            if (isBetween || !onlyBetweenLanes) {
                into.emplace_back(context.view.toScreen(from), context.view.toScreen(to));
            }
            continue;
        }
        for (int i = 1; i < line.route.count; ++i) {
            into.emplace_back(context.view.toScreen(line.route.points[static_cast<std::size_t>(i - 1)]),
                              context.view.toScreen(line.route.points[static_cast<std::size_t>(i)]));
        }
    }
    QPainter& painter = context.painter;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < legs.size(); ++i) {
        QPen pen(i == 1 ? context.theme.warn : context.theme.link, 0);
        painter.setPen(pen);
        if (!legs[i].empty()) {
            painter.drawLines(legs[i].data(), static_cast<int>(legs[i].size()));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

QString loadText(const PaintContext& context, const Line& line) {
    const auto& calls = context.analysis.figures.flow.callsAtDrawn;
    const auto at = calls.find(line.id);
    constexpr double kSecondsPerMonth = 730.0 * 3600;
    return at == calls.end() ? QString() : rateText(approximately(at->second) / kSecondsPerMonth);
}

}  // namespace

void paintLines(const PaintContext& context, std::span<const int> lines) {
    if (context.view.detail() == Detail::Bars || context.view.detail() == Detail::Names) {
        paintThin(context, lines, context.view.detail() == Detail::Bars);
        return;
    }
    context.painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<UprightLeg> legs = uprightLegs(context, lines);
    std::vector<int> open;
    for (const int index : lines) {
        if (context.state.hiddenLines.contains(index)) {
            continue;
        }
        if (context.picture.line(index).isRouted) {
            paintDetailed(context, index, LineState::Rest, legs);
        } else {
            open.push_back(index);
        }
    }
    paintThin(context, open, false);
    if (context.state.labels && context.view.detail() == Detail::Full) {
        for (const int index : lines) {
            paintLineLabel(context, index);
        }
    }
}

void paintLine(const PaintContext& context, int index, LineState state) {
    context.painter.setRenderHint(QPainter::Antialiasing);
    if (!context.picture.line(index).isRouted) {
        return;
    }
    if (context.view.detail() == Detail::Bars || context.view.detail() == Detail::Names) {
        const LinePen look = penOf(context, context.picture.line(index), state);
        context.painter.setPen(QPen(look.color, 1.5));
        context.painter.setBrush(Qt::NoBrush);
        context.painter.drawPath(linePath(screenPoints(context.view, context.picture.line(index).route), 3, {}, index));
        return;
    }
    const std::vector<int> near = context.picture.linesIn(context.picture.line(index).route.bounds());
    paintDetailed(context, index, state, uprightLegs(context, near));
}

void paintBoundaryPlate(const PaintContext& context, const BoundaryPlate& plate) {
    QPainter& painter = context.painter;
    const double zoom = context.view.zoom();
    const bool hasIcon = context.view.detail() == Detail::Full;
    const double size = textPixels(context.view, 11.5, 10);
    const double width = plate.text.widthAt(size) + (hasIcon ? 39 * zoom : 18 * zoom);
    const QRectF place = context.view.snapped(plate.rect);
    const QRectF pill(std::round(place.center().x() - width / 2), place.top(), std::ceil(width), place.height());
    painter.setPen(QPen(context.theme.warnFill, 1));
    painter.setBrush(context.theme.warnBg);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    double left = pill.left() + 9 * zoom;
    if (hasIcon) {
        const QRectF icon(left, pill.center().y() - 7.5 * zoom, 15 * zoom, 15 * zoom);
        drawIcon(painter, QStringLiteral("boundary"), context.theme.warn, icon);
        left = icon.right() + 6 * zoom;
    }
    painter.setPen(context.theme.warn);
    plate.text.draw(painter, QPointF(left, pill.center().y() + size * 0.36), size);
}

/// From the line to a plate that stands aside.
void paintStem(const PaintContext& context, const BoundaryPlate& plate) {
    const QPointF on = context.view.onPixel(plate.onLine);
    const QRectF pill = context.view.snapped(plate.rect);
    context.painter.setPen(QPen(context.theme.warn, 1));
    context.painter.drawLine(on, QPointF(on.x(), on.y() < pill.top() ? pill.top() : pill.bottom()));
}

void paintBoundaryPlates(const PaintContext& context) {
    if (context.view.detail() < Detail::Short) {
        return;
    }
    context.painter.setRenderHint(QPainter::Antialiasing);
    std::vector<const BoundaryPlate*> seen;
    for (const BoundaryPlate& plate : context.plates.all()) {
        const QRectF reach = plate.rect.united(QRectF(plate.onLine, QSizeF(1, 1)));
        const bool isSeen = reach.adjusted(-8, -8, 8, 8).intersects(context.world);
        if (isSeen && !context.state.hiddenLines.contains(plate.line)) {
            seen.push_back(&plate);
        }
    }
    for (const BoundaryPlate* plate : seen) {  // all stems first: none runs over the words of another plate
        if (plate->isAside()) {
            paintStem(context, *plate);
        }
    }
    for (const BoundaryPlate* plate : seen) {
        paintBoundaryPlate(context, *plate);
    }
}

void paintLineLabel(const PaintContext& context, int index) {
    const Line& line = context.picture.line(index);
    const QString words = loadText(context, line);
    const BoundaryPlate* cost = context.plates.of(index);
    if (words.isEmpty() || !line.isRouted || context.view.detail() != Detail::Full) {
        return;
    }
    QPainter& painter = context.painter;
    const ShapedText text = shapedWords(words, 11);
    const double size = textPixels(context.view, 11, 10);
    QPointF middle = context.view.toScreen(line.route.middle());
    if (cost != nullptr && cost->rect.adjusted(-40, -10, 40, 10).contains(line.route.middle())) {
        middle.setY(context.view.toScreen(cost->rect).bottom() + 12);
    }
    const QRectF plate(middle.x() - text.widthAt(size) / 2 - 5, middle.y() - 9, text.widthAt(size) + 10, 18);
    const LaneArea* lane = context.picture.plan().at(line.route.middle().x(), line.route.middle().y());
    painter.setPen(Qt::NoPen);
    painter.setBrush(lane == nullptr ? context.theme.canvas
                                     : colorsOf(toneOfZone(lane->zone.type), context.theme).zone);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(context.theme.t2);
    text.draw(painter, QPointF(plate.left() + 5, middle.y() + size * 0.36), size);
}

}  // namespace tideline
