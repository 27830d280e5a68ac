// SPDX-License-Identifier: Apache-2.0
#include "core/layout/auto_layout.h"

#include "core/layout/call_depth.h"
#include "core/layout/group_shift.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace tideline {

namespace {

/// The services of a lane that are to be placed, those that call others first.
struct LaneWork {
    const Zone* zone = nullptr;
    std::vector<ServiceId> plain, components;
    std::vector<Area> taken;  ///< by services that stay
};

int columnsFor(std::size_t services) {
    return std::max(2, static_cast<int>(std::sqrt(static_cast<double>(services) * 0.3)));
}

double widthOf(int columns) {
    return columns * kColumnStep;
}

std::vector<LaneWork> workOf(const Design& design, std::span<const ServiceId> services, std::span<const Zone> lanes) {
    std::map<ZoneId, std::size_t> indexes;
    std::vector<LaneWork> work(lanes.size());
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        work[i].zone = &lanes[i];
        indexes[lanes[i].id] = i;
    }
    const std::set<ServiceId> chosen(services.begin(), services.end());
    for (const Service& service : design.services) {
        LaneWork& lane = work[indexes[laneOf(service, design, lanes)]];
        if (chosen.contains(service.id)) {
            const bool isComponent = service.host == Host::Wasm && lane.zone->type == "functions";
            (isComponent ? lane.components : lane.plain).push_back(service.id);
        } else if (const Spot* spot = design.layout.find(service.id)) {
            lane.taken.push_back(placeOf(*spot, columnOf(*lane.zone), 0));
        }
    }
    const std::map<ServiceId, int> depths = callDepths(design);
    for (LaneWork& lane : work) {
        for (std::vector<ServiceId>* list : {&lane.plain, &lane.components}) {
            std::ranges::stable_sort(*list, {}, [&](const ServiceId& id) { return depths.at(id); });
        }
    }
    return work;
}

/// Gives out the free cells of a lane, row by row.
class Cells {
public:
    Cells(const LaneWork& lane, double left, double top, int columns)
        : m_lane(lane),
          m_left(left),
          m_top(top),
          m_columns(columns),
          m_inBus(columnOf(*lane.zone) == LaneColumn::Bus) {}

    Spot next(const ServiceId& id) {
        for (;; ++m_at) {
            const Area place = cell();
            if (std::ranges::none_of(m_lane.taken, [&](const Area& taken) { return taken.overlaps(place); })) {
                ++m_at;
                m_bottom = std::max(m_bottom, place.bottom());
                return {id, place.x, place.y};
            }
        }
    }
    double bottom() const { return m_bottom; }

private:
    Area cell() const {
        if (m_inBus) {
            return {m_left + (kBusWidth - kBusBoxWidth) / 2, m_top + m_at * (kBusBoxHeight + kLanePadding),
                    kBusBoxWidth, kBusBoxHeight};
        }
        return {m_left + kLanePadding + m_at % m_columns * kColumnStep, m_top + m_at / m_columns * kRowStep, kCardWidth,
                kCardHeight};
    }
    const LaneWork& m_lane;
    double m_left, m_top;
    int m_columns;
    bool m_inBus;
    int m_at = 0;
    double m_bottom = 0;
};

/// Where the three columns of the board begin, for a layout of everything; a partial one keeps the board as it is.
struct Columns {
    std::array<double, 3> lefts{0, kLaneWidth, kLaneWidth + kBusWidth};
    std::array<int, 3> cards{2, 1, 2};
};

Columns columnsOf(std::span<const LaneWork> work, const BoardPlan& plan, bool everything) {
    Columns columns;
    if (everything) {
        for (const LaneWork& lane : work) {
            const auto column = static_cast<std::size_t>(columnOf(*lane.zone));
            columns.cards[column] = std::max(columns.cards[column], columnsFor(lane.plain.size()));
        }
        columns.lefts[1] = std::max(kLaneWidth, widthOf(columns.cards[0]));
        columns.lefts[2] = columns.lefts[1] + kBusWidth;
        return columns;
    }
    for (const LaneArea& lane : plan.lanes) {
        const auto column = static_cast<std::size_t>(lane.column);
        columns.lefts[column] = lane.area.x;
        columns.cards[column] = std::max(1, static_cast<int>(lane.area.width / kColumnStep));
    }
    return columns;
}

