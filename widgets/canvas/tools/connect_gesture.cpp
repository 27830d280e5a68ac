// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/connect_gesture.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/neighbours.h"
#include "widgets/canvas/quick_add.h"

#include <QCoreApplication>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

ConnectGesture::ConnectGesture(CanvasStage& stage, const LineEnd& from) : Gesture(stage), m_from(from) {
    stage.overlay.hovered = {};
    stage.overlay.connecting = ConnectLine{from, {}, -1, -1};
    dimRest();
}

ServiceId ConnectGesture::fromService() const {
    return m_from.on == LineEnd::On::Box ? m_stage.picture.box(m_from.index).id
                                         : busOf(m_stage.design(), m_stage.session.catalog());
}

ConnectionChoice ConnectGesture::choiceFor(int box) const {
    return connectionChoice(m_stage.design(), m_stage.session.catalog(), fromService(), m_stage.picture.box(box).id);
}

/// Only the cards that can be connected stay bright.
void ConnectGesture::dimRest() {
    PaintState& state = m_stage.paintState;
    state.dimsRest = true;
    state.brightBoxes.clear();
    for (const int box : m_stage.picture.boxesIn(m_stage.view.visibleWorld())) {
        const bool isSelf = m_from.on == LineEnd::On::Box && box == m_from.index;
        if (isSelf || !choiceFor(box).isRefused()) {
            state.brightBoxes.insert(box);
        }
    }
    m_stage.repaintAll();
}

/// An event from the core straight to a worker at the edge goes through a topic, where there is a bus.
bool ConnectGesture::needsTopic(int box) const {
    if (m_from.on != LineEnd::On::Box) {
        return false;
    }
    const Box& from = m_stage.picture.box(m_from.index);
    const Box& to = m_stage.picture.box(box);
    const ServiceKind* kind = m_stage.kindAt(box);
    const bool isWorker = kind != nullptr && kind->role == Role::Worker;
    const bool crosses = from.column == LaneColumn::Core && to.column == LaneColumn::Edge && !to.isOutside;
    return isWorker && crosses && !busOf(m_stage.design(), m_stage.session.catalog()).text.empty();
}

void ConnectGesture::showWay(const QRectF& target) {
    m_stage.overlay.connecting->route = m_stage.router.preview(m_from, target);
    m_stage.repaintOverlay();
}

void ConnectGesture::aimAt(int box, int pill) {
    ConnectLine& line = *m_stage.overlay.connecting;
    line.targetBox = -1;
    line.targetPill = pill;
    m_stage.overlay.callout.reset();
    if (pill >= 0) {
        const QRectF place = m_stage.picture.pill(pill).rect;
        m_stage.overlay.callout = Callout{place.bottomLeft() + QPointF(0, 10),
                                          QStringLiteral("event-bus"),
                                          tr("Event to %1").arg(m_stage.picture.pill(pill).name),
                                          {},
                                          false};
        showWay(place);
        return;
    }
    const QRectF place = m_stage.picture.box(box).rect;
    const QPointF below = place.bottomLeft() + QPointF(0, 12);
    const ConnectionChoice choice = choiceFor(box);
    if (choice.isRefused()) {
        m_stage.overlay.callout = Callout{below, QStringLiteral("problem"), choice.refusal, choice.remedy, true};
    } else {
        line.targetBox = box;
        const QString words = needsTopic(box) ? tr("Event through a new topic") : choice.words;
        m_stage.overlay.callout =
            Callout{below, needsTopic(box) ? QStringLiteral("event-bus") : choice.icon, words, {}, false};
    }
    showWay(place);
}

void ConnectGesture::move(const Pointer& pointer) {
    const int pill = m_from.on == LineEnd::On::Box ? m_stage.picture.pillAt(pointer.world) : -1;
    const int box = m_stage.picture.boxAt(pointer.world);
    const bool isSelf = m_from.on == LineEnd::On::Box && box == m_from.index;
    if (pill >= 0 || (box >= 0 && !isSelf)) {
        aimAt(box, pill);
        return;
    }
    m_stage.overlay.connecting->targetBox = -1;
    m_stage.overlay.connecting->targetPill = -1;
    m_stage.overlay.callout.reset();
    showWay(QRectF(pointer.world - QPointF(0.5, 0.5), QSizeF(1, 1)));
}

