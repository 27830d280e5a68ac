// SPDX-License-Identifier: Apache-2.0
#include "core/file/design_file.h"

#include "core/design/new_design.h"
#include "core/file/migrations.h"
#include "core/json/json_object.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

using namespace std::string_literals;

namespace tideline {

namespace {

std::string dataFile(const std::string& name) {
    std::ifstream file(TIDELINE_TEST_DATA "/data/" + name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

Result<OpenedDesign> opened(std::string text) {
    return readDesign({.name = "plan.tideline", .text = std::move(text)});
}

std::string refusalOf(std::string text) {
    const auto design = opened(std::move(text));
    return design ? "accepted" : describe(design.error());
}

/// A design with these members besides format and title.
std::string withMembers(const std::string& members) {
    return R"({"format": 1, "title": "T", )" + members + "}";
}

std::string service(const std::string& id) {
    return R"({"id": ")" + id + R"(", "name": "N", "kind": "cache", "host": "kubernetes"})";
}

}  // namespace

TEST_CASE("the frozen file of format 1 comes back byte for byte with all unknown members", "[file]") {
    const std::string frozen = dataFile("formats/v1/everything.tideline");
    const auto design = opened(frozen);
    REQUIRE(design.has_value());
    CHECK(design->format == 1);
    CHECK(design->migrations.empty());
    CHECK(design->repairs.empty());
    CHECK(designText(design->design) == frozen);
}

TEST_CASE("the frozen file of format 1 is understood", "[file]") {
    const Design design = opened(dataFile("formats/v1/everything.tideline"))->design;
    const Service& api = *design.services.find({"api"});
    CHECK(api.pinned);
    CHECK(api.zone.text == "core");
    CHECK(api.fields.at("durationMs") == FieldValue(40.5));
    CHECK(api.fields.at("inVpc") == FieldValue(false));
    CHECK(api.extras == Extras{{"owner", "{\"team\": \"orders\",\n   \"since\": 2024.10}"}});
    CHECK(design.services.find({"db"})->kind == "a-kind-of-tomorrow");
    CHECK(design.services.find({"resize"})->host == Host::Wasm);
    CHECK(design.connections.find({"c2"})->type == ConnectionType::Async);
    CHECK(design.entries.find({"e2"})->background);
    CHECK(design.zones.back().copies == 40);
    CHECK(design.layout.find({"api"})->y == -12.25);
    CHECK(design.settings.cluster.nodes == 4.0);
    CHECK_FALSE(design.settings.cluster.autoscaled);
    CHECK(design.settings.bill.fixed.at("nat-hours") == 45);
    CHECK(design.settings.freeAmounts);
    CHECK(design.accepted.size() == 2);
    CHECK(requestsPerMonth(design) == 12'650'000);
}

TEST_CASE("a new design is saved and read back equal", "[file]") {
    const Design design = newDesign();
    const auto back = opened(designText(design));
    REQUIRE(back.has_value());
    CHECK(back->design == design);
    CHECK(designText(design) == designText(back->design));
    CHECK(designText(design) == R"({
  "format": 1,
  "title": "Untitled",
  "zones": [
    {"key": "kubernetes-core", "title": "Kubernetes core", "type": "cluster"},
    {"key": "bus", "title": "Event bus", "type": "bus"},
    {"key": "serverless-edge", "title": "Serverless edge", "type": "functions"}
  ],
  "settings": {
    "cluster": {
      "flavour": "eks-nodes",
      "billing": "nodes",
      "nodePrice": "aws.ec2.m7g-large",
      "zones": 3,
      "autoscaled": true,
      "logSink": "cloudwatch",
      "nodeStartS": 90,
      "deploySystems": [],
      "traceBackends": []
    },
    "bus": {
      "product": "eventbridge-rules"
    }
  }
}
)");
}

TEST_CASE("hostile texts survive saving and reading", "[file]") {
    std::ifstream file(TIDELINE_TEST_DATA "/data/reference/hostile_scalars.txt");
    Design design = newDesign();
    int number = 0;
    for (std::string line; std::getline(file, line); ++number) {
        Service service{.id = {"s" + std::to_string(number)}, .name = "N", .kind = "cache"};
        service.fields["text"] = line;
        service.fields[line.substr(0, 200)] = true;
        design.services.put(std::move(service));
    }
    REQUIRE(number > 100);
    CHECK(opened(designText(design))->design == design);
}

TEST_CASE("a file that is no design is refused with what it is", "[file]") {
    const auto [text, message] = GENERATE(table<std::string, std::string>({
        {"", "plan.tideline: the file is empty (0 bytes); something went wrong while it was last saved, so look for a "
             "copy"},
        {std::string(2048, '\0'), "plan.tideline: the file holds 2 KB of zeros and nothing else; something went wrong "
                                  "while it was last saved, so look for a copy"},
        {"{\n<<<<<<< HEAD\n", "plan.tideline:2: this is an unfinished git merge; settle it in git, then open the file"},
        {R"({"type": "excalidraw", "version": 2})",
         "plan.tideline: this is an Excalidraw file, not a design; a design is a *.tideline file that Tideline saved"},
        {"<mxfile host=\"app.diagrams.net\">",
         "plan.tideline: this is a draw.io drawing, not a design; a design is a *.tideline file that Tideline saved"},
        {"services:\n  web:\n    image: nginx\n",
         "plan.tideline: this looks like YAML (Compose, Kubernetes, SAM), not a design; a design is a *.tideline file "
         "that Tideline saved"},
        {"# a comment\napiVersion: v1\n",
         "plan.tideline: this looks like YAML (Compose, Kubernetes, SAM), not a design; a design is a *.tideline file "
         "that Tideline saved"},
        {R"({"apiVersion": "v1", "kind": "Pod"})",
         "plan.tideline: this is a Kubernetes manifest, not a design; a design is a *.tideline file that Tideline "
         "saved"},
        {R"({"a": 1})", "plan.tideline: the member 'format' is missing, so this is not a design; a design is a "
                        "*.tideline file that Tideline saved"},
        {"[]", "/: expected an object, found a list"},
        {R"({"format": 9, "title": "T", "services": 3})",
         "plan.tideline: the design was saved by a newer version (format 9; this one reads up to 1); it was left as it "
         "is, so update Tideline to open it"},
        {R"({"format": "1"})", "/format: expected a number, found the text '1'"},
        {R"({"format": 0})", "/format: expected a number from 1 to 1,000,000,000, found 0"},
    }));
    CHECK(refusalOf(text) == message);
}

TEST_CASE("a design that was cut off is refused wherever the cut is", "[file]") {
    const std::string whole = dataFile("formats/v1/everything.tideline");
    for (std::size_t length = 1; length + 2 < whole.size(); length += 97) {
        const std::string refusal = refusalOf(whole.substr(0, length));
        INFO(length << ": " << refusal);
        const bool named = refusal.find("the text ends in the middle; the file was cut off") != std::string::npos ||
                           refusal.find("is not UTF-8") != std::string::npos;
        CHECK(named);
    }
}

TEST_CASE("a member of the wrong shape is refused with its place", "[file]") {
    const auto [members, message] = GENERATE(table<std::string, std::string>({
        {R"("services": [{"id": "a", "name": 3}])", "/services/0/name: expected a text, found the number 3"},
        {R"("services": [{"name": "A"}])", "/services/0/id: this member is missing; a text is expected"},
        {R"("services": {"a": 1})", "/services: expected a list, found an object"},
        {R"("services": [{"id": "a", "kind": "cache", "host": "lambda"}])",
         "/services/0/host: expected kubernetes, function, wasm or managed, found the text 'lambda'"},
        {R"("services": [{"id": "a", "kind": "c", "host": "wasm", "fields": {"x": [1]}}])",
         "/services/0/fields/x: expected a number, a switch or a text, found a list"},
        {R"("services": [{"id": "", "kind": "c", "host": "wasm"}])",
         "/services/0/id: expected a text with at least one character, found an empty one"},
        {R"("connections": [{"id": "c", "from": "a", "to": "b", "type": "grpc"}])",
         "/connections/0/type: expected sync, async or data, found the text 'grpc'"},
        {R"("connections": [{"id": "c", "from": "a", "to": "b", "type": "sync", "callsPerRequest": -1}])",
         "/connections/0/callsPerRequest: expected a number from 0 to 1,000,000, found -1"},
        {R"("entries": [{"id": "e", "service": "a", "monthly": "many"}])",
         "/entries/0/monthly: expected a number, found the text 'many'"},
        {R"("layout": [{"id": "a", "x": 1e8, "y": 0}])",
         "/layout/0/x: expected a number from -10,000,000 to 10,000,000, found 1e8"},
        {R"("settings": {"cluster": {"zones": 0}})",
         "/settings/cluster/zones: expected a number from 1 to 100, found 0"},
        {R"("settings": {"cluster": {"nodes": 2.5}})",
         "/settings/cluster/nodes: expected a whole number from 0 to 1,000,000, found 2.5"},
        {R"("settings": {"bill": {"fixed": {"nat-hours": true}}})",
         "/settings/bill/fixed/nat-hours: expected a number, found the switch true"},
    }));
    CHECK(refusalOf(withMembers(members)) == message);
}

TEST_CASE("two rows with one id and two members with one name are refused with both places", "[file]") {
    CHECK(refusalOf(withMembers(R"("services": [)" + service("a") + "," + service("b") + "," + service("a") + "]")) ==
          "/services/2/id: 'a' is the id of /services/0 too; each needs its own");
    CHECK(refusalOf("{\"format\": 1,\n\"title\": \"T\",\n\"title\": \"U\"}") ==
          "plan.tideline: the member 'title' is given on line 2 and again on line 3; keep one of them");
    CHECK(refusalOf(withMembers(R"("zones": [{"key": "a", "title": "A", "type": "bus"},
                                             {"key": "a", "title": "B", "type": "bus"}])")) ==
          "/zones/1/key: 'a' is the key of another lane too; each needs its own");
}

TEST_CASE("a design beyond the limits is refused with the limit", "[file]") {
    CHECK(refusalOf(withMembers("\"x\": " + std::string(65, '[') + std::string(65, ']'))) ==
          "plan.tideline:1:97: there are more than 64 levels of nesting; the file may be damaged or harmful");
    CHECK(refusalOf(withMembers(R"("description": ")" + std::string(65'537, 'x') + "\"")) ==
          "/description: the text has 65,537 characters, and the limit is 65,536");
    CHECK(refusalOf(withMembers(R"("services": [{"id": "a", "name": ")" + std::string(201, 'x') + "\"}]")) ==
          "/services/0/name: the text has 201 characters, and the limit is 200");
    std::string zones = R"("zones": [{"key": "0", "title": "Z", "type": "bus"})";
    for (int i = 1; i <= 1000; ++i) {
        zones += R"(, {"key": ")" + std::to_string(i) + R"(", "title": "Z", "type": "bus"})";
    }
    CHECK(refusalOf(withMembers(zones + "]")) == "/zones: there are more than 1,000 of them, which is the limit");
    CHECK(refusalOf(std::string(64ULL * 1024 * 1024, ' ') + "{}") ==
          "plan.tideline: the file has 64.1 MB, and the limit is 64 MB");
}

