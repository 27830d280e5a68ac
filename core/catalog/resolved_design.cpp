// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/resolved_design.h"

#include "core/catalog/field_fault.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

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
    for (const auto& [key, value] : service.fields) {
        const FieldSpec* field = kind.field(key);
        if (field != nullptr && fits(*field, value)) {
            profile.given.emplace_hint(profile.given.end(), key, value);
        }
    }
    return profile;
}

void addIssues(std::vector<FieldIssue>& issues, const Service& service, const ServiceKind& kind) {
    const std::string owner = fmt::format("'{}'", service.name);
    for (const auto& [key, value] : service.fields) {
        const FieldSpec* field = kind.field(key);
        if (field == nullptr) {
            issues.push_back(
                {service.id, key, FieldFault::Unknown, unknownFieldText(owner, kind.phrase, kind.fields, key)});
        } else if (!fits(*field, value)) {
            issues.push_back({service.id, key, FieldFault::Misfit, misfitText(owner, *field, value)});
        }
    }
}

const FieldValue* fieldOf(const ServiceProfile& profile, std::string_view field) {
    if (const auto given = profile.given.find(field); given != profile.given.end()) {
        return &given->second;
    }
    const auto standard = profile.kind->standards.find(field);
    return standard == profile.kind->standards.end() ? nullptr : &standard->second;
}

template <class Value>
const Value* valueOf(const ServiceProfile& profile, std::string_view field) {
    const FieldValue* value = fieldOf(profile, field);
    return value == nullptr ? nullptr : std::get_if<Value>(value);
}

}  // namespace

double ServiceProfile::number(std::string_view field, double fallback) const {
    const double* value = valueOf<double>(*this, field);
    return value == nullptr ? fallback : *value;
}

bool ServiceProfile::flag(std::string_view field, bool fallback) const {
    const bool* value = valueOf<bool>(*this, field);
    return value == nullptr ? fallback : *value;
}

std::string ServiceProfile::text(std::string_view field, std::string_view fallback) const {
    const std::string* value = valueOf<std::string>(*this, field);
    return value == nullptr ? std::string(fallback) : *value;
}

bool ServiceProfile::has(std::string_view field) const {
    return fieldOf(*this, field) != nullptr;
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
    resolved.services.reserve(design.services.size());
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
