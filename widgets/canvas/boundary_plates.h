// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/figures.h"
#include "widgets/canvas/picture.h"

namespace tideline {

/// The plate of a connection that crosses the boundary without the bus: what it costs a month.
struct BoundaryPlate {
    int line = -1;
    QRectF rect;     ///< world; wide enough for its words at every zoom that shows it
    QPointF onLine;  ///< the place of the line that it belongs to
    ShapedText text;
    bool isAside() const { return !rect.contains(onLine); }
};

/// All plates of a picture. They stand on their lines in the bus lane; where others, pills or buses stand already, they
/// give way along the line, then up or down: none overlaps another.
class BoundaryPlates {
public:
    BoundaryPlates() = default;
    /// Lines without a route or without figures have none.
    BoundaryPlates(const Picture& picture, const std::map<ConnectionId, ConnectionCost>& costs);

    const std::vector<BoundaryPlate>& all() const { return m_plates; }
    /// Null where the line has none.
    const BoundaryPlate* of(int line) const;
    /// The line whose plate is at the place; -1 where there is none.
    int lineAt(QPointF world) const;

private:
    std::vector<BoundaryPlate> m_plates;  ///< by line
};

}  // namespace tideline
