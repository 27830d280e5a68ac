// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"

#include <QWidget>
#include <functional>

class QCheckBox;

namespace tideline {

class DesignSession;
class EditGrid;
class QuantityField;
class ThemedLabel;

/// The provider's support plan: at least a sum, and shares of the bill by tiers.
class SupportPage : public QWidget {
    Q_OBJECT
public:
    explicit SupportPage(DesignSession& session, QWidget* parent = nullptr);

private:
    void refresh();
    void rebuild(const SupportPlan& plan);
    void change(const std::string& what, const std::function<void(SupportPlan&)>& change);
    void addTier();
    SupportPlan plan() const;

    DesignSession& m_session;
    QCheckBox* m_switch;
    QuantityField* m_least;
    EditGrid* m_grid;
    ThemedLabel* m_sum;
    QWidget* m_remove;
    std::vector<std::pair<QuantityField*, QuantityField*>> m_rows;  ///< end and share of a tier
};

}  // namespace tideline
