// SPDX-License-Identifier: Apache-2.0
#include "core/base/shown_text.h"
#include "core/rules/rule_checks.h"
#include "core/targets/export_settings.h"

#include <fmt/core.h>

namespace tideline {

void checkSettingRefused(const Figures& figures, Findings& findings) {
    for (const SettingFault& fault : settingFaults(figures.design)) {
        if (!fault.message.empty()) {
            findings.push_back(
                found({}, fmt::format("The setting '{}' of the exports cannot stand: {}.", fault.key, fault.message),
                      "Correct it; until then nothing is exported."));
        }
    }
}

void checkSettingUnknown(const Figures& figures, Findings& findings) {
    for (const SettingFault& fault : settingFaults(figures.design)) {
        if (fault.message.empty()) {
            findings.push_back(found({}, fmt::format("No export reads the setting '{}'.", shownText(fault.key)),
                                     "Correct its name or remove it; 'tideline targets' lists those that are read."));
        }
    }
}

}  // namespace tideline
