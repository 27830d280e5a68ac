// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/hardened.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

YamlValue keyArn() {
    return cfnAttribute("DataKey", "Arn");
}

void hardenQueue(YamlValue& properties) {
    YamlMembers& members = std::get<YamlMembers>(properties.variant());
    std::erase_if(members, [](const auto& member) { return member.first == "SqsManagedSseEnabled"; });
    properties.set("KmsMasterKeyId", keyArn()).set("KmsDataKeyReusePeriodSeconds", 300);
}

void hardenTable(YamlValue& properties) {
    properties.set("SSESpecification",
                   YamlMembers{{"SSEEnabled", true}, {"SSEType", "KMS"}, {"KMSMasterKeyId", keyArn()}});
}

void hardenStream(YamlValue& properties) {
    properties.set("StreamEncryption", YamlMembers{{"EncryptionType", "KMS"}, {"KeyId", keyArn()}});
}

void hardenDelivery(YamlValue& properties) {
    properties.set("DeliveryStreamEncryptionConfigurationInput",
                   YamlMembers{{"KeyType", "CUSTOMER_MANAGED_CMK"}, {"KeyARN", keyArn()}});
}

void hardenDomain(YamlValue& properties) {
    properties.set("EncryptionAtRestOptions", YamlMembers{{"Enabled", true}, {"KmsKeyId", keyArn()}});
}

void hardenDatabase(YamlValue& properties) {
    if (properties.find("StorageEncrypted") != nullptr) {
        properties.set("KmsKeyId", keyArn());
        properties.set("MasterUserSecret", YamlMembers{{"KmsKeyId", keyArn()}});
    }
    if (properties.find("EnablePerformanceInsights") != nullptr) {
        properties.set("PerformanceInsightsKMSKeyId", keyArn());
    }
}

void hardenKafka(YamlValue& properties) {
    properties["EncryptionInfo"].set("EncryptionAtRest", YamlMembers{{"DataVolumeKMSKeyId", keyArn()}});
}

void setKmsKeyId(YamlValue& properties) {
    properties.set("KmsKeyId", keyArn());
}

struct KeyRow {
    std::string_view type;
    void (*apply)(YamlValue&);
};

constexpr std::array kKeyRows{
    KeyRow{"AWS::SQS::Queue", hardenQueue},
    KeyRow{"AWS::DynamoDB::Table", hardenTable},
    KeyRow{"AWS::Kinesis::Stream", hardenStream},
    KeyRow{"AWS::KinesisFirehose::DeliveryStream", hardenDelivery},
    KeyRow{"AWS::OpenSearchService::Domain", hardenDomain},
    KeyRow{"AWS::RDS::DBInstance", hardenDatabase},
    KeyRow{"AWS::RDS::DBCluster", hardenDatabase},
    KeyRow{"AWS::MSK::Cluster", hardenKafka},
    KeyRow{"AWS::ElastiCache::ReplicationGroup", setKmsKeyId},
    KeyRow{"AWS::Logs::LogGroup", setKmsKeyId},
    KeyRow{"AWS::SecretsManager::Secret", setKmsKeyId},
    KeyRow{"AWS::Events::EventBus", [](YamlValue& properties) { properties.set("KmsKeyIdentifier", keyArn()); }},
};

YamlValue keyUse() {
    return cfnPolicy({useDataKey()});
}

void allowKey(CfnResource& resource) {
    YamlValue policies = resource.properties["Policies"];
    policies.add(keyUse());
    resource.properties.set("Policies", std::move(policies));
}

/// Roles that the template makes for services of AWS.
void allowKeyByRole(CfnResource& resource) {
    YamlValue policies = resource.properties["Policies"];
    policies.add(YamlMembers{{"PolicyName", "data-key"}, {"PolicyDocument", keyUse()}});
    resource.properties.set("Policies", std::move(policies));
}

