// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_object.h"

#include <algorithm>
#include <numeric>

namespace tideline {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Letters to change, add, leave out or swap with their neighbour, capitals aside.
std::size_t distance(const std::string& from, const std::string& to) {
    std::vector<std::size_t> beforeLast(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> current(to.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= from.size(); ++i) {
        current[0] = i;
        for (std::size_t k = 1; k <= to.size(); ++k) {
            const bool same = lower(from[i - 1]) == lower(to[k - 1]);
            current[k] = std::min({last[k] + 1, current[k - 1] + 1, last[k - 1] + (same ? 0 : 1)});
            const bool swapped =
                i > 1 && k > 1 && lower(from[i - 1]) == lower(to[k - 2]) && lower(from[i - 2]) == lower(to[k - 1]);
            if (swapped) {
                current[k] = std::min(current[k], beforeLast[k - 2] + 1);
            }
        }
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return last[to.size()];
}

}  // namespace

std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
    constexpr std::size_t kLongestWord = 100;
    if (word.empty() || word.size() > kLongestWord) {
        return {};
    }
    const std::string* nearest = nullptr;
    std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : known) {
        if (candidate.size() > kLongestWord) {
            continue;
        }
        if (const std::size_t steps = distance(word, candidate); steps < least) {
            least = steps;
            nearest = &candidate;
        }
    }
    return nearest == nullptr ? std::string() : "; did you mean '" + *nearest + "'?";
}

}  // namespace tideline
