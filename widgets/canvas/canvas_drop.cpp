// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/insertion.h"
#include "widgets/canvas/stage.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace tideline {

namespace {

std::string kindIn(const QMimeData* data) {
    return data->data(QString::fromLatin1(Canvas::kKindMimeType)).toStdString();
}

}  // namespace

void Canvas::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(QString::fromLatin1(kKindMimeType))) {
        event->acceptProposedAction();
    }
}

void Canvas::dragMoveEvent(QDragMoveEvent* event) {
    if (!event->mimeData()->hasFormat(QString::fromLatin1(kKindMimeType))) {
        return;
    }
    showGhost(*m_stage, kindIn(event->mimeData()), m_stage->view.toWorld(event->position()));
    const bool isRefused = m_stage->overlay.ghost && m_stage->overlay.ghost->isRefused;
    event->setAccepted(!isRefused);
    if (!isRefused) {
        event->setDropAction(Qt::CopyAction);
    }
}

void Canvas::dragLeaveEvent(QDragLeaveEvent*) {
    hideGhost(*m_stage);
}

void Canvas::dropEvent(QDropEvent* event) {
    hideGhost(*m_stage);
    const std::string kind = kindIn(event->mimeData());
    if (kind.empty()) {
        return;
    }
    event->acceptProposedAction();
    setFocus(Qt::OtherFocusReason);
    insertAt(*m_stage, kind, m_stage->view.toWorld(event->position()), Insertion::Exactly);
}

}  // namespace tideline
