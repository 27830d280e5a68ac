// SPDX-License-Identifier: Apache-2.0
#include "core/edit/connection_edits.h"
#include "core/edit/edit_sequence.h"
#include "core/edit/layout_edits.h"
#include "core/edit/paste_edits.h"
#include "core/edit/service_edits.h"
#include "core/edit/topic_edits.h"
#include "core/layout/auto_layout.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/drop_plan.h"
#include "widgets/canvas/insertion.h"
#include "widgets/canvas/stage.h"
#include "widgets/canvas/tools/moved_topics.h"
#include "widgets/look/words.h"
#include "widgets/session/fix_edits.h"

#include <algorithm>

namespace tideline {

namespace {

constexpr double kCopyOffset = 24;

QString namesOf(const CanvasStage& stage, const std::set<ServiceId>& ids) {
    if (ids.size() == 1) {
        const Service* service = stage.design().services.find(*ids.begin());
        return service == nullptr ? QString() : QString::fromStdString(service->name);
    }
    return countedText(static_cast<qsizetype>(ids.size()), QStringLiteral("service"));
}

}  // namespace

ServiceId Canvas::insertKind(std::string_view kind) {
    const QPointF at = m_stage->isPointerIn ? m_stage->pointer : QPointF(width(), height()) / 2;
    return insertAt(*m_stage, kind, m_stage->view.toWorld(at), Insertion::NearestFree);
}

void Canvas::duplicateSelection() {
    if (m_stage->selection.services.empty()) {
        return;
    }
    addCopies(duplicateParts(m_stage->design(), m_stage->selectedServices(), m_stage->selectedTopics(),
                             {kCopyOffset, kCopyOffset}, m_stage->session.ids()));
}

void Canvas::addCopies(const Pasted& copies) {
    constexpr std::size_t kMostSettled = 200;  // more of them stay together, wherever they come to lie
    const Edit inTheClear{copies.edit.label, copies.edit.mergeKey, [copies](Design design) -> Result<Design> {
                              Design added = TRY(copies.edit.apply(std::move(design)));
                              if (copies.ids.size() > kMostSettled) {
                                  return added;
                              }
                              for (const Spot& spot : clearSpots(added, copies.ids)) {
                                  added.layout.put(spot);
                              }
                              return added;
                          }};
    if (m_stage->apply(inTheClear)) {
        selectServices(copies.ids);
    }
}

void Canvas::deleteSelection() {
    const Selection chosen = m_stage->selection;
    if (chosen.empty()) {
        return;
    }
    const Design& design = m_stage->design();
    std::vector<Edit> parts;
    if (!chosen.services.empty() || !chosen.connections.empty()) {
        parts.push_back(
            removeParts(design, m_stage->selectedServices(), {chosen.connections.begin(), chosen.connections.end()}));
    }
    for (const TopicId& topic : chosen.topics) {
        parts.push_back(removeTopic(design, topic));
    }
    const std::string label = parts.size() == 1 ? parts.front().label : "delete the selection";
    m_stage->apply(parts.size() == 1 ? parts.front() : inOneStep(std::move(parts), label),
                   tr("Deleted \u00b7 Ctrl+Z brings it back"));
}

void Canvas::deleteAndHeal() {
    std::vector<Edit> parts;
    for (const ServiceId& id : m_stage->selection.services) {
        parts.push_back(removeAndJoin(m_stage->design(), id, m_stage->session.ids()));
    }
    if (parts.empty()) {
        deleteSelection();
        return;
    }
    const std::string label = "delete " + namesOf(*m_stage, m_stage->selection.services).toStdString();
    m_stage->apply(inOneStep(std::move(parts), label), tr("Deleted, and its callers joined to what it called"));
}

void Canvas::reverseSelected() {
    const std::set<ConnectionId> chosen = m_stage->selection.connections;
    std::vector<Edit> parts;
    for (const ConnectionId& id : chosen) {
        parts.push_back(reverseConnection(m_stage->design(), id));
    }
    if (!parts.empty()) {
        const std::string label = parts.size() == 1 ? parts.front().label : "reverse connections";
        m_stage->apply(inOneStep(std::move(parts), label));
    }
}

void Canvas::togglePinned() {
    const std::vector<ServiceId> ids = m_stage->selectedServices();
    if (ids.empty()) {
        return;
    }
    const bool areAllPinned = std::ranges::all_of(ids, [&](const ServiceId& id) {
        const Service* service = m_stage->design().services.find(id);
        return service != nullptr && service->pinned;
    });
    const QString names = namesOf(*m_stage, m_stage->selection.services);
    m_stage->apply(pinServices(m_stage->design(), ids, areAllPinned ? Pinning::Free : Pinning::Pinned),
                   areAllPinned ? tr("%1 may be moved by the optimal plan").arg(names)
                                : tr("%1 stays where it is in the optimal plan").arg(names));
}

void Canvas::placeOn(Host host) {
    const std::vector<ServiceId> selected = m_stage->selectedServices();
    for (const ServiceId& id : selected) {
        const Service* service = m_stage->design().services.find(id);
        const ServiceKind* kind = service == nullptr ? nullptr : m_stage->session.catalog().find(service->kind);
        if (service == nullptr || service->host == host) {
            continue;
        }
        const QString name = QString::fromStdString(service->name);
        const QString refusal =
            kind == nullptr ? tr("%1 is of a kind that is not known here.").arg(name) : refusalOf(*kind, name, host);
        if (!refusal.isEmpty()) {
            m_stage->refuse(id, refusal);
            return;
        }
    }
    const std::vector<Placement> placements = placementsOn(m_stage->design(), selected, host);
    if (placements.empty()) {
        return;
    }
    const bool isOne = placements.size() == 1;
    std::set<ServiceId> names;
    for (const Placement& placement : placements) {
        names.insert(placement.id);
    }
    m_stage->apply(placeServices(m_stage->design(), placements),
                   namesOf(*m_stage, names) + QLatin1Char(' ') +
                       (isOne ? placedWords(host) : placedWordsForMany(host)));
}

void Canvas::nudge(double dx, double dy) {
    const std::vector<ServiceId> ids = m_stage->selectedServices();
    for (const ServiceId& id : ids) {
        const int box = m_stage->picture.boxOf(id);
        const LaneArea* lane = nullptr;
        if (box >= 0) {
            const QPointF middle = m_stage->picture.box(box).rect.center();
            lane = m_stage->picture.plan().at(middle.x(), middle.y());
        }
        if (lane == nullptr) {
            continue;
        }
        const QRectF moved = m_stage->picture.box(box).rect.translated(dx, dy);
        const bool leaves =
            lane->column != LaneColumn::Bus &&
            (moved.left() < lane->area.x || moved.right() > lane->area.right() || moved.top() < lane->area.y + 40);
        if (leaves) {
            m_stage->say(tr("The border of the lane \u00b7 Alt+1, 2 or 3 moves a service to another place"));
            return;
        }
    }
    const std::vector<Edit> topics = MovedTopics(*m_stage).edits(m_stage->design(), dy);
    m_stage->apply(withTopics(nudgeServices(m_stage->design(), ids, {dx, dy}), topics));
}

void Canvas::align(Alignment alignment) {
    m_stage->apply(alignServices(m_stage->design(), m_stage->selectedServices(), alignment));
}

void Canvas::distribute(Qt::Orientation orientation) {
    m_stage->apply(distributeServices(m_stage->design(), m_stage->selectedServices(),
                                      orientation == Qt::Horizontal ? Direction::Horizontal : Direction::Vertical));
}

void Canvas::tidy() {
    std::vector<ServiceId> ids = m_stage->selectedServices();
    const bool isAll = ids.size() < 2;
    if (isAll) {
        ids.clear();
        for (const Service& service : m_stage->design().services) {
            ids.push_back(service.id);
        }
    }
    const std::vector<Spot> spots = tidySpots(m_stage->design(), ids);
    if (m_stage->apply(setSpots(spots, isAll ? "lay out all services" : "lay out the selected services")) && isAll) {
        fitAll();
    }
}

}  // namespace tideline
