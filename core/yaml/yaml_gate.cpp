// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_gate.h"

#include "core/base/limits.h"
#include "core/base/shown_text.h"
#include "core/yaml/yaml_text_check.h"

#include <fmt/core.h>
#include <yaml.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace tideline {

namespace {

/// libyaml's parser, deleted at the end of the scope.
class EventParser {
public:
    explicit EventParser(std::string_view text) {
        m_ready = yaml_parser_initialize(&m_parser) != 0;
        if (m_ready) {
            yaml_parser_set_encoding(&m_parser, YAML_UTF8_ENCODING);
            yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        }
    }
    ~EventParser() {
        if (m_ready) {
            yaml_parser_delete(&m_parser);
        }
    }
    EventParser(const EventParser&) = delete;
    EventParser& operator=(const EventParser&) = delete;

    bool next(yaml_event_t& event) { return m_ready && yaml_parser_parse(&m_parser, &event) != 0; }
    const char* problem() const { return m_ready ? m_parser.problem : nullptr; }
    YamlPlace problemPlace() const {
        return {static_cast<int>(m_parser.problem_mark.line) + 1, static_cast<int>(m_parser.problem_mark.column) + 1};
    }

private:
    yaml_parser_t m_parser{};
    bool m_ready = false;
};

/// An event of libyaml, deleted at the end of the scope.
struct Event {
    yaml_event_t raw{};
    Event() = default;
    ~Event() { yaml_event_delete(&raw); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;

    YamlPlace place() const {
        return {static_cast<int>(raw.start_mark.line) + 1, static_cast<int>(raw.start_mark.column) + 1};
    }
};

std::string textOf(const yaml_char_t* text) {
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text));
}

std::size_t valueCount(const YamlNode& node) {
    std::size_t count = 1;
    for (const YamlNode& element : node.elements) {
        count += valueCount(element);
    }
    for (const auto& [key, value] : node.members) {
        count += 1 + valueCount(value);
    }
    return count;
}

/// Mappings of so many keys are compared key by key, without a sorted list of them.
constexpr std::size_t kFewKeys = 24;

bool areDistinct(const std::vector<YamlMember>& members) {
    for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (members[before].first.text == members[i].first.text) {
                return false;
            }
        }
    }
    return true;
}

/// Builds the trees of a text from libyaml's events, and counts what the limits bound.
class TreeBuilder {
public:
    explicit TreeBuilder(const SourceText& source) : m_source(source) {}

    Result<void> take(const Event& event) {
        switch (event.raw.type) {
        case YAML_DOCUMENT_START_EVENT: return startDocument(event);
        case YAML_SCALAR_EVENT: return takeScalar(event);
        case YAML_ALIAS_EVENT: return takeAlias(event);
        case YAML_SEQUENCE_START_EVENT:
            return open(event, YamlNode::Kind::Sequence, event.raw.data.sequence_start.anchor,
                        event.raw.data.sequence_start.tag);
        case YAML_MAPPING_START_EVENT:
            return open(event, YamlNode::Kind::Mapping, event.raw.data.mapping_start.anchor,
                        event.raw.data.mapping_start.tag);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT: return close();
        default: return {};
        }
    }

    std::vector<YamlNode> documents() && { return std::move(m_documents); }

private:
    /// A list or mapping that is not closed yet.
    struct Open {
        YamlNode node;
        std::string anchor;
        bool hasKey = false;  ///< a mapping's last member waits for its value
    };
    struct Anchored {
        YamlNode node;
        std::size_t values = 0;
    };

    Result<void> startDocument(const Event& event) {
        m_anchors.clear();
        return count(LimitId::YamlDocuments, ++m_documentCount, "documents", event.place());
    }

