// SPDX-License-Identifier: Apache-2.0
#include "widgets/palette/palette_rail.h"

#include "core/catalog/catalog.h"
#include "widgets/look/icons.h"
#include "widgets/palette/kind_search.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace tideline {

PaletteRail::PaletteRail(const Catalog& catalog, QWidget* parent) : QWidget(parent) {
    setFixedWidth(44);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 8, 6, 8);
    column->setSpacing(8);
    const auto addButton = [&](const QString& icon, const QString& name) {
        auto* button = new QToolButton(this);
        button->setIcon(themedIcon(icon));
        button->setIconSize(QSize(20, 20));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolTip(name);
        button->setAccessibleName(name);
        column->addWidget(button, 0, Qt::AlignHCenter);
        return button;
    };
    connect(addButton(QStringLiteral("search"), tr("Find a service")), &QToolButton::clicked, this,
            &PaletteRail::searchWanted);
    for (const std::string& group : catalog.groups()) {
        const auto first = std::ranges::find(catalog.kinds(), group, &ServiceKind::group);
        const QString title = QString::fromStdString(group);
        connect(addButton(first == catalog.kinds().end() ? QStringLiteral("service") : iconOf(*first), title),
                &QToolButton::clicked, this, [this, title] { Q_EMIT groupWanted(title); });
    }
    column->addStretch(1);
}

}  // namespace tideline
