// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

class QTableWidget;

namespace tideline {

class ActionBook;

/// Every key and what it does, searchable.
class ShortcutSheet : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(const ActionBook& book, QWidget* parent);

private:
    void filter(const QString& text);
    QTableWidget* m_table;
};

}  // namespace tideline
