// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"

#include <QString>

namespace tideline {

/// What a card says about its service.
struct CardFacts {
    QString icon;
    QString kindTitle;  ///< of a kind that is not known: its key
    QString numbers;    ///< "7.4 req/s · ×3"
    QString money;      ///< "$12.27"; en dash where nothing is known
    bool isMonthly = false;  ///< `money` is a sum a month, so "/mo" follows
    bool autoscaled = false;
};

/// `kind` is null for unknown kinds. The figures may be one edit behind: what they lack is left out.
CardFacts cardFacts(const Service& service, const ServiceKind* kind, const Figures& figures);

/// Dollars a month of the service's own lines; nothing where a price is missing or the figures lack it.
std::optional<double> ownDollars(const Figures& figures, const ServiceId& id);

/// The service stands on nodes that are billed as a whole, so it has no line of its own.
bool isPaidByNodes(const Figures& figures, const Service& service);

}  // namespace tideline
