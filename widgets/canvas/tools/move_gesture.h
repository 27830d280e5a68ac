// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/service_edits.h"
#include "widgets/canvas/drop_plan.h"
#include "widgets/canvas/tools/gesture.h"
#include "widgets/canvas/tools/moved_topics.h"

namespace tideline {

/// Drags the selected services: live connections, snapping, guides; into another lane they change their host, onto a
/// connection they are led into it. Alt at the press leaves the originals and drops copies.
class MoveGesture : public Gesture {
public:
    enum class Mode { Move, Copy };
    /// `grabbed` is the box under the pointer; the selection holds it.
    MoveGesture(CanvasStage& stage, int grabbed, QPointF pressedAt, Mode mode);

    void move(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;

private:
    struct Moved {
        int box;
        QRectF before;
        const Service* service;  ///< of the design, which does not change while it is dragged; null where it is gone
        const ServiceKind* kind;  ///< null: not known
    };
    void begin();
    void takeSnapshot();
    QPointF shiftFor(const Pointer& pointer);
    void follow(QPointF shift);
    void judge();
    DropPlan planFor(const Moved& moved) const;
    void restore();
    bool applyMove(const std::optional<ConnectionId>& spliced);
    Edit spotsEdit(const std::vector<Placement>& placements) const;
    void judgeSplice(QPointF below);
    bool applyCopies();
    QString words(const std::vector<DropPlan>& plans) const;

    int m_grabbed;
    QPointF m_pressedAt;
    Mode m_mode;
    MovedTopics m_topics;
    std::vector<Moved> m_moved;
    QPointF m_shift;
    bool m_isMany = false;
    bool m_isFree = false;  ///< Alt is held: no snapping, no leading into connections
    std::map<int, QPointF>
        m_outerBoxes;  ///< of very many: those with connections to the rest, and their corners before
    std::optional<DropPlan> m_refused;
};

}  // namespace tideline
