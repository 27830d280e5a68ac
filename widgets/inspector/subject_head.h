// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QLineEdit;

namespace tideline {

class ElidedLabel;

/// Top of the inspector: icon on its chip, the name to edit in place, what kind of thing it is.
class SubjectHead : public QWidget {
    Q_OBJECT
public:
    explicit SubjectHead(QWidget* parent = nullptr);
    /// `mark` and `soft` colour the icon and its chip.
    void showSubject(const QString& icon, const QColor& mark, const QColor& soft);
    void showTexts(const QString& name, const QString& kind);
    void setRenameable(const QString& fieldName);
    void setFixed();

Q_SIGNALS:
    void renamed(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLineEdit* m_name;
    ElidedLabel* m_title;
    ElidedLabel* m_kind;
    QString m_icon;
    QColor m_mark, m_soft;
};

}  // namespace tideline
