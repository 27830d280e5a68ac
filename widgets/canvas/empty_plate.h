// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

namespace tideline {

class Canvas;

/// Stands in the middle of a board without services and says how to begin.
class EmptyPlate : public QWidget {
    Q_OBJECT
public:
    explicit EmptyPlate(Canvas& canvas);
    /// In the middle of the canvas while the design is empty, else hidden.
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Canvas& m_canvas;
};

}  // namespace tideline
