// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/outline_list.h"

#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/palette/kind_search.h"
#include "widgets/session/design_session.h"

#include <QEvent>
#include <QSignalBlocker>

namespace tideline {

namespace {

constexpr int kServiceRole = Qt::UserRole, kConnectionRole = Qt::UserRole + 1;

QString connectionIcon(ConnectionType type) {
    return type == ConnectionType::Async  ? QStringLiteral("event-bus")
           : type == ConnectionType::Data ? QStringLiteral("database")
                                          : QStringLiteral("connect");
}

}  // namespace

OutlineList::OutlineList(DesignSession& session, QWidget* parent) : QTreeWidget(parent), m_session(session) {
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(16);
    setFont(fontOf(FontRole::Small));
    setUniformRowHeights(true);
    setAccessibleName(tr("Outline of the design"));
    const auto markStale = [this] {
        m_isStale = true;
        if (isVisible()) {
            rebuild();
        }
    };
    connect(&session, &DesignSession::opened, this, markStale);
    connect(&session, &DesignSession::designChanged, this, [markStale](const DesignChange& change) {
        if (!change.services.empty() || !change.connections.empty() || change.zones) {
            markStale();
        }
    });
    connect(this, &QTreeWidget::itemSelectionChanged, this, [this] {
        const QList<QTreeWidgetItem*> chosen = selectedItems();
        if (chosen.isEmpty()) {
            return;
        }
        const QString service = chosen.front()->data(0, kServiceRole).toString();
        const QString connection = chosen.front()->data(0, kConnectionRole).toString();
        if (!connection.isEmpty()) {
            Q_EMIT connectionChosen(connection);
        } else if (!service.isEmpty()) {
            Q_EMIT serviceChosen(service);
        }
    });
}

void OutlineList::showEvent(QShowEvent* event) {
    QTreeWidget::showEvent(event);
    if (m_isStale) {
        rebuild();
    }
}

void OutlineList::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isStale) {
        rebuild();
    }
}

QTreeWidgetItem* OutlineList::addService(QTreeWidgetItem* lane, const QString& id) {
    const ServiceId key{id.toStdString()};
    const Service& service = *m_session.design().services.find(key);
    auto* row = new QTreeWidgetItem(lane, {QString::fromStdString(service.name)});
    const ServiceKind* kind = m_session.catalog().find(service.kind);
    row->setIcon(
        0, coloredIcon(kind ? iconOf(*kind) : QStringLiteral("service"), hostLook(service.host, currentTheme()).text));
    row->setData(0, kServiceRole, id);
    for (const Connection& connection : m_session.design().connections) {
        const Service* to = connection.from == key ? m_session.design().services.find(connection.to) : nullptr;
        if (to) {
            auto* its = new QTreeWidgetItem(row, {tr("to %1").arg(QString::fromStdString(to->name))});
            its->setIcon(0, themedIcon(connectionIcon(connection.type)));
            its->setData(0, kConnectionRole, QString::fromStdString(connection.id.text));
        }
    }
    return row;
}

void OutlineList::rebuild() {
    m_isStale = false;
    const QSignalBlocker quiet(this);
    clear();
    for (const Host host : kHosts) {
        QTreeWidgetItem* lane = nullptr;
        for (const Service& service : m_session.design().services) {
            if (service.host != host) {
                continue;
            }
            if (!lane) {
                const HostLook look = hostLook(host, currentTheme());
                lane = new QTreeWidgetItem(this, {look.title});
                lane->setIcon(0, coloredIcon(look.icon, look.text));
                lane->setFont(0, fontOf(FontRole::SmallTitle));
            }
            addService(lane, QString::fromStdString(service.id.text));
        }
        if (lane) {
            lane->setExpanded(true);
        }
    }
}

void OutlineList::follow(const QString& service) {
    const QSignalBlocker quiet(this);
    clearSelection();
    if (service.isEmpty() || m_isStale) {
        return;
    }
    for (int lane = 0; lane < topLevelItemCount(); ++lane) {
        for (int at = 0; at < topLevelItem(lane)->childCount(); ++at) {
            QTreeWidgetItem* row = topLevelItem(lane)->child(at);
            if (row->data(0, kServiceRole).toString() == service) {
                row->setSelected(true);
                scrollToItem(row);
            }
        }
    }
}

}  // namespace tideline
