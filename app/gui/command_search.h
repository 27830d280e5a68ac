// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>
#include <QPushButton>

class QAction;
class QListWidget;

namespace tideline {

class ActionBook;
class DesignSession;
class EmptyState;
class SearchField;

/// The field in the menu bar that opens the command search.
class CommandField : public QPushButton {
    Q_OBJECT
public:
    CommandField(QAction& action, QWidget* parent);
    QSize sizeHint() const override { return {256, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QAction& m_action;
};

/// Finds actions and services by a few letters. "@" first looks for services alone.
class CommandSearch : public QDialog {
    Q_OBJECT
public:
    CommandSearch(const ActionBook& book, const DesignSession& session, QWidget* parent);
    void setText(const QString& text);

Q_SIGNALS:
    void subjectChosen(const QString& service);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    void accept() override;
    const ActionBook& m_book;
    const DesignSession& m_session;
    SearchField* m_field;
    QListWidget* m_list;
    EmptyState* m_nothing;
};

}  // namespace tideline
