// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace tideline {

class CostPanel;
class DesignSession;
class ElidedLabel;
class FindingsPanel;
class TrafficPanel;

/// Cost, findings and traffic under the canvas; folds to its tabs and one sentence.
class BottomStrip : public QWidget {
    Q_OBJECT
public:
    static constexpr int kFoldedHeight = 34;
    explicit BottomStrip(DesignSession& session, QWidget* parent = nullptr);
    CostPanel& cost() { return *m_cost; }
    FindingsPanel& findings() { return *m_findings; }
    TrafficPanel& traffic() { return *m_traffic; }
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);
    void showTab(int tab);

Q_SIGNALS:
    void openChanged();

private:
    void refreshSentence();
    void refreshSwitches();
    void refreshCount();
    DesignSession& m_session;
    QTabBar* m_tabs;
    ElidedLabel* m_sentence;
    QToolButton* m_fold;
    QLabel* m_count;
    QStackedWidget* m_pages;
    CostPanel* m_cost;
    FindingsPanel* m_findings;
    TrafficPanel* m_traffic;
    bool m_isOpen = true;
};

}  // namespace tideline
