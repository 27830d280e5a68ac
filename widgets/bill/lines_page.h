// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>
#include <string>
#include <vector>

class QCheckBox;

namespace tideline {

class DesignSession;
class NumberLabel;
class QuantityField;

/// The kinds of lines of a bill: each counted or left out, computed or set by hand.
class LinesPage : public QWidget {
    Q_OBJECT
public:
    explicit LinesPage(DesignSession& session, QWidget* parent = nullptr);

private:
    struct Row {
        std::string category;
        bool isExtra;  ///< left out unless switched on: people, support
        QCheckBox* box;
        NumberLabel* now;
        QuantityField* fixed;
    };
    static std::string titleOf(const Row& row);
    void refresh();
    void connectRow(const Row& row);
    DesignSession& m_session;
    QCheckBox* m_free;
    std::vector<Row> m_rows;
};

}  // namespace tideline
