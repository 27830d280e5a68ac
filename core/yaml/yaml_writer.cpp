// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_writer.h"

#include "core/base/assert.h"
#include "core/base/shown_text.h"
#include "core/base/utf8.h"
#include "core/yaml/yaml_scalar.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array<std::string_view, 4> kFirstMembers{"apiVersion", "kind", "metadata", "spec"};
/// YAML readers give up looking for the ':' of a key after 1,024 characters.
constexpr std::size_t kLongestKey = 1000;

/// Writes one document into one text. yaml-cpp's emitter has neither the chomping of literal blocks nor the portable
/// escapes of export.md 3.1.
class Writer {
public:
    Writer(std::string& out, YamlStyle style) : m_out(out), m_style(style) {}

    Result<void> document(const YamlValue& value) {
        comment(value, 0);
        if (const auto* members = std::get_if<YamlMembers>(&value.variant()); members != nullptr && !members->empty()) {
            TIDELINE_ASSERT(value.tag.empty(), "a document's root has no tag");
            return mapping(*members, 0, Rest::OwnLines);
        }
        if (const auto* list = std::get_if<YamlList>(&value.variant()); list != nullptr && !list->empty()) {
            return sequence(*list, 0);
        }
        TRY(scalar(value, 0, Position::Root));
        m_out += '\n';
        return {};
    }

private:
    enum class Rest { OwnLines, AfterDash };
    enum class Position { Root, Inside };
    /// A step of the path to the value being written: a member's name, or the index of an element.
    struct Step {
        const std::string* name = nullptr;
        std::size_t index = 0;
    };

    Result<void> mapping(const YamlMembers& members, int indent, Rest rest) {
        const std::vector<const YamlMembers::value_type*> rows = inOrder(members, indent);
        bool first = rest == Rest::AfterDash;
        for (const YamlMembers::value_type* row : rows) {
            if (first && !row->second.comment.empty()) {
                m_out.back() = '\n';  // the space behind the dash
            }
            if (!first || !row->second.comment.empty()) {
                comment(row->second, indent);
                m_out.append(static_cast<std::size_t>(indent), ' ');
            }
            first = false;
            m_path.push_back({.name = &row->first});
            TRY(key(row->first));
            m_out += ':';
            TRY(memberValue(row->second, indent));
            m_path.pop_back();
        }
        return {};
    }

    Result<void> sequence(const YamlList& elements, int indent) {
        std::size_t index = 0;
        for (const YamlValue& element : elements) {
            m_path.push_back({.index = index++});
            comment(element, indent);
            m_out.append(static_cast<std::size_t>(indent), ' ');
            m_out += '-';
            const auto* members = std::get_if<YamlMembers>(&element.variant());
            const auto* list = std::get_if<YamlList>(&element.variant());
            if (element.tag.empty() && members != nullptr && !members->empty()) {
                m_out += ' ';
                TRY(mapping(*members, indent + 2, Rest::AfterDash));
            } else if (element.tag.empty() && list != nullptr && !list->empty()) {
                m_out += '\n';
                TRY(sequence(*list, indent + 2));
            } else {
                TRY(memberValue(element, indent));
            }
            m_path.pop_back();
        }
        return {};
    }

    /// What follows "key:" or "-", with the line break behind it.
    Result<void> memberValue(const YamlValue& value, int indent) {
        if (!value.tag.empty()) {
            TIDELINE_ASSERT(value.tag.starts_with('!') && keyStyleOf(value.tag.substr(1)) == ScalarStyle::Plain,
                            "a tag is a short form such as !Ref");
            m_out += ' ';
            m_out += value.tag;
        }
        const auto* members = std::get_if<YamlMembers>(&value.variant());
        if (members != nullptr && !members->empty()) {
            m_out += '\n';
            return mapping(*members, indent + 2, Rest::OwnLines);
        }
        const auto* list = std::get_if<YamlList>(&value.variant());
        if (list != nullptr && !list->empty()) {
            m_out += '\n';
            return sequence(*list, indent + 2);
        }
        m_out += ' ';
        TRY(scalar(value, indent, Position::Inside));
        m_out += '\n';
        return {};
    }

