// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QColor>
#include <span>
#include <string_view>

namespace tideline {

/// Every colour of the window by its name in the visual specification. Code asks for tokens, never for hex values.
struct Theme {
    bool isDark = false;
    QColor frame;
    QColor panel;
    QColor sunken;
    QColor canvas;
    QColor field;
    QColor popup;
    QColor hover;
    QColor pressed;
    QColor line;
    QColor line2;
    QColor control;
    QColor grid;
    QColor t1;
    QColor t2;
    QColor t3;
    QColor tOff;
    QColor accent;
    QColor accentHover;
    QColor accentPress;
    QColor onAccent;
    QColor accentSoft;
    QColor accentText;
    QColor focus;
    QColor scrim;
    QColor good;
    QColor goodBg;
    QColor goodFill;
    QColor warn;
    QColor warnBg;
    QColor warnFill;
    QColor problem;
    QColor problemBg;
    QColor problemFill;
    QColor info;
    QColor infoBg;
    QColor infoFill;
    QColor coreMark;
    QColor coreText;
    QColor coreZone;
    QColor coreLine;
    QColor coreSoft;
    QColor edgeMark;
    QColor edgeText;
    QColor edgeZone;
    QColor edgeLine;
    QColor edgeSoft;
    QColor wasmMark;
    QColor wasmText;
    QColor wasmZone;
    QColor wasmLine;
    QColor wasmSoft;
    QColor busMark;
    QColor busText;
    QColor busZone;
    QColor busLine;
    QColor busSoft;
    QColor optMark;
    QColor optText;
    QColor optSoft;
    QColor ink;
    QColor card;
    QColor cardLine;
    QColor cardHover;
    QColor cardShade;
    QColor link;
    QColor linkHot;
    QColor plotGrid;
    QColor plotMinor;
    QColor noteGround;
    QColor noteLine;
    QColor noteText;
    QColor badgeGlyph;
    QColor warnGlyph;
};

const Theme& lightTheme();
const Theme& darkTheme();

/// One colour by name, for tests and icon tints; every member of Theme has a row.
struct ThemeToken {
    std::string_view name;
    QColor Theme::*member;
};
std::span<const ThemeToken> themeTokens();

}  // namespace tideline