TEST_CASE("what leads nowhere is taken out and said in a sentence each", "[file]") {
    const auto design = opened(withMembers(
        R"("services": [{"id": "a", "name": " ", "kind": "cache", "host": "kubernetes", "zone": "moon"}],
           "connections": [{"id": "c1", "from": "a", "to": "x", "type": "sync"},
                           {"id": "c2", "from": "a", "to": "a", "type": "sync"}],
           "entries": [{"id": "e", "service": "x", "monthly": 1}],
           "layout": [{"id": "x", "x": 0, "y": 0}],
           "settings": {"bus": {"service": "x"}})"));
    REQUIRE(design.has_value());
    CHECK(design->repairs == std::vector<std::string>{
                                 "The design had no lanes; it has the three usual ones now.",
                                 "The service 'a' had no name; its id stands for it.",
                                 "The lane 'moon' of 'a' is not there; it stands in the first that takes it.",
                                 "The connection 'c1' needs the service 'x', which is not there; it was left out.",
                                 "The connection 'c2' led from 'a' to itself; it was left out.",
                                 "The entry 'e' needs the service 'x', which is not there; it was left out.",
                                 "The spot of 'x' was left out; there is no such service.",
                                 "The event bus 'x' is not there; the design has none now.",
                             });
    CHECK(opened(designText(design->design))->repairs.empty());
}

TEST_CASE("every hostile design is refused with a place and nothing else happens", "[file]") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TIDELINE_TEST_DATA "/data/hostile")) {
        if (entry.path().extension() == ".tideline") {
            const std::string name = entry.path().filename().string();
            const auto design = readDesign({.name = name, .text = dataFile("hostile/" + name)});
            INFO(name);
            REQUIRE_FALSE(design.has_value());
            CHECK_FALSE(design.error().where.empty());
            ++count;
        }
    }
    CHECK(count >= 10);
}

