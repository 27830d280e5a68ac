// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QString>
#include <functional>
#include <vector>

namespace tideline {

class Canvas;
class DesignSession;
class MainWindow;
class OpenDocuments;
class Settings;
class Workspace;
struct StudioData;

/// Single letters work only while the canvas has the focus.
enum class ActionScope { Window, Canvas };

/// One thing that a person can do from menus, toolbar, keys and the command search.
struct ActionRow {
    const char* key;
    QString title;  ///< with the menu's mnemonic
    const char* icon = "";
    const char* shortcut = "";
    std::function<void()> run;
    ActionScope scope = ActionScope::Window;
    std::function<bool()> isEnabled = nullptr;  ///< absent = whenever a document is open
    std::function<bool()> isOn = nullptr;       ///< present = the action is a switch
};

/// Everything that actions act on; all of it outlives them.
struct StudioParts {
    MainWindow& window;
    Workspace& workspace;
    Canvas& canvas;
    DesignSession& session;
    OpenDocuments& documents;
    Settings& settings;
    const StudioData& data;
};

std::vector<ActionRow> fileActions(const StudioParts& parts);
std::vector<ActionRow> editActions(const StudioParts& parts);
std::vector<ActionRow> viewActions(const StudioParts& parts);
std::vector<ActionRow> insertActions(const StudioParts& parts);
std::vector<ActionRow> arrangeActions(const StudioParts& parts);
std::vector<ActionRow> designActions(const StudioParts& parts);
std::vector<ActionRow> helpActions(const StudioParts& parts);

/// For rows that work without a document.
bool always();

}  // namespace tideline
