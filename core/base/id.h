// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <compare>
#include <string>

namespace tideline {

/// The name by which rows of one table refer to each other: stable, unique in its table, never shown as a title.
template <class Tag>
struct Id {
    std::string text;
    auto operator<=>(const Id&) const = default;
};

using ServiceId = Id<struct ServiceTag>;
using ConnectionId = Id<struct ConnectionTag>;
using EntryId = Id<struct EntryTag>;
using TopicId = Id<struct TopicTag>;
using ZoneId = Id<struct ZoneTag>;

}  // namespace tideline
