// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

namespace tideline {

/// What goes on between pressing and releasing the mouse. Ends with `finish`, which makes the edit, or with `cancel`,
/// which restores everything.
class Gesture {
public:
    explicit Gesture(CanvasStage& stage) : m_stage(stage) {}
    virtual ~Gesture() = default;
    Gesture(const Gesture&) = delete;
    Gesture& operator=(const Gesture&) = delete;

    virtual void move(const Pointer& pointer) = 0;
    virtual void finish(const Pointer& pointer) = 0;
    virtual void cancel() = 0;
    virtual bool key(int key) {
        Q_UNUSED(key)
        return false;
    }

protected:
    CanvasStage& m_stage;
};

}  // namespace tideline