TEST_CASE("migrations run in order and each says its sentence", "[file]") {
    static constexpr std::array<Migration, 2> kSteps{
        Migration{1, "Titles are called names.",
                  [](JsonObject before) -> Result<JsonValue> {
                      return JsonValue::object().set("format", 2).set("name", TRY(before.text("title")));
                  }},
        Migration{2, "Names are capitals.",
                  [](JsonObject before) -> Result<JsonValue> {
                      return JsonValue::object().set("format", 3).set("name", TRY(before.text("name")) + "!");
                  }},
    };
    const auto led = migrated({.name = "x", .text = R"({"format": 1, "title": "T"})"}, 1, kSteps);
    REQUIRE(led.has_value());
    CHECK(led->text == "{\n  \"format\": 3,\n  \"name\": \"T!\"\n}\n");
    CHECK(led->sentences == std::vector<std::string>{"Titles are called names.", "Names are capitals."});
    const auto later = migrated({.name = "x", .text = R"({"format": 2, "name": "T"})"}, 2, kSteps);
    CHECK(later->sentences == std::vector<std::string>{"Names are capitals."});
    const auto broken = migrated({.name = "x", .text = R"({"format": 1})"}, 1, kSteps);
    CHECK(describe(broken.error()) == "/title: this member is missing; a text is expected");
    CHECK(designMigrations().size() + 1 == static_cast<std::size_t>(kDesignFormat));
}

