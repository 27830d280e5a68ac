// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/picture_index.h"

#include <algorithm>
#include <cmath>

namespace tideline {

PictureIndex::Range PictureIndex::rangeOf(const QRectF& box) {
    return {static_cast<int>(std::floor(box.left() / kCell)), static_cast<int>(std::floor(box.top() / kCell)),
            static_cast<int>(std::floor(box.right() / kCell)), static_cast<int>(std::floor(box.bottom() / kCell))};
}

long long PictureIndex::keyOf(int column, int row) {
    return (static_cast<long long>(column) << 32) ^ (static_cast<long long>(row) & 0xffffffffLL);
}

void PictureIndex::clear() {
    m_cells.clear();
    m_isIn.clear();
    m_extent = {};
}

void PictureIndex::insert(int index, const QRectF& box) {
    const Range range = rangeOf(box);
    const auto at = static_cast<std::size_t>(index);
    m_extent = m_isIn.empty() ? range
                              : Range{std::min(m_extent.left, range.left), std::min(m_extent.top, range.top),
                                      std::max(m_extent.right, range.right), std::max(m_extent.bottom, range.bottom)};
    m_isIn.resize(std::max(m_isIn.size(), at + 1));
    m_isIn[at] = true;
    for (int column = range.left; column <= range.right; ++column) {
        for (int row = range.top; row <= range.bottom; ++row) {
            m_cells[keyOf(column, row)].push_back(index);
        }
    }
}

void PictureIndex::remove(int index, const QRectF& box) {
    const Range range = rangeOf(box);
    m_isIn[static_cast<std::size_t>(index)] = false;
    for (int column = range.left; column <= range.right; ++column) {
        for (int row = range.top; row <= range.bottom; ++row) {
            const auto cell = m_cells.find(keyOf(column, row));
            if (cell != m_cells.end()) {
                std::erase(cell->second, index);
            }
        }
    }
}

std::vector<int> PictureIndex::near(const QRectF& area) const {
    const Range range = rangeOf(area);
    std::vector<int> found;
    if (range.left <= m_extent.left && range.top <= m_extent.top && range.right >= m_extent.right &&
        range.bottom >= m_extent.bottom) {
        found.reserve(m_isIn.size());
        for (std::size_t at = 0; at < m_isIn.size(); ++at) {
            if (m_isIn[at]) {
                found.push_back(static_cast<int>(at));
            }
        }
        return found;
    }
    const long long cells = (range.right - range.left + 1LL) * (range.bottom - range.top + 1LL);
    if (cells > static_cast<long long>(m_cells.size())) {
        for (const auto& [key, indexes] : m_cells) {
            const int column = static_cast<int>(key >> 32);
            const int row = static_cast<int>(key & 0xffffffffLL);
            if (column >= range.left && column <= range.right && row >= range.top && row <= range.bottom) {
                found.insert(found.end(), indexes.begin(), indexes.end());
            }
        }
    } else {
        for (int column = range.left; column <= range.right; ++column) {
            for (int row = range.top; row <= range.bottom; ++row) {
                const auto cell = m_cells.find(keyOf(column, row));
                if (cell != m_cells.end()) {
                    found.insert(found.end(), cell->second.begin(), cell->second.end());
                }
            }
        }
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace tideline
