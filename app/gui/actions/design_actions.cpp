// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/main_window.h"
#include "app/gui/workspace.h"
#include "widgets/bill/bill_settings_dialog.h"
#include "widgets/canvas/canvas.h"
#include "widgets/findings/findings_panel.h"

#include <QCoreApplication>

namespace tideline {

std::vector<ActionRow> designActions(const StudioParts& p) {
    Canvas& canvas = p.canvas;
    Workspace& workspace = p.workspace;
    MainWindow& window = p.window;
    const auto tr = [](const char* text) { return QCoreApplication::translate("tideline", text); };
    const auto hasServices = [&] { return !canvas.selection().services.empty(); };
    const auto hasConnection = [&] { return !canvas.selection().connections.empty(); };
    const auto onCanvas = ActionScope::Canvas;
    const auto everywhere = ActionScope::Window;
    const auto place = [&](Host host) { return [&canvas, host] { canvas.placeOn(host); }; };
    return {
        {"place-kubernetes", tr("Place on &Kubernetes"), "cluster", "Alt+1", place(Host::Kubernetes), everywhere,
         hasServices},
        {"place-functions", tr("Place on &functions"), "function", "Alt+2", place(Host::Function), everywhere,
         hasServices},
        {"place-wasm", tr("Place on &Wasm"), "wasm", "Alt+3", place(Host::Wasm), everywhere, hasServices},
        {"pin", tr("&Pin the placement"), "pin", "P", [&] { canvas.togglePinned(); }, onCanvas, hasServices},
        {"reverse", tr("&Reverse the connection"), "", "R", [&] { canvas.reverseSelected(); }, onCanvas, hasConnection},
        {"next-finding", tr("&Next finding"), "", "F8", [&] { workspace.stepFinding(1); }},
        {"previous-finding", tr("Pre&vious finding"), "", "Shift+F8", [&] { workspace.stepFinding(-1); }},
        {"fix-finding", tr("&Settle the chosen finding"), "check", "Ctrl+.", [&] { workspace.findings().fixChosen(); }},
        {"accept-finding", tr("&Accept the chosen finding…"), "", "", [&] { workspace.findings().acceptChosen(); }},
        {"bill", tr("&Bill line by line"), "table", "", [&] { workspace.showBillLines(); }},
        {"bill-settings", tr("Bill s&ettings…"), "cost", "",
         [&window] { window.showBillSettings(BillSettingsDialog::kPeople); }},
        {"likely-ranges", tr("&Likely ranges…"), "", "",
         [&window] { window.showBillSettings(BillSettingsDialog::kRanges); }},
        {"price-books", tr("Price &books…"), "", "",
         [&window] { window.showBillSettings(BillSettingsDialog::kPrices); }},
        {"facts", tr("Facts and &cluster settings"), "settings", "",
         [&] {
             canvas.clearSelection();
             workspace.showInspector();
         }},
    };
}

}  // namespace tideline
