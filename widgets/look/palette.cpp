// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/palette.h"

namespace tideline {

namespace {

struct RoleRow {
    QPalette::ColorRole role;
    QColor Theme::*token;
};

constexpr RoleRow kRoles[] = {
    {QPalette::Window, &Theme::frame},
    {QPalette::WindowText, &Theme::t1},
    {QPalette::Text, &Theme::t1},
    {QPalette::ButtonText, &Theme::t1},
    {QPalette::Base, &Theme::field},
    {QPalette::AlternateBase, &Theme::sunken},
    {QPalette::Button, &Theme::panel},
    {QPalette::BrightText, &Theme::onAccent},
    {QPalette::ToolTipBase, &Theme::popup},
    {QPalette::ToolTipText, &Theme::t1},
    {QPalette::PlaceholderText, &Theme::t3},
    {QPalette::Highlight, &Theme::accentSoft},
    {QPalette::HighlightedText, &Theme::t1},
    {QPalette::Link, &Theme::accentText},
    {QPalette::LinkVisited, &Theme::accentText},
    {QPalette::Light, &Theme::panel},
    {QPalette::Midlight, &Theme::hover},
    {QPalette::Mid, &Theme::line2},
    {QPalette::Dark, &Theme::line2},
    {QPalette::Shadow, &Theme::cardShade},
};

}  // namespace

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    for (const RoleRow& row : kRoles) {
        palette.setColor(row.role, theme.*row.token);
    }
    palette.setColor(QPalette::Inactive, QPalette::Highlight, theme.hover);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, theme.tOff);
    }
    return palette;
}

QPalette panelPaletteOf(const Theme& theme) {
    QPalette palette = paletteOf(theme);
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::Base, theme.panel);
    return palette;
}

}  // namespace tideline
