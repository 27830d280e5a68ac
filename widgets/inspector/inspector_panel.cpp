// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/inspector_panel.h"

#include "core/edit/service_edits.h"
#include "core/edit/settings_edits.h"
#include "core/edit/topic_edits.h"
#include "widgets/inspector/connection_page.h"
#include "widgets/inspector/design_page.h"
#include "widgets/inspector/service_page.h"
#include "widgets/inspector/subject_head.h"
#include "widgets/inspector/topic_page.h"
#include "widgets/session/design_session.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace tideline {

InspectorPanel::InspectorPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new SubjectHead(this)), m_area(new QScrollArea(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_area, 1);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    connect(m_head, &SubjectHead::renamed, this, &InspectorPanel::rename);
    connect(&session, &DesignSession::opened, this, [this] { showSelection(Selection{}); });
    connect(&session, &DesignSession::designChanged, this, [this](const DesignChange& change) {
        if (!isStillThere()) {
            showSelection(Selection{});
        } else if (isMoved(change)) {
            // Another place has other fields; the editor that asked for it is still in its own signal.
            QTimer::singleShot(0, this, &InspectorPanel::rebuild);
        } else {
            refresh();
        }
    });
    connect(&session, &DesignSession::analysisChanged, this, &InspectorPanel::refresh);
    connect(&session, &DesignSession::shownTrafficChanged, this, &InspectorPanel::refresh);
    rebuild();
}

bool InspectorPanel::isStillThere() const {
    const Design& design = m_session.design();
    return std::ranges::all_of(m_selection.services,
                               [&](const ServiceId& id) { return design.services.contains(id); }) &&
           std::ranges::all_of(m_selection.connections,
                               [&](const ConnectionId& id) { return design.connections.contains(id); }) &&
           std::ranges::all_of(m_selection.topics, [&](const TopicId& id) { return design.topics.contains(id); });
}

bool InspectorPanel::isMoved(const DesignChange& change) const {
    return std::ranges::any_of(change.services.changed, [this](const ServiceId& id) {
        const Service* service = m_session.design().services.find(id);
        const auto shown = m_hosts.find(id);
        return service && shown != m_hosts.end() && shown->second != service->host;
    });
}

void InspectorPanel::showSelection(const Selection& selection) {
    if (selection == m_selection && m_page) {
        refresh();
        return;
    }
    m_selection = selection;
    rebuild();
}

void InspectorPanel::rebuild() {
    if (!isStillThere()) {
        m_selection = {};
    }
    m_hosts.clear();
    for (const ServiceId& id : m_selection.services) {
        m_hosts[id] = m_session.design().services.find(id)->host;
    }
    if (!m_selection.services.empty()) {
        m_page = new ServicePage(m_session, {m_selection.services.begin(), m_selection.services.end()}, m_area);
    } else if (!m_selection.connections.empty()) {
        m_page = new ConnectionPage(m_session, *m_selection.connections.begin(), m_area);
    } else if (m_selection.topics.size() == 1) {
        m_page = new TopicPage(m_session, *m_selection.topics.begin(), m_area);
    } else {
        m_page = new DesignPage(m_session, m_area);
    }
    // Never wider than the panel, whatever number stands in it: there is no bar to scroll sideways.
    m_page->setMinimumWidth(1);
    m_page->showHead(*m_head);
    // The old page may be in the middle of its own signal.
    if (QWidget* old = m_area->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_area->setWidget(m_page);
    m_area->verticalScrollBar()->setValue(0);
    connect(m_page, &InspectorPage::connectionWanted, this, &InspectorPanel::connectionWanted);
    connect(m_page, &InspectorPage::serviceWanted, this, &InspectorPanel::serviceWanted);
    connect(m_page, &InspectorPage::rangeWanted, this, &InspectorPanel::rangeWanted);
    connect(m_page, &InspectorPage::billSettingsWanted, this, &InspectorPanel::billSettingsWanted);
}

void InspectorPanel::refresh() {
    if (m_page && isStillThere()) {
        m_page->showHead(*m_head);
        m_page->refresh();
    }
}

void InspectorPanel::rename(const QString& name) {
    if (m_selection.services.size() == 1) {
        m_session.apply(renameService(m_session.design(), *m_selection.services.begin(), name.toStdString()));
    } else if (m_selection.services.empty() && m_selection.connections.empty() && m_selection.topics.size() == 1) {
        m_session.apply(renameTopic(m_session.design(), *m_selection.topics.begin(), name.toStdString()));
    } else if (m_selection.services.empty() && m_selection.connections.empty()) {
        m_session.apply(setTitle(name.toStdString()));
    }
    m_session.endMerge();
    m_page->showHead(*m_head);
}

void InspectorPanel::focusFirstField() {
    if (QWidget* first = m_page->findChild<QLineEdit*>()) {
        first->setFocus(Qt::ShortcutFocusReason);
    }
}

void InspectorPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

void InspectorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && m_page) {
        m_page->showHead(*m_head);
    }
    QWidget::changeEvent(event);
}

}  // namespace tideline
