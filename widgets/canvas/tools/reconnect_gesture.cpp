// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/tools/reconnect_gesture.h"

#include "core/edit/edit_sequence.h"
#include "widgets/canvas/canvas.h"
#include "widgets/session/field_edits.h"

#include <QCoreApplication>
#include <cmath>

namespace tideline {

namespace {

constexpr double kGrip = 10;  ///< pixels

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

std::optional<LineGrip> lineGripAt(const CanvasStage& stage, QPointF screen) {
    if (stage.view.detail() < Detail::Short) {
        return std::nullopt;
    }
    for (const ConnectionId& id : stage.selection.connections) {
        const int index = stage.picture.lineOf(id);
        const Route route = index < 0 ? Route{} : stage.picture.line(index).route;
        if (route.count < 2) {
            continue;
        }
        const QPointF from = stage.view.toScreen(route.points[0]) - screen;
        const QPointF to = stage.view.toScreen(route.points[static_cast<std::size_t>(route.count - 1)]) - screen;
        const double atFrom = std::hypot(from.x(), from.y());
        const double atTo = std::hypot(to.x(), to.y());
        if (std::min(atFrom, atTo) <= kGrip) {
            return LineGrip{index, atTo <= atFrom ? ConnectionEnd::To : ConnectionEnd::From};
        }
    }
    return std::nullopt;
}

ReconnectGesture::ReconnectGesture(CanvasStage& stage, int index, ConnectionEnd end)
    : Gesture(stage), m_connection(stage.picture.line(index).id), m_end(end) {
    const Line& line = stage.picture.line(index);
    m_moved = end == ConnectionEnd::To ? line.to : line.from;
    m_fixed = end == ConnectionEnd::To ? line.from : line.to;
    stage.overlay.hovered = {};
    stage.overlay.connecting = ConnectLine{m_fixed, {}, -1, -1};
    stage.paintState.hiddenLines.insert(index);
    Selection none;
    stage.setSelection(none);
    stage.repaintAll();
}

bool ReconnectGesture::isOnTopic() const {
    return m_moved.on == LineEnd::On::Pill;
}

ConnectionChoice ReconnectGesture::choiceFor(int box) const {
    const Connection* connection = m_stage.design().connections.find(m_connection);
    if (connection == nullptr) {
        return {};
    }
    const ServiceId target = m_stage.picture.box(box).id;
    const bool isTo = m_end == ConnectionEnd::To;
    return connectionChoice(m_stage.design(), m_stage.session.catalog(), isTo ? connection->from : target,
                            isTo ? target : connection->to);
}

void ReconnectGesture::showWay(const QRectF& target) {
    m_stage.overlay.connecting->route = m_stage.router.preview(m_fixed, target);
    m_stage.repaintOverlay();
}

void ReconnectGesture::move(const Pointer& pointer) {
    ConnectLine& line = *m_stage.overlay.connecting;
    line.targetBox = -1;
    line.targetPill = -1;
    m_stage.overlay.callout.reset();
    const int pill = isOnTopic() ? m_stage.picture.pillAt(pointer.world) : -1;
    const int box = pill < 0 ? m_stage.picture.boxAt(pointer.world) : -1;
    if (pill >= 0) {
        line.targetPill = pill;
        showWay(m_stage.picture.pill(pill).rect);
        return;
    }
    if (box < 0) {
        showWay(QRectF(pointer.world - QPointF(0.5, 0.5), QSizeF(1, 1)));
        return;
    }
    const QRectF place = m_stage.picture.box(box).rect;
    const QPointF below = place.bottomLeft() + QPointF(0, 12);
    const ConnectionChoice choice = choiceFor(box);
    if (choice.isRefused()) {
        m_stage.overlay.callout = Callout{below, QStringLiteral("problem"), choice.refusal, choice.remedy, true};
    } else {
        line.targetBox = box;
        m_stage.overlay.callout = Callout{below, choice.icon, choice.words, {}, false};
    }
    showWay(place);
}

void ReconnectGesture::end() {
    m_stage.overlay.connecting.reset();
    m_stage.overlay.callout.reset();
    m_stage.paintState.hiddenLines.clear();
    m_stage.repaintAll();
}

void ReconnectGesture::cancel() {
    end();
    m_stage.canvas.selectConnection(m_connection);
}

void ReconnectGesture::finish(const Pointer& pointer) {
    move(pointer);
    const ConnectLine aimed = *m_stage.overlay.connecting;
    const std::optional<Callout> said = m_stage.overlay.callout;
    end();
    // An edit comes back as a change of the design, which may end this gesture: nothing of it is touched afterwards.
    CanvasStage& stage = m_stage;
    const ConnectionId id = m_connection;
    const Connection* before = stage.design().connections.find(id);
    if (before != nullptr && aimed.targetPill >= 0) {
        const std::string topic = stage.picture.pill(aimed.targetPill).name.toStdString();
        stage.apply(fieldEdit(stage.design(), id, "event", topic));
    } else if (before != nullptr && aimed.targetBox >= 0) {
        const ConnectionChoice choice = choiceFor(aimed.targetBox);
        const ServiceId target = stage.picture.box(aimed.targetBox).id;
        const Edit lead = reconnect(stage.design(), id, m_end, target);
        const bool isOther = choice.connection.type != before->type;
        stage.apply(isOther
                        ? inOneStep({setConnectionType(stage.design(), id, choice.connection.type), lead}, lead.label)
                        : lead,
                    choice.words);
    } else if (said && said->isRefusal) {
        stage.say(said->first + QLatin1Char(' ') + said->second);
    } else {
        stage.say(tr("Drop the end on a service to lead the connection there"));
    }
    stage.canvas.selectConnection(id);
}

}  // namespace tideline
