// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/equal_gaps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kEqual = 0.5;
constexpr double kMostGap = 200;  ///< farther apart nobody sees a gap

QRectF transposed(const QRectF& rect) {
    return {rect.top(), rect.left(), rect.height(), rect.width()};
}

/// Cards in the row of the moved one: the two next on each side. All as if the axis were horizontal.
struct Row {
    std::optional<QRectF> left, leftOfLeft, right, rightOfRight;
};

bool inRow(const QRectF& a, const QRectF& b) {
    return a.top() < b.bottom() && a.bottom() > b.top();
}

std::optional<QRectF> nextLeft(const std::vector<QRectF>& others, const QRectF& from, const QRectF& row) {
    std::optional<QRectF> found;
    for (const QRectF& other : others) {
        const double gap = from.left() - other.right();
        const bool isNext = inRow(other, row) && gap >= -kEqual && gap <= kMostGap;
        if (isNext && (!found || other.right() > found->right())) {
            found = other;
        }
    }
    return found;
}

std::optional<QRectF> nextRight(const std::vector<QRectF>& others, const QRectF& from, const QRectF& row) {
    std::optional<QRectF> found;
    for (const QRectF& other : others) {
        const double gap = other.left() - from.right();
        const bool isNext = inRow(other, row) && gap >= -kEqual && gap <= kMostGap;
        if (isNext && (!found || other.left() < found->left())) {
            found = other;
        }
    }
    return found;
}

Row rowOf(const std::vector<QRectF>& others, const QRectF& moved) {
    Row row;
    row.left = nextLeft(others, moved, moved);
    row.right = nextRight(others, moved, moved);
    row.leftOfLeft = row.left ? nextLeft(others, *row.left, moved) : std::nullopt;
    row.rightOfRight = row.right ? nextRight(others, *row.right, moved) : std::nullopt;
    return row;
}

std::vector<QRectF> along(std::span<const QRectF> others, Qt::Orientation axis) {
    std::vector<QRectF> turned(others.begin(), others.end());
    if (axis == Qt::Vertical) {
        std::ranges::transform(turned, turned.begin(), transposed);
    }
    return turned;
}

void addMark(std::vector<GapMark>& marks, const QRectF& left, const QRectF& right, double across,
             Qt::Orientation axis) {
    const QPointF from(left.right(), across);
    const QPointF to(right.left(), across);
    const bool isTurned = axis == Qt::Vertical;
    marks.push_back({isTurned ? QLineF(from.y(), from.x(), to.y(), to.x()) : QLineF(from, to), to.x() - from.x()});
}

void addRow(std::vector<GapMark>& marks, const Row& row, const QRectF& moved, Qt::Orientation axis) {
    const double across = moved.center().y();
    const auto gap = [](const QRectF& a, const QRectF& b) { return b.left() - a.right(); };
    const auto areEqual = [](double a, double b) { return std::abs(a - b) < kEqual && a > kEqual; };
    const bool isBetween = row.left && row.right && areEqual(gap(*row.left, moved), gap(moved, *row.right));
    const bool goesOnRight =
        row.left && row.leftOfLeft && areEqual(gap(*row.leftOfLeft, *row.left), gap(*row.left, moved));
    const bool goesOnLeft =
        row.right && row.rightOfRight && areEqual(gap(*row.right, *row.rightOfRight), gap(moved, *row.right));
    if (goesOnRight) {
        addMark(marks, *row.leftOfLeft, *row.left, across, axis);
    }
    if (isBetween || goesOnRight) {
        addMark(marks, *row.left, moved, across, axis);
    }
    if (isBetween || goesOnLeft) {
        addMark(marks, moved, *row.right, across, axis);
    }
    if (goesOnLeft) {
        addMark(marks, *row.right, *row.rightOfRight, across, axis);
    }
}

}  // namespace

std::optional<double> equalGapShift(std::span<const QRectF> others, const QRectF& moved, Qt::Orientation axis,
                                    double reach) {
    const QRectF card = axis == Qt::Vertical ? transposed(moved) : moved;
    const Row row = rowOf(along(others, axis), card);
    std::vector<double> wanted;
    if (row.left && row.right) {
        wanted.push_back((row.left->right() + row.right->left() - card.width()) / 2);
    }
    if (row.left && row.leftOfLeft) {
        wanted.push_back(row.left->right() + row.left->left() - row.leftOfLeft->right());
    }
    if (row.right && row.rightOfRight) {
        wanted.push_back(row.right->left() - (row.rightOfRight->left() - row.right->right()) - card.width());
    }
    std::optional<double> best;
    for (const double left : wanted) {
        const double shift = left - card.left();
        if (std::abs(shift) <= reach && (!best || std::abs(shift) < std::abs(*best))) {
            best = shift;
        }
    }
    return best;
}

std::vector<GapMark> equalGaps(std::span<const QRectF> others, const QRectF& moved) {
    std::vector<GapMark> marks;
    addRow(marks, rowOf(along(others, Qt::Horizontal), moved), moved, Qt::Horizontal);
    const QRectF turned = transposed(moved);
    addRow(marks, rowOf(along(others, Qt::Vertical), turned), turned, Qt::Vertical);
    return marks;
}

}  // namespace tideline
