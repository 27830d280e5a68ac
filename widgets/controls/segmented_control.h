// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QStringList>
#include <QWidget>

namespace tideline {

/// One of a few: a groove with segments; arrow keys move.
class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(const QStringList& titles, QWidget* parent = nullptr);
    int chosen() const { return m_chosen; }
    void choose(int segment);
    /// Words alone, without the groove: the head of a panel.
    void setPlain();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void choiceChanged(int segment);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect boxOf(int segment) const;
    int widthOf(const QString& title) const;
    QStringList m_titles;
    int m_chosen = 0;
    bool m_isPlain = false, m_showsFocus = false;
};

}  // namespace tideline
