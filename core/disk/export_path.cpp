// SPDX-License-Identifier: Apache-2.0
#include "core/disk/export_path.h"

#include "core/base/shown_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::size_t kLongestPart = 100;
constexpr std::size_t kLongestPath = 240;

/// Names that Windows keeps for devices, whatever ending they have.
constexpr std::array<std::string_view, 22> kDevices{"con",  "prn",  "aux",  "nul",  "com1", "com2", "com3", "com4",
                                                    "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3",
                                                    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isPortable(char c) {
    const char small = lower(c);
    return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool isPart(const std::string& part) {
    const std::string folded = foldedPath(part);
    const bool shaped = !part.empty() && part.size() <= kLongestPart && std::ranges::all_of(part, isPortable) &&
                        part.front() != '-' && part.back() != '.' && part != "." && part != "..";
    return shaped && folded != ".git" &&
           std::ranges::find(kDevices, folded.substr(0, folded.find('.'))) == kDevices.end();
}

}  // namespace

std::string foldedPath(std::string_view path) {
    std::string folded(path);
    std::ranges::transform(folded, folded.begin(), lower);
    return folded;
}

Result<std::vector<std::string>> exportPathParts(std::string_view path) {
    std::vector<std::string> parts;
    std::string_view rest = path;
    while (true) {
        const std::size_t slash = rest.find('/');
        parts.emplace_back(rest.substr(0, slash));
        if (!isPart(parts.back()) || path.size() > kLongestPath) {
            return failure(
                fmt::format("'{}' cannot be a file of an export; its parts are letters, digits, '.', '_' and "
                            "'-', at most {} characters each",
                            shownText(path), kLongestPart));
        }
        if (slash == std::string_view::npos) {
            return parts;
        }
        rest.remove_prefix(slash + 1);
    }
}

}  // namespace tideline
