// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/base/result.h"
#include "core/design/design.h"

namespace tideline {

/// The row that an edit is about, or why the edit cannot be done.
Result<Service> serviceOf(const Design& design, const ServiceId& id);
Result<Connection> connectionOf(const Design& design, const ConnectionId& id);
Result<Entry> entryOf(const Design& design, const EntryId& id);
Result<Topic> topicOf(const Design& design, const TopicId& id);

/// For labels: the service's name, or "a service" where it is not there.
std::string nameOf(const Design& design, const ServiceId& id);
/// "Orders to Payments".
std::string nameOf(const Design& design, const ConnectionId& id);
/// "Orders", or "3 services".
std::string namesOf(const Design& design, const std::vector<ServiceId>& ids);

/// Without spaces at both ends. Fails where nothing is left, over the limit, and for characters that nobody sees;
/// `what` is "name" or "title".
Result<std::string> checkedName(const std::string& text, std::string_view what);
Result<void> checkLongText(const std::string& text, std::string_view what);
Result<void> checkFieldValue(const FieldValue& value);
/// Finite and between both; the message names `what`.
Result<void> checkNumber(double number, double least, double most, std::string_view what);
Result<void> checkCoordinates(double x, double y);

/// The name, or with the first number behind it that no service of the design has: "Cache 2".
std::string freeName(const Design& design, const std::string& name);

/// An id that no row of the table has.
template <class Row>
decltype(Row::id) freeId(const Table<Row>& table, IdSource& ids, std::string_view prefix) {
    decltype(Row::id) id{ids.next(prefix)};
    while (table.contains(id)) {
        id.text = ids.next(prefix);
    }
    return id;
}

/// What ids of services of a kind start with: its key where that can stand in an id, else "service".
std::string idPrefix(const std::string& kind);

}  // namespace tideline
