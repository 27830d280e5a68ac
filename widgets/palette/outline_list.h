// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QTreeWidget>

namespace tideline {

class DesignSession;

/// The design as a tree: lane, services in it, connections that leave each. Follows the selection, and sets it.
class OutlineList : public QTreeWidget {
    Q_OBJECT
public:
    explicit OutlineList(DesignSession& session, QWidget* parent = nullptr);
    /// Marks the row of a service without announcing it.
    void follow(const QString& service);

Q_SIGNALS:
    void serviceChosen(const QString& id);
    void connectionChosen(const QString& id);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QTreeWidgetItem* addService(QTreeWidgetItem* lane, const QString& id);
    DesignSession& m_session;
    bool m_isStale = true;
};

}  // namespace tideline
