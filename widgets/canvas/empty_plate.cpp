// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/empty_plate.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"
#include "widgets/controls/empty_state.h"
#include "widgets/look/elevation.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tideline {

EmptyPlate::EmptyPlate(Canvas& canvas) : QWidget(&canvas), m_canvas(canvas) {
    setAccessibleName(tr("How to begin"));
    auto* state = new EmptyState(QStringLiteral("service"), this);
    state->setTexts(tr("Press / to add the first service"), tr("Or drag one from the palette into a lane."),
                    tr("Add service"));
    connect(state, &EmptyState::pressed, &canvas, &Canvas::openQuickAdd);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 24);
    layout->addWidget(state);
    hide();
}

void EmptyPlate::place() {
    const bool isWanted = m_canvas.session().design().services.empty();
    if (isWanted) {
        const QSize size = sizeHint();
        const QRect place((m_canvas.width() - size.width()) / 2, (m_canvas.height() - size.height()) / 2, size.width(),
                          size.height());
        if (geometry() != place) {
            setGeometry(place);
        }
    }
    if (isVisible() != isWanted) {
        setVisible(isWanted);
    }
}

void EmptyPlate::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPlate(painter, QRectF(rect()).adjusted(7, 5, -7, -9), 8, m_canvas.theme());
}

}  // namespace tideline
