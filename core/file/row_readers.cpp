// SPDX-License-Identifier: Apache-2.0
#include "core/file/row_readers.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/base/utf8.h"

#include <fmt/core.h>
#include <fmt/format.h>

namespace tideline {

namespace {

constexpr double kMostRequests = 1e15;
constexpr double kMostCalls = 1e6;

NumberRange coordinates() {
    const auto most = static_cast<double>(limitOf(LimitId::Coordinate));
    return {-most, most};
}

Result<void> checkLength(const JsonObject& object, std::string_view name, const std::string& text, LimitId limit) {
    if (const std::size_t count = characterCount(text); count > limitOf(limit)) {
        return object.failureAt(name, fmt::format("the text has {} characters, and the limit is {}", shownCount(count),
                                                  shownCount(limitOf(limit))));
    }
    return {};
}

Result<FieldValue> readFieldValue(const JsonPlace& place) {
    switch (place.node->kind) {
    case JsonNode::Kind::Number: return FieldValue(TRY(place.number()));
    case JsonNode::Kind::Flag: return FieldValue(TRY(place.flag()));
    case JsonNode::Kind::Text: return FieldValue(TRY(place.text()));
    default: break;
    }
    return place.failureHere(fmt::format("expected a number, a switch or a text, found {}", place.described()));
}

Result<Host> readHost(JsonObject& object) {
    const std::string key = TRY(object.text("host"));
    if (const std::optional<Host> host = hostOfKey(key)) {
        return *host;
    }
    return object.failureAt(
        "host", fmt::format("expected kubernetes, function, wasm or managed, found the text '{}'", shownText(key)));
}

Result<ConnectionType> readType(JsonObject& object) {
    const std::string key = TRY(object.text("type"));
    if (const std::optional<ConnectionType> type = connectionTypeOfKey(key)) {
        return *type;
    }
    return object.failureAt("type", fmt::format("expected sync, async or data, found the text '{}'", shownText(key)));
}

}  // namespace

Result<FieldValues> readFields(JsonObject& object, std::string_view name) {
    FieldValues fields;
    if (const std::optional<JsonPlace> place = object.member(name)) {
        JsonObject values = TRY(JsonObject::of(*place));
        for (const auto& [key, value] : values.members()) {
            fields.insert_or_assign(key, TRY(readFieldValue(value)));
        }
    }
    return fields;
}

Result<std::string> readName(JsonObject& object, std::string_view name) {
    std::string text = TRY(object.text(name));
    TRY(checkLength(object, name, text, LimitId::NameCharacters));
    if (text.empty()) {
        return object.failureAt(name, "expected a text with at least one character, found an empty one");
    }
    return text;
}

Result<std::string> readNote(JsonObject& object, std::string_view name) {
    std::string text = TRY(object.text(name, ""));
    TRY(checkLength(object, name, text, LimitId::NoteCharacters));
    return text;
}

Result<Service> readService(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Service service;
    service.id.text = TRY(readName(object, "id"));
    service.name = TRY(object.text("name", ""));
    TRY(checkLength(object, "name", service.name, LimitId::NameCharacters));
    service.kind = TRY(readName(object, "kind"));
    service.host = TRY(readHost(object));
    service.zone.text = TRY(object.text("zone", ""));
    service.pinned = TRY(object.flag("pinned", false));
    service.fields = TRY(readFields(object, "fields"));
    service.extras = object.extras();
    return service;
}

Result<Connection> readConnection(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Connection connection;
    connection.id.text = TRY(readName(object, "id"));
    connection.from.text = TRY(readName(object, "from"));
    connection.to.text = TRY(readName(object, "to"));
    connection.type = TRY(readType(object));
    connection.callsPerRequest = TRY(object.optionalNumber("callsPerRequest", {0, kMostCalls})).value_or(1);
    connection.fields = TRY(readFields(object, "fields"));
    connection.extras = object.extras();
    return connection;
}

Result<Entry> readEntry(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Entry entry;
    entry.id.text = TRY(readName(object, "id"));
    entry.service.text = TRY(readName(object, "service"));
    entry.monthly = TRY(object.number("monthly", {0, kMostRequests}));
    entry.profile = TRY(object.text("profile", entry.profile));
    entry.background = TRY(object.flag("background", false));
    entry.extras = object.extras();
    return entry;
}

Result<Topic> readTopic(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Topic topic;
    topic.id.text = TRY(readName(object, "id"));
    topic.name = TRY(readName(object, "name"));
    topic.y = TRY(object.optionalNumber("y", coordinates())).value_or(0);
    topic.extras = object.extras();
    return topic;
}

Result<Zone> readZone(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Zone zone;
    zone.id.text = TRY(readName(object, "key"));
    zone.title = TRY(readName(object, "title"));
    zone.type = TRY(readName(object, "type"));
    zone.copies = TRY(object.optionalNumber("copies", {1, 1e6})).value_or(1);
    zone.extras = object.extras();
    return zone;
}

Result<Spot> readSpot(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    Spot spot;
    spot.id.text = TRY(readName(object, "id"));
    spot.x = TRY(object.number("x", coordinates()));
    spot.y = TRY(object.number("y", coordinates()));
    spot.extras = object.extras();
    return spot;
}

Result<AcceptedFinding> readAcceptedFinding(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    AcceptedFinding finding;
    finding.rule = TRY(readName(object, "rule"));
    finding.subject = TRY(object.text("subject", ""));
    finding.reason = TRY(readNote(object, "reason"));
    finding.extras = object.extras();
    return finding;
}

}  // namespace tideline
