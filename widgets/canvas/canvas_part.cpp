// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas_part.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/hover_words.h"

#include <QContextMenuEvent>
#include <QCoreApplication>

namespace tideline {

CanvasPart::CanvasPart(Canvas& canvas, Kind kind, int index) : m_canvas(&canvas), m_kind(kind), m_index(index) {}

bool CanvasPart::isValid() const {
    if (m_canvas.isNull()) {
        return false;
    }
    const Picture& picture = m_canvas->stage().picture;
    const auto index = static_cast<std::size_t>(m_index);
    switch (m_kind) {
    case Kind::Lane: return index < picture.plan().lanes.size();
    case Kind::Card: return index < picture.boxes().size();
    case Kind::Topic: return index < picture.pills().size();
    case Kind::Connection: break;
    }
    return index < picture.lines().size();
}

QWindow* CanvasPart::window() const {
    return m_canvas.isNull() ? nullptr : m_canvas->window()->windowHandle();
}

QAccessibleInterface* CanvasPart::parent() const {
    return QAccessible::queryAccessibleInterface(m_canvas.data());
}

QString CanvasPart::text(QAccessible::Text text) const {
    if (!isValid()) {
        return {};
    }
    const CanvasStage& stage = m_canvas->stage();
    const bool isName = text == QAccessible::Name;
    const bool isDescription = text == QAccessible::Description;
    if (!isName && !isDescription) {
        return {};
    }
    switch (m_kind) {
    case Kind::Lane: return isName ? laneWords(stage, m_index) : QString();
    case Kind::Card: return isName ? stage.nameAt(m_index) : cardWords(stage, m_index);
    case Kind::Topic: return isName ? pillWords(stage, m_index) : QString();
    case Kind::Connection: break;
    }
    return isName ? lineWords(stage, m_index) : lineFacts(stage, m_index);
}

QRectF CanvasPart::world() const {
    const Picture& picture = m_canvas->stage().picture;
    switch (m_kind) {
    case Kind::Lane: {
        const Area& area = picture.plan().lanes[static_cast<std::size_t>(m_index)].area;
        return {area.x, area.y, area.width, area.height};
    }
    case Kind::Card: return picture.box(m_index).rect;
    case Kind::Topic: return picture.pill(m_index).rect;
    case Kind::Connection: break;
    }
    return picture.line(m_index).reach;
}

QRect CanvasPart::rect() const {
    if (!isValid()) {
        return {};
    }
    const QRect place = m_canvas->stage().view.toScreen(world()).toAlignedRect();
    return {m_canvas->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::Role CanvasPart::role() const {
    return m_kind == Kind::Lane ? QAccessible::Grouping : QAccessible::ListItem;
}

QAccessible::State CanvasPart::state() const {
    QAccessible::State state;
    if (!isValid() || m_kind == Kind::Lane) {
        return state;
    }
    const CanvasStage& stage = m_canvas->stage();
    const Picture& picture = stage.picture;
    state.selectable = true;
    state.focusable = m_kind == Kind::Card;
    if (m_kind == Kind::Card) {
        state.selected = stage.isSelected(m_index);
        state.focused = stage.overlay.focused == picture.box(m_index).id && m_canvas->hasFocus();
    } else if (m_kind == Kind::Topic) {
        state.selected = stage.selection.topics.contains(picture.pill(m_index).id);
    } else {
        state.selected = stage.selection.connections.contains(picture.line(m_index).id);
    }
    state.offscreen = !stage.view.visibleWorld().intersects(world());
    return state;
}

void* CanvasPart::interface_cast(QAccessible::InterfaceType type) {
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
}

QStringList CanvasPart::actionNames() const {
    if (m_kind == Kind::Lane) {
        return {};
    }
    QStringList names{pressAction(), showMenuAction()};
    if (m_kind == Kind::Card) {
        names << QStringLiteral("rename") << QStringLiteral("connect");
    }
    return names;
}

void CanvasPart::select() {
    Selection chosen;
    const Picture& picture = m_canvas->stage().picture;
    if (m_kind == Kind::Card) {
        chosen.services.insert(picture.box(m_index).id);
        m_canvas->stage().overlay.focused = picture.box(m_index).id;
    } else if (m_kind == Kind::Topic) {
        chosen.topics.insert(picture.pill(m_index).id);
    } else {
        chosen.connections.insert(picture.line(m_index).id);
    }
    m_canvas->select(std::move(chosen));
}

void CanvasPart::doAction(const QString& name) {
    if (!isValid() || m_kind == Kind::Lane) {
        return;
    }
    select();
    if (name == showMenuAction()) {
        const QPoint middle = rect().center();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, m_canvas->mapFromGlobal(middle), middle);
        QCoreApplication::sendEvent(m_canvas, &menu);
    } else if (name == QLatin1String("rename")) {
        m_canvas->renameSelected();
    } else if (name == QLatin1String("connect")) {
        m_canvas->beginConnecting();
    }
}

QStringList CanvasPart::keyBindingsForAction(const QString& name) const {
    if (name == QLatin1String("rename")) {
        return {QStringLiteral("F2")};
    }
    return name == QLatin1String("connect") ? QStringList{QStringLiteral("C")} : QStringList{};
}

QString CanvasPart::localizedActionDescription(const QString& name) const {
    if (name == pressAction()) {
        return QCoreApplication::translate("tideline", "Selects it");
    }
    return QAccessibleActionInterface::localizedActionDescription(name);
}

}  // namespace tideline
