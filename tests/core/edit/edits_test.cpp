// SPDX-License-Identifier: Apache-2.0
#include "core/edit/connection_edits.h"
#include "core/edit/finding_edits.h"
#include "core/edit/layout_edits.h"
#include "core/edit/paste_edits.h"
#include "core/edit/service_edits.h"
#include "core/edit/settings_edits.h"
#include "core/edit/topic_edits.h"
#include "core/edit/traffic_edits.h"
#include "tests/support/catch.h"
#include "tests/support/edit_samples.h"

#include <limits>
#include <set>

namespace tideline {

using test::threeServices;

namespace {

constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

Design after(const Design& design, const Edit& edit) {
    const Result<Design> result = edit.apply(design);
    INFO((result ? "" : result.error().message));
    REQUIRE(result.has_value());
    return *result;
}

std::string refusal(const Design& design, const Edit& edit) {
    const Result<Design> result = edit.apply(design);
    return result ? "done" : result.error().message;
}

}  // namespace

TEST_CASE("an added service has an id of its kind and a name of its own", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    const NewService service{.kind = "http-api", .name = "Orders", .host = Host::Function, .x = 10, .y = 20};
    const ServiceAddition addition = addService(design, service, ids);
    const Design added = after(design, addition.edit);
    CHECK(addition.id.text == "http-api-1");
    CHECK(addition.edit.label == "add Orders 2");
    CHECK(added.services.find(addition.id)->name == "Orders 2");
    CHECK(added.services.find(addition.id)->host == Host::Function);
    CHECK(added.layout.find(addition.id)->x == 10);

    const ServiceAddition odd = addService(design, {.kind = "../x", .name = "Odd"}, ids);
    CHECK(odd.id.text == "service-2");
}

TEST_CASE("an added service never takes the id of another", "[edit]") {
    Design design = threeServices();
    IdSource first;
    design = after(design, addService(design, {.kind = "cache", .name = "Cache"}, first).edit);
    IdSource again;
    CHECK(addService(design, {.kind = "cache", .name = "Cache"}, again).id.text == "cache-2");
}

TEST_CASE("a service off the board or in no lane is refused", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    CHECK(refusal(design, addService(design, {.kind = "cache", .name = "C", .x = 2e7}, ids).edit) ==
          "this spot is off the board; it ends 10,000,000 units from the middle");
    CHECK(refusal(design, addService(design, {.kind = "cache", .name = "C", .x = kNoNumber}, ids).edit) ==
          "this spot is off the board; it ends 10,000,000 units from the middle");
    CHECK(refusal(design, addService(design, {.kind = "cache", .name = "C", .zone = {"moon"}}, ids).edit) ==
          "there is no lane 'moon' in the design");
}

TEST_CASE("a name is trimmed and has 1 to 200 characters that people can see", "[edit]") {
    const Design design = threeServices();
    CHECK(after(design, renameService(design, {"api"}, "  Shop API ")).services.find({"api"})->name == "Shop API");
    CHECK(refusal(design, renameService(design, {"api"}, " \t")) == "a name needs at least one character");
    CHECK(refusal(design, renameService(design, {"api"}, std::string(201, 'a'))) ==
          "the name has 201 characters; the limit is 200");
    CHECK(refusal(design, renameService(design, {"api"}, "a\nb")) ==
          "the name 'a\\nb' holds a character that nobody can see; leave it out");
    CHECK(refusal(design, renameService(design, {"api"}, "a\u202eb")) ==
          "the name 'a\\u202eb' holds a character that nobody can see; leave it out");
    CHECK(refusal(design, renameService(design, {"api"}, "a\xff")) == "the name 'a\\xff' is not UTF-8");
    CHECK(refusal(design, renameService(design, {"gone"}, "a")) == "the service 'gone' is not in the design any more");
    CHECK(after(design, renameService(design, {"api"}, std::string(200, 'a'))).services.contains({"api"}));
}

TEST_CASE("fields are set and reset and take no endless number", "[edit]") {
    const Design design = threeServices();
    const Edit edit = setField(design, {"api"}, "memoryMib", 512.0);
    const Design changed = after(design, edit);
    CHECK(edit.label == "change memoryMib of API");
    CHECK(changed.services.find({"api"})->fields.at("memoryMib") == FieldValue(512.0));
    CHECK(after(changed, resetField(changed, {"api"}, "memoryMib")) == design);
    CHECK(refusal(design, setField(design, {"api"}, "memoryMib", kNoNumber)) == "a number must be finite");
}

TEST_CASE("dropping into another lane changes host and lane and spot in one step", "[edit]") {
    const Design design = threeServices();
    const Edit edit = placeServices(design, {{.id = {"orders"},
                                              .host = Host::Function,
                                              .zone = {"serverless-edge"},
                                              .spot = Spot{.id = {"orders"}, .x = 880, .y = 144}}});
    const Design moved = after(design, edit);
    CHECK(edit.label == "move Orders to functions");
    CHECK(moved.services.find({"orders"})->host == Host::Function);
    CHECK(moved.services.find({"orders"})->zone.text == "serverless-edge");
    CHECK(moved.layout.find({"orders"})->x == 880);
    CHECK(placeServices(design, {{.id = {"orders"}}, {.id = {"api"}}}).label == "move 2 services");
}

TEST_CASE("pinning is an edit with a label of its own", "[edit]") {
    const Design design = threeServices();
    const Edit pin = pinServices(design, {{"api"}, {"mail"}}, Pinning::Pinned);
    CHECK(pin.label == "pin 2 services");
    CHECK(after(design, pin).services.find({"mail"})->pinned);
    CHECK(pinServices(design, {{"api"}}, Pinning::Free).label == "unpin API");
}

TEST_CASE("a removed service takes all that belongs to it along", "[edit]") {
    Design design = threeServices();
    design.accepted = {{.rule = "a.b", .subject = "orders"}, {.rule = "a.b", .subject = "c1"}, {.rule = "a.b"}};
    design.settings.bus.service = "orders";
    design.settings.bill.off = {"orders", "disks"};
    const Edit edit = removeParts(design, {{"orders"}}, {});
    const Design removed = after(design, edit);
    CHECK(edit.label == "remove Orders");
    CHECK(removed.services.size() == 2);
    CHECK(removed.connections.empty());
    CHECK(removed.entries.empty());
    CHECK_FALSE(removed.layout.contains({"orders"}));
    CHECK(removed.accepted.size() == 1);
    CHECK(removed.settings.bus.service.empty());
    CHECK(removed.settings.bill.off == std::set<std::string>{"disks"});
    CHECK(removeParts(design, {}, {{"c1"}}).label == "remove the connection from API to Orders");
    CHECK(removeConnections(design, {{"c1"}, {"c2"}}).label == "remove 2 connections");
}

TEST_CASE("removing and joining connects the neighbours with the product of their calls", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    const Design joined = after(design, removeAndJoin(design, {"orders"}, ids));
    REQUIRE(joined.connections.size() == 1);
    const Connection& connection = *joined.connections.begin();
    CHECK(connection.from.text == "api");
    CHECK(connection.to.text == "mail");
    CHECK(connection.type == ConnectionType::Async);
    CHECK(connection.callsPerRequest == 1.0);
}

TEST_CASE("the same connection is not drawn twice but another event is", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    NewConnection again{.from = {"orders"}, .to = {"mail"}, .type = ConnectionType::Async};
    again.fields["event"] = "OrderPlaced";
    CHECK(refusal(design, connectServices(design, again, ids).edit) ==
          "'Orders' has such a connection to 'Mail' already; raise its calls per request instead");
    again.fields["event"] = "OrderPaid";
    const ConnectionAddition addition = connectServices(design, again, ids);
    CHECK(addition.edit.label == "connect Orders to Mail");
    CHECK(after(design, addition.edit).connections.size() == 3);
    CHECK(refusal(design, connectServices(design, {.from = {"api"}, .to = {"gone"}}, ids).edit) ==
          "the service 'gone' is not in the design any more");
}

TEST_CASE("a connection is turned and led elsewhere under the rules of a new one", "[edit]") {
    const Design design = threeServices();
    const Design reversed = after(design, reverseConnection(design, {"c1"}));
    CHECK(reversed.connections.find({"c1"})->from.text == "orders");
    const Design led = after(design, reconnect(design, {"c1"}, ConnectionEnd::To, {"mail"}));
    CHECK(led.connections.find({"c1"})->to.text == "mail");
    CHECK(refusal(design, reconnect(design, {"c1"}, ConnectionEnd::To, {"api"})) ==
          "'API' cannot be connected to itself");
    CHECK(after(design, setConnectionType(design, {"c1"}, ConnectionType::Data)).connections.find({"c1"})->type ==
          ConnectionType::Data);
    CHECK(refusal(design, setCallsPerRequest(design, {"c1"}, -1)) ==
          "calls per request must be a number from 0 to 1000000");
    CHECK(after(design, setConnectionField(design, {"c1"}, "timeoutMs", 500.0))
              .connections.find({"c1"})
              ->fields.at("timeoutMs") == FieldValue(500.0));
}

TEST_CASE("traffic is let in and changed and scaled but for jobs", "[edit]") {
    Design design = threeServices();
    IdSource ids;
    const EntryAddition night =
        addEntry(design, {.service = {"mail"}, .monthly = 30, .use = EntryUse::Background}, ids);
    CHECK(night.edit.label == "let traffic in at Mail");
    design = after(design, night.edit);
    CHECK(design.entries.find(night.id)->background);
    const Design scaled = after(design, scaleTraffic(design, 2e6, {{"mail"}}));
    CHECK(scaled.entries.find({"e1"})->monthly == 2e6);
    CHECK(scaled.entries.find(night.id)->monthly == 30);
    CHECK(after(design, setMonthly(design, {"e1"}, 5)).entries.find({"e1"})->monthly == 5);
    CHECK(after(design, setProfile(design, {"e1"}, "spiky")).entries.find({"e1"})->profile == "spiky");
    CHECK(after(design, removeEntry(design, {"e1"})).entries.size() == 1);
    CHECK(refusal(design, setMonthly(design, {"e1"}, kNoNumber)) ==
          "requests a month must be a number from 0 to 1000000000000000");
    const Design silent = after(design, removeEntry(design, {"e1"}));
    CHECK(refusal(silent, scaleTraffic(silent, 1, {})) ==
          "no traffic of users enters this design; add it to a service first");
}

TEST_CASE("cards are moved and aligned and distributed", "[edit]") {
    const Design design = threeServices();
    const std::vector<ServiceId> all{{"api"}, {"mail"}, {"orders"}};
    const Design moved = after(design, moveServices(design, {{"api"}}, {.dx = 8, .dy = -4}));
    CHECK(moved.layout.find({"api"})->x == 24);
    CHECK(moved.layout.find({"api"})->y == 48);
    CHECK(after(design, alignServices(design, all, Alignment::Left)).layout.find({"mail"})->x == 16);
    CHECK(after(design, alignServices(design, all, Alignment::Right)).layout.find({"api"})->x == 648);
    CHECK(after(design, alignServices(design, all, Alignment::Center)).layout.find({"api"})->x == 332);
    CHECK(after(design, distributeServices(design, all, Direction::Horizontal)).layout.find({"orders"})->x == 332);
    CHECK(refusal(design, alignServices(design, {{"api"}}, Alignment::Top)) ==
          "select at least two services to align them");
    CHECK(refusal(design, distributeServices(design, {{"api"}, {"mail"}}, Direction::Vertical)) ==
          "select at least three services to distribute them");
    CHECK(nudgeServices(design, {{"api"}}, {.dx = 1}).mergeKey == nudgeServices(design, {{"api"}}, {.dy = 1}).mergeKey);
    CHECK(moveServices(design, {{"api"}}, {.dx = 1}).mergeKey.empty());
}

TEST_CASE("settings are checked and named values come and go", "[edit]") {
    const Design design = threeServices();
    CHECK(after(design, setTitle("Shop 2")).title == "Shop 2");
    CHECK(refusal(design, setTitle("")) == "a title needs at least one character");
    CHECK(refusal(design, setDescription(std::string(65'537, 'x'))) ==
          "the description has 65,537 characters; the limit is 65,536");
    ClusterSettings cluster;
    cluster.zones = 0;
    CHECK(refusal(design, setCluster(cluster)) == "availability zones must be a number from 1 to 100");
    cluster.zones = 3;
    cluster.nodes = 2.5;
    CHECK(refusal(design, setCluster(cluster)) == "nodes must be a whole number");
    CHECK(refusal(design, setBus({.service = "gone"})) == "the service 'gone' is not in the design any more");
    const Design off = after(design, useBillLines("disks", LineUse::LeftOut));
    CHECK(off.settings.bill.off.contains("disks"));
    CHECK(after(off, useBillLines("disks", LineUse::Counted)) == design);
    const Design fixed = after(design, fixBillCategory("nat-hours", 45.0));
    CHECK(fixed.settings.bill.fixed.at("nat-hours") == 45);
    CHECK(after(fixed, fixBillCategory("nat-hours", std::nullopt)) == design);
    const Design engineers = after(design, setSetting(SettingGroup::Team, "engineers", FieldValue(3.0)));
    CHECK(engineers.settings.team.at("engineers") == FieldValue(3.0));
    CHECK(after(engineers, setSetting(SettingGroup::Team, "engineers", std::nullopt)) == design);
    CHECK(after(design, setFreeAmounts(FreeAmountUse::Applied)).settings.freeAmounts);
}

TEST_CASE("a lane in which services stand is not taken away", "[edit]") {
    Design design = threeServices();
    design = after(design, placeServices(design, {{.id = {"api"}, .zone = {"bus"}}}));
    std::vector<Zone> zones = design.zones;
    std::erase_if(zones, [](const Zone& zone) { return zone.id.text == "bus"; });
    CHECK(refusal(design, setZones(zones)) == "'API' stands in the lane 'bus'; move it out before the lane goes");
    zones = design.zones;
    zones.push_back(zones.front());
    CHECK(refusal(design, setZones(zones)) == "two lanes have the key 'kubernetes-core'; each needs its own");
}

TEST_CASE("connections follow the topic that they carry", "[edit]") {
    const Design design = threeServices();
    const Design renamed = after(design, renameTopic(design, {"t1"}, "OrderTaken"));
    CHECK(renamed.connections.find({"c2"})->fields.at("event") == FieldValue("OrderTaken"));
    CHECK_FALSE(after(design, removeTopic(design, {"t1"})).connections.find({"c2"})->fields.contains("event"));
    IdSource ids;
    CHECK(refusal(design, addTopic(design, "OrderPlaced", 0, ids).edit) == "there is a topic 'OrderPlaced' already");
    CHECK(after(design, addTopic(design, "Paid", 90, ids).edit).topics.size() == 2);
    CHECK(after(design, moveTopic(design, {"t1"}, 120)).topics.find({"t1"})->y == 120);
}

TEST_CASE("a finding is accepted with a reason and reopened", "[edit]") {
    const Design design = threeServices();
    const AcceptedFinding finding{.rule = "data.no-backup", .subject = "orders", .reason = "a cache"};
    Design accepted = after(design, acceptFinding(finding));
    CHECK(accepted.accepted == std::vector<AcceptedFinding>{finding});
    accepted = after(accepted, acceptFinding({.rule = "data.no-backup", .subject = "orders", .reason = "better"}));
    CHECK(accepted.accepted.front().reason == "better");
    CHECK(after(accepted, reopenFinding("data.no-backup", "orders")) == design);
    CHECK(refusal(design, reopenFinding("data.no-backup", "orders")) ==
          "the finding data.no-backup is not accepted here");
}

TEST_CASE("a copy holds the connections among its services and has names of its own", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    const Pasted pasted = duplicateServices(design, {{"orders"}, {"mail"}}, {.dx = 20, .dy = 20}, ids);
    const Design copied = after(design, pasted.edit);
    CHECK(pasted.edit.label == "duplicate 2 services");
    REQUIRE(pasted.ids.size() == 2);
    CHECK(copied.services.size() == 5);
    CHECK(copied.connections.size() == 3);
    CHECK(copied.entries.size() == 2);
    CHECK(copied.topics.size() == 1);
    CHECK(copied.services.find(pasted.ids[0])->name == "Mail 2");
    CHECK(copied.services.find(pasted.ids[1])->name == "Orders 2");
    CHECK(copied.layout.find(pasted.ids[0])->x == 668);
}

TEST_CASE("a topic that is duplicated with its services carries the events of the copies", "[edit]") {
    const Design design = threeServices();
    IdSource ids;
    const Pasted pasted = duplicateParts(design, {{"orders"}, {"mail"}}, {{"t1"}}, {.dx = 20, .dy = 20}, ids);
    const Design copied = after(design, pasted.edit);
    REQUIRE(copied.topics.size() == 2);
    std::multiset<std::string> events;
    for (const Connection& connection : copied.connections) {
        if (const auto event = connection.fields.find("event"); event != connection.fields.end()) {
            events.insert(std::get<std::string>(event->second));
        }
    }
    CHECK(events == std::multiset<std::string>{"OrderPlaced", "OrderPlaced 2"});
    CHECK(design.topics.find({"t1"})->name == "OrderPlaced");
}

TEST_CASE("pasting into another design keeps what fits", "[edit]") {
    const Design fragment = fragmentOf(threeServices(), {{"orders"}, {"mail"}});
    Design other;
    other.title = "Other";
    IdSource ids;
    const Design pasted = after(other, pasteFragment(other, fragment, {}, ids).edit);
    CHECK(pasted.services.size() == 2);
    CHECK(pasted.topics.size() == 1);
    CHECK(pasted.title == "Other");
    CHECK(refusal(other, pasteFragment(other, Design{}, {}, ids).edit) == "there is nothing to paste");
}

}  // namespace tideline
