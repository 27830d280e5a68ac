// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/rules/finding.h"
#include "widgets/canvas/guides.h"
#include "widgets/canvas/picture.h"
#include "widgets/canvas/sprites.h"

#include <map>
#include <optional>

namespace tideline {

/// What the pointer is over; at most one of them.
struct Hovered {
    int box = -1, pill = -1, line = -1;
    bool operator==(const Hovered&) const = default;
    bool none() const { return box < 0 && pill < 0 && line < 0; }
};

/// A plate with one or two lines beside the pointer: what a drop would do, or why it cannot.
struct Callout {
    QPointF at;  ///< world
    QString icon, first, second;
    bool isRefusal = false;
};

/// A card that is not in the design yet.
struct Ghost {
    QRectF rect;  ///< world
    CardLook look;
    CardFacts facts;
    QString title;
    bool isRefused = false;
};

/// A connection while it is drawn.
struct ConnectLine {
    LineEnd from;
    Route route;
    int targetBox = -1, targetPill = -1;
};

/// What is painted over the picture while a gesture is under way; none of it is in the design.
struct Overlay {
    Hovered hovered;
    std::optional<ServiceId> focused;  ///< the service that the keyboard is at
    std::optional<QRectF> marquee;     ///< world
    std::optional<QRectF> accepting;   ///< the zone that takes the drop, world
    std::optional<Callout> callout;
    std::optional<Callout> note;  ///< why a key was refused, by the card; until the next key, click or selection
    std::optional<Ghost> ghost;
    std::optional<ConnectLine> connecting;
    std::vector<Guide> guides;
    std::vector<GapMark> gaps;
    std::vector<QRectF> oldPlaces;  ///< of cards while they are dragged
    std::set<int> draggedBoxes;     ///< drawn lifted, at their place in the picture
    std::set<int> draggedPills;
    std::set<int> liveLines;        ///< drawn over the picture: those of dragged cards
    bool isDragRefused = false;
    std::map<int, QPointF> gliding;  ///< boxes on their way to where they stand, and how far away they are, world
    std::optional<ConnectionId> spliced;  ///< the connection that the card in the hand would be led into
    std::optional<QPoint> snapshotShift;  ///< very many cards are dragged as one picture, by so many device pixels
    std::optional<Subject> found;  ///< what a search led to: framed until something else is chosen
    std::optional<Subject> pulsing;
    double pulse = 0;  ///< alpha of the pulse
};

}  // namespace tideline
