// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/boundary_plates.h"

#include "widgets/look/words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace tideline {

namespace {

constexpr double kHeight = 23;
constexpr double kGap = 4;
constexpr double kStep = 8;
constexpr double kWithIcon = 39;     ///< icon, gaps and both ends
constexpr double kWithoutIcon = 18;  ///< both ends, at the zooms that show no icon
constexpr int kMostSteps = 200;

/// Text of 10 device pixels in world units, where plates are shown with and without icon (75 % and 55 %).
double widthFor(const ShapedText& text) {
    return std::ceil(std::max(text.widthAt(10 / 0.75) + kWithIcon, text.widthAt(10 / 0.55) + kWithoutIcon));
}

QRectF around(QPointF middle, double width) {
    return {middle.x() - width / 2, middle.y() - kHeight / 2, width, kHeight};
}

/// Places on the legs of a line in the bus lane: the middle of the lane first, then to both sides, then up and down.
std::vector<QPointF> placesOn(const Route& route, const QRectF& lane, double width) {
    std::vector<QPointF> places;
    const double most = lane.width() / 2 - width / 2 - kGap;
    const auto level = [&](bool isMiddle) {
        for (int i = 1; i < route.count; ++i) {
            const QPointF from = route.points[static_cast<std::size_t>(i - 1)];
            const QPointF to = route.points[static_cast<std::size_t>(i)];
            const double low = std::min(from.x(), to.x());
            const double high = std::max(from.x(), to.x());
            for (double aside = isMiddle ? 0 : kStep; from.y() == to.y() && aside <= (isMiddle ? 0 : most);
                 aside += kStep) {
                for (const double x : {lane.center().x() - aside, lane.center().x() + aside}) {
                    if (x >= low && x <= high) {
                        places.emplace_back(x, from.y());
                    }
                }
            }
        }
    };
    level(true);
    level(false);
    for (int i = 1; i < route.count; ++i) {
        const QPointF from = route.points[static_cast<std::size_t>(i - 1)];
        const QPointF to = route.points[static_cast<std::size_t>(i)];
        const bool isInside = from.x() == to.x() && std::abs(from.x() - lane.center().x()) <= most;
        const double half = std::abs(from.y() - to.y()) / 2;
        for (double aside = 0; isInside && aside <= half; aside += kStep) {
            places.emplace_back(from.x(), (from.y() + to.y()) / 2 - aside);
            places.emplace_back(from.x(), (from.y() + to.y()) / 2 + aside);
        }
    }
    if (places.empty()) {
        places.push_back(route.middle());
    }
    return places;
}

/// What stands in the lane, by stretches of its height.
class Layout {
public:
    Layout(const Picture& picture, const QRectF& lane) {
        // Its head and what is above it: a line may run there, but the lane's name stays readable.
        constexpr double kAbove = kMostSteps * kStep;
        take(QRectF(lane.left(), lane.top() - kAbove, lane.width(), kAbove + kLaneHead - kGap));
        for (const Pill& pill : picture.pills()) {
            take(pill.rect);
        }
        for (const Box& box : picture.boxes()) {
            if (box.isBusBox()) {
                take(box.rect);
            }
        }
    }
    void place(BoundaryPlate& plate, const std::vector<QPointF>& places) {
        const double width = plate.rect.width();
        for (const QPointF& place : places) {
            if (isFree(around(place, width))) {
                settle(plate, place, place);
                return;
            }
        }
        for (int step = 1; step <= kMostSteps; ++step) {
            for (const double way : {step * kStep, -step * kStep}) {
                const QPointF place = places.front() + QPointF(0, way);
                if (isFree(around(place, width))) {
                    settle(plate, place, places.front());
                    return;
                }
            }
        }
        settle(plate, places.front(), places.front());
    }

private:
    static constexpr double kStretch = 64;
    template <class Visit>
    void eachStretch(const QRectF& rect, Visit visit) const {
        const int last = static_cast<int>(std::floor(rect.bottom() / kStretch));
        for (int at = static_cast<int>(std::floor(rect.top() / kStretch)); at <= last; ++at) {
            visit(at);
        }
    }
    void take(const QRectF& rect) {
        eachStretch(rect, [&](int at) { m_taken[at].push_back(rect); });
    }
    bool isFree(const QRectF& rect) const {
        const QRectF wanted = rect.adjusted(-kGap, -kGap, kGap, kGap);
        bool isFree = true;
        eachStretch(wanted, [&](int at) {
            const auto found = m_taken.find(at);
            isFree = isFree && (found == m_taken.end() || std::ranges::none_of(found->second, [&](const QRectF& taken) {
                                    return taken.intersects(wanted);
                                }));
        });
        return isFree;
    }
    void settle(BoundaryPlate& plate, QPointF place, QPointF onLine) {
        plate.rect = around(place, plate.rect.width());
        plate.onLine = onLine;
        take(plate.rect);
    }
    std::unordered_map<int, std::vector<QRectF>> m_taken;
};

QRectF busLane(const Picture& picture) {
    const auto& lanes = picture.plan().lanes;
    const auto bus = std::ranges::find(lanes, LaneColumn::Bus, &LaneArea::column);
    return bus == lanes.end() ? QRectF() : QRectF(bus->area.x, bus->area.y, bus->area.width, bus->area.height);
}

}  // namespace

BoundaryPlates::BoundaryPlates(const Picture& picture, const std::map<ConnectionId, ConnectionCost>& costs) {
    struct Wish {
        std::size_t plate;
        std::vector<QPointF> places;
    };
    std::vector<Wish> wishes;
    const QRectF lane = busLane(picture);
    for (const int index : picture.crossingLines()) {
        const Line& line = picture.line(index);
        const auto cost = costs.find(line.id);
        if (!line.isRouted || cost == costs.end() || lane.isEmpty()) {
            continue;
        }
        BoundaryPlate plate{.line = index, .rect = {}, .onLine = {}, .text = {}};
        plate.text = ShapedText(plateMoney(cost->second.dollars()), canvasFont(12, QFont::DemiBold), Digits::Tabular);
        plate.rect.setWidth(widthFor(plate.text));
        wishes.push_back({m_plates.size(), placesOn(line.route, lane, plate.rect.width())});
        m_plates.push_back(std::move(plate));
    }
    std::ranges::stable_sort(wishes, {}, [](const Wish& wish) { return wish.places.front().y(); });
    Layout layout(picture, lane);
    for (const Wish& wish : wishes) {
        layout.place(m_plates[wish.plate], wish.places);
    }
}

const BoundaryPlate* BoundaryPlates::of(int line) const {
    const auto at = std::ranges::lower_bound(m_plates, line, {}, &BoundaryPlate::line);
    return at != m_plates.end() && at->line == line ? &*at : nullptr;
}

int BoundaryPlates::lineAt(QPointF world) const {
    const auto at =
        std::ranges::find_if(m_plates, [&](const BoundaryPlate& plate) { return plate.rect.contains(world); });
    return at == m_plates.end() ? -1 : at->line;
}

}  // namespace tideline
