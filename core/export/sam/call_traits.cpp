// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"

#include "core/export/sam/code_text.h"

#include <algorithm>

namespace tideline {

bool hasVariable(const SamCall& call, std::string_view ending) {
    return std::ranges::any_of(call.variables, [&](const auto& row) { return row.first.ends_with(ending); });
}

bool isOpenedBySecret(const SamCall& call) {
    return hasVariable(call, "_SECRET_NAME") || hasVariable(call, "_SECRET_ARN");
}

bool isFound(const SamCall& call) {
    return call.isRead && (call.kind == SamCallKind::Objects || call.kind == SamCallKind::Items ||
                           call.kind == SamCallKind::Documents || call.kind == SamCallKind::Stored);
}

bool findsBytes(const SamCall& call) {
    return isFound(call) && (call.kind == SamCallKind::Objects || call.kind == SamCallKind::Stored);
}

bool isGrouped(const SamCall& call) {
    return call.kind == SamCallKind::Send && call.to != nullptr && call.to->profile->flag("ordered");
}

bool needsNetwork(SamCallKind kind) {
    return kind == SamCallKind::Request || kind == SamCallKind::Query || kind == SamCallKind::Cached ||
           kind == SamCallKind::Search;
}

bool speaksTls(const SamCall& call) {
    return call.to == nullptr || call.to->shape != SamShape::Core;
}

std::string placeOf(const SamCall& call) {
    return call.to == nullptr ? "results" : snakeCase(call.to->slug);
}

int secondsOf(const SamCall& call) {
    return std::max(1, call.timeoutMs / 1000);
}

std::string quotedWords(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "\"" : ", \"") + word + "\"";
    }
    return text;
}

}  // namespace tideline
