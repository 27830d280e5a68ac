// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/service_page.h"

#include <algorithm>

namespace tideline {

namespace {

enum class Part { Work, Scaling, Storage, Function };

struct FieldRow {
    std::string_view key;
    Part part;
    int hosts;  ///< bits of the places where it matters
};

constexpr int kOnKubernetes = 1, kOnFunction = 2, kOnWasm = 4, kOnManaged = 8, kAnywhere = 15;

/// Fields that do not stand here are work, and matter anywhere.
constexpr FieldRow kFields[] = {
    {"memoryMib", Part::Scaling, kOnKubernetes},
    {"cpuRequestMillis", Part::Scaling, kOnKubernetes},
    {"cpuLimitMillis", Part::Scaling, kOnKubernetes},
    {"leastReplicas", Part::Scaling, kOnKubernetes},
    {"mostReplicas", Part::Scaling, kOnKubernetes},
    {"replicas", Part::Scaling, kOnKubernetes},
    {"concurrency", Part::Scaling, kOnKubernetes},
    {"startupMs", Part::Scaling, kOnKubernetes},
    {"partitions", Part::Scaling, kAnywhere},
    {"functionMemoryMb", Part::Function, kOnFunction},
    {"functionTimeoutS", Part::Function, kOnFunction},
    {"provisionedSlots", Part::Function, kOnFunction},
    {"frontDoor", Part::Function, kOnFunction},
    {"inVpc", Part::Function, kOnFunction},
    {"vpcReason", Part::Function, kOnFunction},
    {"needsInternet", Part::Function, kOnFunction},
    {"wasmMemoryMb", Part::Scaling, kOnWasm},
    {"storageGib", Part::Storage, kAnywhere},
    {"volumeGib", Part::Storage, kOnKubernetes},
    {"storageGb", Part::Storage, kAnywhere},
    {"backups", Part::Storage, kAnywhere},
    {"backupDays", Part::Storage, kAnywhere},
    {"architecture", Part::Scaling, kOnKubernetes | kOnFunction},
};

int bitOf(Host host) {
    return 1 << static_cast<int>(host);
}

}  // namespace

FieldPlace placeOfField(const std::string& key, Host host) {
    const auto* row = std::ranges::find(kFields, key, &FieldRow::key);
    if (row == std::end(kFields)) {
        return {ServicePage::tr("Work")};
    }
    const bool matters = row->hosts & bitOf(host);
    switch (row->part) {
    case Part::Scaling: return {ServicePage::tr("Scaling"), matters};
    case Part::Storage: return {ServicePage::tr("Storage"), matters};
    case Part::Function: return {ServicePage::tr("Function"), matters};
    case Part::Work: break;
    }
    return {ServicePage::tr("Work"), matters};
}

}  // namespace tideline
