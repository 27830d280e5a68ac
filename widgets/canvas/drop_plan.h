// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"
#include "core/design/service.h"
#include "core/layout/board_plan.h"

#include <QPointF>
#include <QRectF>
#include <QString>

namespace tideline {

/// What becomes of a service that is dropped at a place, or why it cannot stand there.
struct DropPlan {
    ZoneId zone;
    Host host = Host::Kubernetes;
    QRectF area;          ///< the lane or sub-zone that takes it
    QString consequence;  ///< "Runs as a function here"
    QString icon;
    QString refusal;      ///< "Database cannot run as a Wasm component: ..."; empty where it can stand there
    QString remedy;       ///< what would work instead
    bool isRefused() const { return !refusal.isEmpty(); }
};

/// The same without words: thousands of cards are asked in each frame of a drag.
struct DropPlace {
    enum class Fault { None, NoLane, NoChannel, Host };
    const LaneArea* lane = nullptr;  ///< null = outside all lanes
    bool inWasm = false;             ///< in its sub-zone for Wasm components
    Host host = Host::Kubernetes;
    Fault fault = Fault::None;       ///< why it cannot stand there
    /// Of the lane or sub-zone that takes it.
    QRectF area() const;
};

/// `kind` is null for unknown kinds, which may stand anywhere and keep their host; `current` is null for new services.
DropPlace dropPlace(const BoardPlan& plan, const ServiceKind* kind, const Service* current, QPointF world);
DropPlan dropPlan(const BoardPlan& plan, const ServiceKind* kind, const QString& name, const Service* current,
                  QPointF world);

/// Why services of the kind cannot run on the host, in a sentence with the name; empty where they can.
QString refusalOf(const ServiceKind& kind, const QString& name, Host host);

/// "now runs as a function": behind the name of a service.
QString placedWords(Host host);
/// The same behind a number of services.
QString placedWordsForMany(Host host);

/// A card of `size` moved so far that it stands inside the area.
QPointF insideOf(const LaneArea& lane, QPointF corner, QSizeF size);

}  // namespace tideline
