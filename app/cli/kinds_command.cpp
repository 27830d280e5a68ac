// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "app/cli/source_json.h"
#include "app/cli/text_table.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

namespace tideline {

namespace {

struct Options {
    std::string key, format;
};

JsonValue fieldSpecJson(const FieldSpec& field) {
    JsonValue json = JsonValue::object();
    json.set("key", field.key).set("title", field.title).set("unit", field.unit);
    json.set("standard", field.standard ? fieldJson(*field.standard) : JsonValue());
    json.set("least", field.least ? JsonValue(*field.least) : JsonValue());
    json.set("most", field.most ? JsonValue(*field.most) : JsonValue());
    if (!field.choices.empty()) {
        JsonValue choices = JsonValue::list();
        for (const FieldValue& choice : field.choices) {
            choices.add(fieldJson(choice));
        }
        json.set("choices", choices);
    }
    json.set("source", field.source);
    return json;
}

JsonValue hostsJson(const ServiceKind& kind) {
    JsonValue hosts = JsonValue::list();
    for (const Host host : kHosts) {
        const ImpossibleHost* impossible = kind.impossible(host);
        const bool possible = kind.hosting(host) != nullptr;
        if (!possible && impossible == nullptr) {
            continue;
        }
        JsonValue json = JsonValue::object();
        json.set("host", keyOf(host)).set("possible", possible);
        json.set("reason", possible ? JsonValue() : JsonValue(impossible->reason));
        json.set("rule", possible ? JsonValue() : JsonValue(impossible->rule));
        hosts.add(json);
    }
    return hosts;
}

JsonValue kindJson(const ServiceKind& kind) {
    JsonValue fields = JsonValue::list();
    for (const FieldSpec& field : kind.fields) {
        fields.add(fieldSpecJson(field));
    }
    JsonValue json = JsonValue::object();
    json.set("key", kind.key).set("title", kind.title).set("group", kind.group).set("role", keyOf(kind.role));
    json.set("description", kind.description).set("fields", fields).set("hosts", hostsJson(kind));
    return json;
}

std::string shown(const FieldValue& value) {
    if (const bool* flag = std::get_if<bool>(&value)) {
        return *flag ? "yes" : "no";
    }
    const double* number = std::get_if<double>(&value);
    return number != nullptr ? fmt::format("{}", *number) : std::get<std::string>(value);
}

std::string rangeOf(const FieldSpec& field) {
    std::string range;
    for (const FieldValue& choice : field.choices) {
        range += (range.empty() ? "" : ", ") + shown(choice);
    }
    if (range.empty() && (field.least || field.most)) {
        range = fmt::format("{} to {}", field.least ? fmt::format("{}", *field.least) : "any",
                            field.most ? fmt::format("{}", *field.most) : "any");
    }
    return range;
}

std::string kindText(const ServiceKind& kind) {
    std::string text = fmt::format("{} ({})\n{}\n\nHosts\n", kind.title, kind.key, kind.description);
    TextTable hosts({Column::Text, Column::Text, Column::Text});
    for (const Host host : kHosts) {
        const ImpossibleHost* impossible = kind.impossible(host);
        if (kind.hosting(host) != nullptr) {
            hosts.add({"", std::string(keyOf(host)), "possible"});
        } else if (impossible != nullptr) {
            hosts.add({"", std::string(keyOf(host)), fmt::format("{} ({})", impossible->reason, impossible->rule)});
        }
    }
    text += hosts.text() + "\nFields\n";
    TextTable fields({Column::Text, Column::Text, Column::Text, Column::Number, Column::Text, Column::Text});
    for (const FieldSpec& field : kind.fields) {
        fields.add(
            {"", field.key, field.title, field.standard ? shown(*field.standard) : "", field.unit, rangeOf(field)});
    }
    return text + fields.text();
}

std::string kindsText(const Catalog& catalog) {
    TextTable table({Column::Text, Column::Text, Column::Text, Column::Text});
    table.add({"KEY", "TITLE", "GROUP", "HOSTS"});
    for (const ServiceKind& kind : catalog.kinds()) {
        std::string hosts;
        for (const Host host : kHosts) {
            hosts += kind.hosting(host) == nullptr ? "" : (hosts.empty() ? "" : ", ") + std::string(keyOf(host));
        }
        table.add({kind.key, kind.title, kind.group, hosts});
    }
    return table.text();
}

ExitCode runKinds(const CommandLine& line, const Options& options) {
    const Input<Catalog> catalog = loadCatalog(line);
    if (!catalog) {
        return refuse(catalog.error());
    }
    const bool json = options.format == "json";
    if (options.key.empty()) {
        JsonValue kinds = JsonValue::list();
        for (const ServiceKind& kind : catalog->kinds()) {
            kinds.add(kindJson(kind));
        }
        return print(json ? jsonText(JsonValue::object().set("kinds", kinds)) : kindsText(*catalog));
    }
    const ServiceKind* kind = catalog->find(options.key);
    if (kind == nullptr) {
        std::vector<std::string> keys;
        for (const ServiceKind& known : catalog->kinds()) {
            keys.push_back(known.key);
        }
        return refuse(ExitCode::InputRefused, {fmt::format("there is no kind '{}'{}; 'tideline kinds' lists them",
                                                           options.key, suggestion(options.key, keys)),
                                               {}});
    }
    return print(json ? jsonText(kindJson(*kind)) : kindText(*kind));
}

}  // namespace

void declareKinds(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "kinds", "list the kinds of service, or show one with fields and hosts");
    command->add_option("KEY", options->key, "key of a kind, for example http-api")->type_name("");
    addFormat(*command, options->format, {"text", "json"});
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runKinds(at, *options); }; });
}

}  // namespace tideline
