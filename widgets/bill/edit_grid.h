// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStringList>
#include <QWidget>

class QGridLayout;
class QToolButton;

namespace tideline {

class DesignSession;
class QuantityField;

/// Rows of fields under column heads, as a table that can be edited everywhere at once. Heads name the fields for
/// screen readers.
class EditGrid : public QWidget {
    Q_OBJECT
public:
    /// A column with a stretch of 0 is as wide as its widest field.
    struct Column {
        QString head;
        int stretch = 0;
        int width = 0;  ///< of its fields; 0 = as they like
    };
    EditGrid(QList<Column> columns, QWidget* parent = nullptr);
    /// One widget a column, null leaves its place free. `title` is what the row is about.
    void addRow(const QString& title, const QList<QWidget*>& widgets);
    /// Widgets go when their event has ended.
    void clear();
    int rows() const { return m_rows; }

private:
    void addHeads();
    QList<Column> m_columns;
    QGridLayout* m_grid;
    int m_rows = 0;
};

/// A number field of a grid.
QuantityField* makeNumber(const QString& unit, double least, double most, QWidget* parent);
/// The cross at the end of a row.
QToolButton* makeRemove(const QString& what, QWidget* parent);

}  // namespace tideline
