// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/vocabulary.h"
#include "core/design/host.h"
#include "core/yaml/yaml_object.h"

namespace tideline {

/// The reading of words that must be in a closed list. `what` names the list in the message: "meter", "condition".

std::vector<std::string> keysOf(std::span<const Word> words);
std::vector<std::string> keysOf(std::span<const std::string_view> words);

/// "there is no meter 'gbSecond'; did you mean 'gbSeconds'?", at `place`; short lists are spelled out.
Result<void> demandWord(std::string_view what, const std::string& word, const std::vector<std::string>& known,
                        const std::string& place);
/// The member's word; fails where it is absent.
Result<std::string> wordOf(YamlObject& object, const std::string& name, std::string_view what,
                           const std::vector<std::string>& known);
/// Empty where the member is absent.
Result<std::string> optionalWordOf(YamlObject& object, const std::string& name, std::string_view what,
                                   const std::vector<std::string>& known);
/// The words of a list member, each at most once; empty where absent.
Result<std::vector<std::string>> wordListOf(YamlObject& object, const std::string& name, std::string_view what,
                                            const std::vector<std::string>& known);
Result<Host> hostOf(YamlObject& object);
/// A number that is 0 or more; 0 where absent.
Result<double> amountOf(YamlObject& object, const std::string& name);

}  // namespace tideline
