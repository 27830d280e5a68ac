// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QRectF>
#include <unordered_map>
#include <vector>

namespace tideline {

/// Which of many rectangles lie near a place: a uniform grid of cells, so that neither moving one nor asking costs
/// more on a larger board.
class PictureIndex {
public:
    static constexpr double kCell = 512;

    void clear();
    void insert(int index, const QRectF& box);
    /// `box` as it was inserted.
    void remove(int index, const QRectF& box);
    /// Every index whose cells the area touches, once each, in rising order; the caller compares the rectangles.
    std::vector<int> near(const QRectF& area) const;

private:
    struct Range {
        int left = 0, top = 0, right = 0, bottom = 0;
    };
    static Range rangeOf(const QRectF& box);
    static long long keyOf(int column, int row);
    std::unordered_map<long long, std::vector<int>> m_cells;
    Range m_extent{};            ///< holds every cell that ever had an index
    std::vector<bool> m_isIn;  ///< by index
};

}  // namespace tideline
