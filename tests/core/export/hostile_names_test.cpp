// SPDX-License-Identifier: Apache-2.0
// Whatever a person calls a thing: an export refuses it by name, or every reader gets it back and nothing else changes.
#include "core/export/exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <array>
#include <map>

using namespace tideline;
using namespace tideline::test;

namespace {

struct HostileInput {
    std::string field;
    std::vector<std::string> texts;
};

std::vector<HostileInput> hostileInputs() {
    std::vector<HostileInput> inputs;
    const YAML::Node rows =
        YAML::LoadFile(std::string(TIDELINE_TEST_DATA) + "/data/reference/export_hostile_inputs.json");
    for (const YAML::Node& row : rows) {
        HostileInput input{row["field"].as<std::string>(), {}};
        if (row["input"].IsSequence()) {
            input.texts = row["input"].as<std::vector<std::string>>();
        } else {
            input.texts = {row["input"].Scalar()};
        }
        inputs.push_back(std::move(input));
    }
    inputs.push_back({"any text value (bytes)", {"\xff\xfe"}});
    return inputs;
}

Design designOf(const std::string& title, const std::string& name, const std::string& second) {
    DesignBuilder builder;
    builder.service("a").service("b").service("db", "relational-database").service("bus", "event-bus", Host::Managed);
    builder.call("a", "b", 1).data("a", "db", 1).send("a", "bus", 1, {{"event", name}});
    builder.entry("a", 1000);
    Design design = builder.design;
    design.title = title;
    design.description = name;
    Service a = *design.services.find(ServiceId{"a"}), b = *design.services.find(ServiceId{"b"});
    a.name = name;
    b.name = second;
    design.services.put(a);
    design.services.put(b);
    return design;
}

using NodeCounts = std::array<int, 5>;

void count(const YAML::Node& node, NodeCounts& counts) {
    ++counts[static_cast<std::size_t>(node.Type())];
    for (const auto& child : node) {
        count(node.IsMap() ? child.second : static_cast<const YAML::Node&>(child), counts);
    }
}

bool isYaml(const ExportFile& file) {
    const bool isTemplate = file.path.find("/templates/") != std::string::npos;
    return file.path.ends_with(".yaml") && !isTemplate;
}

// Documents and nodes of all YAML files together: names differ, the shape may not.
std::pair<std::size_t, NodeCounts> shapeOf(const ExportBundle& bundle) {
    std::pair<std::size_t, NodeCounts> shape{0, {}};
    for (const ExportFile& file : bundle.files) {
        if (isYaml(file)) {
            for (const YAML::Node& document : YAML::LoadAll(file.text)) {
                ++shape.first;
                count(document, shape.second);
            }
        }
    }
    return shape;
}

bool staysInside(const std::string& path) {
    return !path.empty() && path.find("..") == std::string::npos && path.front() != '/' && path.front() != '-' &&
           path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/") ==
               std::string::npos;
}

bool holdsText(const YAML::Node& node, const std::string& text) {
    if (node.IsScalar()) {
        return node.Scalar() == text;
    }
    for (const auto& child : node) {
        if (holdsText(node.IsMap() ? child.second : static_cast<const YAML::Node&>(child), text)) {
            return true;
        }
    }
    return false;
}

bool bundleHolds(const ExportBundle& bundle, const std::string& text) {
    for (const ExportFile& file : bundle.files) {
        if (!isYaml(file)) {
            continue;
        }
        for (const YAML::Node& document : YAML::LoadAll(file.text)) {
            if (holdsText(document, text)) {
                return true;
            }
        }
    }
    return false;
}

Result<ExportBundle> built(const std::string& target, const Design& design) {
    return findExporter(target)->build(shippedAnalysis(design), shippedExportOptions());
}

// Targets in whose YAML a person's names stand; the others hold labels that are made of them.
bool namesServices(const std::string& target) {
    return target == "kubernetes" || target == "helm" || target == "backstage";
}

}  // namespace

TEST_CASE("every hostile name is refused by its element or read back as it was", "[export][hostile]") {
    const std::string target(GENERATE(from_range(exporters().begin(), exporters().end())).key);
    const auto benign = shapeOf(built(target, designOf("Shop", "Orders", "Users")).value());
    int accepted = 0;
    for (const HostileInput& input : hostileInputs()) {
        const std::string& text = input.texts.front();
        const auto bundle =
            built(target, designOf("Shop", text, input.texts.back() == text ? "Users" : input.texts.back()));
        CAPTURE(target, input.field, text);
        if (!bundle) {
            CAPTURE(describe(bundle.error()));
            const std::string& where = bundle.error().where;
            CHECK((where == "/services/a/name" || where == "/services/b/name" || where == "/description" ||
                   where == "/connections/c3/event"));
            continue;
        }
        ++accepted;
        CHECK(shapeOf(*bundle) == benign);
        CHECK((!namesServices(target) || bundleHolds(*bundle, text)));
        for (const ExportFile& file : bundle->files) {
            CHECK(staysInside(file.path));
        }
    }
    CHECK(accepted > 65);
}

TEST_CASE("every hostile title is refused by its place or read back as it was", "[export][hostile]") {
    const std::string target = GENERATE(std::string("kubernetes"), std::string("helm"));
    const auto benign = shapeOf(built(target, designOf("Shop", "Orders", "Users")).value());
    for (const HostileInput& input : hostileInputs()) {
        const std::string& text = input.texts.front();
        CAPTURE(target, text);
        const auto bundle = built(target, designOf(text, "Orders", "Users"));
        if (!bundle) {
            CHECK(bundle.error().where == "/title");
            continue;
        }
        CHECK(shapeOf(*bundle) == benign);
        CHECK((target == "kubernetes" || text.empty() || bundleHolds(*bundle, text)));
    }
}

TEST_CASE("no text of a person meets a template of the chart", "[helm][hostile]") {
    const ExportBundle bundle = built("helm", designOf("{{ .Values.secret }}", "{{ .Values.secret }}", "{{")).value();
    const ExportBundle benign = built("helm", designOf("Shop", "Orders", "Users")).value();
    std::map<std::string, std::string> ours;
    for (const ExportFile& file : benign.files) {
        ours[file.path.substr(file.path.find('/') + 1)] = file.text;
    }
    for (const ExportFile& file : bundle.files) {
        const std::string path = file.path.substr(file.path.find('/') + 1);
        if (path.starts_with("templates/")) {
            CHECK(file.text == ours[path]);
        }
    }
}

TEST_CASE("a service without a name and a schedule that no CronJob takes are refused in words",
          "[kubernetes][hostile]") {
    const auto nameless = built("kubernetes", designOf("Shop", "", "Users"));
    REQUIRE(!nameless);
    CHECK(describe(nameless.error()) == "/services/a/name: the service has no name; give it one");
    DesignBuilder builder;
    builder.service("nightly", "scheduled-job", Host::Kubernetes, {{"scheduleCron", std::string("* * * * * * *")}});
    const auto schedule = built("kubernetes", builder.design);
    REQUIRE(!schedule);
    CHECK(describe(schedule.error()) ==
          "/services/nightly/fields/scheduleCron: 'nightly' starts by '* * * * * * *', which no "
          "CronJob takes: it has 7 fields, not five");
}
