// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QToolBar>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tideline {

class ActionBook;
class DesignSession;
class OpenDocuments;
class ThemedLabel;

/// Tools left, the document's name in the middle, Export right.
class StudioToolBar : public QToolBar {
    Q_OBJECT
public:
    StudioToolBar(const ActionBook& book, DesignSession& session, OpenDocuments& documents, QWidget* parent = nullptr);
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeTitle();
    DesignSession& m_session;
    OpenDocuments& m_documents;
    QWidget* m_middle;
    QLineEdit* m_name;
    QLabel* m_stateIcon;
    ThemedLabel* m_state;
    QPushButton* m_export;
};

}  // namespace tideline
