// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/placement_editor.h"

#include "core/edit/service_edits.h"
#include "widgets/canvas/card_facts.h"
#include "widgets/controls/themed_label.h"
#include "widgets/inspector/placement_option.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/fix_edits.h"

#include <QBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

const HostOption* optionOf(const Figures& figures, const ServiceId& id, Host host) {
    const auto at = figures.options.find(id);
    if (at == figures.options.end()) {
        return nullptr;
    }
    const auto option = std::ranges::find(at->second, host, &HostOption::host);
    return option == at->second.end() ? nullptr : &*option;
}

/// Dollars a month of a service on a host, as its card would say: its own lines and, on Kubernetes, its part of the
/// nodes; where it does not run there yet, what it would add to them.
double dollarsThere(const Figures& figures, const ServiceId& id, const HostOption& option) {
    const Service* service = figures.design.services.find(id);
    const double own = option.own.dollars();
    if (service != nullptr && option.host == service->host) {
        return cardDollars(figures, id).value_or(own);
    }
    if (service == nullptr || option.host != Host::Kubernetes) {
        return own;
    }
    const HostOption* now = optionOf(figures, id, service->host);
    return std::max(own, now == nullptr ? own : now->own.dollars() + option.difference.dollars());
}

/// What the places of several services come to together.
struct Together {
    bool isPossible = true, isKnown = true;
    double dollars = 0;
    Money difference;
    QString whyNot, unpriced;
};

Together together(const Figures& figures, const std::vector<ServiceId>& ids, Host host) {
    Together sum;
    for (const ServiceId& id : ids) {
        const HostOption* option = optionOf(figures, id, host);
        if (!option) {
            sum.isKnown = false;
            continue;
        }
        sum.dollars += dollarsThere(figures, id, *option);
        sum.difference += option->difference;
        if (!option->unpriced.empty()) {
            sum.unpriced = QString::fromStdString(option->unpriced);
        }
        if (!option->possible && sum.isPossible) {
            sum.isPossible = false;
            sum.whyNot = QString::fromStdString(option->reason);
        }
    }
    return sum;
}

QString reasonText(const Together& sum, Host host, bool isHere) {
    if (isHere) {
        return PlacementEditor::tr("now");
    }
    if (!sum.isPossible) {
        return PlacementEditor::tr("not possible: %1").arg(sum.whyNot);
    }
    if (!sum.unpriced.isEmpty()) {
        return PlacementEditor::tr("no public price: %1").arg(sum.unpriced);
    }
    const double difference = sum.difference.dollars();
    if (std::abs(difference) < 0.005) {
        return PlacementEditor::tr("the design costs the same");
    }
    if (difference < 0 && host == Host::Kubernetes && sum.dollars < 0.005) {
        return PlacementEditor::tr("the design saves %1: its pods fit on the nodes that run already")
            .arg(tableMoney(-difference));
    }
    return difference < 0 ? PlacementEditor::tr("the design saves %1").arg(tableMoney(-difference))
                          : PlacementEditor::tr("the design costs %1 more").arg(tableMoney(difference));
}

}  // namespace

PlacementEditor::PlacementEditor(DesignSession& session, std::vector<ServiceId> ids, QWidget* parent)
    : QWidget(parent), m_session(session), m_ids(std::move(ids)), m_pin(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(new ThemedLabel(tr("Placement"), FontRole::SmallTitle, &Theme::t2, this), 1);
    m_pin->setIcon(themedIcon(QStringLiteral("pin")));
    m_pin->setCheckable(true);
    m_pin->setAutoRaise(true);
    m_pin->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pin->setToolTip(tr("A pinned service stays where it is in every suggestion  P"));
    head->addWidget(m_pin);
    column->addLayout(head);
    connect(m_pin, &QToolButton::clicked, this, &PlacementEditor::togglePin);
    for (const Host host : kHosts) {
        auto* option = new PlacementOption(host, this);
        column->addWidget(option);
        m_options.push_back(option);
        connect(option, &QAbstractButton::clicked, this, [this, host] {
            const std::vector<Placement> placements = placementsOn(m_session.design(), m_ids, host);
            if (!placements.empty()) {
                m_session.apply(placeServices(m_session.design(), placements));
                m_session.endMerge();
            }
            refresh();
        });
    }
    refresh();
}

void PlacementEditor::refresh() {
    const Design& design = m_session.design();
    const auto isOn = [&](const ServiceId& id, Host host) {
        const Service* service = design.services.find(id);
        return service && service->host == host;
    };
    const auto isPinned = [&](const ServiceId& id) {
        const Service* service = design.services.find(id);
        return service && service->pinned;
    };
    const bool pinned = !m_ids.empty() && std::ranges::all_of(m_ids, isPinned);
    m_pin->setChecked(pinned);
    m_pin->setText(pinned ? tr("Pinned") : tr("Not pinned"));
    m_pin->setAccessibleName(m_pin->text());
    for (PlacementOption* option : m_options) {
        const Host host = option->host();
        const Together sum = together(m_session.analysis().figures, m_ids, host);
        const bool isHere = std::ranges::all_of(m_ids, [&](const ServiceId& id) { return isOn(id, host); });
        option->setAutoExclusive(false);
        option->setChecked(isHere);
        option->setAutoExclusive(true);
        option->setEnabled(isHere || (sum.isKnown && sum.isPossible));
        const bool hasPrice = sum.isKnown && (sum.isPossible || isHere);
        option->setTexts(hasPrice ? tableMoney(sum.dollars) : tableMoneyOrNothing(0),
                         sum.isKnown ? reasonText(sum, host, isHere) : QString());
        option->setVisible(sum.isKnown || isHere);
    }
}

void PlacementEditor::togglePin() {
    m_session.apply(pinServices(m_session.design(), m_ids, m_pin->isChecked() ? Pinning::Pinned : Pinning::Free));
    m_session.endMerge();
}

}  // namespace tideline
