// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"

namespace tideline {

/// An edit that adds a topic, and the id that the topic will have.
struct TopicAddition {
    Edit edit;
    TopicId id;
};

/// `y` is its height in the bus lane. Refuses a name that another topic has.
TopicAddition addTopic(const Design& design, const std::string& name, double y, IdSource& ids);
/// Connections that name the topic in their field `event` follow.
Edit renameTopic(const Design& design, const TopicId& id, const std::string& name);
/// Connections lose the event with the topic.
Edit removeTopic(const Design& design, const TopicId& id);
/// Drags in a row are one step.
Edit moveTopic(const Design& design, const TopicId& id, double y);

}  // namespace tideline
