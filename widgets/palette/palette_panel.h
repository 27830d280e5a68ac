// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/palette/kind_model.h"

#include <QWidget>

class QStackedWidget;

namespace tideline {

class DesignSession;
class EmptyState;
class HostChips;
class KindList;
class OutlineList;
class SearchField;
class SegmentedControl;

/// Kinds of service to take, by group, and the outline of the design.
class PalettePanel : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(DesignSession& session, QWidget* parent = nullptr);
    void focusSearch();
    void showGroup(const QString& group);
    OutlineList& outline() { return *m_outline; }

Q_SIGNALS:
    void kindAccepted(const QString& kind);
    void dragEnded();
    void left();  ///< Esc: back to the canvas

private:
    void filter();
    QString nearest() const;  ///< key of the kind that is offered where the words find none; may be empty
    DesignSession& m_session;
    KindModel m_model;
    SegmentedControl* m_tabs;
    SearchField* m_search;
    HostChips* m_hosts;
    KindList* m_list;
    EmptyState* m_empty;
    OutlineList* m_outline;
    QStackedWidget* m_pages;
};

}  // namespace tideline
