// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// Unit tests of a scaffold in one language, with its marks open.
struct TriggerTests {
    std::string_view request, unsignedRequest;  ///< over HTTP; the second where calls are signed, empty = none
    std::string_view step;                      ///< of a workflow
    std::string_view once, failure;  ///< second deliveries; parts of a batch that fail
    std::string_view batch;          ///< a batch that fails as a whole
    std::string_view plain;          ///< what starts a function otherwise
};

/// The tests that a trigger needs, the same in every language.
std::string testsFor(SamTriggerKind trigger, bool isSigned, const TriggerTests& tests);
/// Names of the calls in the order in which the scaffold makes them.
std::vector<std::string> stepNames(const SamDraft& draft);

}  // namespace tideline
