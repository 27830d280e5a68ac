// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/service_page.h"

#include "core/edit/service_edits.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/inspector/connection_list.h"
#include "widgets/inspector/cost_lines.h"
#include "widgets/inspector/finding_box.h"
#include "widgets/inspector/form_section.h"
#include "widgets/inspector/load_form.h"
#include "widgets/inspector/placement_editor.h"
#include "widgets/inspector/range_note.h"
#include "widgets/inspector/subject_head.h"
#include "widgets/look/host_look.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/palette/kind_search.h"
#include "widgets/session/design_session.h"
#include "widgets/session/field_edits.h"

#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace tideline {

namespace {

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        // A button in it may be what asked for the change.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QWidget* holder(QVBoxLayout& column, QWidget* parent) {
    auto* widget = new QWidget(parent);
    auto* inside = new QVBoxLayout(widget);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    column.addWidget(widget);
    return widget;
}

}  // namespace

ServicePage::ServicePage(DesignSession& session, std::vector<ServiceId> ids, QWidget* parent)
    : InspectorPage(parent), m_session(session), m_ids(std::move(ids)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 16);
    column->setSpacing(12);
    m_findings = holder(*column, this);
    m_placement = new PlacementEditor(session, m_ids, this);
    column->addWidget(m_placement);
    if (m_ids.size() == 1) {
        auto* load = new LoadForm(session, m_ids.front(), this);
        m_load = load;
        connect(load, &LoadForm::rangeWanted, this, &InspectorPage::rangeWanted);
        column->addWidget(load);
    }
    addFields();
    m_connections = holder(*column, this);
    m_cost = holder(*column, this);
    column->addStretch(1);
    refresh();
}

const Service* ServicePage::first() const {
    return m_ids.empty() ? nullptr : m_session.design().services.find(m_ids.front());
}

void ServicePage::addFields() {
    const Service* service = first();
    const ServiceKind* kind = service ? m_session.catalog().find(service->kind) : nullptr;
    const bool isOneKind = std::ranges::all_of(m_ids, [&](const ServiceId& id) {
        const Service* other = m_session.design().services.find(id);
        return other && service && other->kind == service->kind;
    });
    if (!kind || !isOneKind) {
        return;
    }
    auto* column = static_cast<QVBoxLayout*>(layout());
    std::map<QString, FormSection*> sections;
    FormSection* elsewhere = nullptr;
    for (const FieldSpec& spec : kind->fields) {
        const FieldPlace place = placeOfField(spec.key, service->host);
        FormSection*& section = place.matters ? sections[place.section] : elsewhere;
        if (!section) {
            section = new FormSection(place.matters ? place.section : tr("For other places"), this);
        }
        addField(*section, spec);
    }
    for (const QString& title : {tr("Work"), tr("Scaling"), tr("Function"), tr("Storage")}) {
        if (const auto at = sections.find(title); at != sections.end()) {
            column->addWidget(at->second);
        }
    }
    if (elsewhere) {
        elsewhere->setFoldable();
        column->addWidget(elsewhere);
    }
}

void ServicePage::addField(FormSection& section, const FieldSpec& spec) {
    FieldEditor editor(
        spec, &section, [this, spec](const FieldValue& value) { give(spec, value); },
        [this, key = spec.key] { reset(key); });
    section.addRow(QString::fromStdString(spec.title), editor.widget(), fieldToolTip(spec));
    if (auto* number = qobject_cast<QuantityField*>(editor.widget()); number && m_ids.size() == 1) {
        auto* note = new RangeNote(m_session, "services/" + m_ids.front().text + "/" + spec.key, *number, &section);
        section.addNote(note);
        connect(note, &RangeNote::rangeWanted, this, &InspectorPage::rangeWanted);
        m_ranges.push_back(note);
    }
    m_rows.push_back({spec.key, std::move(editor)});
}

void ServicePage::give(const FieldSpec& spec, const FieldValue& value) {
    m_session.apply(fieldEdit(m_session, m_ids, spec.key, value));
    m_session.endMerge();
}

void ServicePage::reset(const std::string& field) {
    m_session.apply(fieldEdit(m_session, m_ids, field, std::nullopt));
    m_session.endMerge();
}

void ServicePage::showHead(SubjectHead& head) {
    const Service* service = first();
    if (!service) {
        return;
    }
    const HostLook look = hostLook(service->host, currentTheme());
    const ServiceKind* kind = m_session.catalog().find(service->kind);
    head.showSubject(kind ? iconOf(*kind) : QStringLiteral("service"), look.text, look.soft);
    if (m_ids.size() > 1) {
        head.setFixed();
        head.showTexts(countedText(static_cast<qsizetype>(m_ids.size()), tr("service")),
                       tr("Changes go to all of them"));
        return;
    }
    head.setRenameable(tr("Name of the service"));
    head.showTexts(QString::fromStdString(service->name),
                   kind ? QString::fromStdString(kind->title)
                        : tr("Unknown kind: %1").arg(QString::fromStdString(service->kind)));
}

void ServicePage::refresh() {
    for (Row& row : m_rows) {
        ShownValues values;
        for (const ServiceId& id : m_ids) {
            const Service* service = m_session.design().services.find(id);
            const auto at = service ? service->fields.find(row.field) : FieldValues::const_iterator();
            values.push_back(service && at != service->fields.end() ? std::optional(at->second) : std::nullopt);
        }
        row.editor.show(values);
    }
    for (RangeNote* note : m_ranges) {
        note->refresh();
    }
    m_placement->refresh();
    if (auto* load = qobject_cast<LoadForm*>(m_load)) {
        load->refresh();
    }
    refreshFindings();
    refreshConnections();
    refreshCost();
}

void ServicePage::refreshFindings() {
    QLayout& inside = *m_findings->layout();
    clear(inside);
    for (const Finding& finding : m_session.analysis().findings) {
        const auto* id = std::get_if<ServiceId>(&finding.subject);
        if (id && !finding.accepted && m_ids.size() == 1 && *id == m_ids.front()) {
            inside.addWidget(new FindingBox(m_session, finding, m_findings));
        }
    }
    m_findings->setVisible(inside.count() > 0);
}

void ServicePage::refreshConnections() {
    QLayout& inside = *m_connections->layout();
    clear(inside);
    if (m_ids.size() == 1) {
        auto* list = new ConnectionList(m_session, m_ids.front(), m_connections);
        connect(list, &ConnectionList::connectionWanted, this, &InspectorPage::connectionWanted);
        inside.addWidget(list);
    }
    m_connections->setVisible(inside.count() > 0);
}

void ServicePage::refreshCost() {
    QLayout& inside = *m_cost->layout();
    clear(inside);
    inside.addWidget(new CostLines(m_session.analysis().figures, m_ids, m_cost));
}

}  // namespace tideline
