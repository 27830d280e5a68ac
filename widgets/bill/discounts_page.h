// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"

#include <QWidget>
#include <functional>

class QComboBox;
class QLineEdit;

namespace tideline {

class DesignSession;
class EditGrid;
class QuantityField;
class ThemedLabel;

/// Savings plans, reservations, spot and contracts: what is taken off which prices.
class DiscountsPage : public QWidget {
    Q_OBJECT
public:
    explicit DiscountsPage(DesignSession& session, QWidget* parent = nullptr);

private:
    struct Row {
        QLineEdit* title;
        QComboBox* prices;
        QuantityField* off;
        QuantityField* coverage;
        QuantityField* reserve;
    };
    void refresh();
    void rebuild();
    void addRow(std::size_t at);
    void change(std::size_t at, const std::string& what, const std::function<void(Discount&)>& change);
    void addDiscount();

    DesignSession& m_session;
    EditGrid* m_grid;
    ThemedLabel* m_empty;
    std::vector<Row> m_rows;
};

}  // namespace tideline
