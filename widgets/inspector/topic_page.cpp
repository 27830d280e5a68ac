// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/topic_page.h"

#include "core/edit/topic_edits.h"
#include "widgets/canvas/connection_choice.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/subject_head.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/palette/kind_search.h"
#include "widgets/session/design_session.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tideline {

namespace {

struct TopicEnds {
    std::vector<ServiceId> publishers, listeners;
};

/// The bus itself only carries the event.
TopicEnds endsOf(const Design& design, const Catalog& catalog, const std::string& event) {
    const ServiceId bus = busOf(design, catalog);
    TopicEnds ends;
    const auto add = [&bus](std::vector<ServiceId>& services, const ServiceId& id) {
        if (id != bus && std::ranges::find(services, id) == services.end()) {
            services.push_back(id);
        }
    };
    for (const Connection& connection : design.connections) {
        const auto carried = connection.fields.find("event");
        if (carried != connection.fields.end() && carried->second == FieldValue(event)) {
            add(ends.publishers, connection.from);
            add(ends.listeners, connection.to);
        }
    }
    return ends;
}

}  // namespace

TopicPage::TopicPage(DesignSession& session, const TopicId& id, QWidget* parent)
    : InspectorPage(parent), m_session(session), m_id(id), m_ends(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(12);
    auto* ends = new QVBoxLayout(m_ends);
    ends->setContentsMargins(0, 0, 0, 0);
    ends->setSpacing(2);
    column->addWidget(m_ends);
    auto* remove = new QPushButton(themedIcon(QStringLiteral("delete")), tr("Delete"), this);
    remove->setAutoDefault(false);
    remove->setToolTip(tr("The connections stay, without an event"));
    column->addWidget(remove, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_session.apply(removeTopic(m_session.design(), m_id));
        m_session.endMerge();
    });
    refresh();
}

void TopicPage::showHead(SubjectHead& head) {
    const Topic* topic = m_session.design().topics.find(m_id);
    if (!topic) {
        return;
    }
    const Theme& t = currentTheme();
    head.setRenameable(tr("Name of the topic"));
    head.showSubject(QStringLiteral("topic"), t.busText, t.busSoft);
    const TopicEnds ends = endsOf(m_session.design(), m_session.catalog(), topic->name);
    head.showTexts(QString::fromStdString(topic->name),
                   tr("Topic with %1").arg(countedText(static_cast<qsizetype>(ends.listeners.size()), tr("listener"))));
}

void TopicPage::addServices(const QString& title, const std::vector<ServiceId>& services, const QString& nobody) {
    QLayout& inside = *m_ends->layout();
    inside.addWidget(new ThemedLabel(title, FontRole::SmallTitle, &Theme::t2, m_ends));
    for (const ServiceId& id : services) {
        const Service* service = m_session.design().services.find(id);
        const ServiceKind* kind = service ? m_session.catalog().find(service->kind) : nullptr;
        QString name = service ? QString::fromStdString(service->name) : QString();
        auto* button = new QPushButton(themedIcon(kind ? iconOf(*kind) : QStringLiteral("service")), {}, m_ends);
        button->setAccessibleName(name);
        button->setText(name.replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setFlat(true);
        button->setAutoDefault(false);
        button->setProperty("buttonHeight", 26);
        static_cast<QVBoxLayout&>(inside).addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this,
                [this, key = QString::fromStdString(id.text)] { Q_EMIT serviceWanted(key); });
    }
    if (services.empty()) {
        auto* none = new ThemedLabel(nobody, FontRole::Small, &Theme::t3, m_ends);
        none->setWrapping();
        inside.addWidget(none);
    }
}

void TopicPage::refresh() {
    const Topic* topic = m_session.design().topics.find(m_id);
    if (!topic) {
        return;
    }
    QLayout& inside = *m_ends->layout();
    while (QLayoutItem* item = inside.takeAt(0)) {
        // A button in it may be what asked for the change.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const TopicEnds ends = endsOf(m_session.design(), m_session.catalog(), topic->name);
    addServices(tr("Published by"), ends.publishers, tr("Nobody yet. Draw a line from a service to it."));
    addServices(tr("Listened to by"), ends.listeners, tr("Nobody yet. Draw a line from it to a service."));
}

}  // namespace tideline
