// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_book.h"

#include "core/base/assert.h"
#include "widgets/look/icons.h"

#include <QCoreApplication>
#include <QMenuBar>

namespace tideline {

bool always() {
    return true;
}

namespace {

struct MenuTable {
    const char* title;
    std::vector<const char*> keys;  ///< "" = a line between groups
};

const std::vector<MenuTable>& menuTables() {
    static const std::vector<MenuTable> tables{
        {QT_TRANSLATE_NOOP("tideline", "&File"),
         {"new", "open", "start-page", "", "save", "save-as", "", "export", "save-picture", "", "close", "quit"}},
        {QT_TRANSLATE_NOOP("tideline", "&Edit"),
         {"undo",
          "redo",
          "",
          "cut",
          "copy",
          "paste",
          "paste-incoming",
          "duplicate",
          "",
          "delete",
          "delete-heal",
          "",
          "rename",
          "",
          "select-all",
          "select-none",
          "select-upstream",
          "select-downstream",
          "select-connected",
          "",
          "find"}},
        {QT_TRANSLATE_NOOP("tideline", "&View"),
         {"zoom-in",
          "zoom-out",
          "zoom-100",
          "fit",
          "fit-selection",
          "",
          "labels",
          "minimap",
          "",
          "palette",
          "inspector",
          "strip",
          "",
          "show-cost",
          "show-findings",
          "show-traffic",
          "",
          "theme-system",
          "theme-light",
          "theme-dark"}},
        {QT_TRANSLATE_NOOP("tideline", "&Insert"), {"quick-add", "find-kind", "connect"}},
        {QT_TRANSLATE_NOOP("tideline", "&Arrange"),
         {"align-left", "align-center", "align-right", "align-top", "align-middle", "align-bottom", "",
          "distribute-horizontally", "distribute-vertically", "", "tidy", "snap"}},
        {QT_TRANSLATE_NOOP("tideline", "&Design"),
         {"place-kubernetes", "place-functions", "place-wasm", "pin", "", "reverse", "", "next-finding",
          "previous-finding", "fix-finding", "accept-finding", "", "bill", "bill-settings", "likely-ranges",
          "price-books", "", "facts"}},
        {QT_TRANSLATE_NOOP("tideline", "&Help"), {"commands", "shortcuts", "", "about"}},
    };
    return tables;
}

}  // namespace

ActionBook::ActionBook(QWidget& window) : QObject(&window), m_window(window) {}

void ActionBook::add(std::vector<ActionRow> rows, QWidget& canvas) {
    for (ActionRow& row : rows) {
        auto* action = new QAction(row.title, this);
        if (*row.icon != '\0') {
            action->setIcon(themedIcon(QLatin1String(row.icon)));
        }
        action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        const bool isOfCanvas = row.scope == ActionScope::Canvas;
        action->setShortcutContext(isOfCanvas ? Qt::WidgetShortcut : Qt::WindowShortcut);
        (isOfCanvas ? canvas : m_window).addAction(action);
        action->setCheckable(row.isOn != nullptr);
        QString plain = row.title;
        plain.remove(QLatin1Char('&'));
        plain.remove(QChar(0x2026));
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(shortcut.isEmpty() ? plain : QStringLiteral("%1  %2").arg(plain, shortcut));
        action->setObjectName(QLatin1String(row.key));
        connect(action, &QAction::triggered, this, [this, run = row.run] {
            run();
            Q_EMIT done();
        });
        m_order.push_back(action);
        const std::string key = row.key;
        m_entries.emplace(key, Entry{std::move(row), action});
    }
}

QAction* ActionBook::action(const std::string& key) const {
    const auto at = m_entries.find(key);
    TIDELINE_ASSERT(at != m_entries.end(), "every key that a menu names has an action");
    return at->second.action;
}

void ActionBook::refresh(bool hasDocument) {
    for (auto& [key, entry] : m_entries) {
        entry.action->setEnabled(entry.row.isEnabled ? entry.row.isEnabled() : hasDocument);
        if (entry.row.isOn) {
            entry.action->setChecked(entry.row.isOn());
        }
    }
}

void fillMenuBar(QMenuBar& bar, const ActionBook& book) {
    for (const MenuTable& table : menuTables()) {
        QMenu* menu = bar.addMenu(QCoreApplication::translate("tideline", table.title));
        for (const char* key : table.keys) {
            if (*key == '\0') {
                menu->addSeparator();
            } else {
                menu->addAction(book.action(key));
            }
        }
    }
}

}  // namespace tideline