/// Below the services of a lane: what the board puts there although no service stands in it.
double footBelow(const LaneWork& lane, double bottom) {
    if (lane.zone->type == "functions" && lane.components.empty()) {
        return bottom + kLanePadding + kWasmHead + kCardHeight + kWasmPadding + kLanePadding / 2;
    }
    return lane.zone->type == "cluster" ? bottom + kLanePadding + kNodesFoot : bottom;
}

}  // namespace

std::vector<Spot> tidySpots(const Design& design, std::span<const ServiceId> services) {
    const std::vector<Zone> zones = lanesOf(design);
    const std::vector<LaneWork> work = workOf(design, services, zones);
    const BoardPlan plan = planOf(design, 0);
    const bool everything = services.size() >= design.layout.size();
    const Columns columns = columnsOf(work, plan, everything);
    std::array<double, 3> tops{0, 0, 0};
    std::map<ServiceId, Spot> spots;
    for (const LaneWork& lane : work) {
        const auto column = static_cast<std::size_t>(columnOf(*lane.zone));
        const LaneArea* area = plan.find(lane.zone->id);
        const double top = everything || area == nullptr ? tops[column] : area->area.y;
        Cells cells(lane, columns.lefts[column], top + kLaneHead, columns.cards[column]);
        for (const ServiceId& id : lane.plain) {
            spots[id] = cells.next(id);
        }
        const bool joinsComponents = !everything && area != nullptr && area->wasm && !lane.components.empty();
        const double below = std::max(cells.bottom(), top + kLaneHead) + kLanePadding;
        Cells inner(lane, columns.lefts[column], (joinsComponents ? area->wasm->y : below) + kWasmHead,
                    columns.cards[column]);
        for (const ServiceId& id : lane.components) {
            spots[id] = inner.next(id);
        }
        const double bottom = footBelow(lane, std::max(cells.bottom(), top + kLaneHead));
        tops[column] = std::max({bottom, inner.bottom() + kWasmPadding, top + 2 * kRowStep}) + kLaneGap * 2;
    }
    std::vector<Spot> inOrder;
    for (const ServiceId& id : services) {
        if (const auto at = spots.find(id); at != spots.end()) {
            inOrder.push_back(at->second);
        }
    }
    return inOrder;
}

std::vector<Spot> missingSpots(const Design& design) {
    std::vector<ServiceId> missing;
    for (const Service& service : design.services) {
        if (!design.layout.contains(service.id)) {
            missing.push_back(service.id);
        }
    }
    return missing.empty() ? std::vector<Spot>{} : tidySpots(design, missing);
}

Design withAllSpots(Design design) {
    if (design.layout.size() < design.services.size()) {
        for (Spot& spot : missingSpots(design)) {
            design.layout.put(std::move(spot));
        }
    }
    return design;
}

namespace {

/// What stands in the lane: cards, and the pills of the bus.
std::vector<Area> takenIn(const Design& design, const LaneArea& lane) {
    std::vector<Area> taken;
    const std::vector<Zone> zones = lanesOf(design);
    for (const Service& service : design.services) {
        const Spot* spot = design.layout.find(service.id);
        if (spot != nullptr && laneOf(service, design, zones) == lane.zone.id) {
            taken.push_back(placeOf(*spot, lane.column, lane.area.x));
        }
    }
    if (lane.column == LaneColumn::Bus) {
        const auto add = [&](const Topic& topic) {
            taken.push_back({lane.area.x, topic.y, lane.area.width, kPillHeight});
        };
        for (const Topic& topic : design.topics) {
            if (topic.y != 0) {
                add(topic);
            }
        }
        std::ranges::for_each(missingTopicPlaces(design), add);
    }
    return taken;
}

}  // namespace

