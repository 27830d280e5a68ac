// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/connection_page.h"

#include "core/catalog/connection_fields.h"
#include "core/edit/connection_edits.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/inspector/finding_box.h"
#include "widgets/inspector/form_section.h"
#include "widgets/inspector/subject_head.h"
#include "widgets/look/style.h"
#include "widgets/session/design_session.h"
#include "widgets/session/field_edits.h"
#include "widgets/session/fix_edits.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace tideline {

namespace {

struct TypeRow {
    ConnectionType type;
    const char* title;
};

constexpr TypeRow kTypes[] = {
    {ConnectionType::Sync, "Call: the caller waits"},
    {ConnectionType::Async, "Event: nobody waits"},
    {ConnectionType::Data, "Reads and writes data"},
};

}  // namespace

ConnectionPage::ConnectionPage(DesignSession& session, const ConnectionId& id, QWidget* parent)
    : InspectorPage(parent),
      m_session(session),
      m_id(id),
      m_findings(new QWidget(this)),
      m_type(new QComboBox(this)),
      m_calls(new QuantityField(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(12);
    auto* boxes = new QVBoxLayout(m_findings);
    boxes->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_findings);
    auto* how = new FormSection(tr("How it calls"), this);
    m_type->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const TypeRow& row : kTypes) {
        m_type->addItem(tr(row.title));
    }
    how->addRow(tr("Type"), m_type);
    m_calls->setLimits(0, 1'000'000);
    m_calls->setUnit(tr("a request"));
    how->addRow(tr("Calls"), m_calls);
    column->addWidget(how);
    auto* fields = new FormSection(tr("When it fails, and more"), this);
    for (const FieldSpec& spec : connectionFields()) {
        FieldEditor editor(
            spec, fields,
            [this, key = spec.key](const FieldValue& value) {
                m_session.apply(fieldEdit(m_session.design(), m_id, key, value));
                m_session.endMerge();
            },
            [this, key = spec.key] {
                m_session.apply(fieldEdit(m_session.design(), m_id, key, std::nullopt));
                m_session.endMerge();
            });
        fields->addRow(QString::fromStdString(spec.title), editor.widget(), fieldToolTip(spec));
        QWidget* widget = editor.widget();
        m_rows.push_back({spec.key, std::move(editor), widget});
    }
    column->addWidget(fields);
    column->addStretch(1);
    connect(m_type, &QComboBox::activated, this, [this](int at) {
        m_session.apply(setConnectionType(m_session.design(), m_id, kTypes[at].type));
        m_session.endMerge();
    });
    connect(m_calls, &QuantityField::committed, this, [this](double calls) {
        m_session.apply(setCallsPerRequest(m_session.design(), m_id, calls));
        m_session.endMerge();
    });
    refresh();
}

const Connection* ConnectionPage::connection() const {
    return m_session.design().connections.find(m_id);
}

void ConnectionPage::showHead(SubjectHead& head) {
    const Theme& t = currentTheme();
    head.setFixed();
    const Connection* shown = connection();
    const bool isEvent = shown && shown->type == ConnectionType::Async;
    head.showSubject(isEvent ? QStringLiteral("event-bus") : QStringLiteral("connect"), t.busText, t.busSoft);
    const auto row =
        std::ranges::find_if(kTypes, [&](const TypeRow& type) { return shown && type.type == shown->type; });
    head.showTexts(nameOf(Subject(m_id), m_session.design()), row == std::end(kTypes) ? QString() : tr(row->title));
}

void ConnectionPage::refresh() {
    const Connection* shown = connection();
    if (!shown) {
        return;
    }
    for (int i = 0; i < static_cast<int>(std::size(kTypes)); ++i) {
        if (kTypes[i].type == shown->type) {
            m_type->setCurrentIndex(i);
        }
    }
    m_calls->showNumber(shown->callsPerRequest);
    for (Row& row : m_rows) {
        const auto at = shown->fields.find(row.field);
        row.editor.show({at != shown->fields.end() ? std::optional(at->second) : std::nullopt});
    }
    refreshFindings();
}

void ConnectionPage::refreshFindings() {
    QLayout& inside = *m_findings->layout();
    while (QLayoutItem* item = inside.takeAt(0)) {
        // A button in it may be what asked for the change.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Finding& finding : m_session.analysis().findings) {
        const auto* id = std::get_if<ConnectionId>(&finding.subject);
        if (id && *id == m_id && !finding.accepted) {
            inside.addWidget(new FindingBox(m_session, finding, m_findings));
        }
    }
    m_findings->setVisible(inside.count() > 0);
}

}  // namespace tideline
