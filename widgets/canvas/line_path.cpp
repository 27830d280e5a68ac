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

/// A rounded corner as short straight lines.
template <class Take>
void eachPiece(QPointF from, QPointF middle, QPointF to, int pieces, Take take) {
    QPointF before = from;
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const QPointF next = from * (1 - t) * (1 - t) + middle * 2 * t * (1 - t) + to * t * t;
        take(before, next);
        before = next;
    }
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

/// Draws legs, corners and bridges each on their own; legs reach below the feet of bridges.
class PiecePen {
public:
    PiecePen(double width, const QRectF& sight) : m_half(width / 2), m_sight(sight) {}
    SolidLine line;

    void begin(QPointF) {}
    void leg(QPointF from, QPointF to, const std::vector<Bridge>& bridges) {
        if (!isSeen(from, to)) {
            return;
        }
        if (bridges.empty()) {
            line.legs.emplace_back(from, to);
            return;
        }
        double left = std::min(from.x(), to.x());
        for (const Bridge& bridge : bridges) {
            line.legs.emplace_back(left, from.y(), bridge.left + m_half, from.y());
            line.curves.moveTo(bridge.left, from.y());
            addBridge(line.curves, bridge, from.y(), true);
            left = bridge.right - m_half;
        }
        line.legs.emplace_back(left, from.y(), std::max(from.x(), to.x()), from.y());
    }
    void corner(QPointF from, QPointF middle, QPointF to) {
        if (isSeen(from, to)) {
            // None much shorter than a pixel: what is shorter than wide is filled unevenly.
            const int pieces = std::clamp(static_cast<int>(lengthOf(from, to) / 2), 1, kCornerPieces);
            eachPiece(from, middle, to, pieces, [this](QPointF start, QPointF end) {
                // A little over both ends, so that the outer edge has no notches.
                const QPointF way = end - start;
                const double length = std::hypot(way.x(), way.y());
                const QPointF over = length > 0 ? way * (kOver / length) : QPointF();
                line.legs.emplace_back(onGrid(start - over), onGrid(end + over));
            });
        }
    }

private:
    static constexpr double kOver = 0.2;
    /// Places between the lines of the grid that View::toScreen keeps would be filled by how far the board was panned.
    static QPointF onGrid(QPointF at) { return QPointF(std::round(at.x() * 16) / 16, std::round(at.y() * 16) / 16); }
    bool isSeen(QPointF from, QPointF to) const {
        return std::min(from.x(), to.x()) <= m_sight.right() && std::max(from.x(), to.x()) >= m_sight.left() &&
               std::min(from.y(), to.y()) <= m_sight.bottom() && std::max(from.y(), to.y()) >= m_sight.top();
    }
    double m_half;
    QRectF m_sight;
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
        eachPiece(from, middle, to, kCornerPieces, [this](QPointF start, QPointF end) { piece(start, end, {}); });
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

/// `rounded` gives the radius that a corner takes of the most it could.
template <class Pen, class Rounded>
void follow(Pen& pen, std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
            Rounded rounded) {
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
            const double round = rounded(std::min(radius, shorter / 2));
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

constexpr auto kAsItIs = [](double radius) { return radius; };

}  // namespace

QPainterPath linePath(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line) {
    SolidPen pen;
    follow(pen, points, radius, legs, line, kAsItIs);
    return pen.path;
}

SolidLine solidLine(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
                    double width, double ratio, const QRectF& sight) {
    PiecePen pen(width, sight);
    follow(pen, points, radius, legs, line,
           [ratio](double most) { return std::max(0.0, (std::floor(most * ratio - 0.5) + 0.5) / ratio); });
    return pen.line;
}

DashedLine dashedLine(std::span<const QPointF> points, double radius, std::span<const UprightLeg> legs, int line,
                      const Dashes& dashes, const QRectF& sight) {
    DashPen pen(dashes, sight);
    follow(pen, points, radius, legs, line, kAsItIs);
    return pen.line;
}

}  // namespace tideline
