// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/connection_choice.h"
#include "widgets/canvas/tools/gesture.h"

namespace tideline {

/// Draws a connection from a service or topic, with the mouse or with arrow keys and Enter.
class ConnectGesture : public Gesture {
public:
    ConnectGesture(CanvasStage& stage, const LineEnd& from);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;
    /// Arrows go to the next service in that direction, letters to one whose name begins with them, Enter connects.
    bool key(int key) override;
    /// Begins at the nearest service that can be connected, for the keyboard.
    void aimAtNearest();

private:
    void aimAt(int box, int pill);
    void showWay(const QRectF& target);
    void dimRest();
    ConnectionChoice choiceFor(int box) const;
    bool needsTopic(int box) const;
    bool connect(int box, int pill);
    void end();
    ServiceId fromService() const;
    LineEnd m_from;
    QString m_typed;
};

}  // namespace tideline
