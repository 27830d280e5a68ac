// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

// What scaffolds of every language ask about a call.

/// True where the call takes an environment variable whose name ends so.
bool hasVariable(const SamCall& call, std::string_view ending);
/// True where the call's credentials stand in a secret, whose name or ARN is a variable.
bool isOpenedBySecret(const SamCall& call);
/// True where the call brings something back that the work goes on with: an object, an item or a document.
bool isFound(const SamCall& call);
/// True where what is brought back is bytes rather than JSON.
bool findsBytes(const SamCall& call);
/// True where the receiver is a queue that keeps the order.
bool isGrouped(const SamCall& call);
/// True where the call needs a network or a driver that unit tests do not have.
bool needsNetwork(SamCallKind kind);
/// False for stores of the core, which speak plain text inside the network: their pods have no certificate.
bool speaksTls(const SamCall& call);
/// The name of what the call reaches, as a word: of tables, indexes and keys.
std::string placeOf(const SamCall& call);
/// Whole seconds that the call may take, at least one.
int secondsOf(const SamCall& call);
/// The words in double quotes, with commas between.
std::string quotedWords(const std::vector<std::string>& words);

}  // namespace tideline
