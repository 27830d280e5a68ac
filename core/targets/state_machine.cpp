// SPDX-License-Identifier: Apache-2.0
#include "core/targets/state_machine.h"

#include "core/base/limits.h"
#include "core/json/json_tree.h"

#include <algorithm>
#include <map>
#include <set>

namespace tideline {

namespace {

using Kind = JsonNode::Kind;

/// One object of the text, its members by name.
class Members {
public:
    Members(const JsonTree& tree, const JsonNode& node) : m_tree(tree) {
        for (const JsonNode& child : node.kind == Kind::Object ? node.children : std::vector<JsonNode>{}) {
            m_names.emplace_back(tree.key(child));
        }
        m_node = &node;
    }
    const JsonNode* find(std::string_view name, Kind kind) const {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (m_names[i] == name && m_node->children[i].kind == kind) {
                return &m_node->children[i];
            }
        }
        return nullptr;
    }
    std::string text(std::string_view name) const {
        const JsonNode* node = find(name, Kind::Text);
        return node == nullptr ? std::string() : m_tree.text(*node);
    }
    const std::vector<std::string>& names() const { return m_names; }
    const JsonNode& at(std::size_t index) const { return m_node->children[index]; }

private:
    const JsonTree& m_tree;
    const JsonNode* m_node = nullptr;
    std::vector<std::string> m_names;
};

/// Where a state may go on to: Next and Default of its own, Next of each choice and each catch.
std::vector<std::string> targetsOf(const JsonTree& tree, const Members& state) {
    std::vector<std::string> targets;
    for (const char* member : {"Next", "Default"}) {
        if (std::string next = state.text(member); !next.empty()) {
            targets.push_back(std::move(next));
        }
    }
    for (const char* list : {"Choices", "Catch"}) {
        const JsonNode* rows = state.find(list, Kind::List);
        for (const JsonNode& row : rows == nullptr ? std::vector<JsonNode>{} : rows->children) {
            if (std::string next = Members(tree, row).text("Next"); !next.empty()) {
                targets.push_back(std::move(next));
            }
        }
    }
    return targets;
}

bool endsOrLeadsOn(const Members& state) {
    const std::string type = state.text("Type");
    return type == "Succeed" || type == "Fail" || type == "Choice" || !state.text("Next").empty() ||
           state.find("End", Kind::Flag) != nullptr;
}

void checkMachine(const JsonTree& tree, const Members& machine, StateMachineCheck& check);

void checkInner(const JsonTree& tree, const Members& state, StateMachineCheck& check) {
    if (const JsonNode* branches = state.find("Branches", Kind::List); branches != nullptr) {
        for (const JsonNode& branch : branches->children) {
            checkMachine(tree, Members(tree, branch), check);
        }
    }
    for (const char* body : {"ItemProcessor", "Iterator"}) {
        if (const JsonNode* inner = state.find(body, Kind::Object); inner != nullptr) {
            checkMachine(tree, Members(tree, *inner), check);
        }
    }
}

std::set<std::string> reachedFrom(const std::string& start,
                                  const std::map<std::string, std::vector<std::string>>& ways) {
    std::set<std::string> reached;
    std::vector<std::string> waiting{start};
    while (!waiting.empty()) {
        const std::string name = std::move(waiting.back());
        waiting.pop_back();
        const auto way = ways.find(name);
        if (way != ways.end() && reached.insert(name).second) {
            waiting.insert(waiting.end(), way->second.begin(), way->second.end());
        }
    }
    return reached;
}

void checkMachine(const JsonTree& tree, const Members& machine, StateMachineCheck& check) {
    const JsonNode* node = machine.find("States", Kind::Object);
    const std::string start = machine.text("StartAt");
    const JsonNode none{.kind = Kind::Object};
    const Members states(tree, node == nullptr ? none : *node);
    std::map<std::string, std::vector<std::string>> ways;
    for (std::size_t i = 0; i < states.names().size(); ++i) {
        ways[states.names()[i]] = targetsOf(tree, Members(tree, states.at(i)));
    }
    if (!ways.contains(start)) {
        check.missing.push_back({"", start});
    }
    const std::set<std::string> reached = reachedFrom(start, ways);
    for (std::size_t i = 0; i < states.names().size(); ++i) {
        const std::string& name = states.names()[i];
        const Members state(tree, states.at(i));
        for (const std::string& target : ways[name]) {
            if (!ways.contains(target)) {
                check.missing.push_back({name, target});
            }
        }
        if (!reached.contains(name)) {
            check.unreachable.push_back(name);
        }
        if (!endsOrLeadsOn(state)) {
            check.endless.push_back(name);
        }
        checkInner(tree, state, check);
    }
}

}  // namespace

Result<StateMachineCheck> checkStateMachine(std::string_view definition) {
    const JsonTree tree = TRY(JsonTree::read({"definition", std::string(definition)}, limitOf(LimitId::TextBytes)));
    const Members machine(tree, tree.root());
    if (machine.text("StartAt").empty() || machine.find("States", Kind::Object) == nullptr) {
        return failure("expected an object with StartAt and States", "definition:1:1");
    }
    StateMachineCheck check;
    checkMachine(tree, machine, check);
    return check;
}

}  // namespace tideline