    Result<void> key(const std::string& name) {
        TRY(checkText(name));
        const std::size_t before = m_out.size();
        if (keyStyleOf(name) == ScalarStyle::Plain) {
            m_out += name;
        } else {
            appendQuoted(m_out, name);
        }
        if (m_out.size() - before > kLongestKey) {
            return failure(fmt::format("a name of {} characters cannot be a key in YAML; the limit is {}",
                                       shownCount(characterCount(name)), shownCount(kLongestKey)),
                           place());
        }
        return {};
    }

    Result<void> scalar(const YamlValue& value, int indent, Position position) {
        const YamlValue::Variant& variant = value.variant();
        if (std::holds_alternative<YamlMembers>(variant)) {
            m_out += "{}";
        } else if (std::holds_alternative<YamlList>(variant)) {
            m_out += "[]";
        } else if (const auto* flag = std::get_if<bool>(&variant)) {
            m_out += *flag ? "true" : "false";
        } else if (const auto* whole = std::get_if<std::int64_t>(&variant)) {
            fmt::format_to(std::back_inserter(m_out), "{}", *whole);
        } else if (const auto* number = std::get_if<double>(&variant)) {
            m_out += decimalText(*number);
        } else if (const auto* words = std::get_if<std::string>(&variant)) {
            return text(*words, indent, position);
        } else {
            m_out += "null";
        }
        return {};
    }

    Result<void> text(const std::string& words, int indent, Position position) {
        TRY(checkText(words));
        const ScalarStyle style = scalarStyleOf(words);
        if (style == ScalarStyle::Plain) {
            m_out += words;
        } else if (style == ScalarStyle::Literal && position == Position::Inside) {
            literal(words, indent + 2);
        } else {
            appendQuoted(m_out, words);
        }
        return {};
    }

    /// Without the last line break, which every value gets.
    void literal(std::string_view words, int indent) {
        const std::size_t lastLetter = words.find_last_not_of('\n');
        const std::size_t breaks = words.size() - lastLetter - 1;
        m_out += breaks == 0 ? "|-" : breaks == 1 ? "|" : "|+";
        std::string_view body = words.substr(0, words.size() - (breaks == 0 ? 0 : 1));
        while (true) {
            const std::size_t end = body.find('\n');
            m_out += '\n';
            if (const std::string_view line = body.substr(0, end); !line.empty()) {
                m_out.append(static_cast<std::size_t>(indent), ' ');
                m_out += line;
            }
            if (end == std::string_view::npos) {
                return;
            }
            body.remove_prefix(end + 1);
        }
    }

    void comment(const YamlValue& value, int indent) {
        std::string_view rest = value.comment;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            m_out.append(static_cast<std::size_t>(indent), ' ');
            m_out += end == 0 ? "#" : "# ";
            m_out += rest.substr(0, end);
            m_out += '\n';
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    std::vector<const YamlMembers::value_type*> inOrder(const YamlMembers& members, int indent) const {
        std::vector<const YamlMembers::value_type*> rows;
        rows.reserve(members.size());
        for (const YamlMembers::value_type& member : members) {
            rows.push_back(&member);
        }
        if (m_style.order == YamlOrder::Sorted) {
            std::ranges::stable_sort(rows, {}, [indent](const YamlMembers::value_type* row) {
                const auto at = std::ranges::find(kFirstMembers, row->first);
                const auto rank = indent == 0 ? at - kFirstMembers.begin() : 0;
                return std::pair<std::ptrdiff_t, std::string_view>(rank, row->first);
            });
        }
        return rows;
    }

    Result<void> checkText(std::string_view words) const {
        if (const auto bad = firstBadByte(words)) {
            return failure(fmt::format("the text is not UTF-8 from byte {} on; write it again", shownCount(*bad + 1)),
                           place());
        }
        return {};
    }

    std::string place() const {
        std::string path;
        for (const Step& step : m_path) {
            path += path.empty() ? "" : "/";
            path += step.name != nullptr ? shownText(*step.name) : fmt::format("{}", step.index);
        }
        return path;
    }

    std::string& m_out;
    YamlStyle m_style;
    std::vector<Step> m_path;
};

}  // namespace

Result<std::string> yamlText(const YamlValue& document, YamlStyle style) {
    return yamlText(std::span<const YamlValue>(&document, 1), style);
}

Result<std::string> yamlText(std::span<const YamlValue> documents, YamlStyle style) {
    std::string text;
    for (const YamlValue& document : documents) {
        text += text.empty() ? "" : "---\n";
        TRY(Writer(text, style).document(document));
    }
    return text;
}

}  // namespace tideline
