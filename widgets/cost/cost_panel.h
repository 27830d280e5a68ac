// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QStackedWidget;
class QTableView;

namespace tideline {

class BillTree;
class ChartSwitches;
class CostChart;
class DesignSession;
class GrowthChart;
class LikelyRange;
class SegmentedControl;

/// The chart over load or over months beside the table by place, or the itemised bill. Charts are made when they are
/// first shown.
class CostPanel : public QWidget {
    Q_OBJECT
public:
    explicit CostPanel(DesignSession& session, QWidget* parent = nullptr);
    CostChart& chart();
    GrowthChart& growth();
    LikelyRange& likelyRange() { return *m_likely; }
    /// They stand in the head of the strip.
    ChartSwitches& switches() { return *m_switches; }
    QTableView& placeTable() { return *m_places; }
    BillTree& billTree() { return *m_lines; }
    SegmentedControl& groupingSwitch() { return *m_grouping; }
    void showLines();

Q_SIGNALS:
    void serviceWanted(const QString& id);
    void settingsWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void followSwitches();
    void showTable(int page);
    DesignSession& m_session;
    LikelyRange* m_likely;
    ChartSwitches* m_switches;
    QWidget* m_left;
    CostChart* m_chart = nullptr;
    GrowthChart* m_growth = nullptr;
    SegmentedControl* m_switch;
    SegmentedControl* m_grouping;
    QStackedWidget* m_pages;
    QTableView* m_places;
    BillTree* m_lines;
};

}  // namespace tideline
