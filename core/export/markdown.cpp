// SPDX-License-Identifier: Apache-2.0
#include "core/export/markdown.h"

namespace tideline {

namespace {

/// True where the character at this place would be more than text; most hyphens and colons are not.
bool isActive(std::string_view text, std::size_t at) {
    const char c = text[at];
    const bool startsList = at == 0 && std::string_view("-+#").find(c) != std::string_view::npos;
    const bool startsLink = c == ':' && text.substr(at).starts_with("://");
    return startsList || startsLink || std::string_view("\\`*_[]|~$").find(c) != std::string_view::npos;
}

}  // namespace

std::string markdownText(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7F) {
            escaped += ' ';
        } else if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else {
            escaped += isActive(text, at) ? "\\" : "";
            escaped += c;
        }
    }
    return escaped;
}

}  // namespace tideline
