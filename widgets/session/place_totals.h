// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/bill.h"
#include "core/design/design.h"

#include <QString>
#include <array>

namespace tideline {

/// Where money goes, as the cost table and the board group it. Cluster lines belong to the core, the service that is
/// the bus and what is managed in its lane to the bus.
enum class Place { Core, Functions, Wasm, Bus, Managed, Other };
inline constexpr std::array kPlaces{Place::Core, Place::Functions, Place::Wasm,
                                    Place::Bus,  Place::Managed,   Place::Other};

/// "Kubernetes core", "Functions", ...
QString titleOf(Place place);
Place placeOf(const BillLine& line, const Design& design);

/// Sums of the bill's lines; together they are its total.
struct PlaceTotals {
    std::array<Money, kPlaces.size()> monthly{};
    Money of(Place place) const { return monthly[static_cast<std::size_t>(place)]; }
};
PlaceTotals placeTotals(const Bill& bill, const Design& design);

/// What is kept of a bill that is only compared with.
struct BillTotals {
    PlaceTotals places;
    Money monthly;
};

}  // namespace tideline
