// SPDX-License-Identifier: Apache-2.0
#include "core/edit/finding_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

Edit acceptFinding(const AcceptedFinding& finding) {
    return {.label = "accept " + finding.rule, .apply = [finding](Design before) -> Result<Design> {
                TRY(checkLongText(finding.reason, "reason"));
                const auto same = std::ranges::find_if(before.accepted, [&finding](const AcceptedFinding& other) {
                    return other.rule == finding.rule && other.subject == finding.subject;
                });
                if (same != before.accepted.end()) {
                    *same = finding;
                } else {
                    before.accepted.push_back(finding);
                }
                return before;
            }};
}

Edit reopenFinding(const std::string& rule, const std::string& subject) {
    return {.label = "reopen " + rule, .apply = [rule, subject](Design before) -> Result<Design> {
                const auto removed = std::erase_if(before.accepted, [&rule, &subject](const AcceptedFinding& finding) {
                    return finding.rule == rule && finding.subject == subject;
                });
                if (removed == 0) {
                    return failure(fmt::format("the finding {} is not accepted here", shownText(rule)));
                }
                return before;
            }};
}

}  // namespace tideline