TEST_CASE("the schema names every member that is written", "[file]") {
    const std::string schema = designSchema();
    const JsonTree schemaTree = *JsonTree::read({.name = "schema", .text = schema}, 1'000'000);
    JsonObject shapes = *JsonObject::of(*JsonObject::of(JsonPlace::rootOf(schemaTree))->member("$defs"));
    const std::string frozen = dataFile("formats/v1/everything.tideline");
    const JsonTree fileTree = *JsonTree::read({.name = "file", .text = frozen}, 1'000'000);
    JsonObject root = *JsonObject::of(JsonPlace::rootOf(fileTree));

    const std::set<std::string> unknown{"owner",    "colour", "source",     "linkAvailability", "schema", "locked",
                                        "siteNode", "note",   "partitions", "currency",         "by",     "tomorrow"};
    const auto checkShape = [&](const std::string& shape, JsonObject object) {
        JsonObject definition = *JsonObject::of(*shapes.member(shape));
        JsonObject properties = *JsonObject::of(*definition.member("properties"));
        for (const auto& [name, place] : object.members()) {
            INFO(shape << "." << name);
            CHECK(properties.has(name) != unknown.contains(name));
        }
    };
    checkShape("design", root);
    for (const auto& [list, shape] : std::map<std::string, std::string>{{"zones", "zone"},
                                                                        {"services", "service"},
                                                                        {"connections", "connection"},
                                                                        {"entries", "entry"},
                                                                        {"topics", "topic"},
                                                                        {"layout", "spot"},
                                                                        {"accepted", "accepted"}}) {
        const std::vector<JsonPlace> rows = *root.list(list);
        for (const JsonPlace& row : rows) {
            checkShape(shape, *JsonObject::of(row));
        }
    }
    JsonObject settings = *JsonObject::of(*root.member("settings"));
    checkShape("settings", settings);
    for (const std::string group : {"cluster", "bus", "bill"}) {
        checkShape(group, *JsonObject::of(*settings.member(group)));
    }
}

}  // namespace tideline
