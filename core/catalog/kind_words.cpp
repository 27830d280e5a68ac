// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::size_t kShortList = 13;

}  // namespace

std::vector<std::string> keysOf(std::span<const Word> words) {
    std::vector<std::string> keys;
    for (const Word& word : words) {
        keys.emplace_back(word.key);
    }
    return keys;
}

std::vector<std::string> keysOf(std::span<const std::string_view> words) {
    return {words.begin(), words.end()};
}

Result<void> demandWord(std::string_view what, const std::string& word, const std::vector<std::string>& known,
                        const std::string& place) {
    if (std::ranges::find(known, word) != known.end()) {
        return {};
    }
    std::string hint = suggestion(word, known);
    if (hint.empty() && known.size() <= kShortList) {
        hint = fmt::format("; expected one of {}", fmt::join(known, ", "));
    }
    return failure(fmt::format("there is no {} '{}'{}", what, word, hint), place);
}

Result<std::string> wordOf(YamlObject& object, const std::string& name, std::string_view what,
                           const std::vector<std::string>& known) {
    std::string word = TRY(object.text(name));
    TRY(demandWord(what, word, known, object.placeOf(*object.member(name))));
    return word;
}

Result<std::string> optionalWordOf(YamlObject& object, const std::string& name, std::string_view what,
                                   const std::vector<std::string>& known) {
    return object.has(name) ? wordOf(object, name, what, known) : Result<std::string>(std::string());
}

Result<std::vector<std::string>> wordListOf(YamlObject& object, const std::string& name, std::string_view what,
                                            const std::vector<std::string>& known) {
    const std::vector<std::string> words = TRY(object.texts(name));
    const std::vector<const YamlNode*> nodes = TRY(object.list(name));
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string place = object.placeOf(*nodes[at]);
        TRY(demandWord(what, words[at], known, place));
        if (std::ranges::find(words, words[at]) - words.begin() < static_cast<std::ptrdiff_t>(at)) {
            return failure(fmt::format("the {} '{}' stands twice in the list", what, words[at]), place);
        }
    }
    return words;
}

Result<Host> hostOf(YamlObject& object) {
    std::vector<std::string> known;
    for (const Host host : kHosts) {
        known.emplace_back(keyOf(host));
    }
    return *hostOfKey(TRY(wordOf(object, "host", "host", known)));
}

Result<double> amountOf(YamlObject& object, const std::string& name) {
    const double amount = TRY(object.optionalNumber(name)).value_or(0);
    if (amount < 0) {
        return object.failureAt(name, fmt::format("{} is below 0; expected 0 or more", amount));
    }
    return amount;
}

}  // namespace tideline
