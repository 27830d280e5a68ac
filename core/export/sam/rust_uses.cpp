// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/rust_uses.h"

#include "core/export/sam/call_traits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>

namespace tideline {

namespace {

constexpr std::size_t kWidthOfLists = 60;  // Of rustfmt: longer ones stand one text a line.

std::size_t groupOf(std::string_view path) {
    return path.starts_with("std::") ? 0 : path.starts_with("crate::") ? 2 : 1;
}

}  // namespace

std::string rustUses(const RustUses& paths) {
    std::array<std::map<std::string, std::vector<std::string>>, 3> groups;
    for (const std::string& path : paths) {
        const std::size_t end = path.rfind("::");
        groups[groupOf(path)][path.substr(0, end)].push_back(path.substr(end + 2));
    }
    std::string text;
    for (const auto& modules : groups) {
        std::set<std::string> lines;
        for (const auto& [module, names] : modules) {
            const std::string list = fmt::format("{}", fmt::join(names, ", "));
            lines.insert(module + "::" + (names.size() == 1 ? list : "{" + list + "}"));
        }
        text += text.empty() || lines.empty() ? "" : "\n";
        for (const std::string& line : lines) {
            text += "use " + line + ";\n";
        }
    }
    return text;
}

std::string rustList(const std::vector<std::string>& texts) {
    const std::string line = quotedWords(texts);
    if (line.size() + 2 <= kWidthOfLists) {
        return "[" + line + "]";
    }
    std::string text = "[\n";
    for (const std::string& each : texts) {
        text += "    \"" + each + "\",\n";
    }
    return text + "]";
}

}  // namespace tideline
