// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace tideline {

/// Rows in the order of their ids, each shared between the designs that hold it: copying a table costs one pointer a
/// row, and comparing two tables skips the rows that they share. `Row` has a member `id`.
template <class Row>
class Table {
public:
    using RowId = decltype(Row::id);
    using Shared = std::shared_ptr<const Row>;

    Table() = default;
    /// Of rows in any order, each with an id of its own.
    explicit Table(std::vector<Row> rows) {
        m_rows.reserve(rows.size());
        for (Row& row : rows) {
            m_rows.push_back(std::make_shared<const Row>(std::move(row)));
        }
        std::ranges::sort(m_rows, {}, [](const Shared& row) -> const RowId& { return row->id; });
    }

    /// Iterates as const Row&, in id order.
    class Iterator {
    public:
        using difference_type = std::ptrdiff_t;
        using value_type = Row;
        explicit Iterator(typename std::vector<Shared>::const_iterator at = {}) : m_at(at) {}
        const Row& operator*() const { return **m_at; }
        const Row* operator->() const { return m_at->get(); }
        Iterator& operator++() {
            ++m_at;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++m_at;
            return before;
        }
        bool operator==(const Iterator&) const = default;

    private:
        typename std::vector<Shared>::const_iterator m_at;
    };

    Iterator begin() const { return Iterator(m_rows.begin()); }
    Iterator end() const { return Iterator(m_rows.end()); }
    std::size_t size() const { return m_rows.size(); }
    bool empty() const { return m_rows.empty(); }
    std::span<const Shared> shared() const { return m_rows; }

    /// Null where no row has this id. Lives as long as a table that holds the row.
    const Row* find(const RowId& id) const {
        const auto at = lowerBound(id);
        return at != m_rows.end() && (*at)->id == id ? at->get() : nullptr;
    }
    bool contains(const RowId& id) const { return find(id) != nullptr; }

    /// Adds the row, or replaces the one with its id.
    void put(Row row) {
        const auto at = m_rows.begin() + (lowerBound(row.id) - m_rows.cbegin());
        auto made = std::make_shared<const Row>(std::move(row));
        if (at != m_rows.end() && (*at)->id == made->id) {
            *at = std::move(made);
        } else {
            m_rows.insert(at, std::move(made));
        }
    }
    /// Does nothing where no row has this id.
    void remove(const RowId& id) {
        const auto at = lowerBound(id);
        if (at != m_rows.end() && (*at)->id == id) {
            m_rows.erase(at);
        }
    }

    bool operator==(const Table& other) const {
        return std::ranges::equal(m_rows, other.m_rows,
                                  [](const Shared& a, const Shared& b) { return a == b || *a == *b; });
    }

private:
    typename std::vector<Shared>::const_iterator lowerBound(const RowId& id) const {
        return std::ranges::lower_bound(m_rows, id, {}, [](const Shared& row) -> const RowId& { return row->id; });
    }
    std::vector<Shared> m_rows;
};

}  // namespace tideline
