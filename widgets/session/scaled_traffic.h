// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"
#include "core/edit/edit.h"

namespace tideline {

/// The design at another load: every entry grows alike, but for those of jobs, which keep their number. A design
/// without requests stays as it is.
Design scaledTraffic(Design design, double requestsPerMonth, const Catalog& catalog);

/// The same as an edit. `catalog` must outlive it.
Edit scaledTrafficEdit(double requestsPerMonth, const Catalog& catalog);

}  // namespace tideline
