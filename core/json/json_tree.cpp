// SPDX-License-Identifier: Apache-2.0
#include "core/json/json_tree.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/json/json_text_check.h"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <list>
#include <utility>

namespace tideline {

namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kSpace = " \t\r\n";

/// Walks over the text and tells how far the parser has read: the SAX events carry no places.
class ReadingPosition {
public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    ReadingPosition(const char* at, const char** furthest) : m_at(at), m_furthest(furthest) {}
    reference operator*() const { return *m_at; }
    ReadingPosition& operator++() {
        ++m_at;
        *m_furthest = m_at;
        return *this;
    }
    ReadingPosition operator++(int) {
        ReadingPosition before = *this;
        ++*this;
        return before;
    }
    bool operator==(const ReadingPosition& other) const { return m_at == other.m_at; }

private:
    const char* m_at;
    const char** m_furthest;
};

/// Takes the events of nlohmann's parser, which checks the grammar, and keeps where everything stands.
class TreeBuilder {
public:
    TreeBuilder(const SourceText& source, const char* const* furthest)
        : m_source(source), m_furthest(furthest), m_end(source.text.starts_with(kByteOrderMark) ? 3 : 0) {}

    // The names of the events are nlohmann's.
    bool null() { return scalar(JsonNode::Kind::Null); }
    bool boolean(bool) { return scalar(JsonNode::Kind::Flag); }
    bool number_integer(std::int64_t) { return scalar(JsonNode::Kind::Number); }
    bool number_unsigned(std::uint64_t) { return scalar(JsonNode::Kind::Number); }
    bool number_float(double, const std::string&) { return scalar(JsonNode::Kind::Number); }
    bool string(std::string& text) {
        return text.size() <= limitOf(LimitId::TextBytes) ? scalar(JsonNode::Kind::Text)
                                                          : tooLong("text", text.size(), LimitId::TextBytes);
    }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::List); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        if (name.size() > limitOf(LimitId::KeyBytes)) {
            return tooLong("member's name", name.size(), LimitId::KeyBytes);
        }
        m_keyBegin = afterSpace(m_end);
        m_end = m_keyEnd = offset();
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception& exception) {
        constexpr int kNumberOverflow = 406;
        const std::size_t byte = position == 0 ? 0 : position - 1;
        m_error = exception.id == kNumberOverflow
                      ? Error{"the number is too large", jsonPlaceText(m_source, afterSpace(m_end))}
                      : jsonSyntaxError(m_source, byte);
        return false;
    }

    const Error& error() const { return m_error; }
    JsonNode root() && { return std::move(m_root); }

private:
    std::size_t offset() const { return static_cast<std::size_t>(*m_furthest - m_source.text.data()); }

    /// Where the next token starts: behind spaces, ':' and ','.
    std::size_t afterSpace(std::size_t at) const {
        const std::string_view text = m_source.text;
        at = std::min(text.find_first_not_of(kSpace, at), text.size());
        if (at < text.size() && (text[at] == ':' || text[at] == ',')) {
            at = std::min(text.find_first_not_of(kSpace, at + 1), text.size());
        }
        return at;
    }

    /// The parser reads one character too many behind a number.
    std::size_t endOf(JsonNode::Kind kind, std::size_t begin) const {
        if (kind != JsonNode::Kind::Number) {
            return offset();
        }
        const std::size_t end = m_source.text.find_first_not_of("+-.0123456789eE", begin);
        return std::min(end, m_source.text.size());
    }

    JsonNode next(JsonNode::Kind kind) {
        JsonNode node{.kind = kind, .begin = static_cast<std::uint32_t>(afterSpace(m_end))};
        node.keyBegin = static_cast<std::uint32_t>(m_keyBegin);
        node.keyEnd = static_cast<std::uint32_t>(m_keyEnd);
        m_keyBegin = m_keyEnd = 0;
        return node;
    }

    bool scalar(JsonNode::Kind kind) {
        JsonNode node = next(kind);
        m_end = endOf(kind, node.begin);
        node.end = static_cast<std::uint32_t>(m_end);
        return count(node) && put(std::move(node));
    }

    bool open(JsonNode::Kind kind) {
        JsonNode node = next(kind);
        m_end = offset();
        if (m_open.size() >= limitOf(LimitId::Depth)) {
            return refuse(fmt::format("there are more than {} levels of nesting; the file may be damaged or harmful",
                                      shownCount(limitOf(LimitId::Depth))),
                          node.begin);
        }
        if (!count(node)) {
            return false;
        }
        m_open.push_back(std::move(node));
        return true;
    }

    bool close() {
        JsonNode node = std::move(m_open.back());
        m_open.pop_back();
        m_end = offset();
        node.end = static_cast<std::uint32_t>(m_end);
        node.children.shrink_to_fit();
        return put(std::move(node));
    }

    bool put(JsonNode node) {
        if (m_open.empty()) {
            m_root = std::move(node);
        } else {
            m_open.back().children.push_back(std::move(node));
        }
        return true;
    }

    bool count(const JsonNode& node) {
        if (++m_values > limitOf(LimitId::JsonValues)) {
            return refuse(fmt::format("there are more than {} values, which is the limit",
                                      shownCount(limitOf(LimitId::JsonValues))),
                          node.begin);
        }
        return true;
    }

    bool tooLong(std::string_view what, std::size_t bytes, LimitId limit) {
        return refuse(fmt::format("a {} of {} is longer than the limit of {}", what, shownBytes(bytes),
                                  shownBytes(limitOf(limit))),
                      afterSpace(m_end));
    }

    bool refuse(std::string message, std::size_t byte) {
        m_error = {std::move(message), jsonPlaceText(m_source, byte)};
        return false;
    }

    const SourceText& m_source;
    const char* const* m_furthest;
    Error m_error;
    JsonNode m_root;
    std::vector<JsonNode> m_open;
    std::size_t m_end, m_keyBegin = 0, m_keyEnd = 0, m_values = 0;
};

