// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/language.h"

#include "core/export/sam/python_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array kLanguages{
    SamLanguage{"python", "Python 3.13", "python3.13", "app.handler", pythonFiles, nullptr},
};

const SamLanguage* findLanguage(std::string_view key) {
    const auto row = std::ranges::find(kLanguages, key, &SamLanguage::key);
    return row == kLanguages.end() ? nullptr : &*row;
}

}  // namespace

std::span<const SamLanguage> samLanguages() {
    return kLanguages;
}

LanguageChoice languageOf(const SamService& service) {
    if (const std::string given = service.profile->text("runtime"); !given.empty()) {
        const SamLanguage* language = findLanguage(given);
        return language != nullptr ? LanguageChoice{language, ""} : LanguageChoice{&kLanguages.front(), given};
    }
    for (const std::string& runtime : service.profile->kind->runtimes) {
        if (const SamLanguage* language = findLanguage(runtime)) {
            const std::string& first = service.profile->kind->runtimes.front();
            return {language, first == language->key ? "" : first};
        }
    }
    return {&kLanguages.front(), ""};
}

}  // namespace tideline
