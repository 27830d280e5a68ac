// SPDX-License-Identifier: Apache-2.0
#include "core/edit/traffic_edits.h"

#include "core/base/shown_text.h"
#include "core/edit/row_checks.h"

#include <fmt/core.h>

namespace tideline {

namespace {

/// More requests a month than all people on earth make in a second each.
constexpr double kMostRequests = 1e15;

std::string nameOf(const Design& design, const EntryId& id) {
    const Entry* entry = design.entries.find(id);
    return entry == nullptr ? "an entry" : nameOf(design, entry->service);
}

Result<void> checkEntry(const Design& design, const Entry& entry) {
    TRY(serviceOf(design, entry.service));
    TRY(checkNumber(entry.monthly, 0, kMostRequests, "requests a month"));
    TRY(checkedName(entry.profile, "profile"));
    return {};
}

Edit entryEdit(const EntryId& id, std::string label, std::string mergeKey, std::function<void(Entry&)> change) {
    return {.label = std::move(label),
            .mergeKey = std::move(mergeKey),
            .apply = [id, change](Design design) -> Result<Design> {
                Entry entry = TRY(entryOf(design, id));
                change(entry);
                TRY(checkEntry(design, entry));
                design.entries.put(std::move(entry));
                return design;
            }};
}

/// Requests a month of the entries that count and are scaled, and of those that count and keep their number.
struct CountedRequests {
    double scaled = 0, kept = 0;
};

CountedRequests countedRequests(const Design& design, const std::set<ServiceId>& kept) {
    CountedRequests counted;
    for (const Entry& entry : design.entries) {
        if (!entry.background) {
            (kept.contains(entry.service) ? counted.kept : counted.scaled) += entry.monthly;
        }
    }
    return counted;
}

}  // namespace

EntryAddition addEntry(const Design& design, const NewEntry& entry, IdSource& ids) {
    const EntryId id = freeId(design.entries, ids, "entry");
    const Entry row{.id = id,
                    .service = entry.service,
                    .monthly = entry.monthly,
                    .profile = entry.profile,
                    .background = entry.use == EntryUse::Background};
    const auto apply = [row](Design before) -> Result<Design> {
        TRY(checkEntry(before, row));
        before.entries.put(row);
        return before;
    };
    return {.edit = {.label = "let traffic in at " + nameOf(design, entry.service), .apply = apply}, .id = id};
}

Edit setMonthly(const Design& design, const EntryId& id, double monthly) {
    return entryEdit(id, "change the traffic of " + nameOf(design, id), "monthly:" + id.text,
                     [monthly](Entry& entry) { entry.monthly = monthly; });
}

Edit setProfile(const Design& design, const EntryId& id, const std::string& profile) {
    return entryEdit(id, "change the traffic profile of " + nameOf(design, id), {},
                     [profile](Entry& entry) { entry.profile = profile; });
}

Edit setEntryUse(const Design& design, const EntryId& id, EntryUse use) {
    const bool background = use == EntryUse::Background;
    return entryEdit(id,
                     fmt::format("count the traffic of {} as {}", nameOf(design, id),
                                 background ? "background work" : "requests of users"),
                     {}, [background](Entry& entry) { entry.background = background; });
}

Edit removeEntry(const Design& design, const EntryId& id) {
    return {.label = "remove the traffic of " + nameOf(design, id), .apply = [id](Design before) -> Result<Design> {
                TRY(entryOf(before, id));
                before.entries.remove(id);
                return before;
            }};
}

Edit scaleTraffic(const Design&, double requestsPerMonth, const std::set<ServiceId>& kept) {
    return {.label = "change the requests per month",
            .mergeKey = "scale-traffic",
            .apply = [requestsPerMonth, kept](Design before) -> Result<Design> {
                TRY(checkNumber(requestsPerMonth, 0, kMostRequests, "requests a month"));
                const CountedRequests counted = countedRequests(before, kept);
                const double former = counted.scaled + counted.kept;
                if (former <= 0) {
                    return failure("no traffic of users enters this design; add it to a service first");
                }
                const double factor = requestsPerMonth / former;
                const Design unscaled = before;
                for (Entry entry : unscaled.entries) {
                    if (!kept.contains(entry.service)) {
                        entry.monthly *= factor;
                        before.entries.put(std::move(entry));
                    }
                }
                return before;
            }};
}

}  // namespace tideline