/// What stands between the quotes.
std::string_view insideOf(std::string_view quoted) {
    return quoted.substr(1, quoted.size() - 2);
}

/// A text without escapes.
bool isPlain(std::string_view quoted) {
    return quoted.find('\\') == std::string_view::npos;
}

/// The text between the quotes with its escapes resolved; the grammar is checked already.
std::string unescaped(std::string_view quoted) {
    if (isPlain(quoted)) {
        return std::string(insideOf(quoted));
    }
    return nlohmann::json::parse(quoted).get<std::string>();
}

/// The first member that stands there twice, at any depth.
Result<void> checkMembers(const JsonTree& tree, const JsonNode& node) {
    if (node.kind == JsonNode::Kind::Object && node.children.size() > 1) {
        std::list<std::string> unescapedNames;  // few names have escapes, and an empty list takes no memory
        const auto nameOf = [&](const JsonNode& member) -> std::string_view {
            const std::string_view quoted = tree.rawKey(member);
            return isPlain(quoted) ? insideOf(quoted) : unescapedNames.emplace_back(unescaped(quoted));
        };
        std::vector<std::pair<std::string_view, std::size_t>> names;
        names.reserve(node.children.size());
        for (const JsonNode& child : node.children) {
            names.emplace_back(nameOf(child), names.size());
        }
        std::ranges::sort(names);
        const auto twice = std::ranges::adjacent_find(names, {}, &std::pair<std::string_view, std::size_t>::first);
        if (twice != names.end()) {
            return failure(fmt::format("the member '{}' is given on line {} and again on line {}; keep one of them",
                                       shownText(twice->first), tree.line(node.children[twice->second]),
                                       tree.line(node.children[std::next(twice)->second])),
                           tree.file());
        }
    }
    for (const JsonNode& child : node.children) {
        TRY(checkMembers(tree, child));
    }
    return {};
}

}  // namespace

Result<JsonTree> JsonTree::read(SourceText source, std::uint64_t mostBytes) {
    TRY(checkJsonText(source, std::min<std::uint64_t>(mostBytes, UINT32_MAX)));
    const char* begin = source.text.data();
    const char* furthest = begin;
    TreeBuilder builder(source, &furthest);
    const bool done = nlohmann::json::sax_parse(ReadingPosition(begin, &furthest),
                                                ReadingPosition(begin + source.text.size(), &furthest), &builder);
    if (!done) {
        return tl::unexpected<Error>(builder.error());
    }
    JsonTree tree(std::move(source), std::move(builder).root());
    TRY(checkMembers(tree, tree.m_root));
    return tree;
}

std::string_view JsonTree::raw(const JsonNode& node) const {
    return std::string_view(m_source.text).substr(node.begin, node.end - node.begin);
}

std::string_view JsonTree::rawKey(const JsonNode& node) const {
    return std::string_view(m_source.text).substr(node.keyBegin, node.keyEnd - node.keyBegin);
}

std::string JsonTree::text(const JsonNode& node) const {
    return unescaped(raw(node));
}

std::string JsonTree::key(const JsonNode& node) const {
    return unescaped(rawKey(node));
}

bool JsonTree::isKey(const JsonNode& node, std::string_view name) const {
    const std::string_view quoted = rawKey(node);
    return isPlain(quoted) ? insideOf(quoted) == name : unescaped(quoted) == name;
}

double JsonTree::number(const JsonNode& node) const {
    const std::string_view digits = raw(node);
    double number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

int JsonTree::line(const JsonNode& node) const {
    const std::string_view before = std::string_view(m_source.text).substr(0, node.begin);
    return static_cast<int>(std::ranges::count(before, '\n')) + 1;
}

}  // namespace tideline
