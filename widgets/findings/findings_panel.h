// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/rules/finding.h"

#include <QWidget>

class QListView;
class QStackedLayout;

namespace tideline {

class DesignSession;
class EmptyState;
class FindingsModel;

/// What the rules say about the design. A click shows the subject on the canvas; a button settles the finding.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(DesignSession& session, QWidget* parent = nullptr);
    const FindingsModel& model() const { return *m_model; }
    QListView& list() { return *m_list; }
    void step(int rows);
    /// Does the fix of the chosen finding; false where it has none.
    bool fixChosen();
    void acceptChosen();

Q_SIGNALS:
    void subjectWanted(const tideline::Subject& subject);
    void countChanged();

private:
    void showMenu(const QPoint& at);
    void fix(int row);
    void refresh();
    DesignSession& m_session;
    FindingsModel* m_model;
    QListView* m_list;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
};

/// Asks for the reason and accepts; nothing happens where the person cancels.
void acceptWithReason(DesignSession& session, const Finding& finding, QWidget* parent);

}  // namespace tideline
