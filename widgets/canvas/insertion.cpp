// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/insertion.h"

#include "core/edit/edit_sequence.h"
#include "core/edit/service_edits.h"
#include "core/layout/auto_layout.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/connection_choice.h"
#include "widgets/canvas/drop_plan.h"
#include "widgets/canvas/making_room.h"
#include "widgets/canvas/splice.h"
#include "widgets/look/words.h"
#include "widgets/palette/kind_search.h"

#include <QCoreApplication>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

/// The lane at the point, or the first one that takes the kind on the host that it prefers.
std::optional<DropPlan> planNear(const CanvasStage& stage, const ServiceKind& kind, QPointF world) {
    const QString title = QString::fromStdString(kind.title);
    const BoardPlan& plan = stage.picture.plan();
    const DropPlan here = dropPlan(plan, &kind, title, nullptr, world);
    if (!here.isRefused()) {
        return here;
    }
    std::optional<DropPlan> first;
    for (const LaneArea& lane : plan.lanes) {
        const QPointF inside(lane.area.x + 20, lane.area.y + 20);
        const DropPlan there = dropPlan(plan, &kind, title, nullptr, inside);
        const bool isPreferred = !kind.hostings.empty() && there.host == kind.hostings.front().host;
        if (!there.isRefused() && (!first || isPreferred)) {
            first = there;
            if (isPreferred) {
                break;
            }
        }
    }
    return first;
}

struct Prepared {
    ServiceAddition addition;
    DropPlan plan;
    std::string title;
};

std::optional<Prepared> prepare(CanvasStage& stage, std::string_view key, QPointF world, Insertion insertion) {
    const ServiceKind* kind = stage.session.catalog().find(key);
    if (kind == nullptr) {
        stage.say(tr("There is no kind of service named %1.")
                      .arg(QString::fromUtf8(key.data(), static_cast<int>(key.size()))));
        return std::nullopt;
    }
    const QString title = QString::fromStdString(kind->title);
    std::optional<DropPlan> plan;
    if (insertion == Insertion::Exactly) {
        plan = dropPlan(stage.picture.plan(), kind, title, nullptr, world);
    } else {
        plan = planNear(stage, *kind, world);
    }
    if (!plan || plan->isRefused()) {
        stage.say(plan ? plan->refusal + QLatin1Char(' ') + plan->remedy
                       : tr("No lane of this design takes %1.").arg(title));
        return std::nullopt;
    }
    const LaneArea* lane = stage.picture.plan().find(plan->zone);
    const bool isInBus = lane != nullptr && lane->column == LaneColumn::Bus;
    const QSizeF size = isInBus ? QSizeF(kBusBoxWidth, kBusBoxHeight) : QSizeF(kCardWidth, kCardHeight);
    QPointF corner = world - QPointF(size.width(), size.height()) / 2;
    if (insertion == Insertion::NearestFree || lane == nullptr) {
        const Spot spot = freeSpot(withAllSpots(stage.design()), plan->zone, plan->host, world.x(), world.y());
        corner = {spot.x, spot.y};
    } else {
        const Snapped snapped =
            snapRect(stage.picture, QRectF(corner, size), {}, stage.isSnapping ? 6 / stage.view.zoom() : 0);
        corner = insideOf(*lane, snapped.corner, size);
    }
    if (insertion == Insertion::Exactly) {
        const Placement wanted{ServiceId{}, plan->host, plan->zone, Spot{{}, corner.x(), corner.y()}};
        const Spot spot = *withRoom(stage, {wanted}, {}).front().spot;
        corner = {spot.x, spot.y};
    }
    const NewService service{kind->key, kind->title, plan->host, plan->zone, corner.x(), corner.y()};
    return Prepared{addService(stage.design(), service, stage.session.ids()), *plan, kind->title};
}

void showAdded(CanvasStage& stage, const ServiceId& id) {
    stage.canvas.selectServices({id});
    stage.overlay.focused = id;
    const int box = stage.picture.boxOf(id);
    if (box >= 0 && !stage.view.visibleWorld().contains(stage.picture.box(box).rect)) {
        stage.view.setCenter(stage.picture.box(box).rect.center());
        stage.canvas.update();
    }
}

/// What a new service costs before anybody calls it.
QString costWords(Host host) {
    switch (host) {
    case Host::Kubernetes: return tr("Its pods take room on the nodes from the start");
    case Host::Function:
    case Host::Wasm: return tr("No cost until it gets load");
    case Host::Managed: break;
    }
    return tr("Billed by its provider, some of it without load");
}

std::optional<ConnectionId> connectionToSplice(const CanvasStage& stage, std::string_view key, QPointF world) {
    const ServiceKind* kind = stage.session.catalog().find(key);
    const std::optional<ConnectionId> under = connectionUnder(stage, world);
    return kind != nullptr && under && canStandBetween(stage, *under, *kind) ? under : std::nullopt;
}

/// The new service, and the connection led through it.
Edit addedBetween(CanvasStage& stage, const ServiceAddition& addition, const ConnectionId& connection) {
    const Result<Design> after = addition.edit.apply(stage.design());
    const std::optional<Edit> splice =
        after ? spliceEdit(*after, stage.session.catalog(), connection, addition.id, stage.session.ids())
              : std::nullopt;
    return splice ? inOneStep({addition.edit, *splice}, splice->label) : addition.edit;
}

}  // namespace