Spot freeSpot(const Design& design, const ZoneId& lane, Host host, double x, double y) {
    const BoardPlan plan = planOf(design, 0);
    const LaneArea* area = plan.find(lane);
    if (area == nullptr) {
        return {{}, x, y};
    }
    std::vector<Area> taken = takenIn(design, *area);
    const bool inBus = area->column == LaneColumn::Bus;
    const bool inWasm = host == Host::Wasm && area->wasm.has_value();
    if (!inWasm && area->wasm && host != Host::Wasm && area->wasm->y < area->contentBottom) {
        taken.push_back(*area->wasm);
    }
    const double top = inWasm ? area->wasm->y + kWasmHead : area->area.y + kLaneHead;
    const int columns = inBus ? 1 : std::max(1, static_cast<int>(area->area.width / kColumnStep));
    const double rowStep = inBus ? kBusBoxHeight + kLanePadding : kRowStep;
    Spot best;
    double nearest = -1;
    const int rows = static_cast<int>(taken.size()) / columns + 2 + static_cast<int>(area->contentBottom / kRowStep);
    for (int cell = 0; cell < rows * columns; ++cell) {
        const Area place =
            placeOf({{}, area->area.x + kLanePadding + cell % columns * kColumnStep, top + cell / columns * rowStep},
                    area->column, area->area.x);
        const bool isFree = std::ranges::none_of(taken, [&](const Area& other) { return other.overlaps(place); });
        const double distance = std::hypot(place.x + place.width / 2 - x, place.y + place.height / 2 - y);
        if (isFree && (nearest < 0 || distance < nearest)) {
            nearest = distance;
            best = {{}, place.x, place.y};
        }
    }
    return best;
}

namespace {

/// A card of a group that looks for room: where it would lie, and what stands in its lane.
struct Settling {
    Spot spot;
    const LaneArea* lane;
    const std::vector<Area>* taken;
};

/// Inside its lane, in the sub-zone or out of it as before, and on nothing else.
bool isClear(const Settling& card, const GroupShift& shift) {
    const LaneArea& lane = *card.lane;
    const Area before = placeOf(card.spot, lane.column, lane.area.x);
    const Spot spot{card.spot.id, card.spot.x + shift.dx, card.spot.y + shift.dy};
    const Area place = placeOf(spot, lane.column, lane.area.x);
    const auto inWasm = [&lane](const Area& area) {
        return lane.wasm && lane.wasm->contains(area.x + area.width / 2, area.y + area.height / 2);
    };
    const double gap = shift == GroupShift{} ? 0 : kGroupGap;
    const Area around{place.x - gap, place.y - gap, place.width + 2 * gap, place.height + 2 * gap};
    return place.x >= lane.area.x && place.right() <= lane.area.right() && place.y >= lane.area.y + kLaneHead - 8 &&
           inWasm(place) == inWasm(before) &&
           std::ranges::none_of(*card.taken, [&around](const Area& other) { return other.overlaps(around); });
}

/// In a column of its lane, or where it was wanted.
bool isInColumn(const Settling& card, const GroupShift& shift) {
    const double fromLane = card.spot.x + shift.dx - card.lane->area.x - kLanePadding;
    return shift == GroupShift{} || std::fmod(fromLane, kColumnStep) == 0;
}

/// Empty where they find no room together.
std::vector<Spot> clearTogether(const Design& design, const Design& rest, std::span<const ServiceId> services) {
    const BoardPlan plan = planOf(design, 0);
    const std::vector<Zone> zones = lanesOf(design);
    std::map<std::string, std::vector<Area>> taken;
    std::vector<Settling> cards;
    for (const ServiceId& id : services) {
        const Service* service = design.services.find(id);
        const Spot* spot = design.layout.find(id);
        const LaneArea* lane = service == nullptr ? nullptr : plan.find(laneOf(*service, design, zones));
        if (spot != nullptr && lane != nullptr) {
            const auto [at, isNew] = taken.try_emplace(lane->zone.id.text);
            if (isNew) {
                at->second = takenIn(rest, *lane);
            }
            cards.push_back({*spot, lane, &at->second});
        }
    }
    if (cards.empty()) {
        return {};
    }
    const auto areClear = [&cards](const GroupShift& wanted) {
        return std::ranges::all_of(cards, [&wanted](const Settling& card) { return isClear(card, wanted); });
    };
    std::optional<GroupShift> shift =
        nearestShift([&](const GroupShift& wanted) { return isInColumn(cards.front(), wanted) && areClear(wanted); });
    if (!shift) {
        shift = nearestShift(areClear);
    }
    std::vector<Spot> spots;
    for (const Settling& card : cards) {
        if (shift) {
            Spot spot = card.spot;
            spot.x += shift->dx;
            spot.y += shift->dy;
            spots.push_back(std::move(spot));
        }
    }
    return spots;
}

}  // namespace

