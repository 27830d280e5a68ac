// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/guides.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kGrid = 4;
constexpr double kNear = 600;   ///< cards farther away give no guide
constexpr double kBeyond = 10;  ///< a guide reaches beyond both cards

double onGrid(double value) {
    return std::round(value / kGrid) * kGrid;
}

/// The three lines of a rectangle along one axis.
std::array<double, 3> linesOf(double low, double high) {
    return {low, (low + high) / 2, high};
}

struct Best {
    double shift = 0;
    double distance = 1e9;
    double at = 0;
    QRectF other;
};

void compare(std::array<double, 3> moved, std::array<double, 3> other, const QRectF& rect, Best& best) {
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const double shift = other[i] - moved[i];
        if (std::abs(shift) < best.distance - 1e-9) {
            best = {shift, std::abs(shift), other[i], rect};
        }
    }
}

}  // namespace

Snapped snapRect(const Picture& picture, const QRectF& moved, const std::set<int>& without, double reach) {
    std::vector<QRectF> others;
    for (const int index : picture.boxesIn(moved.adjusted(-kNear, -kNear, kNear, kNear))) {
        if (!without.contains(index) && !picture.box(index).isBusBox()) {
            others.push_back(picture.box(index).rect);
        }
    }
    Best across;
    Best down;
    for (const QRectF& other : others) {
        compare(linesOf(moved.left(), moved.right()), linesOf(other.left(), other.right()), other, across);
        compare(linesOf(moved.top(), moved.bottom()), linesOf(other.top(), other.bottom()), other, down);
    }
    Snapped snapped;
    const bool isAcross = across.distance <= reach;
    const bool isDown = down.distance <= reach;
    const std::optional<double> gapAcross =
        isAcross ? std::nullopt : equalGapShift(others, moved, Qt::Horizontal, reach);
    const std::optional<double> gapDown = isDown ? std::nullopt : equalGapShift(others, moved, Qt::Vertical, reach);
    snapped.corner = {isAcross    ? moved.left() + across.shift
                      : gapAcross ? moved.left() + *gapAcross
                                  : onGrid(moved.left()),
                      isDown    ? moved.top() + down.shift
                      : gapDown ? moved.top() + *gapDown
                                : onGrid(moved.top())};
    const QRectF placed(snapped.corner, moved.size());
    if (isAcross) {
        const QRectF both = placed.united(across.other);
        snapped.guides.push_back({QLineF(across.at, both.top() - kBeyond, across.at, both.bottom() + kBeyond)});
    }
    if (isDown) {
        const QRectF both = placed.united(down.other);
        snapped.guides.push_back({QLineF(both.left() - kBeyond, down.at, both.right() + kBeyond, down.at)});
    }
    snapped.gaps = equalGaps(others, placed);
    return snapped;
}

}  // namespace tideline
