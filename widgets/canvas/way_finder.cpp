// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/way_finder.h"

#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kBend = 24;
constexpr double kHit = 20000;
constexpr double kAlong = 4;      ///< for each pixel run beside another line
constexpr double kOnBank = 40;
constexpr double kClearance = 3;  ///< between a leg and a card
constexpr std::array kChannel{16.0, 8.0, 24.0};
constexpr std::array kRowGap{12.0, 4.0, 20.0};

struct Way {
    Route route;
    double cost = 1e18;
};

double hits(const WayTask& task, QPointF from, QPointF to) {
    const QRectF leg = QRectF(from, to).normalized();
    double count = 0;
    for (const QRectF& obstacle : task.obstacles) {
        const bool isOwn = obstacle == task.from || obstacle == task.to;
        const double margin = isOwn ? -1 : kClearance;
        count += leg.left() < obstacle.right() + margin && leg.right() > obstacle.left() - margin &&
                         leg.top() < obstacle.bottom() + margin && leg.bottom() > obstacle.top() - margin
                     ? 1
                     : 0;
    }
    return count;
}

double costOf(const WayTask& task, const RouteTracks& tracks, const Route& route) {
    double cost = route.length() + kBend * (route.count - 2);
    for (int i = 1; i < route.count; ++i) {
        const QPointF from = route.points[static_cast<std::size_t>(i - 1)];
        const QPointF to = route.points[static_cast<std::size_t>(i)];
        cost += kHit * hits(task, from, to) + kAlong * tracks.overlap(from, to, task.line);
        for (const double bank : task.banks) {
            cost += from.x() == to.x() && std::abs(from.x() - bank) < 4 ? kOnBank : 0;
        }
    }
    return cost;
}

class Finder {
public:
    Finder(const WayTask& task, const RouteTracks& tracks) : m_task(task), m_tracks(tracks) {}

    Route find() {
        const bool fromUpright = m_task.fromSide == Side::Left || m_task.fromSide == Side::Right;
        const bool toUpright = m_task.toSide == Side::Left || m_task.toSide == Side::Right;
        if (fromUpright && toUpright) {
            throughChannels();
        } else if (!fromUpright && !toUpright) {
            throughRows();
        } else {
            aroundCorner(fromUpright);
        }
        return m_best.route;
    }

private:
    void consider(std::initializer_list<QPointF> points) {
        Route route;
        for (const QPointF& point : points) {
            route.add(point);
        }
        const double cost = costOf(m_task, m_tracks, route);
        if (cost < m_best.cost) {
            m_best = {route, cost};
        }
    }
    bool isClear() const { return m_best.cost < kHit; }

    double channel(const QRectF& rect, Side side, double away) const {
        return side == Side::Right ? rect.right() + away : rect.left() - away;
    }
    /// One upright leg between both ends, or beside both where they leave on the same side.
    void oneLeg() {
        const QPointF a = m_task.start;
        const QPointF b = m_task.end;
        const bool isSame = m_task.fromSide == m_task.toSide;
        const bool isFacing = m_task.fromSide == Side::Right ? m_task.from.right() < m_task.to.left()
                                                             : m_task.to.right() < m_task.from.left();
        if (isSame) {
            const QRectF both = m_task.from.united(m_task.to);
            for (const double away : kChannel) {
                const double x = channel(both, m_task.fromSide, away == 16 ? 8 : away == 8 ? 16 : away);
                consider({a, {x, a.y()}, {x, b.y()}, b});
            }
            return;
        }
        if (!isFacing) {
            return;
        }
        for (const double away : kChannel) {
            const double x1 = channel(m_task.from, m_task.fromSide, away);
            const double x2 = channel(m_task.to, m_task.toSide, away);
            consider({a, {x1, a.y()}, {x1, b.y()}, b});
            consider({a, {x2, a.y()}, {x2, b.y()}, b});
        }
        const double middle = (a.x() + b.x()) / 2;
        consider({a, {middle, a.y()}, {middle, b.y()}, b});
    }
    void threeLegs(double x1, double y, double x2) {
        consider({m_task.start, {x1, m_task.start.y()}, {x1, y}, {x2, y}, {x2, m_task.end.y()}, m_task.end});
    }
    void throughChannels() {
        oneLeg();
        if (isClear() && m_best.route.count <= 4 && m_best.cost < m_best.route.length() + 3 * kBend) {
            return;
        }
        const QRectF& a = m_task.from;
        const QRectF& b = m_task.to;
        double bestY = a.bottom() + 12;
        double least = 1e18;
        for (const double y : {a.bottom() + 12, a.top() - 12, b.bottom() + 12, b.top() - 12}) {
            const double before = m_best.cost;
            m_best.cost = 1e18;
            const Way kept = {m_best.route, before};
            threeLegs(channel(a, m_task.fromSide, 16), y, channel(b, m_task.toSide, 16));
            if (m_best.cost < least) {
                least = m_best.cost;
                bestY = y;
            }
            if (kept.cost <= m_best.cost) {
                m_best = kept;
            }
        }
        refine(bestY);
    }
    void refine(double bestY) {
        for (const double firstAway : kChannel) {
            for (const double gap : kRowGap) {
                for (const double lastAway : kChannel) {
                    threeLegs(channel(m_task.from, m_task.fromSide, firstAway), bestY + gap - 12,
                              channel(m_task.to, m_task.toSide, lastAway));
                }
            }
        }
    }
    void throughRows() {
        const QPointF a = m_task.start;
        const QPointF b = m_task.end;
        for (const double gap : kRowGap) {
            const double y = m_task.fromSide == Side::Bottom ? m_task.from.bottom() + gap : m_task.from.top() - gap;
            consider({a, {a.x(), y}, {b.x(), y}, b});
        }
    }
    void aroundCorner(bool fromUpright) {
        const QPointF a = m_task.start;
        const QPointF b = m_task.end;
        const QPointF corner = fromUpright ? QPointF(b.x(), a.y()) : QPointF(a.x(), b.y());
        consider({a, corner, b});
    }

    const WayTask& m_task;
    const RouteTracks& m_tracks;
    Way m_best;
};

}  // namespace

Route cheapestWay(const WayTask& task, const RouteTracks& tracks) {
    return Finder(task, tracks).find();
}

}  // namespace tideline
