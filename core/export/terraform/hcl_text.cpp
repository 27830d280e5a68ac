// SPDX-License-Identifier: Apache-2.0
#include "core/export/terraform/hcl_text.h"

#include <fmt/format.h>

namespace tideline {

std::string hclText(std::string_view text) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const auto code = static_cast<unsigned char>(c);
        const bool startsTemplate = (c == '$' || c == '%') && at + 1 < text.size() && text[at + 1] == '{';
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (code < 0x20 || code == 0x7F) {
            out += fmt::format("\\u{:04X}", code);
        } else {
            out += startsTemplate ? std::string(2, c) : std::string(1, c);
        }
    }
    return out + "\"";
}

}  // namespace tideline
