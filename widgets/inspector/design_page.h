// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/settings.h"
#include "widgets/inspector/inspector_page.h"

#include <functional>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace tideline {

class DesignSession;
class FormSection;

/// Nothing is selected: what the design comes to, its cluster, and what its bill counts.
class DesignPage : public InspectorPage {
    Q_OBJECT
public:
    DesignPage(DesignSession& session, QWidget* parent);
    void showHead(SubjectHead& head) override;
    void refresh() override;

private:
    void addTotals();
    void addTraffic();
    void addCluster();
    void addBill();
    void addCategories(FormSection& section);
    /// Applies a change to the cluster's settings as one step.
    void changeCluster(const std::function<void(ClusterSettings&)>& change);
    void showNodes(QComboBox& box);
    DesignSession& m_session;
    QVBoxLayout* m_column;
    std::vector<std::function<void()>> m_refreshes;
};

}  // namespace tideline
