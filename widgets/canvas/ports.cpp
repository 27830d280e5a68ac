// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/ports.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kApart = 12;
constexpr double kLeastGap = 16;   ///< beside each other from here on
constexpr double kRowGap = 40;     ///< right below: less than a row between
constexpr double kCorner = 8;      ///< ports keep off the corners
constexpr double kNearlyLevel = 26;

bool isUprightSide(Side side) {
    return side == Side::Left || side == Side::Right;
}

bool isAtFrom(const Line& line, LineEnd::On on, int index) {
    return line.from.on == on && line.from.index == index;
}

LaneColumn columnAt(const Picture& picture, const LineEnd& end) {
    return end.on == LineEnd::On::Box ? picture.box(end.index).column : LaneColumn::Bus;
}

struct Port {
    int line;
    bool atFrom;
    double order;  ///< where the other end lies along the side
};

/// How far the ports of a side may lie from its middle.
double reachOf(const QRectF& rect, Side side) {
    return (isUprightSide(side) ? rect.height() : rect.width()) / 2 - kCorner;
}

}  // namespace

Sides sidesFor(const QRectF& from, const QRectF& to, LaneColumn column) {
    if (to.left() - from.right() >= kLeastGap) {
        return {Side::Right, Side::Left};
    }
    if (from.left() - to.right() >= kLeastGap) {
        return {Side::Left, Side::Right};
    }
    const double below = to.top() - from.bottom();
    const double above = from.top() - to.bottom();
    if (below >= 0 && below < kRowGap) {
        return {Side::Bottom, Side::Top};
    }
    if (above >= 0 && above < kRowGap) {
        return {Side::Top, Side::Bottom};
    }
    const Side away = column == LaneColumn::Core ? Side::Left : Side::Right;
    return {away, away};
}

QPointF portAt(const QRectF& rect, Side side, double offset) {
    const QPointF middle = rect.center();
    switch (side) {
    case Side::Right: return {rect.right(), middle.y() + offset};
    case Side::Left: return {rect.left(), middle.y() + offset};
    case Side::Top: return {middle.x() + offset, rect.top()};
    case Side::Bottom: break;
    }
    return {middle.x() + offset, rect.bottom()};
}

QPointF outward(Side side) {
    switch (side) {
    case Side::Right: return {1, 0};
    case Side::Left: return {-1, 0};
    case Side::Top: return {0, -1};
    case Side::Bottom: break;
    }
    return {0, 1};
}

std::vector<int> spreadPorts(Picture& picture, LineEnd::On on, int index) {
    std::array<std::vector<Port>, 4> sides;
    for (const int number : picture.linesAt(on, index)) {
        const Line& line = picture.line(number);
        const bool atFrom = isAtFrom(line, on, index);
        const QRectF own = picture.rectOf(atFrom ? line.from : line.to);
        const QRectF other = picture.rectOf(atFrom ? line.to : line.from);
        const Sides chosen = sidesFor(picture.rectOf(line.from), picture.rectOf(line.to), columnAt(picture, line.from));
        const Side side = atFrom ? chosen.from : chosen.to;
        const double along =
            isUprightSide(side) ? other.center().y() - own.center().y() : other.center().x() - own.center().x();
        sides[static_cast<std::size_t>(side)].push_back({number, atFrom, along});
    }
    std::vector<int> moved;
    for (std::size_t s = 0; s < sides.size(); ++s) {
        std::ranges::stable_sort(sides[s], {}, &Port::order);
        const Side side = static_cast<Side>(s);
        for (std::size_t i = 0; i < sides[s].size(); ++i) {
            const Port& port = sides[s][i];
            LineEnd from = picture.line(port.line).from;
            LineEnd to = picture.line(port.line).to;
            LineEnd& end = port.atFrom ? from : to;
            const double count = static_cast<double>(sides[s].size());
            const double reach = reachOf(picture.rectOf(end), side);
            const double step = count > 1 ? std::min(kApart, 2 * reach / (count - 1)) : 0;
            const double offset = (static_cast<double>(i) - (count - 1) / 2) * step;
            const bool stands = end.side == side && end.isAlone == (count == 1) &&
                                (end.offset == offset || (end.isAlone && picture.line(port.line).isRouted));
            if (!stands || !picture.line(port.line).isRouted) {
                end.side = side;
                end.offset = offset;
                end.isAlone = count == 1;
                picture.setEnds(port.line, from, to);
                picture.dropRoute(port.line);
                moved.push_back(port.line);
            }
        }
    }
    return moved;
}

void straighten(Picture& picture, int index) {
    LineEnd from = picture.line(index).from;
    LineEnd to = picture.line(index).to;
    const bool areUpright = isUprightSide(from.side) && isUprightSide(to.side) && from.side != to.side;
    const bool areLevel = !isUprightSide(from.side) && !isUprightSide(to.side) && from.side != to.side;
    if (!areUpright && !areLevel) {
        return;
    }
    const QRectF fromRect = picture.rectOf(from);
    const QRectF toRect = picture.rectOf(to);
    const QPointF fromPort = portAt(fromRect, from.side, from.offset);
    const QPointF toPort = portAt(toRect, to.side, to.offset);
    const double apart = areUpright ? toPort.y() - fromPort.y() : toPort.x() - fromPort.x();
    if (std::abs(apart) >= kNearlyLevel) {
        return;
    }
    if (to.isAlone && std::abs(to.offset - apart) <= reachOf(toRect, to.side)) {
        to.offset -= apart;
    } else if (from.isAlone && std::abs(from.offset + apart) <= reachOf(fromRect, from.side)) {
        from.offset += apart;
    } else {
        return;
    }
    picture.setEnds(index, from, to);
}

}  // namespace tideline
