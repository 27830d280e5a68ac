// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/edit/edit.h"

namespace tideline {

/// Accepts a finding for good; `subject` as in AcceptedFinding. A second acceptance replaces the reason.
Edit acceptFinding(const AcceptedFinding& finding);
/// Refuses a finding that is not accepted.
Edit reopenFinding(const std::string& rule, const std::string& subject);

}  // namespace tideline