    Result<void> takeScalar(const Event& event) {
        const auto& scalar = event.raw.data.scalar;
        const bool isKey =
            !m_open.empty() && m_open.back().node.kind == YamlNode::Kind::Mapping && !m_open.back().hasKey;
        const LimitId limit = isKey ? LimitId::KeyBytes : LimitId::TextBytes;
        if (scalar.length > limitOf(limit)) {
            return refuse(fmt::format("a {} of {} is longer than the limit of {}", isKey ? "key" : "text",
                                      shownBytes(scalar.length), shownBytes(limitOf(limit))),
                          event.place());
        }
        YamlNode node{.place = event.place()};
        node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        if (scalar.tag != nullptr) {
            node.tag = textOf(scalar.tag);
        }
        node.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE || node.tag == "!" || node.tag == YAML_STR_TAG;
        TRY(countValue(event.place()));
        TRY(checkName(scalar.tag, event.place()));
        TRY(declare(scalar.anchor, event.place()));
        return put(std::move(node), textOf(scalar.anchor));
    }

    Result<void> takeAlias(const Event& event) {
        const std::string name = textOf(event.raw.data.alias.anchor);
        TRY(count(LimitId::YamlAliases, ++m_aliasCount, "aliases", event.place()));
        if (std::ranges::any_of(m_open, [&name](const Open& open) { return open.anchor == name; })) {
            return refuse(fmt::format("*{} refers to itself", shownText(name)), event.place());
        }
        const auto found = m_anchors.find(name);
        if (found == m_anchors.end()) {
            return refuse(
                fmt::format("*{} refers to nothing; there is no anchor &{} above it", shownText(name), shownText(name)),
                event.place());
        }
        TRY(expand(found->second.values, event.place()));
        YamlNode copy = found->second.node;
        copy.place = event.place();
        return put(std::move(copy), {});
    }

    Result<void> open(const Event& event, YamlNode::Kind kind, const yaml_char_t* anchor, const yaml_char_t* tag) {
        if (m_open.size() >= limitOf(LimitId::Depth)) {
            return refuse(
                fmt::format("there are more than {} levels of nesting; no known tool writes this, so the file "
                            "may be damaged or harmful",
                            shownCount(limitOf(LimitId::Depth))),
                event.place());
        }
        if (!m_open.empty() && m_open.back().node.kind == YamlNode::Kind::Mapping && !m_open.back().hasKey) {
            return tl::unexpected<Error>(yamlKeyError(m_source, event.place()));
        }
        TRY(countValue(event.place()));
        TRY(checkName(tag, event.place()));
        TRY(declare(anchor, event.place()));
        m_open.push_back(
            {.node = {.kind = kind, .place = event.place(), .tag = textOf(tag)}, .anchor = textOf(anchor)});
        return {};
    }

    Result<void> close() {
        Open closed = std::move(m_open.back());
        m_open.pop_back();
        if (closed.node.kind == YamlNode::Kind::Mapping) {
            TRY(checkKeys(closed.node));
        }
        return put(std::move(closed.node), closed.anchor);
    }

    /// The first key that stands there twice, named with both places.
    Result<void> checkKeys(const YamlNode& mapping) const {
        if (mapping.members.size() <= kFewKeys && areDistinct(mapping.members)) {
            return {};
        }
        std::vector<std::size_t> order(mapping.members.size());
        std::iota(order.begin(), order.end(), 0);
        const auto keyAt = [&mapping](std::size_t i) -> const std::string& { return mapping.members[i].first.text; };
        std::ranges::stable_sort(order, {}, keyAt);
        std::size_t first = order.size();
        std::size_t second = order.size();
        for (std::size_t i = 1; i < order.size(); ++i) {
            if (keyAt(order[i - 1]) == keyAt(order[i]) && order[i] < second) {
                first = order[i - 1];
                second = order[i];
            }
        }
        if (second == order.size()) {
            return {};
        }
        return refuse(fmt::format("'{}' is given on line {} and again on line {}; keep one of them",
                                  shownText(keyAt(first)), mapping.members[first].first.place.line,
                                  mapping.members[second].first.place.line),
                      mapping.members[second].first.place);
    }

