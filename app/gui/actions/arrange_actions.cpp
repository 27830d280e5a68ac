// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "widgets/canvas/canvas.h"

#include <QCoreApplication>

namespace tideline {

std::vector<ActionRow> arrangeActions(const StudioParts& p) {
    Canvas& canvas = p.canvas;
    const auto tr = [](const char* text) { return QCoreApplication::translate("tideline", text); };
    const auto several = [&] { return canvas.selection().services.size() >= 2; };
    const auto three = [&] { return canvas.selection().services.size() >= 3; };
    const auto onCanvas = ActionScope::Canvas;
    const auto align = [&](Alignment to) { return [&canvas, to] { canvas.align(to); }; };
    return {
        {"align-left", tr("Align &left"), "align-left", "Ctrl+Shift+Left", align(Alignment::Left), onCanvas, several},
        {"align-center", tr("Align &centres"), "", "", align(Alignment::Center), onCanvas, several},
        {"align-right", tr("Align &right"), "", "Ctrl+Shift+Right", align(Alignment::Right), onCanvas, several},
        {"align-top", tr("Align &top"), "align-top", "Ctrl+Shift+Up", align(Alignment::Top), onCanvas, several},
        {"align-middle", tr("Align &middles"), "", "", align(Alignment::Middle), onCanvas, several},
        {"align-bottom", tr("Align &bottom"), "", "Ctrl+Shift+Down", align(Alignment::Bottom), onCanvas, several},
        {"distribute-horizontally", tr("Distribute &horizontally"), "distribute", "Ctrl+Shift+H",
         [&] { canvas.distribute(Qt::Horizontal); }, onCanvas, three},
        {"distribute-vertically", tr("Distribute &vertically"), "", "Ctrl+Shift+Y",
         [&] { canvas.distribute(Qt::Vertical); }, onCanvas, three},
        {"tidy", tr("T&idy up"), "tidy", "Ctrl+Shift+T", [&] { canvas.tidy(); }},
        {"snap", tr("&Snap to grid"), "snap", "", [&] { canvas.setSnapping(!canvas.isSnapping()); },
         ActionScope::Window, nullptr, [&] { return canvas.isSnapping(); }},
    };
}

}  // namespace tideline
