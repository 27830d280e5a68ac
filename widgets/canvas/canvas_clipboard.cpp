// SPDX-License-Identifier: Apache-2.0
#include "core/edit/connection_edits.h"
#include "core/edit/paste_edits.h"
#include "core/file/design_file.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"
#include "widgets/look/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <algorithm>

namespace tideline {

namespace {

constexpr double kPasteStep = 24;

/// The fragment with the connections that come in from services outside it, which pasting may keep.
std::vector<Connection> incomingTo(const Design& design, const std::set<ServiceId>& ids) {
    std::vector<Connection> incoming;
    for (const Connection& connection : design.connections) {
        if (ids.contains(connection.to) && !ids.contains(connection.from)) {
            incoming.push_back(connection);
        }
    }
    return incoming;
}

/// The upper left corner of all spots.
QPointF cornerOf(const Design& fragment) {
    QPointF corner(1e18, 1e18);
    for (const Spot& spot : fragment.layout) {
        corner = {std::min(corner.x(), spot.x), std::min(corner.y(), spot.y)};
    }
    return fragment.layout.empty() ? QPointF() : corner;
}

}  // namespace

void Canvas::copySelection() {
    if (m_stage->selection.services.empty()) {
        return;
    }
    const Design fragment = fragmentOf(m_stage->design(), m_stage->selectedServices());
    const QByteArray text = QByteArray::fromStdString(designText(fragment));
    auto* copied = new QMimeData;
    copied->setText(QString::fromUtf8(text));
    copied->setData(QString::fromLatin1(kServicesMimeType), text);
    QGuiApplication::clipboard()->setMimeData(copied);
    m_stage->pasteCount = 0;
    Q_EMIT statusMessage(
        tr("%1 copied").arg(countedText(static_cast<qsizetype>(fragment.services.size()), QStringLiteral("service"))));
}

void Canvas::cutSelection() {
    if (!m_stage->selection.services.empty()) {
        copySelection();
        deleteSelection();
    }
}

void Canvas::paste() {
    pasteWith(Incoming::Leave);
}
void Canvas::pasteWithIncoming() {
    pasteWith(Incoming::Keep);
}

void Canvas::pasteWith(Incoming incoming) {
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty()) {
        return;
    }
    const Result<OpenedDesign> opened = readDesign({"clipboard", text.toStdString()});
    if (!opened || opened->design.services.empty()) {
        Q_EMIT statusMessage(tr("The clipboard holds no services of Tideline."));
        return;
    }
    const Design& fragment = opened->design;
    const double away = kPasteStep * ++m_stage->pasteCount;
    QPointF shift(away, away);
    if (m_stage->isPointerIn && !fragment.layout.empty()) {
        shift = m_stage->view.toWorld(m_stage->pointer) - cornerOf(fragment) + QPointF(away, away) - QPointF(24, 24);
        const LaneArea* under = m_stage->picture.plan().at(m_stage->view.toWorld(m_stage->pointer).x(), 1);
        const LaneArea* from = m_stage->picture.plan().at(cornerOf(fragment).x() + 1, 1);
        if (under != from) {
            shift = QPointF(away, away);
        }
    }
    Pasted pasted = pasteFragment(m_stage->design(), fragment, {shift.x(), shift.y()}, m_stage->session.ids());
    if (incoming == Incoming::Keep && pasted.ids.size() == fragment.services.size()) {
        std::set<ServiceId> originals;
        std::map<ServiceId, ServiceId> copies;
        std::size_t at = 0;
        for (const Service& service : fragment.services) {
            originals.insert(service.id);
            copies[service.id] = pasted.ids[at++];
        }
        std::vector<Edit> parts{pasted.edit};
        for (const Connection& connection : incomingTo(m_stage->design(), originals)) {
            parts.push_back(connectServices(m_stage->design(),
                                            {connection.from, copies[connection.to], connection.type,
                                             connection.callsPerRequest, connection.fields},
                                            m_stage->session.ids())
                                .edit);
        }
        pasted.edit.apply = [parts](Design design) -> Result<Design> {
            for (const Edit& part : parts) {
                design = TRY(part.apply(std::move(design)));
            }
            return design;
        };
    }
    addCopies(pasted);
}

}  // namespace tideline