bool ConnectGesture::connect(int box, int pill) {
    DesignSession& session = m_stage.session;
    const Design& design = m_stage.design();
    const ServiceId bus = busOf(design, session.catalog());
    if (pill >= 0) {
        const std::string topic = m_stage.picture.pill(pill).name.toStdString();
        return m_stage.apply(eventThroughTopic(design, bus, fromService(), {}, topic, session.ids()));
    }
    const ServiceId to = m_stage.picture.box(box).id;
    if (m_from.on == LineEnd::On::Pill) {
        const std::string topic = m_stage.picture.pill(m_from.index).name.toStdString();
        return m_stage.apply(eventThroughTopic(design, bus, {}, to, topic, session.ids()));
    }
    if (needsTopic(box)) {
        const std::string topic = topicNameFor(design, fromService());
        return m_stage.apply(eventThroughTopic(design, bus, fromService(), to, topic, session.ids()),
                             tr("Event through the topic %1").arg(QString::fromStdString(topic)));
    }
    const ConnectionChoice choice = choiceFor(box);
    if (choice.isRefused()) {
        m_stage.say(choice.refusal + QLatin1Char(' ') + choice.remedy);
        return false;
    }
    const ConnectionAddition addition = connectServices(design, choice.connection, session.ids());
    const bool isDone = m_stage.apply(addition.edit, choice.words);
    if (isDone) {
        m_stage.canvas.selectConnection(addition.id);
    }
    return isDone;
}

void ConnectGesture::end() {
    m_stage.overlay.connecting.reset();
    m_stage.overlay.callout.reset();
    m_stage.paintState.dimsRest = false;
    m_stage.paintState.brightBoxes.clear();
    m_stage.repaintAll();
}

void ConnectGesture::cancel() {
    end();
}

void ConnectGesture::finish(const Pointer& pointer) {
    const int pill = m_from.on == LineEnd::On::Box ? m_stage.picture.pillAt(pointer.world) : -1;
    const int box = m_stage.picture.boxAt(pointer.world);
    const LineEnd from = m_from;
    end();
    if (pill >= 0 || (box >= 0 && !(from.on == LineEnd::On::Box && box == from.index))) {
        connect(box, pill);
    } else if (box < 0) {
        const QString filter =
            from.on == LineEnd::On::Box ? m_stage.nameAt(from.index) : m_stage.picture.pill(from.index).name;
        m_stage.quickAdd->open(pointer.screen, QuickAdd::Link{from, fromService(), filter});
    }
}

void ConnectGesture::aimAtNearest() {
    if (m_from.on != LineEnd::On::Box) {
        return;
    }
    for (const Qt::Key direction : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up}) {
        const int box = neighbourOf(m_stage.picture, m_from.index, direction);
        if (box >= 0 && !choiceFor(box).isRefused()) {
            aimAt(box, -1);
            return;
        }
    }
}

bool ConnectGesture::key(int pressed) {
    ConnectLine& line = *m_stage.overlay.connecting;
    const int at = line.targetBox >= 0 ? line.targetBox : m_from.on == LineEnd::On::Box ? m_from.index : -1;
    if (pressed == Qt::Key_Return || pressed == Qt::Key_Enter) {
        const int box = line.targetBox;
        const int pill = line.targetPill;
        end();
        if (box >= 0 || pill >= 0) {
            connect(box, pill);
        }
        return true;
    }
    const bool isArrow =
        pressed == Qt::Key_Left || pressed == Qt::Key_Right || pressed == Qt::Key_Up || pressed == Qt::Key_Down;
    if (isArrow) {
        const int box = at < 0 ? -1 : neighbourOf(m_stage.picture, at, static_cast<Qt::Key>(pressed));
        if (box >= 0 && !(m_from.on == LineEnd::On::Box && box == m_from.index)) {
            m_typed.clear();
            aimAt(box, -1);
        }
        return true;
    }
    if (pressed >= Qt::Key_A && pressed <= Qt::Key_Z) {
        m_typed += QLatin1Char(static_cast<char>('a' + pressed - Qt::Key_A));
        for (int box = 0; box < static_cast<int>(m_stage.picture.boxes().size()); ++box) {
            const bool isSelf = m_from.on == LineEnd::On::Box && box == m_from.index;
            if (!isSelf && m_stage.nameAt(box).startsWith(m_typed, Qt::CaseInsensitive)) {
                aimAt(box, -1);
                return true;
            }
        }
        m_typed.clear();
        return true;
    }
    return false;
}

}  // namespace tideline