YamlValue allowAccount() {
    return YamlMembers{{"Sid", "AccountAdministers"},
                       {"Effect", "Allow"},
                       {"Principal", YamlMembers{{"AWS", cfnSub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")}}},
                       {"Action", "kms:*"},
                       {"Resource", "*"}};
}

YamlValue allowLogs() {
    YamlValue logGroups = cfnSub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*");
    return YamlMembers{
        {"Sid", "LogsEncrypt"},
        {"Effect", "Allow"},
        {"Principal", YamlMembers{{"Service", cfnSub("logs.${AWS::Region}.amazonaws.com")}}},
        {"Action",
         cfnTexts({"kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"})},
        {"Resource", "*"},
        {"Condition",
         YamlMembers{{"ArnLike", YamlMembers{{"kms:EncryptionContext:aws:logs:arn", std::move(logGroups)}}}}}};
}

YamlValue allowSources() {
    return YamlMembers{
        {"Sid", "EventSourcesUseQueues"},
        {"Effect", "Allow"},
        {"Principal",
         YamlMembers{{"Service", cfnTexts({"events.amazonaws.com", "scheduler.amazonaws.com", "lambda.amazonaws.com",
                                           "firehose.amazonaws.com", "cloudwatch.amazonaws.com"})}}},
        {"Action", cfnTexts({"kms:Decrypt", "kms:GenerateDataKey"})},
        {"Resource", "*"},
        {"Condition", YamlMembers{{"StringEquals", YamlMembers{{"aws:SourceAccount", cfnRef("AWS::AccountId")}}}}}};
}

/// EventBridge looks at the key of a bus before the bus is there.
YamlValue allowCheck() {
    return YamlMembers{{"Sid", "EventBridgeChecksKey"},
                       {"Effect", "Allow"},
                       {"Principal", YamlMembers{{"Service", "events.amazonaws.com"}}},
                       {"Action", "kms:DescribeKey"},
                       {"Resource", "*"}};
}

CfnResource dataKey(const SamBuild& build) {
    return {.type = "AWS::KMS::Key",
            .properties =
                YamlMembers{{"Description", "Encrypts the queues, stores, logs, secrets and function settings"},
                            {"EnableKeyRotation", true},
                            {"PendingWindowInDays", 30},
                            {"KeyPolicy", cfnPolicy({allowAccount(), allowLogs(), allowSources(), allowCheck()})},
                            {"Tags", tagList(build)}},
            .keep = CfnKeep::Retain,
            .comment = "One key for everything that keeps or carries data"};
}

/// Every bucket writes access logs into one that is there for nothing else.
void addAccessLogs(SamBuild& build) {
    std::vector<std::string> buckets;
    for (auto& [id, resource] : build.tmpl.resources()) {
        if (resource.type == "AWS::S3::Bucket") {
            buckets.push_back(id);
            resource.properties.set(
                "LoggingConfiguration",
                YamlMembers{{"DestinationBucketName", cfnRef("AccessLogsBucket")}, {"LogFilePrefix", id + "/"}});
        }
    }
    if (buckets.empty()) {
        return;
    }
    addBucket(build, {.id = "AccessLogsBucket", .comment = "Access logs of the buckets", .expireDays = 90});
    build.tmpl.find("AccessLogsBucket")->metadata = YamlMembers{
        {"checkov",
         YamlMembers{{"skip", YamlList{YamlMembers{{"id", "CKV_AWS_18"},
                                                   {"comment", "This is the bucket that access logs go to"}}}}}}};
    YamlList statements{YamlMembers{
        {"Sid", "S3DeliversLogs"},
        {"Effect", "Allow"},
        {"Principal", YamlMembers{{"Service", "logging.s3.amazonaws.com"}}},
        {"Action", "s3:PutObject"},
        {"Resource", cfnSub("${AccessLogsBucket.Arn}/*")},
        {"Condition", YamlMembers{{"StringEquals", YamlMembers{{"aws:SourceAccount", cfnRef("AWS::AccountId")}}}}}}};
    build.tmpl.add("AccessLogsBucketPolicy",
                   {.type = "AWS::S3::BucketPolicy",
                    .properties = YamlMembers{{"Bucket", cfnRef("AccessLogsBucket")},
                                              {"PolicyDocument", cfnPolicy(std::move(statements))}}});
}

}  // namespace

void harden(SamBuild& build) {
    for (auto& [id, resource] : build.tmpl.resources()) {
        const auto row = std::ranges::find(kKeyRows, resource.type, &KeyRow::type);
        if (row != kKeyRows.end()) {
            row->apply(resource.properties);
        }
        if (resource.type == "AWS::Serverless::Function" || resource.type == "AWS::Serverless::StateMachine") {
            allowKey(resource);
        }
        if (resource.type == "AWS::IAM::Role" && resource.properties.find("Policies") != nullptr &&
            !id.ends_with("CoreRole")) {
            allowKeyByRole(resource);
        }
    }
    addAccessLogs(build);
    build.tmpl.add("DataKey", dataKey(build));
}

}  // namespace tideline
