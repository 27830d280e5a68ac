// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_reader.h"
#include "core/catalog/kind_words.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// A number, a switch or a text, as the file writes it.
Result<FieldValue> valueOf(YamlObject& object, const std::string& name) {
    const YamlNode& node = *object.member(name);
    if (node.kind == YamlNode::Kind::Scalar && !node.quoted && (node.text == "true" || node.text == "false")) {
        return FieldValue(node.text == "true");
    }
    if (const Result<double> number = object.number(name)) {
        return FieldValue(*number);
    }
    return FieldValue(TRY(object.text(name)));
}

Result<void> checkNumber(const YamlObject& object, const FieldSpec& field) {
    if (field.least && field.most && *field.least > *field.most) {
        return object.failureAt("least",
                                fmt::format("the least value {} lies above the most, {}", *field.least, *field.most));
    }
    const double* standard = field.standard ? std::get_if<double>(&*field.standard) : nullptr;
    if (standard == nullptr) {
        return {};
    }
    if (field.least && *standard < *field.least) {
        return object.failureAt("standard",
                                fmt::format("the standard {} lies below the least value, {}", *standard, *field.least));
    }
    if (field.most && *standard > *field.most) {
        return object.failureAt("standard",
                                fmt::format("the standard {} lies above the most, {}", *standard, *field.most));
    }
    return {};
}

Result<void> checkField(const YamlObject& object, const FieldSpec& field) {
    if (field.type() == FieldType::Number) {
        return checkNumber(object, field);
    }
    if (field.least || field.most) {
        return object.failureAt(field.least ? "least" : "most", "only numbers have a least and a most value");
    }
    const bool isChoice = field.type() == FieldType::Choice;
    if (isChoice && (!field.standard || std::ranges::find(field.choices, *field.standard) == field.choices.end())) {
        return object.failureAt("standard", "the standard is none of the choices");
    }
    return {};
}

Result<FieldSpec> fieldOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    FieldSpec field;
    field.key = TRY(object.text("key"));
    field.title = TRY(object.text("title"));
    field.unit = TRY(optionalWordOf(object, "unit", "unit", keysOf(fieldUnits())));
    if (object.has("standard")) {
        field.standard = TRY(valueOf(object, "standard"));
    }
    field.least = TRY(object.optionalNumber("least"));
    field.most = TRY(object.optionalNumber("most"));
    for (std::string& choice : TRY(object.texts("choices"))) {
        field.choices.emplace_back(std::move(choice));
    }
    field.source = TRY(object.text("source"));
    field.note = TRY(object.optionalText("note")).value_or("");
    TRY(object.finish());
    TRY(checkField(object, field));
    return field;
}

}  // namespace

Result<std::vector<FieldSpec>> readFields(YamlObject& kind) {
    std::vector<FieldSpec> fields;
    for (const YamlNode* node : TRY(kind.list("fields"))) {
        FieldSpec field = TRY(fieldOf(*node, kind.file()));
        if (std::ranges::find(fields, field.key, &FieldSpec::key) != fields.end()) {
            return failure(fmt::format("the field '{}' stands twice", field.key), kind.placeOf(*node));
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

}  // namespace tideline
