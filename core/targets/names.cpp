// SPDX-License-Identifier: Apache-2.0
#include "core/targets/names.h"

#include "core/base/assert.h"
#include "core/targets/secret_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>

namespace tideline {
namespace {

constexpr std::size_t kLongest = 40;
constexpr std::string_view kNoText = "service";

// What NameMap knows of an element before names are given out.
struct Candidate {
    const NameRequest* request;
    std::string plain;   // label grammar, uncut
    bool lossy = false;  // letters were left out, or the end was cut: the hash is part of the name
    bool exact = false;  // the text is the name
};

bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char raised(char c) {
    return isLetter(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

bool isOutsideAscii(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string labelOf(std::string_view text) {
    std::string label;
    for (const char raw : text) {
        const char c = lowered(raw);
        if (isLetter(c) || isDigit(c)) {
            label += c;
        } else if (!label.empty() && label.back() != '-') {
            label += '-';
        }
    }
    while (label.ends_with('-')) {
        label.pop_back();
    }
    return label.empty() || isLetter(label.front()) ? label : "s-" + label;
}

std::string cut(std::string label, std::size_t longest) {
    label.resize(std::min(label.size(), longest));
    while (label.ends_with('-')) {
        label.pop_back();
    }
    return label;
}

// Without case and separators: what CloudFormation and file systems may take for the same.
std::string uniqueForm(std::string_view name) {
    std::string form;
    for (const char c : name) {
        if (c != '-' && c != '_') {
            form += lowered(c);
        }
    }
    return form;
}

std::set<std::string> uniqueForms(std::span<const std::string_view> names) {
    std::set<std::string> forms;
    for (const std::string_view name : names) {
        forms.insert(uniqueForm(name));
    }
    return forms;
}

/// `reserved` are unique forms.
Candidate candidateFor(const NameRequest& request, NameStyle style, const std::set<std::string>& reserved) {
    Candidate candidate{&request, labelOf(request.text)};
    candidate.exact = candidate.plain == request.text;
    const bool unsayable =
        candidate.plain.empty() || (style == NameStyle::Variable && soundsLikeASecret(candidate.plain));
    candidate.lossy = unsayable || isOutsideAscii(request.text) || candidate.plain.size() > kLongest;
    if (unsayable) {
        candidate.plain = kNoText;
    }
    if (reserved.contains(uniqueForm(candidate.plain))) {
        candidate.plain = style == NameStyle::LogicalId ? candidate.plain + "-resource" : "service-" + candidate.plain;
        candidate.exact = false;
    }
    return candidate;
}

std::string hashText(std::string_view id, std::size_t length) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    // No vowels, so that a hash never spells a word.
    constexpr std::string_view kAlphabet = "0123456789bcdfghjkmnpqrstvwxyz";
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
        text += kAlphabet[hash % kAlphabet.size()];
        hash /= kAlphabet.size();
    }
    return text;
}

std::string withHash(const Candidate& candidate, std::size_t hashLength) {
    return cut(candidate.plain, kLongest - 7) + "-" + hashText(candidate.request->id, hashLength);
}

std::string reasonFor(const Candidate& candidate, const std::string& name) {
    if (candidate.plain.size() > kLongest) {
        return fmt::format("its name has more than {} characters, so '{}' is cut and ends in a hash of its id",
                           kLongest, name);
    }
    if (candidate.lossy) {
        return fmt::format("its name holds what exported names may not hold, so it is called '{}'", name);
    }
    return fmt::format("another element takes the name '{}', so it is called '{}'", candidate.plain, name);
}

}  // namespace

std::string idHash(std::string_view id) {
    return hashText(id, 6);
}

std::string restyled(std::string_view label, NameStyle style) {
    if (style == NameStyle::Label) {
        return std::string(label);
    }
    std::string name;
    bool wordStart = true;
    for (const char c : label) {
        if (c == '-') {
            wordStart = true;
            if (style == NameStyle::Variable) {
                name += '_';
            }
            continue;
        }
        name += style == NameStyle::Variable || wordStart ? raised(c) : c;
        wordStart = false;
    }
    return name;
}

std::string nameFor(std::string_view text, NameStyle style) {
    const std::string label = cut(labelOf(text), kLongest);
    return restyled(label.empty() ? kNoText : std::string_view(label), style);
}

std::string shortened(std::string_view label, std::size_t longest) {
    if (label.size() <= longest) {
        return std::string(label);
    }
    TIDELINE_ASSERT(longest > 8, "a shortened name has room for its hash");
    return cut(std::string(label), longest - 7) + "-" + idHash(label);
}

std::span<const std::string_view> reservedLabels() {
    static constexpr std::array<std::string_view, 33> kReserved{
        "default", "default-deny", "kubernetes", "kustomization", "namespace", "global", "con",  "prn",  "aux",
        "nul",     "com1",         "com2",       "com3",          "com4",      "com5",   "com6", "com7", "com8",
        "com9",    "lpt1",         "lpt2",       "lpt3",          "lpt4",      "lpt5",   "lpt6", "lpt7", "lpt8",
        "lpt9",    "true",         "false",      "null",          "yes",       "no",
    };
    return kReserved;
}

Result<NameMap> NameMap::of(std::span<const NameRequest> requests, NameStyle style,
                            std::span<const std::string_view> reserved) {
    const std::set<std::string> reservedForms = uniqueForms(reserved);
    std::vector<Candidate> candidates;
    for (const NameRequest& request : requests) {
        if (request.text.empty()) {
            return failure("an element needs a name before it can be exported", request.id);
        }
        candidates.push_back(candidateFor(request, style, reservedForms));
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tie(b.exact, a.request->id) < std::tie(a.exact, b.request->id);
    });
    NameMap map;
    std::set<std::string> taken;
    std::vector<const Candidate*> hashed;
    for (const Candidate& candidate : candidates) {
        if (!candidate.lossy && taken.insert(uniqueForm(candidate.plain)).second) {
            map.m_names[candidate.request->id] = restyled(candidate.plain, style);
        } else {
            hashed.push_back(&candidate);
        }
    }
    for (const Candidate* candidate : hashed) {
        std::string name = withHash(*candidate, 6);
        for (std::size_t length = 7; !taken.insert(uniqueForm(name)).second; ++length) {
            name = withHash(*candidate, length);
        }
        const std::string styled = restyled(name, style);
        map.m_changes.push_back({candidate->request->id, candidate->request->text, styled,
                                 reasonFor(*candidate, styled), !candidate->lossy});
        map.m_names[candidate->request->id] = styled;
    }
    std::ranges::sort(map.m_changes, {}, &NameChange::id);
    return map;
}

const std::string& NameMap::operator[](const std::string& id) const {
    const auto at = m_names.find(id);
    TIDELINE_ASSERT(at != m_names.end(), "every element of a name map has a name");
    return at->second;
}

}  // namespace tideline
