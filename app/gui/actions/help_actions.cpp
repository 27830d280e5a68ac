// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/main_window.h"

#include <QCoreApplication>

namespace tideline {

std::vector<ActionRow> helpActions(const StudioParts& p) {
    MainWindow& window = p.window;
    const auto tr = [](const char* text) { return QCoreApplication::translate("tideline", text); };
    return {
        {"commands", tr("&Search or run a command…"), "search", "Ctrl+K", [&] { window.showCommandSearch(QString()); },
         ActionScope::Window, always},
        {"shortcuts", tr("&Shortcuts"), "keyboard", "?", [&] { window.showShortcuts(); }, ActionScope::Window, always},
        {"about", tr("&About Tideline"), "info", "", [&] { window.showAbout(); }, ActionScope::Window, always},
    };
}

}  // namespace tideline
