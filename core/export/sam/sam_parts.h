// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <span>

namespace tideline {

/// What makes the resources of a service of one shape, before connections are looked at.
struct SamPart {
    SamShape shape;
    Result<void> (*make)(SamBuild&, const SamService&);
};

/// The table of makers, in the order in which their sections stand in a template.
std::span<const SamPart> samParts();

// The makers, by file.
Result<void> makeBus(SamBuild& build, const SamService& service);          // channel_parts.cpp
Result<void> makeQueue(SamBuild& build, const SamService& service);
Result<void> makeStream(SamBuild& build, const SamService& service);
Result<void> makeTopic(SamBuild& build, const SamService& service);        // topic_part.cpp
Result<void> makeBucket(SamBuild& build, const SamService& service);       // store_parts.cpp
Result<void> makeTable(SamBuild& build, const SamService& service);
Result<void> makeDatabase(SamBuild& build, const SamService& service);     // database_part.cpp
Result<void> makeCache(SamBuild& build, const SamService& service);        // network_parts.cpp
Result<void> makeSearch(SamBuild& build, const SamService& service);
Result<void> makeSite(SamBuild& build, const SamService& service);         // site_part.cpp
Result<void> makeGateway(SamBuild& build, const SamService& service);      // sam_parts.cpp
Result<void> makeLogDelivery(SamBuild& build, const SamService& service);  // log_parts.cpp
Result<void> makeGlueJob(SamBuild& build, const SamService& service);

/// A Firehose delivery stream `<id>Delivery` into a bucket, with its role and log group.
void addDeliveryStream(SamBuild& build, const std::string& id, const std::string& bucket);
/// The security group of functions that reach stores in the VPC, and the parameters of the network.
void useNetwork(SamBuild& build);
/// A security group `<id>SecurityGroup` that lets the functions and the core in on a port.
void addStoreSecurityGroup(SamBuild& build, const std::string& id, int port);

}  // namespace tideline
