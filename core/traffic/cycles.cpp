// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/cycles.h"

#include "core/traffic/sparse_system.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tideline {

namespace {

std::size_t positionIn(const std::vector<std::size_t>& members, std::size_t service) {
    return static_cast<std::size_t>(std::ranges::lower_bound(members, service) - members.begin());
}

/// I - R: row i says what arrives at member i.
SparseSystem equationsOf(const CallGraph& graph, const Circle& circle, std::vector<Exact> right) {
    SparseSystem system{.right = std::move(right)};
    system.rows.resize(circle.members.size());
    for (std::size_t i = 0; i < circle.members.size(); ++i) {
        system.rows[i][i] = 1;
    }
    for (const std::size_t at : circle.calls) {
        const Call& call = graph.calls[at];
        system.rows[positionIn(circle.members, call.to)][positionIn(circle.members, call.from)] -= call.factor;
    }
    return system;
}

std::vector<Exact> solvedByIteration(const CallGraph& graph, const Circle& circle, const std::vector<Exact>& arriving) {
    std::vector<double> base;
    std::ranges::transform(arriving, std::back_inserter(base), approximately);
    std::vector<double> loads = base;
    for (int round = 0; round < 100'000; ++round) {
        std::vector<double> next = base;
        for (const std::size_t at : circle.calls) {
            const Call& call = graph.calls[at];
            next[positionIn(circle.members, call.to)] +=
                loads[positionIn(circle.members, call.from)] * approximately(call.factor);
        }
        double change = 0;
        for (std::size_t i = 0; i < next.size(); ++i) {
            change = std::max(change, std::abs(next[i] - loads[i]) / std::max(1.0, next[i]));
        }
        loads = std::move(next);
        if (change < 1e-14) {
            break;
        }
    }
    std::vector<Exact> exact;
    std::ranges::transform(loads, std::back_inserter(exact), [](double load) { return exactOf(load); });
    return exact;
}

/// Each member calls one other member of the circle: the gain is the product of the factors.
bool isSimple(const CallGraph& graph, const Circle& circle) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    std::set<std::size_t> senders;
    for (const std::size_t at : circle.calls) {
        pairs.insert({graph.calls[at].from, graph.calls[at].to});
        senders.insert(graph.calls[at].from);
    }
    return pairs.size() == senders.size();
}

Exact productOf(const CallGraph& graph, const Circle& circle) {
    Exact product = 1;
    for (const std::size_t member : circle.members) {
        Exact sum = 0;  // parallel connections between the same two services add up
        for (const std::size_t at : circle.calls) {
            if (graph.calls[at].from == member) {
                sum += graph.calls[at].factor;
            }
        }
        product *= sum;
    }
    return product;
}

/// Power iteration on I + R, which has the same vector and converges for circles of any period.
double largestEigenvalue(const CallGraph& graph, const Circle& circle) {
    std::vector<double> vector(circle.members.size(), 1.0);
    double growth = 1;
    for (int round = 0; round < 2000; ++round) {
        std::vector<double> next = vector;
        for (const std::size_t at : circle.calls) {
            const Call& call = graph.calls[at];
            next[positionIn(circle.members, call.to)] +=
                vector[positionIn(circle.members, call.from)] * approximately(call.factor);
        }
        const double most = *std::ranges::max_element(next);
        for (double& value : next) {
            value /= most;
        }
        vector = std::move(next);
        if (std::abs(most - growth) < 1e-13 * most) {
            growth = most;
            break;
        }
        growth = most;
    }
    return growth - 1;
}

std::vector<std::size_t> callsThatLeadBack(const CallGraph& graph, const Circle& circle,
                                           const std::vector<std::size_t>& depth) {
    std::vector<std::size_t> back;
    for (const std::size_t at : circle.calls) {
        const Call& call = graph.calls[at];
        if (std::pair(depth[call.to], call.to) <= std::pair(depth[call.from], call.from)) {
            back.push_back(at);
        }
    }
    return back;
}

}  // namespace

Circle circleOf(const CallGraph& graph, const std::vector<std::size_t>& members,
                const std::vector<std::size_t>& depth) {
    Circle circle{.members = members};
    for (const std::size_t member : members) {
        for (const std::size_t at : graph.out[member]) {
            if (std::ranges::binary_search(members, graph.calls[at].to)) {
                circle.calls.push_back(at);
            }
        }
    }
    if (circle.calls.empty()) {
        return circle;
    }
    if (isSimple(graph, circle)) {
        const Exact product = productOf(graph, circle);
        circle.gain = approximately(product);
        circle.isDamped = product < 1;
    } else {
        circle.gain = largestEigenvalue(graph, circle);
        SparseSystem system = equationsOf(graph, circle, std::vector<Exact>(members.size(), Exact(0)));
        const Elimination end = eliminate(system);
        circle.isDamped = end == Elimination::TooLarge ? circle.gain < 1 : end == Elimination::Done;
    }
    if (!circle.isDamped) {
        circle.leadBack = callsThatLeadBack(graph, circle, depth);
    }
    return circle;
}

std::vector<Exact> solvedCircle(const CallGraph& graph, const Circle& circle, const std::vector<Exact>& arriving) {
    SparseSystem system = equationsOf(graph, circle, arriving);
    return eliminate(system) == Elimination::Done ? substituted(system) : solvedByIteration(graph, circle, arriving);
}

}  // namespace tideline
