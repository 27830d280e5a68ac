// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <QWidget>

namespace tideline {

class DesignSession;

/// Connections of one service as links: a press opens the connection in the inspector.
class ConnectionList : public QWidget {
    Q_OBJECT
public:
    ConnectionList(const DesignSession& session, const ServiceId& id, QWidget* parent = nullptr);

Q_SIGNALS:
    void connectionWanted(const QString& id);
};

}  // namespace tideline
