// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/workspace.h"
#include "widgets/canvas/canvas.h"

#include <QCoreApplication>

namespace tideline {

std::vector<ActionRow> insertActions(const StudioParts& p) {
    Canvas& canvas = p.canvas;
    Workspace& workspace = p.workspace;
    const auto tr = [](const char* text) { return QCoreApplication::translate("tideline", text); };
    const auto tool = [&](ToolKey key) { return [&canvas, key] { canvas.chooseTool(key); }; };
    const auto isTool = [&](ToolKey key) { return [&canvas, key] { return canvas.tool() == key; }; };
    return {
        {"quick-add", tr("&Add a service…"), "plus", "/", [&] { canvas.openQuickAdd(); }, ActionScope::Canvas},
        {"find-kind", tr("&Search the palette"), "search", "Ctrl+Shift+F", [&] { workspace.searchPalette(); }},
        {"select", tr("&Select"), "select", "V", tool(ToolKey::Select), ActionScope::Canvas, nullptr,
         isTool(ToolKey::Select)},
        {"pan", tr("&Pan"), "pan", "H", tool(ToolKey::Pan), ActionScope::Canvas, nullptr, isTool(ToolKey::Pan)},
        {"connect", tr("&Connect"), "connect", "C", [&canvas] { canvas.beginConnecting(); }, ActionScope::Canvas,
         nullptr, isTool(ToolKey::Connect)},
    };
}

}  // namespace tideline
