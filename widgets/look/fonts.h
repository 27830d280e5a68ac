// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QFont>

namespace tideline {

/// Roles of type in the visual specification. A trailing Strong is weight 500, Title 600.
enum class FontRole {
    Caption,       ///< 11
    CaptionTitle,  ///< 11/600: group heads, table heads
    Small,         ///< 12
    SmallStrong,   ///< 12/500
    SmallTitle,    ///< 12/600
    Body,          ///< 13
    BodyStrong,    ///< 13/500
    BodyTitle,     ///< 13/600
    Head,          ///< 14/600: zone title, inspector name
    Section,       ///< 16/600: dialog title
    Number,        ///< 24/600 Display
    LargeNumber,   ///< 30/600 Display
    Start,         ///< 26/600 Display: product name
    Code,          ///< 12 Mono
};

/// Inter, Inter Display or JetBrains Mono; the system's own faces where they are missing.
QFont fontOf(FontRole role);
/// Any other size of the interface's family, in pixels at a 100 % font setting.
QFont interfaceFont(double pixels, QFont::Weight weight = QFont::Normal);

/// The user's font setting: 0.9 to 1.5. Fonts that were made before keep their size.
void setFontFactor(double factor);
double fontFactor();

}  // namespace tideline
