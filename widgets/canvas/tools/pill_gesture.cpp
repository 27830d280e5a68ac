// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/pill_gesture.h"

#include "core/edit/topic_edits.h"
#include "widgets/canvas/tools/moved_topics.h"

namespace tideline {

PillGesture::PillGesture(CanvasStage& stage, int pill, QPointF pressedAt)
    : Gesture(stage), m_pill(pill), m_before(stage.picture.pill(pill).rect.top()), m_pressedAt(pressedAt) {
    stage.paintState.hiddenPills.insert(pill);
    stage.overlay.draggedPills.insert(pill);
    for (const int line : stage.picture.linesAt(LineEnd::On::Pill, pill)) {
        stage.overlay.liveLines.insert(line);
        stage.paintState.hiddenLines.insert(line);
    }
    stage.repaintAll();
}

void PillGesture::move(const Pointer& pointer) {
    const double wanted = m_before + pointer.world.y() - m_pressedAt.y();
    m_stage.picture.movePill(m_pill, topicTop(wanted));
    m_stage.router.route({m_stage.overlay.liveLines.begin(), m_stage.overlay.liveLines.end()});
    m_stage.repaintOverlay();
}

void PillGesture::cancel() {
    m_stage.picture.movePill(m_pill, m_before);
    m_stage.overlay.draggedPills.clear();
    m_stage.overlay.liveLines.clear();
    m_stage.paintState.hiddenPills.clear();
    m_stage.paintState.hiddenLines.clear();
    m_stage.repaintAll();
}

void PillGesture::finish(const Pointer& pointer) {
    move(pointer);
    const double y = m_stage.picture.pill(m_pill).rect.top();
    const TopicId id = m_stage.picture.pill(m_pill).id;
    const std::string name = m_stage.picture.pill(m_pill).name.toStdString();
    cancel();
    if (id.text.empty()) {
        m_stage.apply(addTopic(m_stage.design(), name, y, m_stage.session.ids()).edit);
    } else {
        m_stage.apply(moveTopic(m_stage.design(), id, y));
        m_stage.session.endMerge();
    }
}

}  // namespace tideline
