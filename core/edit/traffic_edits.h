// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"

#include <set>

namespace tideline {

/// Requests of users count towards "requests per month"; background work (logs, jobs) does not.
enum class EntryUse { Requests, Background };

struct NewEntry {
    ServiceId service;
    double monthly = 0;  ///< requests a month
    std::string profile = "steady";
    EntryUse use = EntryUse::Requests;
};

/// An edit that adds an entry, and the id that the entry will have.
struct EntryAddition {
    Edit edit;
    EntryId id;
};

EntryAddition addEntry(const Design& design, const NewEntry& entry, IdSource& ids);
/// Finite and at least 0. Changes in a row are one step.
Edit setMonthly(const Design& design, const EntryId& id, double monthly);
Edit setProfile(const Design& design, const EntryId& id, const std::string& profile);
Edit setEntryUse(const Design& design, const EntryId& id, EntryUse use);
Edit removeEntry(const Design& design, const EntryId& id);

/// Multiplies every entry by this many requests a month / those that the design has now; background entries grow
/// alike. Entries of the services in `kept` (jobs) keep their number. Changes in a row are one step.
Edit scaleTraffic(const Design& design, double requestsPerMonth, const std::set<ServiceId>& kept);

}  // namespace tideline
