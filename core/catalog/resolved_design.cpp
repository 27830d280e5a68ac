// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/resolved_design.h"

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

std::string unknownField(const Service& service, const ServiceKind& kind, const std::string& field) {
    std::vector<std::string> known;
    for (const FieldSpec& spec : kind.fields) {
        known.push_back(spec.key);
    }
    std::string hint = suggestion(field, known);
    if (hint.empty()) {
        hint = ".";
    }
    return fmt::format("'{}' sets '{}', but {} has no such field{}", service.name, shownText(field), kind.phrase, hint);
}

std::string misfit(const Service& service, const FieldSpec& field, const FieldValue& value) {
    const bool isNumber = field.type() == FieldType::Number && std::holds_alternative<double>(value);
    return fmt::format("'{}' sets '{}' to {}, but it must be {}.", service.name, field.title,
                       isNumber ? withUnit(std::get<double>(value), field.unit) : shown(value), expectation(field));
}

double copiesOf(const Design& design, const Service& service) {
    const auto at = std::ranges::find(design.zones, service.zone, &Zone::id);
    return at == design.zones.end() ? 1 : std::max(1.0, at->copies);
}

ServiceProfile profileOf(const Design& design, const Service& service, const ServiceKind& kind) {
    ServiceProfile profile{.id = service.id,
                           .name = service.name,
                           .kind = &kind,
                           .host = service.host,
                           .role = kind.role,
                           .copies = copiesOf(design, service)};
    for (const FieldSpec& field : kind.fields) {
        const auto given = service.fields.find(field.key);
        if (given != service.fields.end() && fits(field, given->second)) {
            profile.fields.emplace(field.key, given->second);
        } else if (field.standard) {
            profile.fields.emplace(field.key, *field.standard);
        }
    }
    return profile;
}

void addIssues(std::vector<FieldIssue>& issues, const Service& service, const ServiceKind& kind) {
    for (const auto& [key, value] : service.fields) {
        const FieldSpec* field = kind.field(key);
        if (field == nullptr) {
            issues.push_back({service.id, key, FieldFault::Unknown, unknownField(service, kind, key)});
        } else if (!fits(*field, value)) {
            issues.push_back({service.id, key, FieldFault::Misfit, misfit(service, *field, value)});
        }
    }
}

template <class Value>
const Value* valueOf(const FieldValues& fields, std::string_view field) {
    const auto at = fields.find(std::string(field));
    return at == fields.end() ? nullptr : std::get_if<Value>(&at->second);
}

}  // namespace

double ServiceProfile::number(std::string_view field, double fallback) const {
    const double* value = valueOf<double>(fields, field);
    return value == nullptr ? fallback : *value;
}

bool ServiceProfile::flag(std::string_view field, bool fallback) const {
    const bool* value = valueOf<bool>(fields, field);
    return value == nullptr ? fallback : *value;
}

std::string ServiceProfile::text(std::string_view field, std::string_view fallback) const {
    const std::string* value = valueOf<std::string>(fields, field);
    return value == nullptr ? std::string(fallback) : *value;
}

bool ServiceProfile::has(std::string_view field) const {
    return fields.contains(std::string(field));
}

double ServiceProfile::maxDurationMs() const {
    return number("maxDurationMs", number("durationMs"));
}

const ServiceProfile* ResolvedDesign::find(const ServiceId& id) const {
    const auto at = std::ranges::lower_bound(services, id, {}, &ServiceProfile::id);
    return at != services.end() && at->id == id ? &*at : nullptr;
}

std::string gpuNodePrice(const ClusterSettings& cluster, const ServiceProfile& profile) {
    if (!cluster.gpuNode.empty()) {
        return cluster.gpuNode;
    }
    if (const Hosting* hosting = profile.kind->hosting(Host::Kubernetes)) {
        for (const CostSpec& cost : hosting->costs) {
            if (cost.meter == kGpuNodes) {
                return cost.price;
            }
        }
    }
    return {};
}

ResolvedDesign resolve(const Design& design, const Catalog& catalog) {
    ResolvedDesign resolved;
    for (const Service& service : design.services) {
        const ServiceKind* kind = catalog.find(service.kind);
        if (kind == nullptr) {
            resolved.unknownKinds.push_back(service.id);
            continue;
        }
        resolved.services.push_back(profileOf(design, service, *kind));
        addIssues(resolved.issues, service, *kind);
    }
    return resolved;
}

}  // namespace tideline
