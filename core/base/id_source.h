// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace tideline {

/// Makes new ids. Edits take one, so that they stay pure and tests stay stable.
class IdSource {
public:
    /// `seed` 0 counts up from 1 ("service-1", "service-2"); any other seed mixes in random digits that do not repeat
    /// between sessions ("service-7k2f9q"), so that two people who add services can merge their files.
    explicit IdSource(unsigned long long seed = 0);
    std::string next(std::string_view prefix);

private:
    unsigned long long m_state;
    unsigned long long m_count = 0;
};

}  // namespace tideline
