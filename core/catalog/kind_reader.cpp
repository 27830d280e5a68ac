// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_reader.h"

#include "core/catalog/kind_words.h"
#include "core/design/connection.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tideline {

namespace {

bool isKindKey(std::string_view text) {
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.empty() && isPlain(text.front()) && isPlain(text.back()) &&
           std::ranges::all_of(text, [&](char c) { return isPlain(c) || c == '-'; });
}

/// "websocket-server" of "kinds/websocket-server.yaml".
std::string_view stemOf(std::string_view name) {
    name.remove_prefix(std::min(name.rfind('/') + 1, name.size()));
    return name.substr(0, std::min(name.rfind('.'), name.size()));
}

Result<void> readIdentity(YamlObject& object, ServiceKind& kind) {
    kind.key = TRY(object.text("key"));
    if (!isKindKey(kind.key)) {
        return object.failureAt(
            "key", fmt::format("'{}' is no key of a kind; expected lower-case words joined by dashes", kind.key));
    }
    if (kind.key != stemOf(object.file())) {
        return object.failureAt("key", fmt::format("the file of kind '{}' is called {}.yaml", kind.key, kind.key));
    }
    kind.title = TRY(object.text("title"));
    kind.phrase = TRY(object.text("phrase"));
    kind.group = TRY(wordOf(object, "group", "group", keysOf(groupTitles())));
    std::vector<std::string> roles;
    for (const Role role : kRoles) {
        roles.emplace_back(keyOf(role));
    }
    kind.role = *roleOfKey(TRY(wordOf(object, "role", "role", roles)));
    kind.icon = TRY(object.text("icon"));
    kind.description = TRY(object.text("description"));
    kind.synonyms = TRY(object.texts("synonyms"));
    kind.notes = TRY(object.texts("notes"));
    return {};
}

Result<TypicalConnection> typicalConnectionOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    TypicalConnection connection;
    connection.to = TRY(object.text("to"));
    connection.type = TRY(wordOf(object, "type", "type of connection",
                                 {std::string(keyOf(ConnectionType::Sync)), std::string(keyOf(ConnectionType::Async)),
                                  std::string(keyOf(ConnectionType::Data))}));
    connection.callsPerRequest = TRY(object.number("callsPerRequest"));
    connection.note = TRY(object.optionalText("note")).value_or("");
    TRY(object.finish());
    return connection;
}

Result<std::optional<StartRange>> rangeOf(YamlObject& object, const std::string& name) {
    const YamlNode* node = object.member(name);
    if (node == nullptr) {
        return std::optional<StartRange>();
    }
    std::vector<double> numbers;
    for (const YamlNode& element : node->elements) {
        double number = 0;
        const char* end = element.text.data() + element.text.size();
        const bool isNumber = std::from_chars(element.text.data(), end, number).ptr == end && std::isfinite(number);
        numbers.push_back(isNumber ? number : 0);
    }
    if (numbers.size() != 2 || numbers[0] <= 0 || numbers[0] > numbers[1]) {
        return object.failureAt(name, "expected two numbers of milliseconds that rise, such as [80, 900]");
    }
    return std::optional<StartRange>({.leastMs = numbers[0], .mostMs = numbers[1]});
}

Result<ColdStartSpec> coldStartOf(const YamlNode& node, const std::string& file,
                                  const std::vector<std::string>& runtimes) {
    YamlObject object = TRY(YamlObject::of(node, file));
    ColdStartSpec start;
    start.functionPackage = TRY(optionalWordOf(object, "functionPackage", "package of functions", {"zip", "image"}));
    if (const YamlNode* functions = object.member("functionMs")) {
        YamlObject ranges = TRY(YamlObject::of(*functions, file));
        for (const std::string& runtime : ranges.names()) {
            TRY(demandWord("runtime of this kind called", runtime, runtimes, ranges.placeOf(*ranges.member(runtime))));
            start.functionMs.emplace_back(runtime, *TRY(rangeOf(ranges, runtime)));
        }
    }
    start.wasmMs = TRY(rangeOf(object, "wasmMs"));
    start.podMs = TRY(rangeOf(object, "podMs"));
    start.source = TRY(object.text("source"));
    TRY(object.finish());
    return start;
}

std::vector<std::string> knownRuntimes() {
    std::vector<std::string> known;
    for (const RuntimeWord& runtime : runtimeWords()) {
        known.emplace_back(runtime.key);
    }
    return known;
}

}  // namespace

Result<ServiceKind> readKind(const SourceText& source) {
    const YamlNode document = TRY(readYamlDocument(source));
    YamlObject object = TRY(YamlObject::of(document, source.name));
    ServiceKind kind;
    TRY(readIdentity(object, kind));
    kind.constraints = TRY(wordListOf(object, "constraints", "constraint", keysOf(constraintWords())));
    kind.runtimes = TRY(wordListOf(object, "runtimes", "runtime", knownRuntimes()));
    kind.fields = TRY(readFields(object));
    for (const FieldSpec& field : kind.fields) {
        if (field.standard) {
            kind.standards.emplace(field.key, *field.standard);
        }
    }
    kind.hostings = TRY(readHostings(object));
    kind.notHostedOn = TRY(readImpossibleHosts(object, kind.hostings));
    TRY(readWorkload(object, kind));
    for (const YamlNode* node : TRY(object.list("typicalConnections"))) {
        kind.typicalConnections.push_back(TRY(typicalConnectionOf(*node, source.name)));
    }
    kind.typicalFindings = TRY(object.texts("typicalFindings"));
    if (const YamlNode* start = object.member("coldStart")) {
        kind.coldStart = TRY(coldStartOf(*start, source.name, kind.runtimes));
    }
    TRY(object.finish());
    return kind;
}

}  // namespace tideline
