// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/drop_plan.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>
#include <span>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

QString runsAs(Host host) {
    switch (host) {
    case Host::Kubernetes: return tr("Runs on Kubernetes here");
    case Host::Function: return tr("Runs as a function here");
    case Host::Wasm: return tr("Runs as a Wasm component here");
    case Host::Managed: break;
    }
    return tr("Is a managed service here");
}

QString cannot(Host host) {
    switch (host) {
    case Host::Kubernetes: return tr("%1 cannot run on Kubernetes");
    case Host::Function: return tr("%1 cannot run as a function");
    case Host::Wasm: return tr("%1 cannot run as a Wasm component");
    case Host::Managed: break;
    }
    return tr("%1 cannot be a managed service");
}

QString iconOf(Host host) {
    switch (host) {
    case Host::Kubernetes: return QStringLiteral("cluster");
    case Host::Function: return QStringLiteral("function");
    case Host::Wasm: return QStringLiteral("wasm");
    case Host::Managed: break;
    }
    return QStringLiteral("cloud");
}

/// Hosts that a place takes, the usual one first.
std::span<const Host> hostsOf(const LaneArea& lane, bool inWasm) {
    static constexpr std::array kCore{Host::Kubernetes, Host::Managed};
    static constexpr std::array kSite{Host::Kubernetes, Host::Wasm};
    static constexpr std::array kBus{Host::Managed, Host::Kubernetes};
    static constexpr std::array kFunctions{Host::Function, Host::Managed};
    static constexpr std::array kWasm{Host::Wasm};
    static constexpr std::array kOutside{Host::Managed};
    if (inWasm || lane.zone.type == "wasm") {
        return kWasm;
    }
    if (lane.zone.type == "edge-site") {
        return kSite;
    }
    if (lane.column == LaneColumn::Bus) {
        return kBus;
    }
    if (lane.zone.type == "external") {
        return kOutside;
    }
    return lane.column == LaneColumn::Core ? std::span<const Host>(kCore) : std::span<const Host>(kFunctions);
}

/// A reason as the second half of a sentence.
QString withoutCapital(QString text) {
    if (text.size() > 1 && !text[1].isUpper()) {
        text[0] = text[0].toLower();
    }
    return text;
}

QString whereItCan(const ServiceKind& kind) {
    QStringList places;
    for (const Hosting& hosting : kind.hostings) {
        switch (hosting.host) {
        case Host::Kubernetes: places << tr("in the core"); break;
        case Host::Function: places << tr("at the edge"); break;
        case Host::Wasm: places << tr("in the Wasm zone"); break;
        case Host::Managed:
            places << (kind.role == Role::Channel ? tr("in the bus lane") : tr("as a managed service"));
            break;
        }
    }
    places.removeDuplicates();
    return places.isEmpty() ? QString() : tr("Drop it %1.").arg(places.join(tr(" or ")));
}

}  // namespace

QString refusalOf(const ServiceKind& kind, const QString& name, Host host) {
    if (kind.hosting(host) != nullptr) {
        return {};
    }
    QString refusal = cannot(host).arg(name);
    const ImpossibleHost* impossible = kind.impossible(host);
    if (impossible != nullptr && !impossible->reason.empty()) {
        refusal += QStringLiteral(": ") + withoutCapital(QString::fromStdString(impossible->reason));
    }
    return refusal.endsWith(QLatin1Char('.')) ? refusal : refusal + QLatin1Char('.');
}

QRectF DropPlace::area() const {
    const Area& area = inWasm ? *lane->wasm : lane->area;
    return {area.x, area.y, area.width, area.height};
}

DropPlace dropPlace(const BoardPlan& plan, const ServiceKind* kind, const Service* current, QPointF world) {
    DropPlace place{.lane = plan.at(world.x(), world.y())};
    if (place.lane == nullptr) {
        place.fault = DropPlace::Fault::NoLane;
        return place;
    }
    place.inWasm = place.lane->wasm && place.lane->wasm->contains(world.x(), world.y());
    if (kind == nullptr) {
        place.host = current == nullptr ? Host::Kubernetes : current->host;
        return place;
    }
    if (place.lane->column == LaneColumn::Bus && kind->role != Role::Channel) {
        place.fault = DropPlace::Fault::NoChannel;
        return place;
    }
    const std::span<const Host> hosts = hostsOf(*place.lane, place.inWasm);
    const bool keepsHost = current != nullptr && std::ranges::find(hosts, current->host) != hosts.end() &&
                           kind->hosting(current->host) != nullptr;
    const auto taken = std::ranges::find_if(hosts, [&](Host host) { return kind->hosting(host) != nullptr; });
    if (!keepsHost && taken == hosts.end()) {
        place.host = hosts.front();
        place.fault = DropPlace::Fault::Host;
        return place;
    }
    place.host = keepsHost ? current->host : *taken;
    return place;
}

DropPlan dropPlan(const BoardPlan& plan, const ServiceKind* kind, const QString& name, const Service* current,
                  QPointF world) {
    const DropPlace place = dropPlace(plan, kind, current, world);
    DropPlan drop;
    drop.host = place.host;
    if (place.lane != nullptr) {
        drop.zone = place.lane->zone.id;
        drop.area = place.area();
    }
    switch (place.fault) {
    case DropPlace::Fault::None: break;
    case DropPlace::Fault::NoLane: drop.refusal = tr("%1 needs a lane to stand in.").arg(name); break;
    case DropPlace::Fault::NoChannel:
        drop.refusal = tr("%1 cannot stand in the bus lane: it takes event buses, queues and streams.").arg(name);
        break;
    case DropPlace::Fault::Host: drop.refusal = refusalOf(*kind, name, drop.host); break;
    }
    if (drop.isRefused()) {
        drop.remedy = kind == nullptr ? QString() : whereItCan(*kind);
    } else if (kind != nullptr) {
        drop.consequence = runsAs(drop.host);
        drop.icon = iconOf(drop.host);
    }
    return drop;
}

QString placedWords(Host host) {
    switch (host) {
    case Host::Kubernetes: return tr("now runs on Kubernetes");
    case Host::Function: return tr("now runs as a function");
    case Host::Wasm: return tr("now runs as a Wasm component");
    case Host::Managed: break;
    }
    return tr("is now a managed service");
}

QString placedWordsForMany(Host host) {
    switch (host) {
    case Host::Kubernetes: return tr("now run on Kubernetes");
    case Host::Function: return tr("now run as functions");
    case Host::Wasm: return tr("now run as Wasm components");
    case Host::Managed: break;
    }
    return tr("are now managed services");
}

QPointF insideOf(const LaneArea& lane, QPointF corner, QSizeF size) {
    constexpr double kMargin = 4;
    constexpr double kHead = 44;
    const Area& area = lane.area;
    const double x =
        std::clamp(corner.x(), area.x + kMargin, std::max(area.x + kMargin, area.right() - size.width() - kMargin));
    const double y = std::max(corner.y(), area.y + kHead);
    return {x, y};
}

}  // namespace tideline
