// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/fonts.h"

#include <QFontDatabase>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

enum class Face { Text, Display, Mono };

struct FontRow {
    FontRole role;
    Face face;
    int pixels;
    QFont::Weight weight;
};

constexpr FontRow kRows[] = {
    {FontRole::Caption, Face::Text, 11, QFont::Normal},
    {FontRole::CaptionTitle, Face::Text, 11, QFont::DemiBold},
    {FontRole::Small, Face::Text, 12, QFont::Normal},
    {FontRole::SmallStrong, Face::Text, 12, QFont::Medium},
    {FontRole::SmallTitle, Face::Text, 12, QFont::DemiBold},
    {FontRole::Body, Face::Text, 13, QFont::Normal},
    {FontRole::BodyStrong, Face::Text, 13, QFont::Medium},
    {FontRole::BodyTitle, Face::Text, 13, QFont::DemiBold},
    {FontRole::Head, Face::Text, 14, QFont::DemiBold},
    {FontRole::Section, Face::Text, 16, QFont::DemiBold},
    {FontRole::Number, Face::Display, 24, QFont::DemiBold},
    {FontRole::LargeNumber, Face::Display, 30, QFont::DemiBold},
    {FontRole::Start, Face::Display, 26, QFont::DemiBold},
    {FontRole::Code, Face::Mono, 12, QFont::Normal},
};

double g_factor = 1;

QString installedOr(const QString& family, QFontDatabase::SystemFont otherwise) {
    return QFontDatabase::hasFamily(family) ? family : QFontDatabase::systemFont(otherwise).family();
}

const QString& familyOf(Face face) {
    static const QString text = installedOr(QStringLiteral("Inter"), QFontDatabase::GeneralFont);
    static const QString display =
        QFontDatabase::hasFamily(QStringLiteral("Inter Display")) ? QStringLiteral("Inter Display") : text;
    static const QString mono = installedOr(QStringLiteral("JetBrains Mono"), QFontDatabase::FixedFont);
    return face == Face::Mono ? mono : face == Face::Display ? display : text;
}

QFont made(Face face, double pixels, QFont::Weight weight) {
    QFont font(familyOf(face));
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels * g_factor))));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (face == Face::Display) {
        font.setLetterSpacing(QFont::PercentageSpacing, 99);
    }
    if (face == Face::Mono) {
        font.setStyleHint(QFont::Monospace);
    }
    return font;
}

}  // namespace

QFont fontOf(FontRole role) {
    const FontRow& row = *std::ranges::find(kRows, role, &FontRow::role);
    return made(row.face, row.pixels, row.weight);
}

QFont interfaceFont(double pixels, QFont::Weight weight) {
    return made(Face::Text, pixels, weight);
}

void setFontFactor(double factor) {
    g_factor = std::clamp(factor, 0.9, 1.5);
}

double fontFactor() {
    return g_factor;
}

}  // namespace tideline
