// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/theme.h"

#include <array>

namespace tideline {

namespace {

struct TokenRow {
    ThemeToken token;
    QRgb light, dark;
};

constexpr std::array kRows{
    TokenRow{{"frame", &Theme::frame}, 0xfff3f5f7, 0xff151a20},
    TokenRow{{"panel", &Theme::panel}, 0xffffffff, 0xff1a2027},
    TokenRow{{"sunken", &Theme::sunken}, 0xfff6f8fa, 0xff161b21},
    TokenRow{{"canvas", &Theme::canvas}, 0xffe7ebef, 0xff0f1317},
    TokenRow{{"field", &Theme::field}, 0xffffffff, 0xff12171c},
    TokenRow{{"popup", &Theme::popup}, 0xffffffff, 0xff222a33},
    TokenRow{{"hover", &Theme::hover}, 0xffeef2f5, 0xff232b34},
    TokenRow{{"pressed", &Theme::pressed}, 0xffe2e8ed, 0xff2c3640},
    TokenRow{{"line", &Theme::line}, 0xffdce2e8, 0xff2b343d},
    TokenRow{{"line2", &Theme::line2}, 0xffc6cfd8, 0xff3b4651},
    TokenRow{{"control", &Theme::control}, 0xff87929e, 0xff6c7885},
    TokenRow{{"grid", &Theme::grid}, 0xffd3dae1, 0xff20272e},
    TokenRow{{"t1", &Theme::t1}, 0xff17212b, 0xffedf1f5},
    TokenRow{{"t2", &Theme::t2}, 0xff46535f, 0xffb7c1cb},
    TokenRow{{"t3", &Theme::t3}, 0xff5f6b77, 0xff93a0ac},
    TokenRow{{"tOff", &Theme::tOff}, 0xff98a3ae, 0xff5f6b77},
    TokenRow{{"accent", &Theme::accent}, 0xff0b7a75, 0xff2fb8ae},
    TokenRow{{"accentHover", &Theme::accentHover}, 0xff096762, 0xff45c9bf},
    TokenRow{{"accentPress", &Theme::accentPress}, 0xff07544f, 0xff25a198},
    TokenRow{{"onAccent", &Theme::onAccent}, 0xffffffff, 0xff03201e},
    TokenRow{{"accentSoft", &Theme::accentSoft}, 0xffd8efec, 0xff123b3a},
    TokenRow{{"accentText", &Theme::accentText}, 0xff0a6a65, 0xff52d1c7},
    TokenRow{{"focus", &Theme::focus}, 0xff0b7a75, 0xff52d1c7},
    TokenRow{{"scrim", &Theme::scrim}, 0xff17212b, 0xff000000},
    TokenRow{{"good", &Theme::good}, 0xff18794e, 0xff62d096},
    TokenRow{{"goodBg", &Theme::goodBg}, 0xffe2f4ea, 0xff143020},
    TokenRow{{"goodFill", &Theme::goodFill}, 0xff2fa36b, 0xff3db87d},
    TokenRow{{"warn", &Theme::warn}, 0xff855600, 0xfff3c453},
    TokenRow{{"warnBg", &Theme::warnBg}, 0xfffff2d1, 0xff35290c},
    TokenRow{{"warnFill", &Theme::warnFill}, 0xffefb11d, 0xffe9b22c},
    TokenRow{{"problem", &Theme::problem}, 0xffb3213b, 0xffff8d9b},
    TokenRow{{"problemBg", &Theme::problemBg}, 0xfffde7ea, 0xff3d171f},
    TokenRow{{"problemFill", &Theme::problemFill}, 0xffd5344e, 0xffe5566c},
    TokenRow{{"info", &Theme::info}, 0xff1f5cb8, 0xff8db9ff},
    TokenRow{{"infoBg", &Theme::infoBg}, 0xffe5eefb, 0xff15284a},
    TokenRow{{"infoFill", &Theme::infoFill}, 0xff3d7dd8, 0xff5b93ea},
    TokenRow{{"coreMark", &Theme::coreMark}, 0xff2355ad, 0xff4586f2},
    TokenRow{{"coreText", &Theme::coreText}, 0xff1f4e9f, 0xff8ab6ff},
    TokenRow{{"coreZone", &Theme::coreZone}, 0xffe9f0fa, 0xff131c2a},
    TokenRow{{"coreLine", &Theme::coreLine}, 0xffc2d3ec, 0xff29446f},
    TokenRow{{"coreSoft", &Theme::coreSoft}, 0xffdce7f7, 0xff1b2c48},
    TokenRow{{"edgeMark", &Theme::edgeMark}, 0xffde5e16, 0xfffb8a3c},
    TokenRow{{"edgeText", &Theme::edgeText}, 0xffa8440b, 0xffffb072},
    TokenRow{{"edgeZone", &Theme::edgeZone}, 0xfffcf1e7, 0xff211a15},
    TokenRow{{"edgeLine", &Theme::edgeLine}, 0xffefd2b6, 0xff553a22},
    TokenRow{{"edgeSoft", &Theme::edgeSoft}, 0xfffbe3cf, 0xff3d2716},
    TokenRow{{"wasmMark", &Theme::wasmMark}, 0xffa66ddc, 0xffd9a2f4},
    TokenRow{{"wasmText", &Theme::wasmText}, 0xff7a3fb5, 0xffddb3f6},
    TokenRow{{"wasmZone", &Theme::wasmZone}, 0xfff4ecfc, 0xff1e1825},
    TokenRow{{"wasmLine", &Theme::wasmLine}, 0xffd9c3ee, 0xff4c3765},
    TokenRow{{"wasmSoft", &Theme::wasmSoft}, 0xffeadcf8, 0xff31223f},
    TokenRow{{"busMark", &Theme::busMark}, 0xff55697a, 0xff8da2b3},
    TokenRow{{"busText", &Theme::busText}, 0xff41525f, 0xffb3c2ce},
    TokenRow{{"busZone", &Theme::busZone}, 0xffdfe6eb, 0xff171d23},
    TokenRow{{"busLine", &Theme::busLine}, 0xffc3ced7, 0xff323d47},
    TokenRow{{"busSoft", &Theme::busSoft}, 0xffd3dde4, 0xff26303a},
    TokenRow{{"optMark", &Theme::optMark}, 0xff12917e, 0xff35c2a9},
    TokenRow{{"optText", &Theme::optText}, 0xff0b7263, 0xff58d3bd},
    TokenRow{{"optSoft", &Theme::optSoft}, 0xffcfeae4, 0xff143a35},
    TokenRow{{"ink", &Theme::ink}, 0xff17212b, 0xffedf1f5},
    TokenRow{{"card", &Theme::card}, 0xffffffff, 0xff222a33},
    TokenRow{{"cardLine", &Theme::cardLine}, 0xffccd5dd, 0xff3a4550},
    TokenRow{{"cardHover", &Theme::cardHover}, 0xff98a5b1, 0xff61707e},
    TokenRow{{"cardShade", &Theme::cardShade}, 0xffc9d2da, 0xff090c0f},
    TokenRow{{"link", &Theme::link}, 0xff66727e, 0xff8795a2},
    TokenRow{{"linkHot", &Theme::linkHot}, 0xff17212b, 0xffedf1f5},
    TokenRow{{"plotGrid", &Theme::plotGrid}, 0xffe6ebef, 0xff2a323b},
    TokenRow{{"plotMinor", &Theme::plotMinor}, 0xfff2f5f7, 0xff21282f},
    TokenRow{{"noteGround", &Theme::noteGround}, 0xfffff4c9, 0xff3a3216},
    TokenRow{{"noteLine", &Theme::noteLine}, 0xffe7d68f, 0xff5b5024},
    TokenRow{{"noteText", &Theme::noteText}, 0xff4a3d07, 0xfff1e2a6},
    TokenRow{{"badgeGlyph", &Theme::badgeGlyph}, 0xffffffff, 0xffffffff},
    TokenRow{{"warnGlyph", &Theme::warnGlyph}, 0xff2b1e00, 0xff2b1e00},
};

Theme made(bool isDark) {
    Theme theme;
    theme.isDark = isDark;
    for (const TokenRow& row : kRows) {
        theme.*row.token.member = QColor::fromRgb(isDark ? row.dark : row.light);
    }
    return theme;
}

}  // namespace

const Theme& lightTheme() {
    static const Theme theme = made(false);
    return theme;
}

const Theme& darkTheme() {
    static const Theme theme = made(true);
    return theme;
}

std::span<const ThemeToken> themeTokens() {
    static const auto tokens = [] {
        std::array<ThemeToken, kRows.size()> all{};
        for (std::size_t i = 0; i < kRows.size(); ++i) {
            all[i] = kRows[i].token;
        }
        return all;
    }();
    return tokens;
}

}  // namespace tideline
