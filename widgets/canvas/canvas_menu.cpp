// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/hit.h"
#include "widgets/canvas/stage.h"
#include "widgets/look/icons.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace tideline {

namespace {

QAction* add(QMenu& menu, const QString& title, const QString& icon, const QString& keys) {
    QAction* action = menu.addAction(title);
    if (!icon.isEmpty()) {
        action->setIcon(themedIcon(icon));
    }
    if (!keys.isEmpty()) {
        action->setShortcut(QKeySequence(keys));
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
    return action;
}

template <class Verb>
void add(QMenu& menu, const QString& title, const char* icon, const char* keys, Canvas* canvas, Verb verb) {
    QAction* action = add(menu, title, QString::fromLatin1(icon), QString::fromLatin1(keys));
    QObject::connect(action, &QAction::triggered, canvas, verb);
}

}  // namespace

void Canvas::fillContextMenu(QMenu& menu) {
    const Selection& chosen = m_stage->selection;
    if (!chosen.services.empty()) {
        if (chosen.services.size() == 1) {
            add(menu, tr("Rename"), "", "F2", this, &Canvas::renameSelected);
            add(menu, tr("Connect"), "connect", "C", this, &Canvas::beginConnecting);
        }
        add(menu, tr("Duplicate"), "copy", "Ctrl+D", this, &Canvas::duplicateSelection);
        add(menu, tr("Copy"), "", "Ctrl+C", this, &Canvas::copySelection);
        add(menu, tr("Cut"), "", "Ctrl+X", this, &Canvas::cutSelection);
        menu.addSeparator();
        add(menu, tr("Run on Kubernetes"), "cluster", "Alt+1", this, [this] { placeOn(Host::Kubernetes); });
        add(menu, tr("Run as a function"), "function", "Alt+2", this, [this] { placeOn(Host::Function); });
        add(menu, tr("Run as a Wasm component"), "wasm", "Alt+3", this, [this] { placeOn(Host::Wasm); });
        add(menu, tr("Use a managed service"), "cloud", "", this, [this] { placeOn(Host::Managed); });
        add(menu, tr("Pin or unpin the placement"), "pin", "P", this, &Canvas::togglePinned);
        menu.addSeparator();
        add(menu, tr("Select upstream"), "", "Shift+U", this, &Canvas::selectUpstream);
        add(menu, tr("Select downstream"), "", "Shift+D", this, &Canvas::selectDownstream);
        if (chosen.services.size() > 1) {
            add(menu, tr("Align left"), "align-left", "Ctrl+Shift+Left", this, [this] { align(Alignment::Left); });
            add(menu, tr("Align top"), "align-top", "Ctrl+Shift+Up", this, [this] { align(Alignment::Top); });
            add(menu, tr("Tidy up"), "tidy", "Ctrl+Shift+T", this, &Canvas::tidy);
        }
        menu.addSeparator();
        add(menu, tr("Delete"), "delete", "Del", this, &Canvas::deleteSelection);
        add(menu, tr("Delete and join its neighbours"), "", "Ctrl+Del", this, &Canvas::deleteAndHeal);
        return;
    }
    if (!chosen.connections.empty()) {
        add(menu, tr("Reverse"), "", "R", this, &Canvas::reverseSelected);
        add(menu, tr("Delete"), "delete", "Del", this, &Canvas::deleteSelection);
        return;
    }
    if (!chosen.topics.empty()) {
        add(menu, tr("Rename"), "", "F2", this, &Canvas::renameSelected);
        add(menu, tr("Delete"), "delete", "Del", this, &Canvas::deleteSelection);
        return;
    }
    add(menu, tr("Add a service"), "plus", "/", this, &Canvas::openQuickAdd);
    add(menu, tr("Paste"), "", "Ctrl+V", this, &Canvas::paste);
    menu.addSeparator();
    add(menu, tr("Select all"), "", "Ctrl+A", this, &Canvas::selectAll);
    add(menu, tr("Tidy up"), "tidy", "Ctrl+Shift+T", this, &Canvas::tidy);
    add(menu, tr("Fit the board"), "fit", "Shift+1", this, &Canvas::fitAll);
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hovered hit = hitAt(*m_stage, m_stage->view.toWorld(event->pos()));
        Selection chosen;
        if (hit.box >= 0 && !m_stage->isSelected(hit.box)) {
            chosen.services.insert(m_stage->picture.box(hit.box).id);
            select(std::move(chosen));
        } else if (hit.line >= 0) {
            chosen.connections.insert(m_stage->picture.line(hit.line).id);
            select(std::move(chosen));
        } else if (hit.pill >= 0 && !m_stage->picture.pill(hit.pill).id.text.empty()) {
            chosen.topics.insert(m_stage->picture.pill(hit.pill).id);
            select(std::move(chosen));
        } else if (hit.none()) {
            clearSelection();
        }
    } else if (!m_stage->selection.services.empty()) {
        const int box = m_stage->picture.boxOf(*m_stage->selection.services.begin());
        at = mapToGlobal(m_stage->view.toScreen(m_stage->picture.box(box).rect.center()).toPoint());
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillContextMenu(*menu);
    menu->popup(at);
}

}  // namespace tideline
