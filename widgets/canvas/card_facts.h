// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/analysis/analysis.h"

#include <QString>

namespace tideline {

/// What a card says about its service.
struct CardFacts {
    QString icon;
    QString kindTitle;  ///< of a kind that is not known: its key
    QString load;       ///< "7.4 req/s"
    QString size;       ///< "×3"
    QString money;      ///< "$12.27"; en dash where nothing is known
    bool isMonthly = false;  ///< `money` is a sum a month, so "/mo" follows
    bool autoscaled = false;
};

/// `kind` is null for unknown kinds. The figures may be one edit behind: what they lack is left out.
CardFacts cardFacts(const Service& service, const ServiceKind* kind, const Figures& figures);

/// Dollars a month of the service's own lines and of its share of the nodes; nothing where a price is missing or the
/// figures lack it.
std::optional<double> cardDollars(const Figures& figures, const ServiceId& id);

/// Its share of the nodes alone; 0 off the nodes.
double nodeDollars(const Figures& figures, const ServiceId& id);

}  // namespace tideline
