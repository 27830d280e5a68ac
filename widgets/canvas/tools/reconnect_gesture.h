// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/connection_edits.h"
#include "widgets/canvas/connection_choice.h"
#include "widgets/canvas/tools/gesture.h"

namespace tideline {

/// Leads one end of a connection to another service, or an event to another topic.
class ReconnectGesture : public Gesture {
public:
    ReconnectGesture(CanvasStage& stage, int line, ConnectionEnd end);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    bool isOnTopic() const;
    ConnectionChoice choiceFor(int box) const;
    void showWay(const QRectF& target);
    void end();
    ConnectionId m_connection;
    ConnectionEnd m_end;
    LineEnd m_moved, m_fixed;
};

struct LineGrip {
    int line = -1;
    ConnectionEnd end = ConnectionEnd::To;
};
/// The end of a selected connection at a place of the screen.
std::optional<LineGrip> lineGripAt(const CanvasStage& stage, QPointF screen);

}  // namespace tideline
