// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/theme.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace tideline;

class ThemeContrastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void everyTokenHasAColour();
};

namespace {

struct Pair {
    QColor Theme::*text;
    QColor Theme::*ground;
    double least;
    const char* name;
};

constexpr Pair kPairs[] = {
    {&Theme::t1, &Theme::panel, 7, "body text on panel"},
    {&Theme::t1, &Theme::frame, 7, "body text on frame"},
    {&Theme::t1, &Theme::sunken, 7, "body text on sunken"},
    {&Theme::t1, &Theme::popup, 7, "body text on popup"},
    {&Theme::t1, &Theme::field, 7, "body text on field"},
    {&Theme::t1, &Theme::hover, 7, "body text on hover row"},
    {&Theme::t1, &Theme::pressed, 7, "body text on pressed"},
    {&Theme::t2, &Theme::panel, 4.5, "secondary on panel"},
    {&Theme::t2, &Theme::frame, 4.5, "secondary on frame"},
    {&Theme::t2, &Theme::sunken, 4.5, "secondary on sunken"},
    {&Theme::t2, &Theme::popup, 4.5, "secondary on popup"},
    {&Theme::t2, &Theme::hover, 4.5, "secondary on hover row"},
    {&Theme::t3, &Theme::panel, 4.5, "tertiary on panel"},
    {&Theme::t3, &Theme::frame, 4.5, "tertiary on frame"},
    {&Theme::t3, &Theme::sunken, 4.5, "tertiary on sunken"},
    {&Theme::t3, &Theme::field, 4.5, "tertiary on field (placeholder)"},
    {&Theme::t3, &Theme::popup, 4.5, "tertiary on popup"},
    {&Theme::t1, &Theme::card, 7, "card title"},
    {&Theme::t3, &Theme::card, 4.5, "card kind line"},
    {&Theme::t2, &Theme::card, 4.5, "card numbers"},
    {&Theme::t1, &Theme::accentSoft, 7, "selected row text"},
    {&Theme::t2, &Theme::accentSoft, 4.5, "selected row secondary"},
    {&Theme::accentText, &Theme::panel, 4.5, "accent text on panel"},
    {&Theme::accentText, &Theme::frame, 4.5, "accent text on frame"},
    {&Theme::accentText, &Theme::accentSoft, 4.5, "accent text on accent soft"},
    {&Theme::onAccent, &Theme::accent, 4.5, "primary button label"},
    {&Theme::onAccent, &Theme::accentHover, 4.5, "primary button label, hover"},
    {&Theme::onAccent, &Theme::accentPress, 4.5, "primary button label, pressed"},
    {&Theme::coreText, &Theme::coreZone, 4.5, "zone title, core"},
    {&Theme::edgeText, &Theme::edgeZone, 4.5, "zone title, functions"},
    {&Theme::wasmText, &Theme::wasmZone, 4.5, "zone title, Wasm"},
    {&Theme::busText, &Theme::busZone, 4.5, "zone title, bus"},
    {&Theme::t1, &Theme::coreZone, 7, "zone total, core"},
    {&Theme::t1, &Theme::edgeZone, 7, "zone total, functions"},
    {&Theme::t1, &Theme::wasmZone, 7, "zone total, Wasm"},
    {&Theme::t1, &Theme::busZone, 7, "zone total, bus"},
    {&Theme::t2, &Theme::coreZone, 4.5, "zone note, core"},
    {&Theme::t2, &Theme::edgeZone, 4.5, "zone note, functions"},
    {&Theme::t2, &Theme::wasmZone, 4.5, "zone note, Wasm"},
    {&Theme::t2, &Theme::busZone, 4.5, "zone note, bus"},
    {&Theme::coreText, &Theme::panel, 4.5, "host word in table, core"},
    {&Theme::edgeText, &Theme::panel, 4.5, "host word in table, functions"},
    {&Theme::wasmText, &Theme::panel, 4.5, "host word in table, Wasm"},
    {&Theme::busText, &Theme::panel, 4.5, "host word in table, bus"},
    {&Theme::optText, &Theme::panel, 4.5, "optimal word"},
    {&Theme::coreText, &Theme::coreSoft, 3, "icon on its chip, core"},
    {&Theme::edgeText, &Theme::edgeSoft, 3, "icon on its chip, functions"},
    {&Theme::wasmText, &Theme::wasmSoft, 3, "icon on its chip, Wasm"},
    {&Theme::busText, &Theme::busSoft, 3, "icon on its chip, bus"},
    {&Theme::t1, &Theme::card, 7, "topic pill text"},
    {&Theme::t2, &Theme::coreZone, 4.5, "label on a connection (on its plate), core"},
    {&Theme::warn, &Theme::warnBg, 4.5, "boundary cost label"},
    {&Theme::good, &Theme::goodBg, 4.5, "good text on good"},
    {&Theme::good, &Theme::panel, 4.5, "good text on panel"},
    {&Theme::warn, &Theme::warnBg, 4.5, "warn text on warn"},
    {&Theme::warn, &Theme::panel, 4.5, "warn text on panel"},
    {&Theme::problem, &Theme::problemBg, 4.5, "problem text on problem"},
    {&Theme::problem, &Theme::panel, 4.5, "problem text on panel"},
    {&Theme::info, &Theme::infoBg, 4.5, "info text on info"},
    {&Theme::info, &Theme::panel, 4.5, "info text on panel"},
    {&Theme::good, &Theme::frame, 4.5, "saving in the status bar"},
    {&Theme::warn, &Theme::frame, 4.5, "overspend in the status bar"},
    {&Theme::t3, &Theme::hover, 4.5, "hint on hovered row"},
    {&Theme::t2, &Theme::pressed, 4.5, "secondary on pressed"},
    {&Theme::t1, &Theme::warnBg, 7, "finding sentence"},
    {&Theme::t1, &Theme::problemBg, 7, "finding sentence, problem"},
    {&Theme::t1, &Theme::infoBg, 7, "info sentence"},
    {&Theme::problem, &Theme::frame, 4.5, "findings count in the status bar"},
    {&Theme::info, &Theme::frame, 4.5, "hints count in the status bar"},
    {&Theme::coreText, &Theme::sunken, 4.5, "code key"},
    {&Theme::optText, &Theme::sunken, 4.5, "code string"},
    {&Theme::edgeText, &Theme::sunken, 4.5, "code number"},
    {&Theme::optText, &Theme::optSoft, 4.5, "winner strip, design"},
    {&Theme::coreText, &Theme::panel, 4.5, "points in the advisor"},
    {&Theme::ink, &Theme::panel, 7, "end label as designed"},
    {&Theme::noteText, &Theme::noteGround, 7, "note text"},
    {&Theme::badgeGlyph, &Theme::problemFill, 3, "glyph on problem badge"},
    {&Theme::badgeGlyph, &Theme::infoFill, 3, "glyph on info badge"},
    {&Theme::warnGlyph, &Theme::warnFill, 4.5, "glyph on warn badge"},
    {&Theme::focus, &Theme::panel, 3, "focus ring on panel"},
    {&Theme::focus, &Theme::frame, 3, "focus ring on frame"},
    {&Theme::focus, &Theme::canvas, 3, "focus ring on canvas"},
    {&Theme::accent, &Theme::coreZone, 3, "selection ring on core zone"},
    {&Theme::accent, &Theme::edgeZone, 3, "selection ring on edge zone"},
    {&Theme::control, &Theme::panel, 3, "field border on panel"},
    {&Theme::control, &Theme::frame, 2.8, "field border on frame"},
    {&Theme::coreMark, &Theme::panel, 3, "chart line core"},
    {&Theme::edgeMark, &Theme::panel, 3, "chart line functions"},
    {&Theme::wasmMark, &Theme::panel, 3, "chart line Wasm"},
    {&Theme::optMark, &Theme::panel, 3, "chart line optimal"},
    {&Theme::ink, &Theme::panel, 3, "chart line as designed"},
    {&Theme::coreMark, &Theme::card, 3, "card stripe core"},
    {&Theme::edgeMark, &Theme::card, 3, "card stripe functions"},
    {&Theme::wasmMark, &Theme::card, 3, "card stripe Wasm"},
    {&Theme::busMark, &Theme::card, 3, "bus mark on card"},
    {&Theme::link, &Theme::coreZone, 3, "connection on core zone"},
    {&Theme::link, &Theme::edgeZone, 3, "connection on edge zone"},
    {&Theme::link, &Theme::busZone, 3, "connection on bus"},
    {&Theme::link, &Theme::wasmZone, 3, "connection on Wasm"},
    {&Theme::t3, &Theme::panel, 4.5, "chart axis text"},
};

/// Relative luminance and contrast of WCAG 2.x.
double luminance(const QColor& color) {
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

void ThemeContrastTest::everyPairIsReadable_data() {
    QTest::addColumn<int>("row");
    for (int i = 0; i < static_cast<int>(std::size(kPairs)); ++i) {
        QTest::newRow(kPairs[i].name) << i;
    }
}

void ThemeContrastTest::everyPairIsReadable() {
    QFETCH(int, row);
    const Pair& pair = kPairs[row];
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        const double found = contrast(theme->*pair.text, theme->*pair.ground);
        QVERIFY2(found >= pair.least, qPrintable(QString::number(found)));
    }
}

void ThemeContrastTest::everyTokenHasAColour() {
    for (const ThemeToken& token : themeTokens()) {
        QVERIFY2((lightTheme().*token.member).isValid(), token.name.data());
        QVERIFY2((darkTheme().*token.member).isValid(), token.name.data());
    }
}

QTEST_APPLESS_MAIN(ThemeContrastTest)
#include "theme_contrast_test.moc"
