// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace tideline {

class NumberLabel;

/// A headed part of the inspector: rows of label and field, a number in the head. May fold.
class FormSection : public QWidget {
    Q_OBJECT
public:
    explicit FormSection(const QString& title, QWidget* parent = nullptr);
    /// Label left, field right; the label names the field for screen readers and carries its tooltip.
    void addRow(const QString& label, QWidget* field, const QString& toolTip = {});
    /// Below the last field, under it.
    void addNote(QWidget* note);
    /// Over the whole width.
    void addWide(QWidget* widget);
    /// For short labels, so that the fields have more room. Before the first row.
    void setNarrowLabels();
    void setHeadText(const QString& text);
    /// A fold button in the head; closed to begin with.
    void setFoldable();
    int rows() const { return m_rows; }

private:
    int m_labelWidth;
    QGridLayout* m_grid;
    QWidget* m_body;
    QToolButton* m_fold;
    NumberLabel* m_head;
    int m_rows = 0;
};

}  // namespace tideline