ServiceId insertAt(CanvasStage& stage, std::string_view kind, QPointF world, Insertion insertion) {
    const std::optional<Prepared> prepared = prepare(stage, kind, world, insertion);
    if (!prepared) {
        return {};
    }
    const QString words = tr("%1 added \u00b7 %2")
                              .arg(QString::fromStdString(prepared->title),
                                   prepared->plan.consequence.left(1).toLower() + prepared->plan.consequence.mid(1));
    const std::optional<ConnectionId> under =
        insertion == Insertion::Exactly ? connectionToSplice(stage, kind, world) : std::nullopt;
    const Edit edit = under ? addedBetween(stage, prepared->addition, *under) : prepared->addition.edit;
    if (!stage.apply(edit, words)) {
        return {};
    }
    showAdded(stage, prepared->addition.id);
    return prepared->addition.id;
}

ServiceId insertConnected(CanvasStage& stage, std::string_view kind, QPointF world, const LineEnd& from,
                          const ServiceId& service) {
    const std::optional<Prepared> prepared = prepare(stage, kind, world, Insertion::NearestFree);
    if (!prepared) {
        return {};
    }
    const Edit addition = prepared->addition.edit;
    const Result<Design> after = addition.apply(stage.design());
    if (!after) {
        stage.apply(addition);
        return {};
    }
    const ServiceId added = prepared->addition.id;
    Edit link;
    if (from.on == LineEnd::On::Pill) {
        const std::string topic = stage.picture.pill(from.index).name.toStdString();
        link = eventThroughTopic(*after, busOf(*after, stage.session.catalog()), {}, added, topic, stage.session.ids());
    } else {
        const ConnectionChoice choice = connectionChoice(*after, stage.session.catalog(), service, added);
        link = connectServices(*after, choice.connection, stage.session.ids()).edit;
    }
    const Edit whole{addition.label, {}, [addition, link](Design design) -> Result<Design> {
                         return link.apply(TRY(addition.apply(std::move(design))));
                     }};
    if (!stage.apply(whole, tr("%1 added and connected").arg(QString::fromStdString(prepared->title)))) {
        return {};
    }
    showAdded(stage, added);
    return added;
}

void showGhost(CanvasStage& stage, std::string_view key, QPointF world) {
    const ServiceKind* kind = stage.session.catalog().find(key);
    if (kind == nullptr) {
        return;
    }
    const QString title = QString::fromStdString(kind->title);
    const DropPlan plan = dropPlan(stage.picture.plan(), kind, title, nullptr, world);
    const LaneArea* lane = stage.picture.plan().find(plan.zone);
    const bool isInBus = lane != nullptr && lane->column == LaneColumn::Bus && !plan.isRefused();
    Ghost ghost;
    const QSizeF size = isInBus ? QSizeF(kBusBoxWidth, kBusBoxHeight) : QSizeF(kCardWidth, kCardHeight);
    ghost.rect = QRectF(world - QPointF(size.width(), size.height()) / 2, size);
    if (!plan.isRefused() && lane != nullptr && stage.isSnapping) {
        const Snapped snapped = snapRect(stage.picture, ghost.rect, {}, 6 / stage.view.zoom());
        ghost.rect.moveTopLeft(insideOf(*lane, snapped.corner, size));
        stage.overlay.guides = snapped.guides;
        stage.overlay.gaps = snapped.gaps;
    } else {
        stage.overlay.guides.clear();
        stage.overlay.gaps.clear();
    }
    ghost.look = {iconOf(*kind), lane == nullptr ? Tone::Core : toneOf(plan.host, lane->zone.type), true, isInBus};
    ghost.facts.kindTitle = tr("New");
    ghost.facts.load = tr("no load yet");
    ghost.title = title;
    ghost.isRefused = plan.isRefused();
    const QPointF below = ghost.rect.bottomLeft() + QPointF(0, 12);
    stage.overlay.callout = plan.isRefused()
                                ? Callout{below, QStringLiteral("problem"), plan.refusal, plan.remedy, true}
                                : Callout{below, plan.icon, plan.consequence, costWords(plan.host), false};
    stage.overlay.accepting.reset();
    stage.overlay.spliced.reset();
    if (!plan.isRefused()) {
        stage.overlay.accepting = plan.area;
        stage.overlay.spliced = connectionToSplice(stage, key, world);
        if (stage.overlay.spliced) {
            const QString between = spliceWords(stage, *stage.overlay.spliced);
            stage.overlay.callout = Callout{below, QStringLiteral("connect"), between, plan.consequence, false};
        }
    }
    stage.overlay.ghost = std::move(ghost);
    stage.repaintOverlay();
}

void hideGhost(CanvasStage& stage) {
    stage.overlay.ghost.reset();
    stage.overlay.callout.reset();
    stage.overlay.accepting.reset();
    stage.overlay.spliced.reset();
    stage.overlay.guides.clear();
    stage.overlay.gaps.clear();
    stage.repaintOverlay();
}

}  // namespace tideline
