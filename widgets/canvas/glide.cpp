// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/glide.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

#include <QEasingCurve>

namespace tideline {

Glide::Glide(CanvasStage& stage) : m_stage(stage) {
    m_time.setStartValue(0.0);
    m_time.setEndValue(1.0);
    m_time.setEasingCurve(QEasingCurve::OutCubic);
    QObject::connect(&m_time, &QVariantAnimation::valueChanged, &m_stage.canvas,
                     [this](const QVariant& value) { follow(value.toDouble()); });
    QObject::connect(&m_time, &QVariantAnimation::finished, &m_stage.canvas, [this] { stop(); });
}

void Glide::start(Motion motion, const std::vector<Start>& starts) {
    stop();
    const int duration = durationOf(motion);
    if (duration == 0 || !m_stage.canvas.isVisible()) {
        return;
    }
    for (const Start& from : starts) {
        const int box = m_stage.picture.boxOf(from.id);
        const QPointF offset = box < 0 ? QPointF() : from.corner - m_stage.picture.box(box).rect.topLeft();
        if (!offset.isNull()) {
            m_away.push_back({box, offset});
            m_stage.paintState.hiddenBoxes.insert(box);
        }
    }
    if (m_away.empty()) {
        return;
    }
    m_stage.repaintAll();
    follow(0);
    m_time.setDuration(duration);
    m_time.start();
}

void Glide::follow(double progress) {
    for (const Away& away : m_away) {
        m_stage.overlay.gliding[away.box] = away.offset * (1 - progress);
    }
    m_stage.repaintOverlay();
}

void Glide::stop() {
    if (m_away.empty()) {
        return;
    }
    for (const Away& away : std::exchange(m_away, {})) {
        m_stage.paintState.hiddenBoxes.erase(away.box);
    }
    m_stage.overlay.gliding.clear();
    m_time.stop();
    m_stage.repaintAll();
}

}  // namespace tideline
