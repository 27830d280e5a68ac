// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// A CloudWatch alarm on one metric; its actions follow the parameter AlarmTopicArn.
struct AlarmSpec {
    std::string id, description;
    std::string space, metric;  ///< "AWS/Lambda", "Errors"
    std::vector<std::pair<std::string, YamlValue>> dimensions;
    std::string statistic = "Sum";
    int periodS = 60;
    int periods = 5, needed = 3;
    double threshold = 0;
    std::string condition;  ///< of the resource; empty = always
};
void addAlarm(SamBuild& build, AlarmSpec spec);

/// A log group with the retention of LogRetentionDays. `name` only where AWS wants a certain one; null otherwise.
void addLogGroup(SamBuild& build, const std::string& id, YamlValue name = {});

struct QueueSpec {
    std::string id, comment;
    bool isFifo = false;
    int visibilityS = 30;
    int retentionDays = 4;
    std::string name;  ///< physical, only where another system needs it
};
/// A queue, its own dead-letter queue `<id>DeadLetters`, and alarms on the depth of the one and the age of the other.
void addQueue(SamBuild& build, const QueueSpec& spec);

/// Lets a service of AWS send to a queue, for messages that come from `sourceArn`.
void addQueuePolicy(SamBuild& build, const std::string& queue, const std::string& service, YamlValue sourceArn);

/// The queue for events that no target took; brings it in with its policy and alarm, and returns its ARN.
YamlValue edgeDeadLetters(SamBuild& build);
/// DeadLetterConfig and RetryPolicy of a rule's target.
void setDelivery(SamBuild& build, YamlValue& target);

struct BucketSpec {
    std::string id, comment;
    bool sendsEvents = false;
    int expireDays = 0;  ///< 0 = objects stay
    YamlValue name = {};  ///< physical, only where pods need it
};
void addBucket(SamBuild& build, const BucketSpec& spec);

/// Tags of every resource that takes a list of them.
YamlValue tagList(const SamBuild& build);

}  // namespace tideline
