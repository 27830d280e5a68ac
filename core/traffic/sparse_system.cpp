// SPDX-License-Identifier: Apache-2.0
#include "core/traffic/sparse_system.h"

#include <limits>
#include <set>

namespace tideline {

namespace {

/// Bits that all products together may have: about half a second.
constexpr double kMostBits = 4e7;

double bitsOf(const Exact& number) {
    const Whole bottom = boost::multiprecision::denominator(number);
    return 64 + static_cast<double>(boost::multiprecision::msb(bottom));
}

class Eliminator {
public:
    explicit Eliminator(SparseSystem& system) : m_system(system), m_columns(system.rows.size()) {
        for (std::size_t row = 0; row < system.rows.size(); ++row) {
            m_open.insert(row);
            for (const auto& [column, value] : system.rows[row]) {
                m_columns[column].insert(row);
            }
        }
    }

    Elimination run() {
        while (!m_open.empty()) {
            const std::size_t pivot = emptiest();
            const auto diagonal = m_system.rows[pivot].find(pivot);
            if (diagonal == m_system.rows[pivot].end() || diagonal->second <= 0) {
                return Elimination::NotDamped;
            }
            m_open.erase(pivot);
            m_system.order.push_back(pivot);
            clearColumn(pivot, diagonal->second);
            if (m_bits > kMostBits) {
                return Elimination::TooLarge;
            }
        }
        return Elimination::Done;
    }

private:
    /// The open row whose elimination touches the fewest others.
    std::size_t emptiest() const {
        std::size_t best = *m_open.begin();
        std::size_t least = std::numeric_limits<std::size_t>::max();
        for (const std::size_t row : m_open) {
            const std::size_t touched = m_system.rows[row].size() * m_columns[row].size();
            if (touched < least) {
                least = touched;
                best = row;
            }
        }
        return best;
    }

    void clearColumn(std::size_t pivot, const Exact& diagonal) {
        for (const std::size_t row : m_columns[pivot]) {
            if (!m_open.contains(row)) {
                continue;
            }
            auto& target = m_system.rows[row];
            const Exact share = target.at(pivot) / diagonal;
            target.erase(pivot);
            for (const auto& [column, value] : m_system.rows[pivot]) {
                if (column == pivot) {
                    continue;
                }
                Exact& cell = target[column];
                cell -= share * value;
                m_columns[column].insert(row);
                m_bits += bitsOf(cell);
            }
            m_system.right[row] -= share * m_system.right[pivot];
        }
        // Rows that are done keep their entries; they are no longer anybody's pivot rows.
        for (const auto& [column, value] : m_system.rows[pivot]) {
            m_columns[column].erase(pivot);
        }
    }

    SparseSystem& m_system;
    std::vector<std::set<std::size_t>> m_columns;  ///< open rows that have an entry in the column
    std::set<std::size_t> m_open;
    double m_bits = 0;
};

}  // namespace

Elimination eliminate(SparseSystem& system) {
    return Eliminator(system).run();
}

std::vector<Exact> substituted(const SparseSystem& system) {
    std::vector<Exact> solution(system.rows.size(), Exact(0));
    for (auto at = system.order.rbegin(); at != system.order.rend(); ++at) {
        Exact rest = system.right[*at];
        for (const auto& [column, value] : system.rows[*at]) {
            if (column != *at) {
                rest -= value * solution[column];
            }
        }
        solution[*at] = rest / system.rows[*at].at(*at);
    }
    return solution;
}

}  // namespace tideline
