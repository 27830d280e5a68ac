// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// Lets screen readers see lanes, cards, topics and connections inside the canvas. Once a process.
void installCanvasAccessibility();

}  // namespace tideline
