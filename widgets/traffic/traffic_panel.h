// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QPushButton;
class QTableView;

namespace tideline {

class DesignSession;
class TrafficModel;

/// The table of entries with what adds and removes them.
class TrafficPanel : public QWidget {
    Q_OBJECT
public:
    explicit TrafficPanel(DesignSession& session, QWidget* parent = nullptr);
    QTableView& table() { return *m_table; }

private:
    void offerServices();
    void removeChosen();
    DesignSession& m_session;
    TrafficModel* m_model;
    QTableView* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
};

}  // namespace tideline
