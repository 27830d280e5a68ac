// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/hover_words.h"

#include "widgets/look/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

QString counted(std::size_t count, const char* word) {
    return countedText(static_cast<qsizetype>(count), QString::fromLatin1(word));
}

QString nameOfEnd(const CanvasStage& stage, const LineEnd& end) {
    return end.on == LineEnd::On::Box ? stage.nameAt(end.index)
                                      : tr("topic %1").arg(stage.picture.pill(end.index).name);
}

QString placeOf(const CanvasStage& stage, const Service& service) {
    const LaneArea* lane = stage.picture.plan().find(laneOf(service, stage.design(), lanesOf(stage.design())));
    const QString title = lane == nullptr ? QString() : QString::fromStdString(lane->zone.title);
    return service.host == Host::Managed ? tr("%1, managed").arg(title) : title;
}

QStringList findingsOf(const CanvasStage& stage, const Subject& subject) {
    QStringList messages;
    for (const Finding& finding : stage.session.analysis().findings) {
        if (finding.subject == subject && !finding.accepted) {
            messages << QString::fromStdString(finding.message);
        }
    }
    return messages;
}

QString monthly(double dollars) {
    return tr("%1 a month").arg(cardMoney(dollars));
}

}  // namespace

QString hoverWords(const CanvasStage& stage, const Hovered& hovered) {
    if (hovered.box >= 0) {
        QStringList parts{stage.nameAt(hovered.box), cardWords(stage, hovered.box)};
        return parts.join(QStringLiteral(" \u00b7 "));
    }
    if (hovered.pill >= 0) {
        return pillWords(stage, hovered.pill);
    }
    if (hovered.line >= 0) {
        const QString facts = lineFacts(stage, hovered.line);
        return facts.isEmpty() ? lineWords(stage, hovered.line)
                               : lineWords(stage, hovered.line) + QStringLiteral(" \u00b7 ") + facts;
    }
    return {};
}

QString canvasWords(const CanvasStage& stage) {
    return tr("Canvas, %1, %2, %3, %4")
        .arg(counted(stage.picture.boxes().size(), "service"), counted(stage.picture.pills().size(), "topic"),
             counted(stage.picture.lines().size(), "connection"),
             tr("%1 a month").arg(headlineMoney(stage.session.analysis().figures.bill.monthly.dollars())));
}

QString laneWords(const CanvasStage& stage, int lane) {
    const auto at = static_cast<std::size_t>(lane);
    if (at >= stage.facts.lanes.size()) {
        return {};
    }
    const LaneFacts& facts = stage.facts.lanes[at];
    return tr("%1, %2, %3")
        .arg(QString::fromStdString(stage.picture.plan().lanes[at].zone.title),
             counted(static_cast<std::size_t>(facts.services + facts.components), "service"), monthly(facts.dollars));
}

QString cardWords(const CanvasStage& stage, int box) {
    const Service* service = stage.serviceAt(box);
    if (service == nullptr) {
        return {};
    }
    const Figures& figures = stage.session.analysis().figures;
    const CardFacts facts = cardFacts(*service, stage.kindAt(box), figures);
    QStringList parts{tr("%1 in %2").arg(facts.kindTitle, placeOf(stage, *service))};
    if (const std::optional<double> dollars = cardDollars(figures, service->id)) {
        const double nodes = nodeDollars(figures, service->id);
        parts << (nodes > 0 ? tr("%1, %2 of it its share of the nodes").arg(monthly(*dollars), cardMoney(nodes))
                            : monthly(*dollars));
    }
    for (const QString& number : {facts.load, facts.size}) {
        if (!number.isEmpty()) {
            parts << number;
        }
    }
    if (facts.autoscaled) {
        parts << tr("autoscaled");
    }
    if (service->pinned) {
        parts << tr("pinned");
    }
    const QStringList findings = findingsOf(stage, service->id);
    if (!findings.isEmpty()) {
        parts << counted(static_cast<std::size_t>(findings.size()), "finding") + QStringLiteral(": ") +
                     findings.front();
    }
    return parts.join(QStringLiteral(", "));
}

QString lineWords(const CanvasStage& stage, int index) {
    const Line& line = stage.picture.line(index);
    const QString what = line.type == ConnectionType::Sync    ? tr("Call")
                         : line.type == ConnectionType::Async ? tr("Event")
                                                              : tr("Data access");
    return tr("%1 from %2 to %3").arg(what, nameOfEnd(stage, line.from), nameOfEnd(stage, line.to));
}

QString lineFacts(const CanvasStage& stage, int index) {
    const Line& line = stage.picture.line(index);
    QStringList parts;
    const auto& calls = stage.session.analysis().figures.flow.callsAtDrawn;
    if (const auto at = calls.find(line.id); at != calls.end()) {
        parts << rateText(approximately(at->second) / kSecondsPerMonth);
    }
    const auto& costs = stage.session.analysis().figures.connections;
    if (const auto at = costs.find(line.id); at != costs.end() && (line.crossesBoundary || at->second.dollars() > 0)) {
        parts << monthly(at->second.dollars());
    }
    if (line.crossesBoundary) {
        parts << tr("crosses the boundary without the bus");
    }
    const QStringList findings = findingsOf(stage, line.id);
    if (!findings.isEmpty()) {
        parts << findings.front();
    }
    return parts.join(QStringLiteral(", "));
}

QString pillWords(const CanvasStage& stage, int index) {
    std::size_t publishers = 0;
    std::size_t subscribers = 0;
    for (const int line : stage.picture.linesAt(LineEnd::On::Pill, index)) {
        const LineEnd& to = stage.picture.line(line).to;
        ++(to.on == LineEnd::On::Pill ? publishers : subscribers);
    }
    return tr("Topic %1, %2, %3")
        .arg(stage.picture.pill(index).name, counted(publishers, "publisher"), counted(subscribers, "subscriber"));
}

}  // namespace tideline
