// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/call_graph.h"

#include "core/traffic/flow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tideline {

namespace {

double numberOf(const Connection& connection, const std::string& field) {
    const auto at = connection.fields.find(field);
    const double* number = at != connection.fields.end() ? std::get_if<double>(&at->second) : nullptr;
    return number != nullptr && std::isfinite(*number) && *number > 0 ? *number : 0;
}

Exact factorOf(const Connection& connection) {
    const double failureShare = std::min(1.0, numberOf(connection, "failureShare"));
    const double retries = std::min(1000.0, numberOf(connection, "retries"));
    const Exact calls = exactOf(std::max(0.0, connection.callsPerRequest));
    if (failureShare <= 0 || retries < 1) {
        return calls;
    }
    return calls * attemptsPerCall(exactOf(failureShare), static_cast<int>(retries));
}

std::size_t positionOf(const CallGraph& graph, const ServiceId& id) {
    const auto at = std::ranges::lower_bound(graph.services, id, {}, [](const Service* row) { return row->id; });
    const bool found = at != graph.services.end() && (*at)->id == id;
    return found ? static_cast<std::size_t>(at - graph.services.begin()) : graph.services.size();
}

/// Tarjan's parts without recursion: designs of ten thousand services in one row would exhaust the stack.
class Parts {
public:
    explicit Parts(const CallGraph& graph)
        : m_graph(graph),
          m_index(graph.services.size(), kUnseen),
          m_low(graph.services.size(), 0),
          m_open(graph.services.size(), false) {}

    std::vector<std::vector<std::size_t>> inOrder() {
        for (std::size_t at = 0; at < m_graph.services.size(); ++at) {
            if (m_index[at] == kUnseen) {
                visitFrom(at);
            }
        }
        std::ranges::reverse(m_parts);  // found receivers first
        return std::move(m_parts);
    }

private:
    static constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();
    struct Step {
        std::size_t service, nextCall;
    };

    void enter(std::size_t service) {
        m_index[service] = m_low[service] = m_count++;
        m_open[service] = true;
        m_stack.push_back(service);
        m_steps.push_back({service, 0});
    }

    void visitFrom(std::size_t start) {
        enter(start);
        while (!m_steps.empty()) {
            Step& step = m_steps.back();
            const std::size_t service = step.service;
            if (step.nextCall < m_graph.out[service].size()) {
                const std::size_t to = m_graph.calls[m_graph.out[service][step.nextCall++]].to;
                if (m_index[to] == kUnseen) {
                    enter(to);
                } else if (m_open[to]) {
                    m_low[service] = std::min(m_low[service], m_index[to]);
                }
            } else {
                leave(service);
            }
        }
    }

    void leave(std::size_t service) {
        m_steps.pop_back();
        if (!m_steps.empty()) {
            std::size_t& low = m_low[m_steps.back().service];
            low = std::min(low, m_low[service]);
        }
        if (m_low[service] != m_index[service]) {
            return;
        }
        std::vector<std::size_t> part;
        std::size_t member = kUnseen;
        while (member != service) {
            member = m_stack.back();
            m_stack.pop_back();
            m_open[member] = false;
            part.push_back(member);
        }
        std::ranges::sort(part);
        m_parts.push_back(std::move(part));
    }

    const CallGraph& m_graph;
    std::vector<std::size_t> m_index, m_low;
    std::vector<bool> m_open;
    std::vector<std::size_t> m_stack;
    std::vector<Step> m_steps;
    std::vector<std::vector<std::size_t>> m_parts;
    std::size_t m_count = 0;
};

}  // namespace

CallGraph callGraphOf(const Design& design) {
    CallGraph graph;
    graph.services.reserve(design.services.size());
    for (const Service& service : design.services) {
        graph.services.push_back(&service);
    }
    graph.out.resize(graph.services.size());
    for (const Connection& connection : design.connections) {
        const std::size_t from = positionOf(graph, connection.from);
        const std::size_t to = positionOf(graph, connection.to);
        if (from == graph.services.size() || to == graph.services.size()) {
            continue;
        }
        graph.calls.push_back({from, to, &connection, factorOf(connection)});
        if (graph.calls.back().factor > 0) {
            graph.out[from].push_back(graph.calls.size() - 1);
        }
    }
    return graph;
}

std::vector<std::vector<std::size_t>> partsInOrder(const CallGraph& graph) {
    return Parts(graph).inOrder();
}

}  // namespace tideline