    /// Puts a finished node where it belongs, and keeps a copy where it has an anchor.
    Result<void> put(YamlNode node, const std::string& anchor) {
        if (!anchor.empty()) {
            const std::size_t values = valueCount(node);
            TRY(expand(values, node.place));
            m_anchors.insert_or_assign(anchor, Anchored{node, values});
        }
        if (m_open.empty()) {
            m_documents.push_back(std::move(node));
            return {};
        }
        Open& parent = m_open.back();
        if (parent.node.kind == YamlNode::Kind::Sequence) {
            parent.node.elements.push_back(std::move(node));
        } else if (parent.hasKey) {
            parent.node.members.back().second = std::move(node);
            parent.hasKey = false;
        } else if (node.kind != YamlNode::Kind::Scalar) {
            return tl::unexpected<Error>(yamlKeyError(m_source, node.place));
        } else {
            parent.node.members.push_back({{std::move(node.text), node.place}, {}});
            parent.hasKey = true;
        }
        return {};
    }

    Result<void> declare(const yaml_char_t* anchor, YamlPlace place) {
        if (anchor == nullptr) {
            return {};
        }
        TRY(checkName(anchor, place));
        return count(LimitId::YamlAnchors, ++m_anchorCount, "anchors", place);
    }

    Result<void> checkName(const yaml_char_t* name, YamlPlace place) const {
        if (name == nullptr) {
            return {};
        }
        const std::uint64_t limit = limitOf(LimitId::YamlAnchorBytes);
        if (const std::string text = textOf(name); text.size() > limit) {
            return refuse(fmt::format("the name '{}' of an anchor or tag has {}; the limit is {}", shownText(text),
                                      shownBytes(text.size()), shownBytes(limit)),
                          place);
        }
        return {};
    }

    Result<void> countValue(YamlPlace place) { return count(LimitId::YamlValues, ++m_valueCount, "values", place); }

    Result<void> count(LimitId id, std::size_t number, std::string_view what, YamlPlace place) const {
        if (number > limitOf(id)) {
            return refuse(fmt::format("there are more than {} {}, which is the limit; split the file",
                                      shownCount(limitOf(id)), what),
                          place);
        }
        return {};
    }

    Result<void> expand(std::size_t values, YamlPlace place) {
        m_expandedCount += values;
        if (m_expandedCount > limitOf(LimitId::YamlExpandedValues)) {
            return refuse(fmt::format("the aliases in this file expand to more than {} values; such files are used to "
                                      "exhaust memory",
                                      shownCount(limitOf(LimitId::YamlExpandedValues))),
                          place);
        }
        return {};
    }

    tl::unexpected<Error> refuse(std::string message, YamlPlace place) const {
        return failure(std::move(message), yamlPlaceText(m_source.name, place));
    }

    const SourceText& m_source;
    std::vector<YamlNode> m_documents;
    std::vector<Open> m_open;
    std::map<std::string, Anchored> m_anchors;
    std::size_t m_documentCount = 0, m_valueCount = 0, m_aliasCount = 0, m_anchorCount = 0, m_expandedCount = 0;
};

}  // namespace

Result<std::vector<YamlNode>> readYaml(const SourceText& source) {
    TRY(checkYamlText(source));
    EventParser parser(withoutByteOrderMark(source.text));
    TreeBuilder builder(source);
    while (true) {
        Event event;
        if (!parser.next(event.raw)) {
            return tl::unexpected<Error>(yamlSyntaxError(source, parser.problem(), parser.problemPlace()));
        }
        if (event.raw.type == YAML_STREAM_END_EVENT) {
            return std::move(builder).documents();
        }
        TRY(builder.take(event));
    }
}

Result<YamlNode> readYamlDocument(const SourceText& source) {
    std::vector<YamlNode> documents = TRY(readYaml(source));
    if (documents.size() != 1) {
        return failure(documents.empty()
                           ? std::string("the file is empty; one YAML document was expected")
                           : fmt::format("the file holds {} documents; one was expected", shownCount(documents.size())),
                       source.name);
    }
    return std::move(documents.front());
}

}  // namespace tideline
