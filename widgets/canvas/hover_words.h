// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

namespace tideline {

/// What is under the pointer in one line: name, facts, findings. Empty over nothing.
QString hoverWords(const CanvasStage& stage, const Hovered& hovered);

// What screen readers say, by the names of the visual specification.
QString canvasWords(const CanvasStage& stage);  ///< "Canvas, 17 services, 6 topics, 23 connections, $286 a month"
QString laneWords(const CanvasStage& stage, int lane);
QString cardWords(const CanvasStage& stage, int box);  ///< the description; the name is the service's
QString lineWords(const CanvasStage& stage, int line);
QString lineFacts(const CanvasStage& stage, int line);
QString pillWords(const CanvasStage& stage, int pill);

}  // namespace tideline
