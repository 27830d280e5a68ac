// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/name_editor.h"

#include "core/edit/service_edits.h"
#include "core/edit/topic_edits.h"
#include "widgets/canvas/canvas.h"
#include "widgets/canvas/stage.h"

#include <QKeyEvent>
#include <algorithm>
#include <utility>

namespace tideline {

NameEditor::NameEditor(CanvasStage& stage, QWidget* parent) : QLineEdit(parent), m_stage(stage) {
    setObjectName(QStringLiteral("nameEditor"));
    setAccessibleName(tr("Name"));
    hide();
}

void NameEditor::edit(const ServiceId& id) {
    if (const Service* service = m_stage.design().services.find(id)) {
        m_subject = id;
        begin(QString::fromStdString(service->name));
    }
}

void NameEditor::edit(const TopicId& id) {
    if (const Topic* topic = m_stage.design().topics.find(id)) {
        m_subject = id;
        begin(QString::fromStdString(topic->name));
    }
}

void NameEditor::begin(const QString& name) {
    setText(name);
    selectAll();
    follow();
    show();
    setFocus(Qt::OtherFocusReason);
}

void NameEditor::follow() {
    const double zoom = m_stage.view.zoom();
    QRectF place;
    if (const ServiceId* service = std::get_if<ServiceId>(&m_subject)) {
        const int box = m_stage.picture.boxOf(*service);
        if (box < 0) {
            return;
        }
        const QRectF card = m_stage.view.toScreen(m_stage.picture.box(box).rect);
        const double left = m_stage.view.detail() == Detail::Bars ? 0 : 41 * zoom;
        place = QRectF(card.left() + left, card.top() + 3 * zoom, card.width() - left - 4 * zoom, 26);
    } else if (const TopicId* topic = std::get_if<TopicId>(&m_subject)) {
        const int pill = m_stage.picture.pillOf(*topic);
        if (pill < 0) {
            return;
        }
        place = m_stage.view.toScreen(m_stage.picture.pill(pill).rect);
    }
    place.setWidth(std::max(place.width(), 110.0));
    place.setHeight(26);
    setGeometry(place.toRect());
    QFont font = canvasFont(std::max(11.0, 13 * std::min(zoom, 1.2)), QFont::DemiBold);
    setFont(font);
}

void NameEditor::leave() {
    // First the focus: a field that hides while it has it hands it on as Tab does, and that selects another card.
    m_stage.canvas.setFocus(Qt::OtherFocusReason);
    hide();
}

void NameEditor::finish() {
    const auto subject = std::exchange(m_subject, {});
    if (std::holds_alternative<std::monostate>(subject)) {
        return;
    }
    leave();
    const std::string name = text().toStdString();
    if (const ServiceId* service = std::get_if<ServiceId>(&subject)) {
        m_stage.apply(renameService(m_stage.design(), *service, name));
    } else if (const TopicId* topic = std::get_if<TopicId>(&subject)) {
        m_stage.apply(renameTopic(m_stage.design(), *topic, name));
    }
}

void NameEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_subject = {};
        leave();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        finish();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void NameEditor::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        finish();
    }
}

}  // namespace tideline
