// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/main_window.h"
#include "app/gui/settings.h"
#include "app/gui/workspace.h"
#include "widgets/canvas/canvas.h"

#include <QCoreApplication>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

std::vector<ActionRow> viewActions(const StudioParts& p) {
    Canvas& canvas = p.canvas;
    Workspace& workspace = p.workspace;
    MainWindow& window = p.window;
    Settings& settings = p.settings;
    const auto everywhere = ActionScope::Window;
    const auto onCanvas = ActionScope::Canvas;
    const auto theme = [&](ThemeChoice choice) {
        return [&window, &settings, choice] {
            settings.setTheme(choice);
            window.applyTheme();
        };
    };
    const auto isTheme = [&](ThemeChoice choice) { return [&settings, choice] { return settings.theme() == choice; }; };
    return {
        {"zoom-in", tr("Zoom &in"), "zoom-in", "Ctrl++", [&] { canvas.zoomIn(); }},
        {"zoom-out", tr("Zoom &out"), "zoom-out", "Ctrl+-", [&] { canvas.zoomOut(); }},
        {"zoom-100", tr("&100 %"), "", "Ctrl+0", [&] { canvas.resetZoom(); }},
        {"fit", tr("&Fit all"), "fit", "Shift+1", [&] { canvas.fitAll(); }, onCanvas},
        {"fit-selection", tr("Fit &selection"), "", "Shift+2", [&] { canvas.fitSelection(); }, onCanvas,
         [&] { return !canvas.selection().empty(); }},
        {"labels", tr("&Labels of connections"), "", "L", [&] { canvas.setLabelsShown(!canvas.areLabelsShown()); },
         onCanvas, nullptr, [&] { return canvas.areLabelsShown(); }},
        {"minimap", tr("&Minimap"), "minimap", "M", [&] { canvas.setMiniMapShown(!canvas.isMiniMapShown()); }, onCanvas,
         nullptr, [&] { return canvas.isMiniMapShown(); }},
        {"palette", tr("&Palette"), "", "Ctrl+B", [&] { workspace.togglePalette(); }, everywhere, nullptr,
         [&] { return workspace.isPaletteShown(); }},
        {"inspector", tr("I&nspector"), "", "F4", [&] { workspace.toggleInspector(); }, everywhere, nullptr,
         [&] { return workspace.isInspectorShown(); }},
        {"strip", tr("&Bottom strip"), "", "Ctrl+J", [&] { workspace.toggleStrip(); }, everywhere, nullptr,
         [&] { return workspace.isStripOpen(); }},
        {"show-cost", tr("&Cost"), "curve", "Ctrl+1", [&] { workspace.showStrip(0); }},
        {"show-findings", tr("Fin&dings"), "findings", "Ctrl+2", [&] { workspace.showStrip(1); }},
        {"show-traffic", tr("&Traffic"), "traffic", "Ctrl+3", [&] { workspace.showStrip(2); }},
        {"theme-system", tr("Theme of the s&ystem"), "", "", theme(ThemeChoice::System), everywhere, always,
         isTheme(ThemeChoice::System)},
        {"theme-light", tr("Li&ght theme"), "light", "", theme(ThemeChoice::Light), everywhere, always,
         isTheme(ThemeChoice::Light)},
        {"theme-dark", tr("Da&rk theme"), "dark", "", theme(ThemeChoice::Dark), everywhere, always,
         isTheme(ThemeChoice::Dark)},
    };
}

}  // namespace tideline