std::vector<Spot> clearSpots(const Design& design, std::span<const ServiceId> services) {
    Design rest = design;
    for (const ServiceId& id : services) {
        rest.layout.remove(id);
    }
    // Every shift may ask every card of a board: more than a screen of them find their places one by one.
    constexpr std::size_t kMostTogether = 200;
    if (services.size() > 1 && services.size() <= kMostTogether) {
        if (std::vector<Spot> together = clearTogether(design, rest, services); !together.empty()) {
            return together;
        }
    }
    const BoardPlan plan = planOf(design, 0);
    std::vector<Spot> spots;
    for (const ServiceId& id : services) {
        const Service* service = design.services.find(id);
        const Spot* wanted = design.layout.find(id);
        const LaneArea* lane = service == nullptr ? nullptr : plan.find(laneOf(*service, design, lanesOf(design)));
        if (wanted == nullptr || lane == nullptr) {
            continue;
        }
        const Area place = placeOf(*wanted, lane->column, lane->area.x);
        Spot spot = *wanted;
        if (std::ranges::any_of(takenIn(rest, *lane), [&](const Area& other) { return other.overlaps(place); })) {
            spot = freeSpot(rest, lane->zone.id, service->host, place.x + place.width / 2, place.y + place.height / 2);
            spot.id = id;
        }
        rest.layout.put(spot);
        spots.push_back(spot);
    }
    return spots;
}

std::vector<Topic> missingTopicPlaces(const Design& design) {
    std::set<std::string> named;
    double bottom = kLaneHead;
    for (const Topic& topic : design.topics) {
        named.insert(topic.name);
        bottom = std::max(bottom, topic.y + kPillStep);
    }
    const std::vector<Zone> zones = lanesOf(design);
    for (const Service& service : design.services) {
        const Spot* spot = design.layout.find(service.id);
        const auto zone = std::ranges::find(zones, laneOf(service, design, zones), &Zone::id);
        if (spot != nullptr && zone != zones.end() && zone->type == "bus") {
            bottom = std::max(bottom, spot->y + kBusBoxHeight + kLanePadding);
        }
    }
    std::vector<Topic> places;
    const auto place = [&](Topic topic) {
        topic.y = bottom;
        bottom += kPillStep;
        places.push_back(std::move(topic));
    };
    for (const Topic& topic : design.topics) {
        if (topic.y == 0) {
            place(topic);
        }
    }
    for (const Connection& connection : design.connections) {
        const auto event = connection.fields.find("event");
        if (event == connection.fields.end() || !std::holds_alternative<std::string>(event->second)) {
            continue;
        }
        const std::string& name = std::get<std::string>(event->second);
        if (!name.empty() && named.insert(name).second) {
            place({TopicId{}, name, 0, {}});
        }
    }
    return places;
}

}  // namespace tideline
