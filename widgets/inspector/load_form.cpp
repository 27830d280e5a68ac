// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/load_form.h"

#include "core/edit/traffic_edits.h"
#include "core/traffic/traffic_profile.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/form_section.h"
#include "widgets/inspector/range_note.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace tideline {

LoadForm::LoadForm(DesignSession& session, const ServiceId& id, QWidget* parent)
    : QWidget(parent), m_session(session), m_id(id) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    rebuild();
}

std::vector<EntryId> LoadForm::entries() const {
    std::vector<EntryId> found;
    for (const Entry& entry : m_session.design().entries) {
        if (entry.service == m_id) {
            found.push_back(entry.id);
        }
    }
    return found;
}

void LoadForm::rebuild() {
    if (m_section) {
        // Its own button may be what asked for the change.
        m_section->hide();
        m_section->deleteLater();
    }
    m_fields.clear();
    m_ranges.clear();
    m_shown = entries();
    m_section = new FormSection(tr("Load"), this);
    m_rate = new NumberLabel(FontRole::Small, &Theme::t1, m_section);
    m_section->addRow(tr("Arrives"), m_rate);
    m_peak = new NumberLabel(FontRole::Small, &Theme::t1, m_section);
    m_section->addRow(tr("At the peak"), m_peak);
    for (const EntryId& entry : m_shown) {
        addEntryRows(*m_section, entry);
    }
    auto* add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add traffic here"), m_section);
    add->setFlat(true);
    add->setAutoDefault(false);
    m_section->addWide(add);
    add->setVisible(m_shown.empty());
    connect(add, &QPushButton::clicked, this, [this] {
        m_session.apply(addEntry(m_session.design(), {.service = m_id, .monthly = 1'000'000}, m_session.ids()).edit);
        m_session.endMerge();
        if (!m_fields.empty()) {
            // The number is a guess, to be replaced at once.
            m_fields.back()->setFocus(Qt::OtherFocusReason);
            m_fields.back()->selectAll();
        }
    });
    layout()->addWidget(m_section);
    m_section->show();  // now: what is not shown takes no keyboard
    refresh();
}

void LoadForm::addEntryRows(FormSection& section, const EntryId& id) {
    auto* monthly = new QuantityField(&section);
    monthly->setUnit(tr("a month"));
    monthly->setLimits(0, 1e15);
    section.addRow(tr("Requests"), monthly);
    m_fields.push_back(monthly);
    auto* note = new RangeNote(m_session, "entries/" + id.text + "/monthly", *monthly, &section);
    section.addNote(note);
    connect(note, &RangeNote::rangeWanted, this, &LoadForm::rangeWanted);
    m_ranges.push_back(note);
    connect(monthly, &QuantityField::committed, this, [this, id](double number) {
        m_session.apply(setMonthly(m_session.design(), id, number));
        m_session.endMerge();
    });
    auto* profile = new QComboBox(&section);
    profile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const TrafficProfile& row : trafficProfiles()) {
        profile->addItem(QString::fromUtf8(row.title.data(), static_cast<qsizetype>(row.title.size())),
                         QString::fromUtf8(row.key.data(), static_cast<qsizetype>(row.key.size())));
    }
    const Entry* entry = m_session.design().entries.find(id);
    profile->setCurrentIndex(entry ? profile->findData(QString::fromStdString(entry->profile)) : -1);
    section.addRow(tr("Over the week"), profile);
    connect(profile, &QComboBox::activated, this, [this, id, profile] {
        m_session.apply(setProfile(m_session.design(), id, profile->currentData().toString().toStdString()));
        m_session.endMerge();
    });
}

void LoadForm::refresh() {
    if (entries() != m_shown) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (const Entry* entry = m_session.design().entries.find(m_shown[i])) {
            m_fields[i]->showNumber(entry->monthly);
            m_ranges[i]->refresh();
        }
    }
    const Flow& flow = m_session.analysis().figures.flow;
    const auto load = flow.loads.find(m_id);
    if (load == flow.loads.end() || load->second.meanRps <= 0) {
        m_rate->setText(tableMoneyOrNothing(0));
        m_peak->setText(tableMoneyOrNothing(0));
        return;
    }
    m_rate->setText(rateText(load->second.meanRps));
    m_peak->setText(rateText(load->second.peakMinuteRps));
}

}  // namespace tideline
