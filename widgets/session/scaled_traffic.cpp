// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/scaled_traffic.h"

#include "widgets/look/words.h"

namespace tideline {

Design scaledTraffic(Design design, double requests, const Catalog& catalog) {
    const double drawn = requestsPerMonth(design);
    if (drawn <= 0 || requests < 0) {
        return design;
    }
    const double factor = requests / drawn;
    const Table<Entry> entries = design.entries;
    for (const Entry& entry : entries) {
        const Service* service = design.services.find(entry.service);
        const ServiceKind* kind = service ? catalog.find(service->kind) : nullptr;
        if (!kind || kind->role != Role::Job) {
            Entry scaled = entry;
            scaled.monthly *= factor;
            design.entries.put(std::move(scaled));
        }
    }
    return design;
}

Edit scaledTrafficEdit(double requests, const Catalog& catalog) {
    const std::string label = "set the load to " + requestsPerMonthText(requests).toStdString();
    return {label, "traffic", [requests, &catalog](Design design) -> Result<Design> {
                return scaledTraffic(std::move(design), requests, catalog);
            }};
}

}  // namespace tideline
