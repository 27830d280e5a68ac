// SPDX-License-Identifier: Apache-2.0
#include "core/export/export_settings.h"

#include "core/export/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tideline {
namespace {

bool isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLabelCharacter(char c) {
    return isSmallLetter(c) || isDigit(c) || c == '-';
}

bool isLabel(std::string_view text) {
    return !text.empty() && text.size() <= 63 && std::ranges::all_of(text, isLabelCharacter) && text.front() != '-' &&
           text.back() != '-';
}

bool isRegion(std::string_view text) {
    return isLabel(text) && isSmallLetter(text.front());
}

bool isAccount(std::string_view text) {
    return text.size() == 12 && std::ranges::all_of(text, isDigit);
}

bool isDomain(std::string_view text) {
    if (text.size() > 190 || text.find('.') == std::string_view::npos) {
        return false;
    }
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('.', start), text.size());
        if (!isLabel(text.substr(start, end - start))) {
            return false;
        }
        start = end + 1;
    }
    return true;
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    const auto isPlain = [](char c) {
        return isLabelCharacter(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '+';
    };
    return at != std::string_view::npos && at > 0 && std::ranges::all_of(text.substr(0, at), isPlain) &&
           isDomain(text.substr(at + 1));
}

bool isRepository(std::string_view text) {
    constexpr std::string_view kScheme = "https://";
    const auto isPlain = [](char c) {
        return isLabelCharacter(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '/';
    };
    return text.size() > kScheme.size() && text.size() <= 200 && text.starts_with(kScheme) &&
           std::ranges::all_of(text.substr(kScheme.size()), isPlain);
}

struct SettingRow {
    std::string_view key;
    std::string ExportSettings::*member;
    bool (*isGood)(std::string_view);
    std::string_view expected;
};

constexpr std::array<SettingRow, 6> kSettings{{
    {"region", &ExportSettings::region, isRegion, "a region such as us-east-1"},
    {"account", &ExportSettings::account, isAccount, "the twelve digits of an account"},
    {"domain", &ExportSettings::domain, isDomain, "a domain in small letters such as example.com"},
    {"owner", &ExportSettings::owner, isLabel, "small letters, digits and hyphens, at most 63"},
    {"email", &ExportSettings::email, isEmail, "an address such as team@example.com"},
    {"repository", &ExportSettings::repository, isRepository, "an address such as https://github.com/team/shop"},
}};

}  // namespace

Result<ExportSettings> exportSettingsOf(const Design& design) {
    ExportSettings settings;
    const std::string_view title = design.title.empty() ? std::string_view("design") : design.title;
    const std::array<NameRequest, 1> request{{{std::string(title), std::string(title)}}};
    settings.application = TRY(NameMap::of(request, NameStyle::Label, reservedLabels()))[std::string(title)];
    for (const SettingRow& row : kSettings) {
        const auto given = design.settings.exports.find(std::string(row.key));
        if (given == design.settings.exports.end()) {
            continue;
        }
        const std::string* text = std::get_if<std::string>(&given->second);
        if (text == nullptr || !row.isGood(*text)) {
            return failure(fmt::format("expected {}{}", row.expected, text == nullptr ? "" : ", found '" + *text + "'"),
                           fmt::format("/settings/exports/{}", row.key));
        }
        settings.*row.member = *text;
    }
    return settings;
}

}  // namespace tideline
