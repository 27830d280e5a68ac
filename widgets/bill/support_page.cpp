// SPDX-License-Identifier: Apache-2.0
#include "widgets/bill/support_page.h"

#include "core/edit/bill_edits.h"
#include "widgets/bill/edit_grid.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/controls/themed_label.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QToolButton>

namespace tideline {

SupportPage::SupportPage(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_switch(new QCheckBox(tr("Count support in the bill and in every curve"), this)),
      m_least(makeNumber(tr("$ a month"), 0, 1e12, this)),
      m_grid(new EditGrid({{tr("Of the bill up to"), 0, 180}, {tr("Share"), 0, 110}, {QString(), 0, 28}}, this)),
      m_sum(new ThemedLabel(QString(), FontRole::BodyTitle, &Theme::t1, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_switch);
    auto* least = new QHBoxLayout;
    auto* label = new ThemedLabel(tr("At least"), FontRole::Small, &Theme::t2, this);
    label->setBuddy(m_least);
    m_least->setAccessibleName(tr("Support costs at least"));
    m_least->setFixedWidth(180);
    least->addWidget(label);
    least->addWidget(m_least);
    least->addStretch(1);
    column->addLayout(least);
    auto* grid = new QHBoxLayout;
    grid->addWidget(m_grid);
    grid->addStretch(1);
    column->addLayout(grid);
    auto* foot = new QHBoxLayout;
    auto* add = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Add a tier"), this);
    auto* remove = new QPushButton(tr("Remove the plan"), this);
    m_remove = remove;
    for (QPushButton* button : {add, remove}) {
        button->setAutoDefault(false);
    }
    foot->addWidget(add);
    foot->addWidget(remove);
    foot->addStretch(1);
    foot->addWidget(m_sum);
    column->addLayout(foot);
    connect(m_switch, &QCheckBox::clicked, this, [this](bool isOn) {
        m_session.apply(useExtraLines("support", isOn ? LineUse::Counted : LineUse::LeftOut));
        m_session.endMerge();
    });
    connect(m_least, &QuantityField::committed, this,
            [this](double dollars) { change("least", [&](SupportPlan& plan) { plan.least = dollars; }); });
    connect(add, &QPushButton::clicked, this, &SupportPage::addTier);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_session.apply(setSupportPlan(std::nullopt, "remove"));
        m_session.endMerge();
    });
    connect(&session, &DesignSession::opened, this, &SupportPage::refresh);
    connect(&session, &DesignSession::designChanged, this, &SupportPage::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &SupportPage::refresh);
    refresh();
}

SupportPlan SupportPage::plan() const {
    return m_session.design().settings.bill.support.value_or(SupportPlan{.tiers = {{}}});
}

void SupportPage::change(const std::string& what, const std::function<void(SupportPlan&)>& change) {
    SupportPlan changed = plan();
    change(changed);
    m_session.apply(setSupportPlan(changed, what));
    refresh();
}

void SupportPage::addTier() {
    change("add", [](SupportPlan& plan) {
        // The open end moves to the new tier; what was the last one ends well above the one before.
        if (!plan.tiers.empty()) {
            const std::size_t last = plan.tiers.size() - 1;
            const double below = last > 0 ? plan.tiers[last - 1].upTo.value_or(0) : 0;
            plan.tiers[last].upTo = below > 0 ? below * 10 : 10'000;
        }
        plan.tiers.push_back({});
    });
    m_session.endMerge();
}

void SupportPage::rebuild(const SupportPlan& plan) {
    m_grid->clear();
    m_rows.clear();
    for (std::size_t i = 0; i < plan.tiers.size(); ++i) {
        const QString title = tr("tier %1").arg(i + 1);
        QuantityField* end = makeNumber(QStringLiteral("$"), 0, 1e12, m_grid);
        QuantityField* share = makeNumber(QStringLiteral("%"), 0, 100, m_grid);
        connect(end, &QuantityField::committed, this, [this, i](double dollars) {
            change("end" + std::to_string(i), [&](SupportPlan& changed) { changed.tiers[i].upTo = dollars; });
        });
        connect(share, &QuantityField::committed, this, [this, i](double percent) {
            change("share" + std::to_string(i), [&](SupportPlan& changed) { changed.tiers[i].share = percent / 100; });
        });
        QToolButton* remove = nullptr;
        if (plan.tiers.size() > 1) {
            remove = makeRemove(title, m_grid);
            connect(remove, &QToolButton::clicked, this, [this, i] {
                change("drop", [&](SupportPlan& changed) {
                    changed.tiers.erase(changed.tiers.begin() + static_cast<std::ptrdiff_t>(i));
                    changed.tiers.back().upTo.reset();
                });
                m_session.endMerge();
            });
        }
        m_grid->addRow(title, {end, share, remove});
        m_rows.emplace_back(end, share);
    }
}

void SupportPage::refresh() {
    const BillSettings& bill = m_session.design().settings.bill;
    const SupportPlan shown = plan();
    if (m_rows.size() != shown.tiers.size()) {
        rebuild(shown);
    }
    m_least->showNumber(shown.least);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& [end, share] = m_rows[i];
        const bool isLast = i + 1 == m_rows.size();
        end->setEnabled(!isLast);
        if (shown.tiers[i].upTo) {
            end->showNumber(*shown.tiers[i].upTo);
        } else {
            end->showNothing(tr("no end"));
        }
        share->showNumber(shown.tiers[i].share * 100);
    }
    const bool isOn = bill.on.contains("support") && !bill.off.contains("support");
    m_switch->setChecked(isOn);
    m_remove->setVisible(bill.support.has_value());
    Money sum;
    for (const BillLine& line : m_session.analysis().figures.bill.lines) {
        sum += line.category == "support" ? line.monthly : Money{};
    }
    m_sum->setText(!isOn           ? tr("Not counted")
                   : !bill.support ? tr("State the terms of your plan to see what it costs")
                                   : tr("%1 a month now").arg(tableMoney(sum.dollars())));
}

}  // namespace tideline
