// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/resources.h"

#include "core/export/sam/cfn_value.h"

#include <fmt/format.h>

namespace tideline {

namespace {

constexpr std::int64_t kFourteenDaysS = 1'209'600;
constexpr std::int64_t kDayS = 86'400;

YamlValue alarmActions(SamBuild& build) {
    const std::string condition = build.tmpl.when("HasAlarmTopic");
    return cfnOnlyIf(condition, YamlList{build.tmpl.use("AlarmTopicArn")});
}

void addDepthAlarm(SamBuild& build, const std::string& queue) {
    addAlarm(build, {.id = queue + "DepthAlarm",
                     .description = "Messages wait in the dead-letter queue",
                     .space = "AWS/SQS",
                     .metric = "ApproximateNumberOfMessagesVisible",
                     .dimensions = {{"QueueName", cfnAttribute(queue, "QueueName")}},
                     .statistic = "Maximum",
                     .periodS = 300,
                     .periods = 1,
                     .needed = 1});
}

YamlValue publicAccessBlock() {
    return YamlMembers{{"BlockPublicAcls", true},
                       {"BlockPublicPolicy", true},
                       {"IgnorePublicAcls", true},
                       {"RestrictPublicBuckets", true}};
}

YamlValue lifecycle(const BucketSpec& spec) {
    YamlList rules{YamlMembers{{"Id", "expire-noncurrent"},
                               {"Status", "Enabled"},
                               {"NoncurrentVersionExpiration", YamlMembers{{"NoncurrentDays", 30}}},
                               {"AbortIncompleteMultipartUpload", YamlMembers{{"DaysAfterInitiation", 7}}}}};
    if (spec.expireDays > 0) {
        rules.emplace_back(YamlMembers{{"Id", "expire"}, {"Status", "Enabled"}, {"ExpirationInDays", spec.expireDays}});
    }
    return YamlMembers{{"Rules", std::move(rules)}};
}

YamlValue denyInsecureTransport(YamlValue resource) {
    return YamlMembers{{"Sid", "DenyInsecureTransport"},
                       {"Effect", "Deny"},
                       {"Principal", "*"},
                       {"Action", "sqs:*"},
                       {"Resource", std::move(resource)},
                       {"Condition", YamlMembers{{"Bool", YamlMembers{{"aws:SecureTransport", "false"}}}}}};
}

YamlValue allowService(const std::string& queue, const std::string& service, YamlMembers condition) {
    return YamlMembers{{"Sid", "AllowService"},
                       {"Effect", "Allow"},
                       {"Principal", YamlMembers{{"Service", service}}},
                       {"Action", "sqs:SendMessage"},
                       {"Resource", cfnAttribute(queue, "Arn")},
                       {"Condition", std::move(condition)}};
}

void addPolicy(SamBuild& build, const std::string& queue, YamlValue allowed) {
    YamlList statements;
    statements.push_back(std::move(allowed));
    statements.push_back(denyInsecureTransport(cfnAttribute(queue, "Arn")));
    build.tmpl.add(queue + "Policy", {.type = "AWS::SQS::QueuePolicy",
                                      .properties = YamlMembers{{"Queues", YamlList{cfnRef(queue)}},
                                                                {"PolicyDocument", cfnPolicy(std::move(statements))}}});
}

YamlValue deadLetterProperties(const QueueSpec& spec) {
    YamlValue properties = YamlValue::mapping();
    if (spec.isFifo) {
        properties.set("FifoQueue", true);
    }
    properties.set("SqsManagedSseEnabled", true).set("MessageRetentionPeriod", kFourteenDaysS);
    return properties;
}

YamlValue queueProperties(const QueueSpec& spec) {
    YamlValue properties = YamlValue::mapping();
    if (!spec.name.empty()) {
        properties.set("QueueName", spec.name + (spec.isFifo ? ".fifo" : ""));
    }
    if (spec.isFifo) {
        properties.set("FifoQueue", true).set("ContentBasedDeduplication", true);
    }
    properties.set("SqsManagedSseEnabled", true)
        .set("VisibilityTimeout", spec.visibilityS)
        .set("MessageRetentionPeriod", spec.retentionDays * kDayS)
        .set("RedrivePolicy", YamlMembers{{"deadLetterTargetArn", cfnAttribute(spec.id + "DeadLetters", "Arn")},
                                          {"maxReceiveCount", 5}});
    return properties;
}

}  // namespace

void addAlarm(SamBuild& build, AlarmSpec spec) {
    YamlValue dimensions = YamlValue::list();
    for (auto& [name, value] : spec.dimensions) {
        dimensions.add(YamlMembers{{"Name", name}, {"Value", std::move(value)}});
    }
    YamlValue properties = YamlMembers{{"AlarmDescription", spec.description},
                                       {"Namespace", spec.space},
                                       {"MetricName", spec.metric},
                                       {"Dimensions", std::move(dimensions)},
                                       {"Statistic", spec.statistic},
                                       {"Period", spec.periodS},
                                       {"EvaluationPeriods", spec.periods},
                                       {"DatapointsToAlarm", spec.needed},
                                       {"Threshold", spec.threshold},
                                       {"ComparisonOperator", "GreaterThanThreshold"},
                                       {"TreatMissingData", "notBreaching"},
                                       {"AlarmActions", alarmActions(build)}};
    build.tmpl.add(
        spec.id, {.type = "AWS::CloudWatch::Alarm", .properties = std::move(properties), .condition = spec.condition});
}

void addLogGroup(SamBuild& build, const std::string& id, YamlValue name) {
    YamlValue properties = YamlValue::mapping();
    if (!name.isNull()) {
        properties.set("LogGroupName", std::move(name));
    }
    properties.set("RetentionInDays", build.tmpl.use("LogRetentionDays"));
    build.tmpl.add(id, {.type = "AWS::Logs::LogGroup", .properties = std::move(properties), .keep = CfnKeep::Delete});
}

void addQueue(SamBuild& build, const QueueSpec& spec) {
    const std::string deadLetters = spec.id + "DeadLetters";
    build.tmpl.add(spec.id, {.type = "AWS::SQS::Queue",
                             .properties = queueProperties(spec),
                             .keep = CfnKeep::Delete,
                             .comment = spec.comment});
    build.tmpl.add(deadLetters,
                   {.type = "AWS::SQS::Queue", .properties = deadLetterProperties(spec), .keep = CfnKeep::Delete});
    addDepthAlarm(build, deadLetters);
    addAlarm(build, {.id = spec.id + "AgeAlarm",
                     .description = "The oldest message has waited for more than ten minutes",
                     .space = "AWS/SQS",
                     .metric = "ApproximateAgeOfOldestMessage",
                     .dimensions = {{"QueueName", cfnAttribute(spec.id, "QueueName")}},
                     .statistic = "Maximum",
                     .periodS = 60,
                     .periods = 5,
                     .needed = 5,
                     .threshold = 600});
}

void addQueuePolicy(SamBuild& build, const std::string& queue, const std::string& service, YamlValue sourceArn) {
    YamlMembers condition{{"ArnEquals", YamlMembers{{"aws:SourceArn", std::move(sourceArn)}}}};
    addPolicy(build, queue, allowService(queue, service, std::move(condition)));
}

YamlValue edgeDeadLetters(SamBuild& build) {
    const std::string id = "EdgeDeadLetters";
    if (build.tmpl.find(id) == nullptr) {
        build.tmpl.add(id, {.type = "AWS::SQS::Queue",
                            .properties = deadLetterProperties({}),
                            .keep = CfnKeep::Delete,
                            .comment = "Events and invocations that no target took, with the reason as attributes"});
        YamlMembers condition{{"StringEquals", YamlMembers{{"aws:SourceAccount", cfnRef("AWS::AccountId")}}}};
        addPolicy(build, id, allowService(id, "events.amazonaws.com", std::move(condition)));
        addDepthAlarm(build, id);
    }
    return cfnAttribute(id, "Arn");
}

void setDelivery(SamBuild& build, YamlValue& target) {
    target.set("DeadLetterConfig", YamlMembers{{"Arn", edgeDeadLetters(build)}});
    target.set("RetryPolicy", YamlMembers{{"MaximumRetryAttempts", 8}, {"MaximumEventAgeInSeconds", 3600}});
}

void addBucket(SamBuild& build, const BucketSpec& spec) {
    YamlValue properties = YamlValue::mapping();
    if (!spec.name.isNull()) {
        properties.set("BucketName", spec.name);
    }
    const YamlMembers members{
        {"BucketEncryption", YamlMembers{{"ServerSideEncryptionConfiguration",
                                          YamlList{YamlMembers{{"ServerSideEncryptionByDefault",
                                                                YamlMembers{{"SSEAlgorithm", "AES256"}}}}}}}},
        {"PublicAccessBlockConfiguration", publicAccessBlock()},
        {"VersioningConfiguration", YamlMembers{{"Status", "Enabled"}}},
        {"OwnershipControls",
         YamlMembers{{"Rules", YamlList{YamlMembers{{"ObjectOwnership", "BucketOwnerEnforced"}}}}}},
        {"LifecycleConfiguration", lifecycle(spec)}};
    for (const auto& [key, value] : members) {
        properties.set(key, value);
    }
    if (spec.sendsEvents) {
        properties.set("NotificationConfiguration",
                       YamlMembers{{"EventBridgeConfiguration", YamlMembers{{"EventBridgeEnabled", true}}}});
    }
    build.tmpl.add(spec.id, {.type = "AWS::S3::Bucket",
                             .properties = std::move(properties),
                             .keep = spec.name.isNull() ? CfnKeep::Retain : CfnKeep::RetainOnceMade,
                             .comment = spec.comment});
}

YamlValue tagList(const SamBuild& build) {
    return YamlList{YamlMembers{{"Key", "app"}, {"Value", build.plan->application}},
                    YamlMembers{{"Key", "stage"}, {"Value", cfnRef("Stage")}}};
}

}  // namespace tideline
