// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/action_row.h"

#include <QAction>
#include <map>
#include <string>

class QMenuBar;

namespace tideline {

/// All actions of the window, by key.
class ActionBook : public QObject {
    Q_OBJECT
public:
    explicit ActionBook(QWidget& window);
    void add(std::vector<ActionRow> rows, QWidget& canvas);
    QAction* action(const std::string& key) const;
    /// In the order in which they were added.
    const std::vector<QAction*>& all() const { return m_order; }
    /// Brings enabled and checked states up to date.
    void refresh(bool hasDocument);

Q_SIGNALS:
    void done();  ///< an action has run

private:
    struct Entry {
        ActionRow row;
        QAction* action;
    };
    QWidget& m_window;
    std::map<std::string, Entry> m_entries;
    std::vector<QAction*> m_order;
};

/// The menus by a table of keys.
void fillMenuBar(QMenuBar& bar, const ActionBook& book);

}  // namespace tideline
