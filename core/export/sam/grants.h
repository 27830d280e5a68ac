// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

#include <set>
#include <string>

namespace tideline {

/// The rights that connections need, one function a row of export.md 5: the narrowest policy template of SAM that
/// does it, or a statement where the template would allow more than the connection says (Kinesis).
SamGrant publishTo(const std::string& bus);
SamGrant sendTo(const std::string& queue);
SamGrant pollFrom(const std::string& queue);
SamGrant putInto(const std::string& stream);
SamGrant readStream(const std::string& stream);
/// A topic of Kafka: logical id and name of its cluster, and its own name.
struct TopicNames {
    std::string clusterId, cluster, topic;
};
SamGrant writeTopic(const TopicNames& names);
SamGrant readTopic(const TopicNames& names, const std::string& group);
/// What KEDA needs to know how far the groups of readers are behind.
YamlValue lookAtTopic(const TopicNames& names, const std::set<std::string>& groups);
SamGrant readObjects(const std::string& bucket);
SamGrant writeObjects(const std::string& bucket);
SamGrant readAndWriteObjects(const std::string& bucket);
SamGrant readItems(const std::string& table);
SamGrant readAndWriteItems(const std::string& table);
SamGrant invoke(const std::string& function);
SamGrant startMachine(const std::string& machine);
SamGrant searchIn(const std::string& domain);
SamGrant deliverTo(const std::string& stream);
/// `secretArn` is a reference or a text with wildcards at its end; `sid` is alphanumeric.
SamGrant readSecret(const std::string& sid, YamlValue secretArn);
SamGrant connectAs(const std::string& proxy, const std::string& user);
SamGrant sendMail();
/// The statement that a role of a hardened template needs to read and write what DataKey encrypts.
YamlValue useDataKey();

}  // namespace tideline
