// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace tideline {

class DesignSession;
class EditGrid;
class QuantityField;
class ThemedLabel;

/// People and tools beyond the bill, line by line, and the one switch that counts them in bills and curves.
class PeoplePage : public QWidget {
    Q_OBJECT
public:
    explicit PeoplePage(DesignSession& session, QWidget* parent = nullptr);

private:
    struct Row {
        std::string key;
        QLineEdit* title;
        QuantityField* monthly;
        QComboBox* appliesTo;
        QuantityField* share;
    };
    void refresh();
    void rebuild(const std::vector<PeopleLine>& lines);
    void addRow(const PeopleLine& line);
    void addLine();
    /// Changes one line of the table as it is now; `what` names the field.
    void change(const std::string& key, const std::string& what, const std::function<void(PeopleLine&)>& change);
    void apply(const std::vector<PeopleLine>& lines, const std::string& what);
    double counted() const;

    DesignSession& m_session;
    QCheckBox* m_switch;
    EditGrid* m_grid;
    ThemedLabel* m_sum;
    QWidget* m_restore;
    std::vector<Row> m_rows;
};

}  // namespace tideline
