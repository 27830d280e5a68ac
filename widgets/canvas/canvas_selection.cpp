// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/name_editor.h"
#include "widgets/canvas/neighbours.h"
#include "widgets/canvas/quick_add.h"
#include "widgets/canvas/stage.h"
#include "widgets/canvas/tools/select_tool.h"

#include <algorithm>

namespace tideline {

void Canvas::select(Selection selection) {
    m_stage->setSelection(std::move(selection));
}

void Canvas::selectServices(const std::vector<ServiceId>& services) {
    Selection chosen;
    chosen.services.insert(services.begin(), services.end());
    select(std::move(chosen));
}

void Canvas::selectConnection(const ConnectionId& connection) {
    Selection chosen;
    chosen.connections.insert(connection);
    select(std::move(chosen));
}

void Canvas::selectAll() {
    Selection chosen;
    for (const Service& service : m_stage->design().services) {
        chosen.services.insert(service.id);
    }
    for (const Topic& topic : m_stage->design().topics) {
        chosen.topics.insert(topic.id);
    }
    select(std::move(chosen));
}

void Canvas::clearSelection() {
    m_stage->overlay.focused.reset();
    select({});
}

void Canvas::cancel() {
    if (m_stage->tool->cancel()) {
        setCursor(m_stage->tool->cursor());
        return;
    }
    clearSelection();
}

void Canvas::selectUpstream() {
    Selection chosen;
    chosen.services = reachable(m_stage->design(), m_stage->selection.services, Walk::Upstream);
    select(std::move(chosen));
}

void Canvas::selectDownstream() {
    Selection chosen;
    chosen.services = reachable(m_stage->design(), m_stage->selection.services, Walk::Downstream);
    select(std::move(chosen));
}

void Canvas::selectConnected() {
    Selection chosen;
    chosen.services = reachable(m_stage->design(), m_stage->selection.services, Walk::Connected);
    select(std::move(chosen));
}

void Canvas::selectNextService() {
    step(1);
}
void Canvas::selectPreviousService() {
    step(-1);
}
void Canvas::selectNextConnection() {
    stepConnection(1);
}
void Canvas::selectPreviousConnection() {
    stepConnection(-1);
}

namespace {

void showFocused(CanvasStage& stage, int box) {
    stage.isKeyboardFocus = true;
    stage.overlay.focused = stage.picture.box(box).id;
    Selection chosen;
    chosen.services.insert(stage.picture.box(box).id);
    stage.setSelection(std::move(chosen));
    const QRectF place = stage.picture.box(box).rect.adjusted(-20, -20, 20, 20);
    if (!stage.view.visibleWorld().contains(place)) {
        stage.view.setCenter(place.center());
    }
    stage.repaintOverlay();
}

}  // namespace

bool Canvas::step(int direction) {
    const std::vector<int> order = readingOrder(m_stage->picture);
    const int box = m_stage->overlay.focused ? m_stage->picture.boxOf(*m_stage->overlay.focused) : -1;
    const auto at = std::ranges::find(order, box);
    const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
    std::ptrdiff_t next = direction > 0 ? 0 : last;
    if (at != order.end()) {
        next = at - order.begin() + direction;
    }
    if (next < 0 || next > last) {
        m_stage->overlay.focused.reset();
        m_stage->repaintOverlay();
        return false;
    }
    showFocused(*m_stage, order[static_cast<std::size_t>(next)]);
    return true;
}

void Canvas::selectNeighbour(Qt::Key direction) {
    const int box = m_stage->overlay.focused ? m_stage->picture.boxOf(*m_stage->overlay.focused) : -1;
    if (box < 0) {
        step(1);
        return;
    }
    if (const int next = neighbourOf(m_stage->picture, box, direction); next >= 0) {
        showFocused(*m_stage, next);
    }
}

void Canvas::stepConnection(int direction) {
    const int box = m_stage->overlay.focused ? m_stage->picture.boxOf(*m_stage->overlay.focused) : -1;
    if (box < 0 || m_stage->picture.linesAt(LineEnd::On::Box, box).empty()) {
        return;
    }
    const std::vector<int>& lines = m_stage->picture.linesAt(LineEnd::On::Box, box);
    const auto count = static_cast<std::ptrdiff_t>(lines.size());
    std::ptrdiff_t at = direction > 0 ? -1 : 0;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        const ConnectionId& id = m_stage->picture.line(lines[static_cast<std::size_t>(i)]).id;
        at = m_stage->selection.connections.contains(id) ? i : at;
    }
    const auto next = static_cast<std::size_t>((at + direction + count) % count);
    selectConnection(m_stage->picture.line(lines[next]).id);
}

void Canvas::chooseTool(ToolKey key) {
    if (key == m_stage->toolKey) {
        return;
    }
    m_stage->tool->cancel();
    m_stage->toolKey = key;
    m_stage->tool = toolRow(key).make(*m_stage);
    setCursor(m_stage->tool->cursor());
    Q_EMIT toolChanged();
    Q_EMIT statusMessage(QString::fromLatin1(toolRow(key).hint));
}

void Canvas::beginConnecting() {
    if (m_stage->selection.services.size() != 1) {
        chooseTool(ToolKey::Connect);
        return;
    }
    chooseTool(ToolKey::Select);
    if (auto* select = dynamic_cast<SelectTool*>(m_stage->tool.get())) {
        select->beginConnecting();
        Q_EMIT statusMessage(
            tr("Arrows or the first letters choose a service \u00b7 Enter connects \u00b7 Esc cancels"));
    }
}

void Canvas::renameSelected() {
    if (m_stage->selection.services.size() == 1) {
        m_stage->nameEditor->edit(*m_stage->selection.services.begin());
    } else if (m_stage->selection.topics.size() == 1) {
        m_stage->nameEditor->edit(*m_stage->selection.topics.begin());
    }
}

void Canvas::openQuickAdd() {
    const QPointF at = m_stage->isPointerIn ? m_stage->pointer : QPointF(width(), height()) / 2;
    m_stage->quickAdd->open(at);
}

}  // namespace tideline
