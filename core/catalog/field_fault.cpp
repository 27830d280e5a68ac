// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/field_fault.h"

#include "core/base/number_text.h"
#include "core/base/shown_text.h"
#include "core/yaml/yaml_object.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

std::string shown(const FieldValue& value) {
    if (const double* number = std::get_if<double>(&value)) {
        return numberText(*number);
    }
    if (const bool* isOn = std::get_if<bool>(&value)) {
        return *isOn ? "on" : "off";
    }
    return fmt::format("'{}'", shownText(std::get<std::string>(value)));
}

std::string withUnit(double number, const std::string& unit) {
    return unit.empty() ? numberText(number) : fmt::format("{} {}", numberText(number), unit);
}

/// What a field wants, to follow "but it must be".
std::string expectation(const FieldSpec& field) {
    switch (field.type()) {
    case FieldType::Switch: return "on or off";
    case FieldType::Text: return "a text";
    case FieldType::Choice: {
        std::vector<std::string> choices;
        for (const FieldValue& choice : field.choices) {
            choices.push_back(shown(choice));
        }
        return fmt::format("one of {}", fmt::join(choices, ", "));
    }
    case FieldType::Number: break;
    }
    if (field.least && field.most) {
        return fmt::format("from {} to {}", numberText(*field.least), withUnit(*field.most, field.unit));
    }
    return field.least ? fmt::format("{} or more", withUnit(*field.least, field.unit)) : "a number";
}

}  // namespace

bool fits(const FieldSpec& field, const FieldValue& value) {
    switch (field.type()) {
    case FieldType::Switch: return std::holds_alternative<bool>(value);
    case FieldType::Text: return std::holds_alternative<std::string>(value);
    case FieldType::Choice: return std::ranges::find(field.choices, value) != field.choices.end();
    case FieldType::Number: break;
    }
    const double* number = std::get_if<double>(&value);
    return number != nullptr && (!field.least || *number >= *field.least) && (!field.most || *number <= *field.most);
}

std::string misfitText(std::string_view owner, const FieldSpec& field, const FieldValue& value) {
    const bool isNumber = field.type() == FieldType::Number && std::holds_alternative<double>(value);
    return fmt::format("{} sets '{}' to {}, but it must be {}.", owner, field.title,
                       isNumber ? withUnit(std::get<double>(value), field.unit) : shown(value), expectation(field));
}

std::string unknownFieldText(std::string_view owner, std::string_view phrase, std::span<const FieldSpec> fields,
                             const std::string& field) {
    std::vector<std::string> known;
    for (const FieldSpec& spec : fields) {
        known.push_back(spec.key);
    }
    const std::string hint = suggestion(field, known);
    return fmt::format("{} sets '{}', but {} has no such field{}", owner, shownText(field), phrase,
                       hint.empty() ? "." : hint);
}

}  // namespace tideline
