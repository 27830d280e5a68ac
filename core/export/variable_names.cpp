// SPDX-License-Identifier: Apache-2.0
#include "core/export/variable_names.h"

#include "core/targets/secret_words.h"

namespace tideline {

Result<NameMap> variableNames(const ResolvedDesign& resolved) {
    std::vector<NameRequest> requests;
    for (const ServiceProfile& profile : resolved.services) {
        const bool isPlain = profile.name.empty() || !soundsLikeASecret(nameFor(profile.name, NameStyle::Label));
        requests.push_back({profile.id.text, isPlain ? profile.name : profile.kind->title});
    }
    return NameMap::of(requests, NameStyle::Variable);
}

}  // namespace tideline
