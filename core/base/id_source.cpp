// SPDX-License-Identifier: Apache-2.0
#include "core/base/id_source.h"

#include <fmt/core.h>

namespace tideline {

IdSource::IdSource(unsigned long long seed) : m_state(seed) {}

std::string IdSource::next(std::string_view prefix) {
    if (m_state == 0) {
        return fmt::format("{}-{}", prefix, ++m_count);
    }
    // splitmix64: every state gives another number, and the sequence does not repeat within 2^64 calls.
    m_state += 0x9e3779b97f4a7c15ULL;
    unsigned long long mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    mixed ^= mixed >> 31;
    std::string digits;
    for (int i = 0; i < 8; ++i, mixed >>= 5) {
        digits += "0123456789abcdefghjkmnpqrstvwxyz"[mixed & 31];
    }
    return fmt::format("{}-{}", prefix, digits);
}

}  // namespace tideline
