// SPDX-License-Identifier: Apache-2.0
#include "app/cli/findings_text.h"

#include "core/json/json_value.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

struct SubjectWords {
    std::string kind, id, name;
};

SubjectWords wordsOf(const Subject& subject, const Design& design) {
    if (const ServiceId* id = std::get_if<ServiceId>(&subject)) {
        const Service* service = design.services.find(*id);
        return {"service", id->text, service != nullptr ? service->name : ""};
    }
    if (const ConnectionId* id = std::get_if<ConnectionId>(&subject)) {
        const Connection* connection = design.connections.find(*id);
        std::string name;
        if (connection != nullptr) {
            const Service* from = design.services.find(connection->from);
            const Service* to = design.services.find(connection->to);
            name = fmt::format("{} to {}", from != nullptr ? from->name : connection->from.text,
                               to != nullptr ? to->name : connection->to.text);
        }
        return {"connection", id->text, name};
    }
    return {"design", "", design.title};
}

JsonValue subjectJson(const SubjectWords& words) {
    JsonValue json = JsonValue::object();
    json.set("kind", words.kind).set("id", words.kind == "design" ? JsonValue() : JsonValue(words.id));
    json.set("name", words.name);
    return json;
}

std::string_view sarifLevel(Severity severity) {
    return severity == Severity::Problem ? "error" : severity == Severity::Warning ? "warning" : "note";
}

JsonValue messageJson(const std::string& text) {
    return JsonValue::object().set("text", text);
}

JsonValue sarifRules() {
    JsonValue list = JsonValue::list();
    for (const Rule& rule : rules()) {
        JsonValue json = JsonValue::object();
        json.set("id", rule.key).set("shortDescription", messageJson(std::string(rule.title)));
        json.set("defaultConfiguration", JsonValue::object().set("level", sarifLevel(rule.severity)));
        list.add(json);
    }
    return list;
}

JsonValue sarifResult(const Finding& finding, const Design& design, const std::string& file) {
    const SubjectWords words = wordsOf(finding.subject, design);
    JsonValue place = JsonValue::object();
    if (file != "-") {
        place.set("physicalLocation",
                  JsonValue::object().set("artifactLocation", JsonValue::object().set("uri", file)));
    }
    JsonValue logical = JsonValue::object();
    logical.set("name", words.name).set("kind", words.kind);
    logical.set("fullyQualifiedName", words.id.empty() ? words.kind : words.kind + "/" + words.id);
    place.set("logicalLocations", JsonValue::list().add(logical));
    JsonValue result = JsonValue::object();
    result.set("ruleId", finding.rule).set("level", sarifLevel(finding.severity));
    result.set("message", messageJson(finding.message + " " + finding.remedy));
    result.set("locations", JsonValue::list().add(place));
    if (finding.accepted) {
        result.set("suppressions", JsonValue::list().add(JsonValue::object().set("kind", "inSource")));
    }
    return result;
}

std::string counted(std::size_t count, std::string_view word) {
    return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

}  // namespace

std::string findingsText(const Analysis& analysis) {
    if (analysis.findings.empty()) {
        return fmt::format("no findings: all {} checks passed on this design\n", rules().size());
    }
    std::string text;
    std::size_t counts[3] = {0, 0, 0};
    std::size_t accepted = 0;
    for (const Finding& finding : analysis.findings) {
        text += fmt::format("{}{}: {}\n  {}\n  [{}]\n", keyOf(finding.severity), finding.accepted ? " (accepted)" : "",
                            finding.message, finding.remedy, finding.rule);
        ++counts[static_cast<std::size_t>(finding.severity)];
        accepted += finding.accepted ? 1 : 0;
    }
    text += fmt::format("\n{}, {}, {}", counted(counts[2], "problem"), counted(counts[1], "warning"),
                        counted(counts[0], "hint"));
    return text + (accepted > 0 ? fmt::format(" ({} accepted)\n", accepted) : "\n");
}

std::string findingsJson(const Analysis& analysis) {
    JsonValue list = JsonValue::list();
    for (const Finding& finding : analysis.findings) {
        JsonValue json = JsonValue::object();
        json.set("rule", finding.rule).set("severity", keyOf(finding.severity));
        json.set("subject", subjectJson(wordsOf(finding.subject, analysis.figures.design)));
        json.set("message", finding.message).set("remedy", finding.remedy);
        json.set("fix", finding.fix ? JsonValue(finding.fix->title) : JsonValue());
        json.set("accepted", finding.accepted);
        list.add(json);
    }
    return jsonText(JsonValue::object().set("findings", list));
}

std::string findingsSarif(const Analysis& analysis, const std::string& file) {
    JsonValue results = JsonValue::list();
    for (const Finding& finding : analysis.findings) {
        results.add(sarifResult(finding, analysis.figures.design, file));
    }
    JsonValue driver = JsonValue::object();
    driver.set("name", "tideline").set("version", TIDELINE_VERSION).set("rules", sarifRules());
    JsonValue run = JsonValue::object();
    run.set("tool", JsonValue::object().set("driver", driver)).set("results", results);
    JsonValue log = JsonValue::object();
    log.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json").set("version", "2.1.0");
    log.set("runs", JsonValue::list().add(run));
    return jsonText(log);
}

}  // namespace tideline
