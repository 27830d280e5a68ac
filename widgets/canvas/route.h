// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QPointF>
#include <QRectF>
#include <array>
#include <span>
#include <unordered_map>
#include <vector>

namespace tideline {

enum class Side : unsigned char { Right, Left, Top, Bottom };

/// An orthogonal line from port to port, at most eight points.
struct Route {
    static constexpr int kMost = 8;
    std::array<QPointF, kMost> points;
    int count = 0;

    std::span<const QPointF> span() const { return {points.data(), static_cast<std::size_t>(count)}; }
    /// Leaves out points that repeat or lie on a straight leg.
    void add(QPointF point);
    QRectF bounds() const;
    /// The middle of the longest leg.
    QPointF middle() const;
    double length() const;
    double distanceTo(QPointF point) const;
    bool operator==(const Route& other) const;
};

/// Which legs run where, so that parallel lines keep apart: legs by their distance from the axis in steps of 4.
class RouteTracks {
public:
    void clear();
    void add(int line, const Route& route);
    void remove(int line, const Route& route);
    /// How much of the leg runs within 7 of another line's leg.
    double overlap(QPointF from, QPointF to, int line) const;

private:
    struct Leg {
        double from, to;
        double at;
        int line;
    };
    using Legs = std::unordered_map<int, std::vector<Leg>>;
    static int keyOf(double at);
    Legs m_upright, m_level;
};

}  // namespace tideline
