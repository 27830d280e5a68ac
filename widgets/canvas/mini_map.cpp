// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/mini_map.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/picture_painter.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace tideline {

namespace {

constexpr QSize kSize(152, 92);
constexpr int kAway = 12;

}  // namespace

MiniMap::MiniMap(CanvasStage& stage, QWidget* parent) : QWidget(parent), m_stage(stage) {
    setFixedSize(kSize);
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Map of the board"));
    hide();
}

void MiniMap::drop() {
    m_picture = {};
}

void MiniMap::place() {
    const QRectF board = m_stage.picture.boardRect();
    const bool fits = m_stage.view.visibleWorld().adjusted(-1, -1, 1, 1).contains(board);
    const bool hasRoom = parentWidget()->width() > 2 * kSize.width() && parentWidget()->height() > 2 * kSize.height();
    const bool isShown = hasRoom && (m_isWanted || !fits) && !m_stage.design().services.empty();
    const QPoint corner(parentWidget()->width() - kSize.width() - kAway,
                        parentWidget()->height() - kSize.height() - kAway);
    if (pos() != corner) {
        move(corner);
    }
    if (isVisible() != isShown) {
        setVisible(isShown);
    }
    // The canvas places its map with every frame, and the map lies on the canvas: only a change may ask for a frame.
    const QRectF seen = m_stage.view.visibleWorld();
    if (isShown && (seen != m_seen || m_picture.isNull())) {
        m_seen = seen;
        update();
    }
}

View MiniMap::miniView() const {
    const QRectF board = m_stage.picture.boardRect().adjusted(-20, -20, 20, 20);
    View view;
    view.resize(kSize, devicePixelRatioF());
    view.setZoom(std::min(kSize.width() / board.width(), kSize.height() / board.height()), QPointF(0, 0));
    view.setCenter(board.center());
    return view;
}

void MiniMap::paintEvent(QPaintEvent*) {
    const View view = miniView();
    const Theme& theme = *m_stage.theme;
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        m_picture = QPixmap(kSize * devicePixelRatioF());
        m_picture.setDevicePixelRatio(devicePixelRatioF());
        QPainter painter(&m_picture);
        Sprites sprites;
        sprites.prepare(view, theme);
        static const PaintState kPlain{.hasHeads = false};
        const BoardFacts none;
        paintPicture({painter, m_stage.picture, m_stage.design(), m_stage.session.analysis(), none, m_stage.plates,
                      view, theme, sprites, kPlain, view.visibleWorld()});
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setPen(QPen(theme.accent, 2));
    const QRectF seen = view.toScreen(m_stage.view.visibleWorld()) & QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRect(seen.adjusted(1, 1, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line2, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void MiniMap::goTo(QPointF point) {
    m_stage.view.setCenter(miniView().toWorld(point));
    m_stage.canvas.update();
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    goTo(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        goTo(event->position());
    }
}

}  // namespace tideline
