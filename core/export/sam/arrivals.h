// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// events/put/<connection>[-<publisher>].json: a test event for every connection from a bus and everyone who publishes
/// what it carries, as `aws events put-events` takes it; events/arrivals.json says which resource each of them reaches.
/// Events of buckets are not among them, for only S3 may publish those.
std::vector<ExportFile> arrivalFiles(const SamBuild& build);

}  // namespace tideline
