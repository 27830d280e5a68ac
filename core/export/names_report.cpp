// SPDX-License-Identifier: Apache-2.0
#include "core/export/names_report.h"

#include "core/json/json_value.h"

namespace tideline {

ExportFile namesFile(const Bridge& bridge, const ResolvedDesign& resolved,
                     const std::map<std::string, std::string>& logicalIds) {
    JsonValue services = JsonValue::list();
    for (const ServiceProfile& profile : resolved.services) {
        JsonValue row = JsonValue::object();
        row.set("id", profile.id.text).set("service", profile.name).set("name", bridge.labels[profile.id.text]);
        if (const auto found = logicalIds.find(profile.id.text); found != logicalIds.end()) {
            row.set("logicalId", found->second);
        }
        services.add(std::move(row));
    }
    JsonValue document = JsonValue::object();
    document.set("application", bridge.settings.application).set("services", std::move(services));
    return {"names.json", jsonText(document)};
}

}  // namespace tideline
