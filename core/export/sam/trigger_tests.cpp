// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/trigger_tests.h"

#include "core/export/sam/python_scaffold.h"

namespace tideline {

std::string testsFor(SamTriggerKind trigger, bool isSigned, const TriggerTests& tests) {
    switch (trigger) {
    case SamTriggerKind::Http: return std::string(tests.request).append(isSigned ? tests.unsignedRequest : "");
    case SamTriggerKind::Task: return std::string(tests.step);
    case SamTriggerKind::Queue:
    case SamTriggerKind::Stream: return std::string(tests.once).append(tests.failure);
    case SamTriggerKind::Topic: return std::string(tests.once).append(tests.batch);
    case SamTriggerKind::Bus:
    case SamTriggerKind::Object: return std::string(tests.once);
    default: return std::string(tests.plain);
    }
}

std::vector<std::string> stepNames(const SamDraft& draft) {
    std::vector<std::string> names;
    for (const SamCall& call : callsInOrder(draft.calls)) {
        names.push_back(call.name);
    }
    return names;
}

}  // namespace tideline
