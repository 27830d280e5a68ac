// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/stage.h"

#include <QPixmap>
#include <QWidget>

namespace tideline {

/// The whole board in a corner with the part that is seen; a click or drag goes there. Stands only while the board
/// does not fit into the view, or where a person wants it.
class MiniMap : public QWidget {
    Q_OBJECT
public:
    MiniMap(CanvasStage& stage, QWidget* parent);

    bool isWanted() const { return m_isWanted; }
    void setWanted(bool on) { m_isWanted = on; }
    /// Lower right in the parent, or hidden.
    void place();
    /// The picture is painted anew when it is next shown.
    void drop();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void goTo(QPointF point);
    View miniView() const;
    CanvasStage& m_stage;
    QPixmap m_picture;
    QRectF m_seen;  ///< world area that the last frame marked
    bool m_isWanted = false;
};

}  // namespace tideline
