// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/edit_grid.h"

#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"

#include <QGridLayout>
#include <QToolButton>

namespace tideline {

EditGrid::EditGrid(QList<Column> columns, QWidget* parent)
    : QWidget(parent), m_columns(std::move(columns)), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    for (int column = 0; column < m_columns.size(); ++column) {
        m_grid->setColumnStretch(column, m_columns[column].stretch);
    }
    addHeads();
}

void EditGrid::addHeads() {
    for (int column = 0; column < m_columns.size(); ++column) {
        auto* head = new ThemedLabel(m_columns[column].head, FontRole::CaptionTitle, &Theme::t2, this);
        head->setContentsMargins(2, 0, 0, 0);
        m_grid->addWidget(head, 0, column);
    }
}

void EditGrid::addRow(const QString& title, const QList<QWidget*>& widgets) {
    ++m_rows;
    for (int column = 0; column < m_columns.size() && column < widgets.size(); ++column) {
        QWidget* widget = widgets[column];
        if (!widget) {
            continue;
        }
        widget->setParent(this);
        if (widget->accessibleName().isEmpty()) {
            widget->setAccessibleName(tr("%1: %2").arg(title, m_columns[column].head));
        }
        if (m_columns[column].width > 0) {
            widget->setFixedWidth(m_columns[column].width);
        }
        m_grid->addWidget(widget, m_rows, column);
        widget->show();
    }
}

void EditGrid::clear() {
    // Its own field may be what asked for the change.
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
    addHeads();
    for (QObject* child : children()) {
        if (auto* widget = qobject_cast<QWidget*>(child); widget && m_grid->indexOf(widget) >= 0) {
            widget->show();
        }
    }
}

QuantityField* makeNumber(const QString& unit, double least, double most, QWidget* parent) {
    auto* field = new QuantityField(parent);
    field->setUnit(unit);
    field->setLimits(least, most);
    return field;
}

QToolButton* makeRemove(const QString& what, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(QStringLiteral("close")));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(EditGrid::tr("Remove %1").arg(what));
    button->setToolTip(EditGrid::tr("Remove"));
    return button;
}

}  // namespace tideline
