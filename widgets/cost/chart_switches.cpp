// SPDX-License-Identifier: Apache-2.0
#include "widgets/cost/chart_switches.h"

#include "core/cost/people.h"
#include "core/edit/bill_edits.h"
#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/segmented_control.h"
#include "widgets/cost/likely_range.h"
#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QToolButton>

namespace tideline {

ChartSwitches::ChartSwitches(DesignSession& session, const LikelyRange& likely, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_likelyRange(likely),
      m_axis(new SegmentedControl({tr("By load"), tr("By month")}, this)),
      m_likely(new QCheckBox(tr("Likely range"), this)),
      m_points(new QCheckBox(tr("Published points"), this)),
      m_people(new QCheckBox(tr("People"), this)),
      m_settings(new QToolButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_axis);
    for (QCheckBox* box : {m_likely, m_points, m_people}) {
        box->setFont(fontOf(FontRole::Small));
        row->addWidget(box);
    }
    row->addWidget(m_settings);
    m_axis->setAccessibleName(tr("What the chart runs over"));
    m_likely->setChecked(true);
    m_points->setChecked(true);
    m_points->setToolTip(tr("The articles' table of costs, as printed"));
    m_settings->setIcon(themedIcon(QStringLiteral("settings")));
    m_settings->setAutoRaise(true);
    m_settings->setFocusPolicy(Qt::TabFocus);
    m_settings->setAccessibleName(tr("Bill settings"));
    m_settings->setToolTip(tr("Bill settings"));
    connect(m_axis, &SegmentedControl::choiceChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_likely, &QCheckBox::toggled, this, &ChartSwitches::changed);
    connect(m_points, &QCheckBox::toggled, this, &ChartSwitches::changed);
    connect(m_people, &QCheckBox::clicked, this, [this](bool isOn) {
        m_session.apply(useExtraLines("people", isOn ? LineUse::Counted : LineUse::LeftOut));
        m_session.endMerge();
    });
    connect(m_settings, &QToolButton::clicked, this, &ChartSwitches::settingsWanted);
    connect(&session, &DesignSession::opened, this, &ChartSwitches::refresh);
    connect(&session, &DesignSession::designChanged, this, &ChartSwitches::refresh);
    connect(&likely, &LikelyRange::changed, this, &ChartSwitches::refresh);
    refresh();
}

bool ChartSwitches::isOverMonths() const {
    return m_axis->chosen() == 1;
}

bool ChartSwitches::showsLikelyRange() const {
    return m_likely->isChecked();
}

bool ChartSwitches::showsPoints() const {
    return m_points->isChecked();
}

void ChartSwitches::refresh() {
    const BillSettings& bill = m_session.design().settings.bill;
    m_people->setChecked(bill.on.contains("people") && !bill.off.contains("people"));
    double sum = 0;
    for (const PeopleLine& line : peopleOf(bill)) {
        sum += line.monthly;
    }
    m_people->setToolTip(tr("People and tools beyond the bill: %1 in the table").arg(tableMoney(sum)));
    const bool hasRanges = !m_session.design().settings.ranges.empty();
    m_likely->setEnabled(hasRanges && !isOverMonths());
    m_points->setEnabled(!isOverMonths());
    m_likely->setToolTip(!hasRanges ? tr("Give an input as a range in the bill settings to see how sure the costs are")
                         : m_likelyRange.reason().isEmpty() ? tr("From the tenth to the ninetieth of 100 cases")
                                                            : plainToolTip(m_likelyRange.reason()));
}

}  // namespace tideline
