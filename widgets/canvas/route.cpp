// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/route.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr double kStep = 4;
constexpr double kApart = 7;

bool isUpright(QPointF from, QPointF to) {
    return std::abs(from.x() - to.x()) < 0.01;
}

double distanceToLeg(QPointF point, QPointF from, QPointF to) {
    const QRectF leg = QRectF(from, to).normalized();
    const double dx = std::max({leg.left() - point.x(), 0.0, point.x() - leg.right()});
    const double dy = std::max({leg.top() - point.y(), 0.0, point.y() - leg.bottom()});
    return std::hypot(dx, dy);
}

}  // namespace

void Route::add(QPointF point) {
    if (count > 0) {
        const QPointF last = points[static_cast<std::size_t>(count - 1)];
        if (std::abs(last.x() - point.x()) < 0.01 && std::abs(last.y() - point.y()) < 0.01) {
            return;
        }
    }
    if (count > 1) {
        const QPointF before = points[static_cast<std::size_t>(count - 2)];
        QPointF& last = points[static_cast<std::size_t>(count - 1)];
        const bool upright = isUpright(before, last) && isUpright(last, point);
        const bool level = std::abs(before.y() - last.y()) < 0.01 && std::abs(last.y() - point.y()) < 0.01;
        if (upright || level) {
            last = point;
            return;
        }
    }
    if (count < kMost) {
        points[static_cast<std::size_t>(count++)] = point;
    }
}

QRectF Route::bounds() const {
    if (count == 0) {
        return {};
    }
    QRectF box(points[0], QSizeF(0, 0));
    for (const QPointF& point : span()) {
        box.setLeft(std::min(box.left(), point.x()));
        box.setTop(std::min(box.top(), point.y()));
        box.setRight(std::max(box.right(), point.x()));
        box.setBottom(std::max(box.bottom(), point.y()));
    }
    return box;
}

QPointF Route::middle() const {
    double longest = -1;
    QPointF middle;
    for (int i = 1; i < count; ++i) {
        const QPointF from = points[static_cast<std::size_t>(i - 1)];
        const QPointF to = points[static_cast<std::size_t>(i)];
        const double length = std::abs(from.x() - to.x()) + std::abs(from.y() - to.y());
        if (length > longest) {
            longest = length;
            middle = (from + to) / 2;
        }
    }
    return middle;
}

double Route::length() const {
    double sum = 0;
    for (int i = 1; i < count; ++i) {
        const QPointF leg = points[static_cast<std::size_t>(i)] - points[static_cast<std::size_t>(i - 1)];
        sum += std::abs(leg.x()) + std::abs(leg.y());
    }
    return sum;
}

double Route::distanceTo(QPointF point) const {
    double nearest = 1e18;
    for (int i = 1; i < count; ++i) {
        nearest = std::min(nearest, distanceToLeg(point, points[static_cast<std::size_t>(i - 1)],
                                                  points[static_cast<std::size_t>(i)]));
    }
    return nearest;
}

bool Route::operator==(const Route& other) const {
    return std::ranges::equal(span(), other.span());
}

int RouteTracks::keyOf(double at) {
    return static_cast<int>(std::floor(at / kStep));
}

void RouteTracks::clear() {
    m_upright.clear();
    m_level.clear();
}

void RouteTracks::add(int line, const Route& route) {
    for (int i = 1; i < route.count; ++i) {
        const QPointF from = route.points[static_cast<std::size_t>(i - 1)];
        const QPointF to = route.points[static_cast<std::size_t>(i)];
        if (isUpright(from, to)) {
            m_upright[keyOf(from.x())].push_back(
                {std::min(from.y(), to.y()), std::max(from.y(), to.y()), from.x(), line});
        } else {
            m_level[keyOf(from.y())].push_back(
                {std::min(from.x(), to.x()), std::max(from.x(), to.x()), from.y(), line});
        }
    }
}

void RouteTracks::remove(int line, const Route& route) {
    for (int i = 1; i < route.count; ++i) {
        const QPointF from = route.points[static_cast<std::size_t>(i - 1)];
        const bool upright = isUpright(from, route.points[static_cast<std::size_t>(i)]);
        Legs& legs = upright ? m_upright : m_level;
        const auto at = legs.find(keyOf(upright ? from.x() : from.y()));
        if (at != legs.end()) {
            std::erase_if(at->second, [line](const Leg& leg) { return leg.line == line; });
        }
    }
}

double RouteTracks::overlap(QPointF from, QPointF to, int line) const {
    const bool upright = isUpright(from, to);
    const Legs& legs = upright ? m_upright : m_level;
    const double at = upright ? from.x() : from.y();
    const double low = upright ? std::min(from.y(), to.y()) : std::min(from.x(), to.x());
    const double high = upright ? std::max(from.y(), to.y()) : std::max(from.x(), to.x());
    double sum = 0;
    for (int key = keyOf(at - kApart); key <= keyOf(at + kApart); ++key) {
        const auto found = legs.find(key);
        if (found == legs.end()) {
            continue;
        }
        for (const Leg& leg : found->second) {
            if (leg.line != line && std::abs(leg.at - at) < kApart) {
                sum += std::max(0.0, std::min(high, leg.to) - std::max(low, leg.from));
            }
        }
    }
    return sum;
}

}  // namespace tideline
