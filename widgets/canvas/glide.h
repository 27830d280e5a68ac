// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "widgets/look/motion.h"

#include <QPointF>
#include <QVariantAnimation>
#include <vector>

namespace tideline {

class CanvasStage;

/// Lets cards run from where they were let go to where they stand: into a snap place, or back after a refusal. The
/// design and the picture are there already; only what is shown lags behind.
class Glide {
public:
    explicit Glide(CanvasStage& stage);
    struct Start {
        ServiceId id;
        QPointF corner;  ///< world, where the card is seen now
    };
    /// Nothing happens where motion is reduced or all cards stand where they are seen.
    void start(Motion motion, const std::vector<Start>& starts);
    /// Shows everything where it stands. Call before the picture is rebuilt.
    void stop();
    bool isRunning() const { return !m_away.empty(); }

private:
    struct Away {
        int box;
        QPointF offset;  ///< at the start
    };
    void follow(double progress);
    CanvasStage& m_stage;
    QVariantAnimation m_time;
    std::vector<Away> m_away;
};

}  // namespace tideline
