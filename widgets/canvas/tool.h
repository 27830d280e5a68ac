// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/tool_key.h"

#include <QKeySequence>
#include <QPointF>
#include <QString>
#include <Qt>
#include <memory>
#include <span>

namespace tideline {

class CanvasStage;

/// One event of the mouse: where in screen pixels and in the world, and which keys are held.
struct Pointer {
    QPointF screen, world;
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;
};

/// What the mouse does on the canvas. A tool draws into picture and overlay while a gesture lasts; on release it makes
/// one edit.
class Tool {
public:
    explicit Tool(CanvasStage& stage) : m_stage(stage) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual void press(const Pointer& pointer) = 0;
    virtual void move(const Pointer& pointer) = 0;
    virtual void release(const Pointer& pointer) = 0;
    /// Ends a gesture and restores what it touched; false where there was none.
    virtual bool cancel() { return false; }
    /// Keys that mean something to this tool alone.
    virtual bool key(int key, Qt::KeyboardModifiers modifiers) {
        Q_UNUSED(key)
        Q_UNUSED(modifiers)
        return false;
    }
    virtual bool isBusy() const { return false; }
    virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }

protected:
    CanvasStage& m_stage;
};

/// A row of the toolbar.
struct ToolRow {
    ToolKey key;
    const char* icon;
    const char* title;
    const char* shortcut;
    const char* hint;  ///< for the status bar
    std::unique_ptr<Tool> (*make)(CanvasStage& stage);
};

std::span<const ToolRow> toolRows();
const ToolRow& toolRow(ToolKey key);

}  // namespace tideline
