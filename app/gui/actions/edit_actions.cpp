// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/main_window.h"
#include "widgets/canvas/canvas.h"
#include "widgets/session/design_session.h"

#include <QCoreApplication>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

std::vector<ActionRow> editActions(const StudioParts& p) {
    Canvas& canvas = p.canvas;
    DesignSession& session = p.session;
    MainWindow& window = p.window;
    const auto hasSelection = [&] { return !canvas.selection().empty(); };
    const auto hasServices = [&] { return !canvas.selection().services.empty(); };
    const auto onCanvas = ActionScope::Canvas;
    const auto everywhere = ActionScope::Window;
    return {
        {"undo", tr("&Undo"), "undo", "Ctrl+Z", [&] { session.undo(); }, everywhere, [&] { return session.canUndo(); }},
        {"redo", tr("&Redo"), "redo", "Ctrl+Shift+Z", [&] { session.redo(); }, everywhere,
         [&] { return session.canRedo(); }},
        {"cut", tr("Cu&t"), "", "Ctrl+X", [&] { canvas.cutSelection(); }, onCanvas, hasServices},
        {"copy", tr("&Copy"), "copy", "Ctrl+C", [&] { canvas.copySelection(); }, onCanvas, hasServices},
        {"paste", tr("&Paste"), "", "Ctrl+V", [&] { canvas.paste(); }, onCanvas},
        {"paste-incoming", tr("Paste with &incoming connections"), "", "Ctrl+Shift+V",
         [&] { canvas.pasteWithIncoming(); }, onCanvas},
        {"duplicate", tr("&Duplicate"), "copy", "Ctrl+D", [&] { canvas.duplicateSelection(); }, everywhere,
         hasServices},
        {"delete", tr("De&lete"), "delete", "Del", [&] { canvas.deleteSelection(); }, onCanvas, hasSelection},
        {"delete-heal", tr("Delete and &join the path"), "", "Ctrl+Del", [&] { canvas.deleteAndHeal(); }, onCanvas,
         hasServices},
        {"rename", tr("Rena&me"), "", "F2", [&] { canvas.renameSelected(); }, everywhere, hasSelection},
        {"select-all", tr("Select &all"), "", "Ctrl+A", [&] { canvas.selectAll(); }, onCanvas},
        {"select-none", tr("Select &none"), "", "", [&] { canvas.clearSelection(); }, everywhere, hasSelection},
        {"select-upstream", tr("Select upstrea&m"), "", "Shift+U", [&] { canvas.selectUpstream(); }, onCanvas,
         hasServices},
        {"select-downstream", tr("Select do&wnstream"), "", "Shift+D", [&] { canvas.selectDownstream(); }, onCanvas,
         hasServices},
        {"select-connected", tr("Select c&onnected"), "", "Shift+C", [&] { canvas.selectConnected(); }, onCanvas,
         hasServices},
        {"find", tr("&Find a service…"), "search", "Ctrl+F", [&] { window.showCommandSearch(QStringLiteral("@")); }},
    };
}

}  // namespace tideline
