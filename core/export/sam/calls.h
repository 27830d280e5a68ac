// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <optional>

namespace tideline {

/// What a caller does over a connection to another service: its rights, its variables, its code. Nothing where the
/// template cannot carry the connection; a note says so.
std::optional<SamCall> callOver(SamBuild& build, const SamLink& link);

/// True for brokers in the cluster (Kafka, NATS, RabbitMQ), which speak no protocol that functions reach from outside.
bool isChannelOfCore(const SamService& service);

/// The detail-type that is published over a connection: its event, or one named after the publisher.
std::string publishedEvent(const SamLink& link);
/// The source of the events of a service: "order-platform.orders".
std::string eventSource(const SamPlan& plan, const SamService& service);

}  // namespace tideline
