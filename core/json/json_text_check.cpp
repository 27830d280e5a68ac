// SPDX-License-Identifier: Apache-2.0
#include "core/json/json_text_check.h"

#include "core/base/shown_text.h"
#include "core/base/utf8.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

Result<void> checkJsonText(const SourceText& source, std::uint64_t mostBytes) {
    const std::string& text = source.text;
    if (text.size() > mostBytes) {
        return failure(
            fmt::format("the file has {}, and the limit is {}", shownBytes(text.size()), shownBytes(mostBytes)),
            source.name);
    }
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
        return failure("the file is UTF-16; save it as UTF-8", source.name);
    }
    if (const auto bad = firstBadByte(text)) {
        return failure(fmt::format("byte {} is not UTF-8; save the file as UTF-8", shownCount(*bad + 1)),
                       jsonPlaceText(source, *bad));
    }
    return {};
}

std::string jsonPlaceText(const SourceText& source, std::size_t byte) {
    const std::string_view before = std::string_view(source.text).substr(0, byte);
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 = 0
    return fmt::format("{}:{}:{}", source.name, std::ranges::count(before, '\n') + 1,
                       characterCount(before.substr(lineStart)) + 1);
}

Error jsonSyntaxError(const SourceText& source, std::size_t byte) {
    const std::string_view text = source.text;
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || byte > last) {
        return {"the text ends in the middle; the file was cut off, or a bracket is not closed",
                jsonPlaceText(source, text.size())};
    }
    const CodePoint character = codePointAt(text, byte);
    if (character.value < 0x20 || character.value == 0x7f) {
        return {"a text may not hold a line break or control character; write it as an escape such as \\n",
                jsonPlaceText(source, byte)};
    }
    return {
        fmt::format("this is not valid JSON; '{}' cannot stand here", shownText(text.substr(byte, character.length))),
        jsonPlaceText(source, byte)};
}

}  // namespace tideline
