// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace tideline {

/// What a place says while it has nothing to show: icon, title, one sentence, at most one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& icon, QWidget* parent = nullptr);
    /// An empty `button` shows none.
    void setTexts(const QString& title, const QString& sentence, const QString& button = {});

Q_SIGNALS:
    void pressed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeIcon();
    QString m_icon;
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_button;
};

}  // namespace tideline
