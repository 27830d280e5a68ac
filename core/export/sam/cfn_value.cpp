// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"

#include <fmt/format.h>

namespace tideline {

namespace {

/// The byte at which a text of at most `most` bytes ends without cutting a UTF-8 character.
std::size_t characterBorder(const std::string& text, std::size_t most) {
    std::size_t end = std::min(text.size(), most);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return end;
}

std::string withLiteralDollars(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        out += text[at];
        if (text[at] == '$' && at + 1 < text.size() && text[at + 1] == '{') {
            out += "{!";
            ++at;
        }
    }
    return out;
}

}  // namespace

YamlValue cfnRef(std::string_view name) {
    return tagged("!Ref", name);
}

YamlValue cfnAttribute(std::string_view logicalId, std::string_view attribute) {
    return tagged("!GetAtt", fmt::format("{}.{}", logicalId, attribute));
}

YamlValue cfnSub(std::string text) {
    return tagged("!Sub", std::move(text));
}

YamlValue cfnIf(std::string_view condition, YamlValue then, YamlValue otherwise) {
    return tagged("!If", YamlList{YamlValue(condition), std::move(then), std::move(otherwise)});
}

YamlValue cfnOnlyIf(std::string_view condition, YamlValue then) {
    return cfnIf(condition, std::move(then), cfnNoValue());
}

YamlValue cfnNoValue() {
    return cfnRef("AWS::NoValue");
}

Result<YamlValue> cfnLiteral(const std::string& text, const std::string& place) {
    if (text.find("{{resolve:") != std::string::npos) {
        return failure("the text holds '{{resolve:', which CloudFormation would replace by a secret or parameter; "
                       "take it out",
                       place);
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F) {
            return failure(fmt::format("the text holds the control character 0x{:02X}; take it out", byte), place);
        }
    }
    if (text.find("${") != std::string::npos) {
        return cfnSub(withLiteralDollars(text));
    }
    return YamlValue(text);
}

Result<YamlValue> cfnDescription(const std::string& text, const std::string& place, std::size_t most) {
    std::string escaped = withLiteralDollars(text);
    if (escaped.size() <= most) {
        return cfnLiteral(text, place);
    }
    // Escapes count as well, so the text is cut by what they add.
    const std::size_t room = most - std::min(most, escaped.size() - text.size());
    return cfnLiteral(text.substr(0, characterBorder(text, room)), place);
}

Result<YamlValue> cfnPlainDescription(const std::string& text, const std::string& place) {
    constexpr std::size_t kMost = 1024;
    TRY(cfnLiteral(text, place));  // what it refuses is refused here too
    std::string shown = text;
    for (std::size_t at = shown.find("${"); at != std::string::npos; at = shown.find("${", at)) {
        shown.insert(at + 1, " ");  // no function may stand here to keep it, and readers look for parameters
    }
    return YamlValue(shown.size() <= kMost ? shown : shown.substr(0, characterBorder(shown, kMost)));
}

YamlValue cfnTexts(const std::vector<std::string_view>& texts) {
    YamlList list;
    for (const std::string_view text : texts) {
        list.emplace_back(text);
    }
    return list;
}

YamlValue cfnAllow(std::string_view sid, const std::vector<std::string_view>& actions, YamlValue resource) {
    return YamlMembers{{"Sid", sid},
                       {"Effect", "Allow"},
                       {"Action", actions.size() == 1 ? YamlValue(actions.front()) : cfnTexts(actions)},
                       {"Resource", std::move(resource)}};
}

YamlValue cfnPolicy(YamlList statements) {
    return YamlMembers{{"Version", "2012-10-17"}, {"Statement", std::move(statements)}};
}

YamlValue cfnTrust(std::string_view service, const std::vector<std::string_view>& actions) {
    return cfnPolicy({YamlMembers{
        {"Effect", "Allow"},
        {"Principal", YamlMembers{{"Service", service}}},
        {"Action", actions.size() == 1 ? YamlValue(actions.front()) : cfnTexts(actions)},
        {"Condition", YamlMembers{{"StringEquals", YamlMembers{{"aws:SourceAccount", cfnRef("AWS::AccountId")}}}}}}});
}

}  // namespace tideline
