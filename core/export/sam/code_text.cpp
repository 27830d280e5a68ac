// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"

#include <algorithm>

namespace tideline {

std::string filledCode(std::string_view code, const std::vector<std::pair<std::string_view, std::string>>& marks) {
    std::string text(code);
    for (const auto& [mark, value] : marks) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
            text.replace(at, mark.size(), value);
        }
    }
    return text;
}

std::string snakeCase(std::string_view slug) {
    std::string name(slug);
    std::ranges::replace(name, '-', '_');
    return name;
}

std::string camelCase(std::string_view slug) {
    std::string name;
    bool isStart = false;
    for (const char c : slug) {
        if (c == '-' || c == '_') {
            isStart = !name.empty();
            continue;
        }
        name += isStart && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        isStart = false;
    }
    return name;
}

}  // namespace tideline
