// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QStackedWidget;
class QTableView;

namespace tideline {

class BillLinesModel;
class CostChart;
class CostTableModel;
class DesignSession;
class SegmentedControl;

/// The chart beside the table by place, or the itemised bill. The chart is made when it is first shown.
class CostPanel : public QWidget {
    Q_OBJECT
public:
    explicit CostPanel(DesignSession& session, QWidget* parent = nullptr);
    CostChart& chart();
    QTableView& placeTable() { return *m_places; }
    QTableView& billTable() { return *m_lines; }
    void showLines();

Q_SIGNALS:
    void serviceWanted(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    DesignSession& m_session;
    QWidget* m_left;
    CostChart* m_chart = nullptr;
    SegmentedControl* m_switch;
    QStackedWidget* m_pages;
    QTableView* m_places;
    QTableView* m_lines;
};

}  // namespace tideline
