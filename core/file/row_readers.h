// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"
#include "core/json/json_object.h"

namespace tideline {

// One reader for each row of the file. Members that a reader does not ask for become the row's extras.

Result<Service> readService(const JsonPlace& place);
Result<Connection> readConnection(const JsonPlace& place);
Result<Entry> readEntry(const JsonPlace& place);
Result<Topic> readTopic(const JsonPlace& place);
Result<Zone> readZone(const JsonPlace& place);
Result<Spot> readSpot(const JsonPlace& place);
Result<AcceptedFinding> readAcceptedFinding(const JsonPlace& place);
Result<DesignSettings> readSettings(const JsonPlace& place);

/// Numbers, switches and texts by name; an error for lists and objects. Empty where the member is absent.
Result<FieldValues> readFields(JsonObject& object, std::string_view name);
/// Not empty, under the limit of characters.
Result<std::string> readName(JsonObject& object, std::string_view name);
/// Under the limit of characters for long texts; empty where absent.
Result<std::string> readNote(JsonObject& object, std::string_view name);

}  // namespace tideline
