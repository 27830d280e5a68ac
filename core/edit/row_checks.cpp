// SPDX-License-Identifier: Apache-2.0
#include "core/edit/row_checks.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/base/utf8.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace tideline {

namespace {

template <class Row>
Result<Row> rowOf(const Table<Row>& table, const decltype(Row::id)& id, std::string_view what) {
    if (const Row* row = table.find(id)) {
        return *row;
    }
    return failure(fmt::format("the {} '{}' is not in the design any more", what, shownText(id.text)));
}

/// Joiners are part of scripts and emoji; all else that is invisible would mislead a reader.
bool misleads(char32_t character) {
    return isInvisible(character) && character != 0x200c && character != 0x200d && character != 0xad;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

/// "Cache 12" without its number.
std::string withoutNumber(const std::string& name) {
    const std::size_t end = name.find_last_not_of("0123456789");
    const bool numbered = end != std::string::npos && end > 0 && end + 1 < name.size() && name[end] == ' ';
    return numbered ? name.substr(0, end) : name;
}

}  // namespace

Result<Service> serviceOf(const Design& design, const ServiceId& id) {
    return rowOf(design.services, id, "service");
}

Result<Connection> connectionOf(const Design& design, const ConnectionId& id) {
    return rowOf(design.connections, id, "connection");
}

Result<Entry> entryOf(const Design& design, const EntryId& id) {
    return rowOf(design.entries, id, "entry");
}

Result<Topic> topicOf(const Design& design, const TopicId& id) {
    return rowOf(design.topics, id, "topic");
}

std::string nameOf(const Design& design, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service == nullptr ? "a service" : service->name;
}

std::string nameOf(const Design& design, const ConnectionId& id) {
    const Connection* connection = design.connections.find(id);
    return connection == nullptr
               ? "a connection"
               : fmt::format("{} to {}", nameOf(design, connection->from), nameOf(design, connection->to));
}

std::string namesOf(const Design& design, const std::vector<ServiceId>& ids) {
    return ids.size() == 1 ? nameOf(design, ids.front()) : fmt::format("{} services", ids.size());
}

Result<std::string> checkedName(const std::string& text, std::string_view what) {
    std::string name = trimmed(text);
    if (name.empty()) {
        return failure(fmt::format("a {} needs at least one character", what));
    }
    if (firstBadByte(name)) {
        return failure(fmt::format("the {} '{}' is not UTF-8", what, shownText(name)));
    }
    if (const std::size_t count = characterCount(name); count > limitOf(LimitId::NameCharacters)) {
        return failure(fmt::format("the {} has {} characters; the limit is {}", what, shownCount(count),
                                   shownCount(limitOf(LimitId::NameCharacters))));
    }
    for (std::size_t at = 0; at < name.size(); at += codePointAt(name, at).length) {
        if (misleads(codePointAt(name, at).value)) {
            return failure(
                fmt::format("the {} '{}' holds a character that nobody can see; leave it out", what, shownText(name)));
        }
    }
    return name;
}

Result<void> checkLongText(const std::string& text, std::string_view what) {
    if (firstBadByte(text)) {
        return failure(fmt::format("the {} is not UTF-8", what));
    }
    if (const std::size_t count = characterCount(text); count > limitOf(LimitId::NoteCharacters)) {
        return failure(fmt::format("the {} has {} characters; the limit is {}", what, shownCount(count),
                                   shownCount(limitOf(LimitId::NoteCharacters))));
    }
    return {};
}

Result<void> checkFieldValue(const FieldValue& value) {
    if (const auto* number = std::get_if<double>(&value); number != nullptr && !std::isfinite(*number)) {
        return failure("a number must be finite");
    }
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? Result<void>() : checkLongText(*text, "text");
}

Result<void> checkNumber(double number, double least, double most, std::string_view what) {
    if (!std::isfinite(number) || number < least || number > most) {
        return failure(fmt::format("{} must be a number from {} to {}", what, least, most));
    }
    return {};
}

Result<void> checkCoordinates(double x, double y) {
    const auto most = static_cast<double>(limitOf(LimitId::Coordinate));
    if (!std::isfinite(x) || !std::isfinite(y) || std::abs(x) > most || std::abs(y) > most) {
        return failure(fmt::format("this spot is off the board; it ends {} units from the middle",
                                   shownCount(limitOf(LimitId::Coordinate))));
    }
    return {};
}

std::string freeName(const Design& design, const std::string& name) {
    std::set<std::string> taken;
    for (const Service& service : design.services) {
        taken.insert(service.name);
    }
    if (!taken.contains(name)) {
        return name;
    }
    const std::string base = withoutNumber(name);
    int number = 2;
    while (taken.contains(fmt::format("{} {}", base, number))) {
        ++number;
    }
    return fmt::format("{} {}", base, number);
}

std::string idPrefix(const std::string& kind) {
    constexpr std::size_t kLongest = 40;
    const bool clean = !kind.empty() && kind.size() <= kLongest && std::ranges::all_of(kind, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    return clean ? kind : "service";
}

}  // namespace tideline
