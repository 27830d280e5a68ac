// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"
#include "widgets/look/theme.h"

#include <string_view>

namespace tideline {

/// The colour family of a place on the board.
enum class Tone : unsigned char { Core, Edge, Wasm, Bus };
inline constexpr int kToneCount = 4;

struct ToneColors {
    QColor mark, text, soft, zone, line;
};
ToneColors colorsOf(Tone tone, const Theme& theme);

/// Of a service: by its host; a managed one takes the colours of its lane.
Tone toneOf(Host host, std::string_view zoneType);
Tone toneOfZone(std::string_view zoneType);

}  // namespace tideline
