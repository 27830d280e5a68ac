// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLineF>
#include <QRectF>
#include <optional>
#include <span>
#include <vector>

namespace tideline {

/// Equal gaps between cards in a row or column: where the distance is written.
struct GapMark {
    QLineF line;
    double distance = 0;
};

/// How far a rectangle has to move along one axis so that it stands in the middle between its neighbours, or goes on
/// with the gap that two cards beside it have. Nothing where neither is within `reach`.
std::optional<double> equalGapShift(std::span<const QRectF> others, const QRectF& moved, Qt::Orientation axis,
                                    double reach);

/// The marks of all equal gaps that a rectangle is part of.
std::vector<GapMark> equalGaps(std::span<const QRectF> others, const QRectF& moved);

}  // namespace tideline
