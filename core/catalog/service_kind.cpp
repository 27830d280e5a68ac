// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/service_kind.h"

#include <algorithm>

namespace tideline {

namespace {

constexpr std::array<std::string_view, kRoles.size()> kRoleKeys{"service", "worker",   "job",     "store",
                                                                "channel", "platform", "external"};

template <class Row, class Member, class Value>
const Row* rowWhere(const std::vector<Row>& rows, Member member, const Value& value) {
    const auto at = std::ranges::find(rows, value, member);
    return at == rows.end() ? nullptr : &*at;
}

}  // namespace

std::string_view keyOf(Role role) {
    return kRoleKeys[static_cast<std::size_t>(role)];
}

std::optional<Role> roleOfKey(std::string_view key) {
    const auto at = std::ranges::find(kRoleKeys, key);
    return at == kRoleKeys.end() ? std::nullopt
                                 : std::optional(kRoles[static_cast<std::size_t>(at - kRoleKeys.begin())]);
}

FieldType FieldSpec::type() const {
    if (!choices.empty()) {
        return FieldType::Choice;
    }
    if (standard && std::holds_alternative<bool>(*standard)) {
        return FieldType::Switch;
    }
    return standard && std::holds_alternative<std::string>(*standard) ? FieldType::Text : FieldType::Number;
}

const Hosting* ServiceKind::hosting(Host host) const {
    return rowWhere(hostings, &Hosting::host, host);
}

const FieldSpec* ServiceKind::field(std::string_view fieldKey) const {
    return rowWhere(fields, &FieldSpec::key, fieldKey);
}

const ImpossibleHost* ServiceKind::impossible(Host host) const {
    return rowWhere(notHostedOn, &ImpossibleHost::host, host);
}

bool ServiceKind::isConstrained(std::string_view constraint) const {
    return std::ranges::find(constraints, constraint) != constraints.end();
}

}  // namespace tideline
