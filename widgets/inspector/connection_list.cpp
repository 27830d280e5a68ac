// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/connection_list.h"

#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/session/design_session.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace tideline {

ConnectionList::ConnectionList(const DesignSession& session, const ServiceId& id, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    column->addWidget(new ThemedLabel(tr("Connections"), FontRole::SmallTitle, &Theme::t2, this));
    const Design& design = session.design();
    int count = 0;
    for (const Connection& connection : design.connections) {
        const bool isOut = connection.from == id;
        if (!isOut && connection.to != id) {
            continue;
        }
        const Service* other = design.services.find(isOut ? connection.to : connection.from);
        QString name = other ? QString::fromStdString(other->name) : QString();
        auto* button = new QPushButton(isOut ? tr("to %1").arg(name) : tr("from %1").arg(name), this);
        button->setAccessibleName(button->text());
        button->setText(button->text().replace(QLatin1Char('&'), QLatin1String("&&")));
        button->setFlat(true);
        button->setAutoDefault(false);
        button->setProperty("buttonHeight", 26);
        button->setIcon(themedIcon(connection.type == ConnectionType::Async  ? QStringLiteral("event-bus")
                                   : connection.type == ConnectionType::Data ? QStringLiteral("database")
                                                                             : QStringLiteral("connect")));
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this,
                [this, key = QString::fromStdString(connection.id.text)] { Q_EMIT connectionWanted(key); });
        ++count;
    }
    if (count == 0) {
        column->addWidget(new ThemedLabel(tr("None yet. Drag one of its ports."), FontRole::Small, &Theme::t3, this));
    }
}

}  // namespace tideline
