// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tideline {

/// A JSON value that our code builds and writes, with members in the order in which they were put in. Reading goes
/// through JsonObject.
class JsonValue {
public:
    using Members = std::vector<std::pair<std::string, JsonValue>>;
    using List = std::vector<JsonValue>;
    struct Raw {  ///< JSON text that is written as it is: numbers in exact decimals, members kept from a file
        std::string text;
        bool operator==(const Raw&) const = default;
    };
    using Variant = std::variant<std::nullptr_t, bool, long long, double, std::string, List, Members, Raw>;

    JsonValue() = default;
    JsonValue(std::nullptr_t) {}
    JsonValue(bool value) : m_value(value) {}
    JsonValue(int value) : m_value(static_cast<long long>(value)) {}
    JsonValue(long long value) : m_value(value) {}
    JsonValue(std::size_t value) : m_value(static_cast<long long>(value)) {}
    JsonValue(double value) : m_value(value) {}  ///< finite; written as the shortest decimal
    JsonValue(const char* value) : m_value(std::string(value)) {}
    JsonValue(std::string value) : m_value(std::move(value)) {}
    JsonValue(std::string_view value) : m_value(std::string(value)) {}
    JsonValue(List value) : m_value(std::move(value)) {}
    JsonValue(Raw value) : m_value(std::move(value)) {}

    static JsonValue object();
    static JsonValue list();
    /// Adds a member; names must not repeat.
    JsonValue& set(std::string name, JsonValue value);
    JsonValue& add(JsonValue value);
    const Variant& variant() const { return m_value; }
    bool operator==(const JsonValue&) const = default;

private:
    explicit JsonValue(Members value) : m_value(std::move(value)) {}
    Variant m_value = nullptr;
};

/// Pretty JSON: two spaces a level, one member a line, lists of short scalars on one line, a line break at the end.
/// Text that is not UTF-8 is written with U+FFFD in place of the bad bytes.
std::string jsonText(const JsonValue& value);
/// The same on one line, without a line break: {"id": "c1", "from": "a"}.
std::string jsonLine(const JsonValue& value);

}  // namespace tideline
