// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/resolved_design.h"
#include "core/targets/names.h"

namespace tideline {

/// First parts of the environment variables that point to each service, by id: ORDERS of ORDERS_URL. A service whose
/// name linters would take for a secret, such as Keycloak, goes by the title of its kind.
Result<NameMap> variableNames(const ResolvedDesign& resolved);

}  // namespace tideline
