// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"
#include "core/targets/cron.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// Who reads the schedule of a service; nothing where it starts by none.
std::optional<CronReader> readerOf(const ServiceProfile& profile) {
    const Hosting* hosting = profile.hosting();
    if (hosting == nullptr || profile.text("scheduleCron").empty()) {
        return std::nullopt;
    }
    if (profile.host == Host::Function) {
        return CronReader::EventBridge;
    }
    const bool isCronJob = std::ranges::count(hosting->manifests, "cron-job") > 0;
    return isCronJob ? std::optional(CronReader::Kubernetes) : std::nullopt;
}

}  // namespace

void checkCron(const Figures& figures, Findings& findings) {
    for (const ServiceProfile& profile : figures.resolved.services) {
        const std::optional<CronReader> reader = readerOf(profile);
        const std::string cron = profile.text("scheduleCron");
        const std::optional<std::string> fault = reader ? cronFault(cron, *reader) : std::nullopt;
        if (fault) {
            findings.push_back(
                found(profile.id,
                      fmt::format("'{}' starts by '{}', which {} does not take: {}.", profile.name, shownText(cron),
                                  *reader == CronReader::Kubernetes ? "a CronJob" : "EventBridge", *fault),
                      "Give five fields: minute, hour, day of the month, month, day of the week."));
        }
    }
}

}  // namespace tideline
