// SPDX-License-Identifier: Apache-2.0
#include "core/layout/auto_layout.h"

#include "core/design/new_design.h"
#include "core/layout/call_depth.h"
#include "tests/support/catch.h"
#include "tests/support/sample_designs.h"

using namespace tideline;

namespace {

void add(Design& design, const std::string& id, Host host) {
    Service service;
    service.id = ServiceId{id};
    service.name = id;
    service.kind = "http-api";
    service.host = host;
    design.services.put(service);
}

/// The places of all services of a laid out design.
std::vector<Area> placesOf(const Design& design) {
    const BoardPlan plan = planOf(design, 0);
    const std::vector<Zone> lanes = lanesOf(design);
    std::vector<Area> places;
    for (const Service& service : design.services) {
        const LaneArea* lane = plan.find(laneOf(service, design, lanes));
        REQUIRE(lane != nullptr);
        places.push_back(placeOf(*design.layout.find(service.id), lane->column, lane->area.x));
    }
    return places;
}

}  // namespace

TEST_CASE("a design without places gets one for every service and no two overlap", "[layout]") {
    const Design design = withAllSpots(test::orderPlatform());
    REQUIRE(design.layout.size() == design.services.size());
    const std::vector<Area> places = placesOf(design);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t k = i + 1; k < places.size(); ++k) {
            CHECK_FALSE(places[i].overlaps(places[k]));
        }
    }
}

TEST_CASE("services outside stand below the empty Wasm sub-zone, and a second cluster below the nodes", "[layout]") {
    Design design;
    design.zones = {{ZoneId{"core"}, "Core", "cluster", 1, {}},
                    {ZoneId{"factory"}, "Factory", "edge-site", 1, {}},
                    {ZoneId{"edge"}, "Edge", "functions", 1, {}},
                    {ZoneId{"outside"}, "Outside", "external", 1, {}}};
    for (const char* zone : {"core", "factory", "edge", "outside"}) {
        for (int at = 0; at < 3; ++at) {
            Service service;
            service.id = ServiceId{zone + std::to_string(at)};
            service.name = service.id.text;
            service.kind = "http-api";
            service.host = std::string_view(zone) == "edge" ? Host::Function : Host::Kubernetes;
            service.zone = ZoneId{zone};
            design.services.put(service);
        }
    }
    const Design placed = withAllSpots(design);
    const BoardPlan plan = planOf(placed, kNodesFoot);
    for (const Service& service : placed.services) {
        const LaneArea* lane = plan.find(service.zone);
        REQUIRE(lane != nullptr);
        INFO(service.name);
        const Spot& spot = *placed.layout.find(service.id);
        CHECK(spot.y >= lane->area.y + kLaneHead);
        CHECK(spot.y + kCardHeight <= lane->area.bottom());
        CHECK_FALSE((lane->wasm && lane->wasm->overlaps({spot.x, spot.y, kCardWidth, kCardHeight})));
    }
}

TEST_CASE("every service of a laid out design stands inside its lane", "[layout]") {
    const Design design = withAllSpots(test::chainOf(200));
    const BoardPlan plan = planOf(design, 0);
    const std::vector<Zone> lanes = lanesOf(design);
    const std::vector<Area> places = placesOf(design);
    std::size_t at = 0;
    for (const Service& service : design.services) {
        const LaneArea* lane = plan.find(laneOf(service, design, lanes));
        const Area& place = places[at++];
        CHECK(place.x >= lane->area.x);
        CHECK(place.right() <= lane->area.right());
        CHECK(place.bottom() <= lane->area.bottom());
    }
}

TEST_CASE("laying out the missing services leaves the others where they are", "[layout]") {
    Design design = newDesign();
    add(design, "a", Host::Kubernetes);
    add(design, "b", Host::Kubernetes);
    design.layout.put({ServiceId{"a"}, 16, 52});
    const std::vector<Spot> spots = missingSpots(design);
    REQUIRE(spots.size() == 1);
    CHECK(spots[0] == Spot{ServiceId{"b"}, 248, 52});
}

TEST_CASE("the next free place is the nearest cell that no card touches", "[layout]") {
    Design design = newDesign();
    add(design, "a", Host::Kubernetes);
    design.layout.put({ServiceId{"a"}, 16, 52});
    const Spot spot = freeSpot(design, ZoneId{"kubernetes-core"}, Host::Kubernetes, 100, 80);
    CHECK(spot == Spot{{}, 16, 144});
}

TEST_CASE("components go into the Wasm zone of the edge", "[layout]") {
    Design design = newDesign();
    add(design, "a", Host::Wasm);
    const BoardPlan plan = planOf(withAllSpots(design), 0);
    const LaneArea* edge = plan.find(ZoneId{"serverless-edge"});
    REQUIRE(edge->wasm);
    const Design placed = withAllSpots(design);
    const Spot* spot = placed.layout.find(ServiceId{"a"});
    CHECK(edge->wasm->contains(spot->x + 100, spot->y + 34));
}

TEST_CASE("a service stands deeper than all that call it", "[layout]") {
    Design design = newDesign();
    for (const char* id : {"a", "b", "c"}) {
        add(design, id, Host::Kubernetes);
    }
    design.connections.put({ConnectionId{"1"}, ServiceId{"a"}, ServiceId{"b"}, ConnectionType::Sync, 1, {}, {}});
    design.connections.put({ConnectionId{"2"}, ServiceId{"b"}, ServiceId{"c"}, ConnectionType::Sync, 1, {}, {}});
    design.connections.put({ConnectionId{"3"}, ServiceId{"a"}, ServiceId{"c"}, ConnectionType::Sync, 1, {}, {}});
    const auto depths = callDepths(design);
    CHECK(depths.at(ServiceId{"a"}) == 0);
    CHECK(depths.at(ServiceId{"b"}) == 1);
    CHECK(depths.at(ServiceId{"c"}) == 2);
}

TEST_CASE("events that no topic names get places below each other", "[layout]") {
    Design design = newDesign();
    add(design, "a", Host::Kubernetes);
    add(design, "b", Host::Function);
    design.connections.put({ConnectionId{"1"},
                            ServiceId{"a"},
                            ServiceId{"b"},
                            ConnectionType::Async,
                            1,
                            {{"event", std::string("placed")}},
                            {}});
    design.connections.put({ConnectionId{"2"},
                            ServiceId{"b"},
                            ServiceId{"a"},
                            ConnectionType::Async,
                            1,
                            {{"event", std::string("settled")}},
                            {}});
    const std::vector<Topic> topics = missingTopicPlaces(design);
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].name == "placed");
    CHECK(topics[1].y - topics[0].y == kPillStep);
}
