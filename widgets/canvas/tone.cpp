// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tone.h"

namespace tideline {

ToneColors colorsOf(Tone tone, const Theme& theme) {
    switch (tone) {
    case Tone::Core: return {theme.coreMark, theme.coreText, theme.coreSoft, theme.coreZone, theme.coreLine};
    case Tone::Edge: return {theme.edgeMark, theme.edgeText, theme.edgeSoft, theme.edgeZone, theme.edgeLine};
    case Tone::Wasm: return {theme.wasmMark, theme.wasmText, theme.wasmSoft, theme.wasmZone, theme.wasmLine};
    case Tone::Bus: break;
    }
    return {theme.busMark, theme.busText, theme.busSoft, theme.busZone, theme.busLine};
}

Tone toneOfZone(std::string_view zoneType) {
    if (zoneType == "cluster" || zoneType == "edge-site") {
        return Tone::Core;
    }
    if (zoneType == "functions") {
        return Tone::Edge;
    }
    return zoneType == "wasm" ? Tone::Wasm : Tone::Bus;
}

Tone toneOf(Host host, std::string_view zoneType) {
    switch (host) {
    case Host::Kubernetes: return Tone::Core;
    case Host::Function: return Tone::Edge;
    case Host::Wasm: return Tone::Wasm;
    case Host::Managed: break;
    }
    return toneOfZone(zoneType);
}

}  // namespace tideline
