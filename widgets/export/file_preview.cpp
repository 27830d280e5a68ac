// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/file_preview.h"

#include "widgets/controls/segmented_control.h"
#include "widgets/controls/themed_label.h"
#include "widgets/export/code_view.h"
#include "widgets/export/line_changes.h"
#include "widgets/look/icons.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>

namespace tideline {

FilePreview::FilePreview(QWidget* parent)
    : QWidget(parent),
      m_path(new ElidedLabel(QString(), FontRole::Code, &Theme::t1, this)),
      m_views(new SegmentedControl({tr("File"), tr("Changes")}, this)),
      m_copy(new QToolButton(this)),
      m_code(new CodeView(this)) {
    m_path->setElideMode(Qt::ElideMiddle);
    m_views->setAccessibleName(tr("What the preview shows"));
    m_copy->setIcon(themedIcon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::TabFocus);
    m_copy->setAccessibleName(tr("Copy the file"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_code->setAccessibleName(tr("Text of the file"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 3, 10, 3);
    head->addWidget(m_path, 1);
    head->addWidget(m_views);
    head->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_code, 1);
    connect(m_views, &SegmentedControl::choiceChanged, this, &FilePreview::refresh);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void FilePreview::showFile(const QString& path, const QString& text, const std::optional<QString>& onDisk) {
    const bool isOther = path != m_path->text();
    if (!isOther && text == m_text && onDisk == m_onDisk) {
        return;
    }
    m_path->setText(path);
    m_text = text;
    m_onDisk = onDisk;
    refresh();
}

void FilePreview::refresh() {
    if (m_views->chosen() == 0) {
        m_code->showText(m_path->text(), m_text);
        return;
    }
    if (!m_onDisk) {
        m_code->showRemark(tr("This file is not in the folder yet. All of it will be new."));
    } else if (*m_onDisk == m_text) {
        m_code->showRemark(tr("The file in the folder is the same."));
    } else {
        m_code->showChanges(m_path->text(), changesBetween(*m_onDisk, m_text));
    }
}

}  // namespace tideline
