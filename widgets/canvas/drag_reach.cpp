// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/drag_reach.h"

#include "widgets/canvas/stage.h"

namespace tideline {

namespace {

// Pixels.
constexpr int kAroundCard = 40;   // its shadow, frame and badge
constexpr int kAroundLine = 16;   // arrows and arcs
constexpr int kAroundGuide = 28;  // the distance that stands beside a gap

}  // namespace

std::optional<QRect> dragReach(const CanvasStage& stage) {
    const Overlay& overlay = stage.overlay;
    const bool isAnywhere = overlay.callout || overlay.accepting || overlay.spliced || overlay.snapshotShift ||
                            overlay.ghost || overlay.connecting || overlay.marquee || overlay.pulsing ||
                            !overlay.gliding.empty() || stage.paintState.labels || overlay.draggedBoxes.empty();
    if (isAnywhere) {
        return std::nullopt;
    }
    QRect reach;
    const auto add = [&](const QRectF& world, int around) {
        reach |= stage.view.toScreen(world).toAlignedRect().adjusted(-around, -around, around, around);
    };
    for (const int box : overlay.draggedBoxes) {
        add(stage.picture.box(box).rect, kAroundCard);
    }
    for (const int line : overlay.liveLines) {
        add(stage.picture.line(line).reach, kAroundLine);
    }
    for (const Guide& guide : overlay.guides) {
        add(QRectF(guide.line.p1(), guide.line.p2()).normalized(), kAroundGuide);
    }
    for (const GapMark& gap : overlay.gaps) {
        add(QRectF(gap.line.p1(), gap.line.p2()).normalized(), kAroundGuide);
    }
    return reach;
}

}  // namespace tideline
