// SPDX-License-Identifier: Apache-2.0
#include "core/export/markdown.h"

namespace tideline {

std::string markdownText(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7F) {
            escaped += ' ';
        } else if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else if (c == '&') {
            escaped += "&amp;";
        } else if (std::string_view("\\`*_{}[]()#+!|~$@:").find(c) != std::string_view::npos) {
            escaped += '\\';
            escaped += c;
        } else {
            escaped += c;
        }
    }
    return escaped;
}

}  // namespace tideline
