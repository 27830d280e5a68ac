// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <QWidget>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace tideline {

class DesignSession;
class PlacementOption;

/// Where the selected services run: one box a place with its price and the reason for or against it, and the pin.
class PlacementEditor : public QWidget {
    Q_OBJECT
public:
    PlacementEditor(DesignSession& session, std::vector<ServiceId> ids, QWidget* parent = nullptr);
    void refresh();

private:
    void togglePin();
    DesignSession& m_session;
    std::vector<ServiceId> m_ids;
    QToolButton* m_pin;
    std::vector<PlacementOption*> m_options;
};

}  // namespace tideline
