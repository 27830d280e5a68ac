// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// What arrives at a service over a connection from a channel, a bucket or a gateway: events of a function or state
/// machine, rules into queues, routes. False where the connection is not a delivery but a call of its sender.
bool deliverOver(SamBuild& build, const SamLink& link);

/// One pattern of events that a service hears over a connection from a bus.
struct HeardEvents {
    std::string bus;  ///< logical id; empty = the default bus, where buckets tell of their objects
    YamlValue pattern;
    bool isObject = false;
};
/// What `link.to` hears over a connection from a bus; never empty.
std::vector<HeardEvents> eventsHeard(const SamBuild& build, const SamLink& link);
/// A rule on `bus` (its logical id; empty = the default bus) with one target.
void addRule(SamBuild& build, const std::string& id, const std::string& bus, YamlValue pattern, YamlValue target);

/// The event source mapping of a queue, and its trigger.
void addQueueTrigger(SamBuild& build, const SamService& service, const std::string& queue, bool isFifo,
                     const std::string& sample);
/// Lets a function skip events that it has worked on: a table, its right and its variable.
void rememberEvents(SamBuild& build, SamDraft& draft);

}  // namespace tideline
