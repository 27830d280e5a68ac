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
}

void PictureIndex::insert(int index, const QRectF& box) {
    const Range range = rangeOf(box);
    for (int column = range.left; column <= range.right; ++column) {
        for (int row = range.top; row <= range.bottom; ++row) {
            m_cells[keyOf(column, row)].push_back(index);
        }
    }
}

void PictureIndex::remove(int index, const QRectF& box) {
    const Range range = rangeOf(box);
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
