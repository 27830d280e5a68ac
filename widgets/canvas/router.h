// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/picture.h"

namespace tideline {

/// Finds orthogonal ways around cards, in the channels between them, parallel lines 8 apart. Works on the lines that
/// lack a route only: those at services that moved.
class Router {
public:
    explicit Router(Picture& picture) : m_picture(picture) {}

    /// Routes what has no route near the area; stops after `mostMs` and returns false where something is left.
    bool routeIn(const QRectF& world, double mostMs);
    /// Routes everything, for pictures and tests.
    void routeAll();
    /// Routes these lines and what their ports push aside.
    void route(std::vector<int> lines);
    /// From a box or pill to a point, while a connection is drawn.
    Route preview(const LineEnd& from, const QRectF& target) const;

private:
    void routeOne(int line);
    Picture& m_picture;
};

}  // namespace tideline
