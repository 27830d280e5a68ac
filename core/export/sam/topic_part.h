// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/grants.h"

namespace tideline {

/// The names of a topic of Kafka, whose shape is SamShape::Topic.
TopicNames topicNames(const SamBuild& build, const SamService& topic);

/// True where something of the edge writes into the topic: it sends to the queue `<id>Queue`, from which a function of
/// its own writes. Pods of the core speak to the brokers themselves.
bool isWrittenByEdge(const SamBuild& build, const SamService& topic);

/// That queue and that function, with its code and its unit test.
void addTopicWriter(SamBuild& build, const SamService& topic);

}  // namespace tideline
