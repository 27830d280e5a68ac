// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/line_path.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kJump = 5;
constexpr int kCornerPieces = 6;

QPointF unit(QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double length = std::abs(way.x()) + std::abs(way.y());
    return length < 1e-9 ? QPointF() : way / length;
}

double lengthOf(QPointF from, QPointF to) {
    return std::abs(to.x() - from.x()) + std::abs(to.y() - from.y());
}

/// A stretch of a level leg that is lifted over what it crosses.
struct Bridge {
    double left = 0, right = 0;
};

/// By rising x. Crossings whose arcs would touch share a bridge, so that each depends on its neighbours alone.
std::vector<Bridge> bridgesOver(QPointF from, QPointF to, std::span<const UprightLeg> legs, int line) {
    std::vector<Bridge> bridges;
    const double low = std::min(from.x(), to.x()) + 2 * kJump;
    const double high = std::max(from.x(), to.x()) - 2 * kJump;
    auto at = std::ranges::lower_bound(legs, low, {}, &UprightLeg::x);
    for (; at != legs.end() && at->x <= high; ++at) {
        const bool crosses = at->line != line && at->top + kJump < from.y() && at->bottom - kJump > from.y();
        if (!crosses) {
            continue;
        }
        if (!bridges.empty() && at->x - kJump <= bridges.back().right) {
            bridges.back().right = at->x + kJump;
        } else {
            bridges.push_back({at->x - kJump, at->x + kJump});
        }
    }
    return bridges;
}

/// From where the path stands, at one foot of the bridge, to the other foot.
void addBridge(QPainterPath& path, const Bridge& bridge, double y, bool isRightward) {
    const QRectF first(bridge.left, y - kJump, 2 * kJump, 2 * kJump);
    const QRectF last(bridge.right - 2 * kJump, y - kJump, 2 * kJump, 2 * kJump);
    path.arcTo(isRightward ? first : last, isRightward ? 180 : 0, isRightward ? -90 : 90);
    path.arcTo(isRightward ? last : first, 90, isRightward ? -90 : 90);
}

/// Draws what it is told as one unbroken path.
class SolidPen {
public:
    QPainterPath path;

    void begin(QPointF at) { path.moveTo(at); }
    void leg(QPointF from, QPointF to, std::vector<Bridge> bridges) {
        const bool isRightward = to.x() > from.x();
        if (!isRightward) {
            std::ranges::reverse(bridges);
        }
        for (const Bridge& bridge : bridges) {
            path.lineTo(isRightward ? bridge.left : bridge.right, from.y());
            addBridge(path, bridge, from.y(), isRightward);
        }
        path.lineTo(to);
    }
    void corner(QPointF, QPointF middle, QPointF to) { path.quadTo(middle, to); }
};

/// Draws dashes; bridges are unbroken, and the dashes go on behind them as if the leg were straight.
class DashPen {
public:
    DashPen(const Dashes& dashes, const QRectF& sight) : m_dashes(dashes), m_sight(sight) {}
    DashedLine line;

    void begin(QPointF) {}
    void leg(QPointF from, QPointF to, const std::vector<Bridge>& bridges) {
        for (const Bridge& bridge : bridges) {
            if (bridge.right >= m_sight.left() && bridge.left <= m_sight.right()) {
                line.bridges.moveTo(bridge.left, from.y());
                addBridge(line.bridges, bridge, from.y(), true);
            }
        }
        piece(from, to, bridges);
    }
    void corner(QPointF from, QPointF middle, QPointF to) {
        QPointF before = from;
        for (int i = 1; i <= kCornerPieces; ++i) {
            const double t = static_cast<double>(i) / kCornerPieces;
            const QPointF next = from * (1 - t) * (1 - t) + middle * 2 * t * (1 - t) + to * t * t;
            piece(before, next, {});
            before = next;
        }
    }

private:
    void piece(QPointF from, QPointF to, const std::vector<Bridge>& bridges) {
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        const double start = m_done;
        m_done += length;
        const QRectF reach = QRectF(from, to).normalized();
        const bool isSeen = reach.left() <= m_sight.right() && reach.right() >= m_sight.left() &&
                            reach.top() <= m_sight.bottom() && reach.bottom() >= m_sight.top();
        if (length < 1e-9 || !isSeen) {
            return;
        }
        const QPointF along = way / length;
        const auto [first, last] = seenOf(from, along, length);
        const double period = m_dashes.on + m_dashes.off;
        for (double number = std::floor((start + first) / period); number * period < start + last; ++number) {
            const double on = std::max(0.0, number * period - start);
            const double off = std::min(length, number * period + m_dashes.on - start);
            if (off > on) {
                dash(from + along * on, from + along * off, bridges);
            }
        }
    }
    /// The stretch of a piece that may be seen, as distances from its start.
    std::pair<double, double> seenOf(QPointF from, QPointF along, double length) const {
        double first = 0;
        double last = length;
        const auto narrow = [&](double at, double way, double low, double high) {
            if (std::abs(way) > 0.99) {
                first = std::max(first, way > 0 ? low - at : at - high);
                last = std::min(last, way > 0 ? high - at : at - low);
            }
        };
        narrow(from.x(), along.x(), m_sight.left(), m_sight.right());
        narrow(from.y(), along.y(), m_sight.top(), m_sight.bottom());
        return {first, last};
    }
    /// Leaves out what lies under bridges.
    void dash(QPointF from, QPointF to, const std::vector<Bridge>& bridges) {
        if (bridges.empty()) {
            line.dashes.emplace_back(from, to);
            return;
        }
        double left = std::min(from.x(), to.x());
        const double right = std::max(from.x(), to.x());
        const auto draw = [&](double until) {
            if (until > left) {
                line.dashes.emplace_back(left, from.y(), until, from.y());
            }
        };
        for (const Bridge& bridge : bridges) {
            draw(std::min(right, bridge.left));
            left = std::max(left, bridge.right);
        }
        draw(right);
    }

    Dashes m_dashes;
    QRectF m_sight;
    double m_done = 0;  ///< length of the way up to the next piece
};

template <class Pen>
void follow(Pen& pen, std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line) {
    if (points.empty()) {
        return;
    }
    pen.begin(points.front());
    QPointF from = points.front();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF corner = points[i];
        const bool isLast = i + 1 == points.size();
        QPointF before = corner;
        QPointF after = corner;
        if (!isLast) {
            const double shorter = std::min(lengthOf(points[i - 1], corner), lengthOf(corner, points[i + 1]));
            const double round = std::min(radius, shorter / 2);
            before = corner - unit(points[i - 1], corner) * round;
            after = corner + unit(corner, points[i + 1]) * round;
        }
        const bool isLevel = std::abs(from.y() - before.y()) < 0.01;
        pen.leg(from, before, isLevel ? bridgesOver(from, before, legs, line) : std::vector<Bridge>{});
        if (!isLast) {
            pen.corner(before, corner, after);
        }
        from = after;
    }
}

}  // namespace

QPainterPath linePath(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line) {
    SolidPen pen;
    follow(pen, points, radius, legs, line);
    return pen.path;
}

DashedLine dashedLine(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
                      const Dashes& dashes, const QRectF& sight) {
    DashPen pen(dashes, sight);
    follow(pen, points, radius, legs, line);
    return pen.line;
}

}  // namespace tideline
