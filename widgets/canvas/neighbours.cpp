// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/neighbours.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tideline {

int neighbourOf(const Picture& picture, int box, Qt::Key direction) {
    const QPointF from = picture.box(box).rect.center();
    int nearest = -1;
    double least = 0;
    for (int other = 0; other < static_cast<int>(picture.boxes().size()); ++other) {
        const QPointF way = picture.box(other).rect.center() - from;
        double along = 0;
        double across = 0;
        switch (direction) {
        case Qt::Key_Left: along = -way.x(), across = way.y(); break;
        case Qt::Key_Right: along = way.x(), across = way.y(); break;
        case Qt::Key_Up: along = -way.y(), across = way.x(); break;
        default: along = way.y(), across = way.x(); break;
        }
        if (other == box || along <= 1) {
            continue;
        }
        const double cost = along + 3 * std::abs(across);
        if (nearest < 0 || cost < least) {
            nearest = other;
            least = cost;
        }
    }
    return nearest;
}

std::vector<int> readingOrder(const Picture& picture) {
    std::vector<int> order(picture.boxes().size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = static_cast<int>(i);
    }
    std::ranges::sort(order, [&](int a, int b) {
        const Box& first = picture.box(a);
        const Box& second = picture.box(b);
        return std::tuple(first.column, first.rect.top(), first.rect.left(), a) <
               std::tuple(second.column, second.rect.top(), second.rect.left(), b);
    });
    return order;
}

std::set<ServiceId> reachable(const Design& design, const std::set<ServiceId>& from, Walk walk) {
    std::set<ServiceId> found = from;
    std::vector<ServiceId> open(from.begin(), from.end());
    while (!open.empty()) {
        const ServiceId at = open.back();
        open.pop_back();
        for (const Connection& connection : design.connections) {
            const bool goesDown = walk != Walk::Upstream && connection.from == at;
            const bool goesUp = walk != Walk::Downstream && connection.to == at;
            const ServiceId& next = goesDown ? connection.to : connection.from;
            if ((goesDown || goesUp) && found.insert(next).second && walk != Walk::Connected) {
                open.push_back(next);
            }
        }
    }
    return found;
}

}  // namespace tideline
