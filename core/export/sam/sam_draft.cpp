// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_draft.h"

#include "core/export/sam/cfn_value.h"

#include <algorithm>

namespace tideline {

void takeCall(SamDraft& draft, const SamCall& call) {
    for (const SamGrant& right : call.rights) {
        grant(draft, right);
    }
    for (const auto& [name, value] : call.variables) {
        setEnvironment(draft, name, value);
    }
    draft.joinsVpc = draft.joinsVpc || call.joinsVpc;
}

void grant(SamDraft& draft, SamGrant right) {
    if (std::ranges::find(draft.grants, right) == draft.grants.end()) {
        draft.grants.push_back(std::move(right));
    }
}

void setEnvironment(SamDraft& draft, const std::string& name, YamlValue value) {
    if (std::ranges::none_of(draft.environment, [&](const auto& member) { return member.first == name; })) {
        draft.environment.emplace_back(name, std::move(value));
    }
}

YamlList policiesOf(const SamDraft& draft) {
    YamlList policies;
    YamlList statements;
    for (const SamGrant& right : draft.grants) {
        if (right.policyTemplate.empty()) {
            statements.push_back(right.statement);
        } else {
            policies.emplace_back(YamlMembers{{right.policyTemplate, YamlMembers{{right.parameter, right.value}}}});
        }
    }
    if (!statements.empty()) {
        policies.push_back(cfnPolicy(std::move(statements)));
    }
    return policies;
}

YamlList statementsOf(const SamDraft& draft) {
    YamlList statements;
    for (const SamGrant& right : draft.grants) {
        statements.push_back(right.statement);
    }
    return statements;
}

}  // namespace tideline
