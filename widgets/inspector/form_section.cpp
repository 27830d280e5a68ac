// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/form_section.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"

#include <QGridLayout>
#include <QToolButton>

namespace tideline {

namespace {

constexpr int kLabelWidth = 104;
constexpr int kNarrowLabelWidth = 74;

}  // namespace

FormSection::FormSection(const QString& title, QWidget* parent)
    : QWidget(parent),
      m_labelWidth(kLabelWidth),
      m_body(new QWidget(this)),
      m_fold(new QToolButton(this)),
      m_head(new NumberLabel(FontRole::SmallTitle, &Theme::t1, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(new ThemedLabel(title, FontRole::SmallTitle, &Theme::t2, this), 1);
    head->addWidget(m_head);
    head->addWidget(m_fold);
    m_fold->setAutoRaise(true);
    m_fold->setAccessibleName(tr("Show or hide: %1").arg(title));
    m_fold->hide();
    column->addLayout(head);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, m_labelWidth);
    m_grid->setColumnStretch(1, 1);
    column->addWidget(m_body);
}

void FormSection::setNarrowLabels() {
    m_labelWidth = kNarrowLabelWidth;
    m_grid->setColumnMinimumWidth(0, m_labelWidth);
}

void FormSection::addRow(const QString& text, QWidget* field, const QString& toolTip) {
    auto* label = new ThemedLabel(text, FontRole::Small, &Theme::t2, m_body);
    label->setFixedWidth(m_labelWidth);
    label->setWordWrap(true);
    label->setToolTip(plainToolTip(toolTip));
    label->setBuddy(field);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(text);
    }
    field->setParent(m_body);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(field, m_rows, 1);
    ++m_rows;
    if (auto* number = qobject_cast<QuantityField*>(field)) {
        auto* wrong = new ThemedLabel(QString(), FontRole::Caption, &Theme::problem, m_body);
        wrong->setWrapping();
        wrong->hide();
        m_grid->addWidget(wrong, m_rows, 1);
        ++m_rows;
        connect(number, &QuantityField::wrongChanged, wrong, [number, wrong] {
            wrong->setText(number->wrongReason());
            wrong->setVisible(!number->wrongReason().isEmpty());
        });
    }
}

void FormSection::addNote(QWidget* note) {
    const bool isHidden = note->isHidden();
    note->setParent(m_body);
    note->setHidden(isHidden);
    m_grid->addWidget(note, m_rows, 1);
    ++m_rows;
}

void FormSection::addWide(QWidget* widget) {
    widget->setParent(m_body);
    m_grid->addWidget(widget, m_rows, 0, 1, 2);
    ++m_rows;
}

void FormSection::setHeadText(const QString& text) {
    m_head->setText(text);
}

void FormSection::setFoldable() {
    m_fold->setCheckable(true);
    m_fold->setIcon(themedIcon(QStringLiteral("chevron-right")));
    m_fold->show();
    m_body->hide();
    connect(m_fold, &QToolButton::toggled, this, [this](bool isOpen) {
        m_fold->setIcon(themedIcon(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
        m_body->setVisible(isOpen);
    });
}

}  // namespace tideline
