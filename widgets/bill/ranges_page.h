// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/figures/design_inputs.h"

#include <QWidget>
#include <functional>

class QComboBox;
class QPushButton;

namespace tideline {

class DesignSession;
class EditGrid;
class QuantityField;
class ThemedLabel;

/// Inputs that are known only as a range: the chart shows a band, and says where nobody can tell the winner.
class RangesPage : public QWidget {
    Q_OBJECT
public:
    explicit RangesPage(DesignSession& session, QWidget* parent = nullptr);
    /// Offers this input: "services/api/durationMs".
    void choose(const QString& input);
    /// Gives this input as a range, where it is none yet, and puts the keyboard into its low end.
    void addOrFind(const QString& input);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        std::string input;
        ThemedLabel* title;
        QuantityField* low;
        QuantityField* likely;
        QuantityField* high;
    };
    void refresh();
    void rebuild();
    void addRow(const InputRange& range);
    void addChosen();
    void fillChoice();
    std::vector<DesignInput> inputs() const;
    void change(const std::string& input, const std::function<void(InputRange&)>& change);

    DesignSession& m_session;
    EditGrid* m_grid;
    ThemedLabel* m_empty;
    QComboBox* m_choice;
    QPushButton* m_add;
    std::vector<Row> m_rows;
    bool m_isStale = true;
};

}  // namespace tideline
