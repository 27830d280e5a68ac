// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

namespace tideline {

namespace {

void addDeliveryRole(SamBuild& build, const std::string& id, const std::string& bucket) {
    YamlList statements;
    statements.push_back(cfnAllow("WriteObjects",
                                  {"s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucket",
                                   "s3:ListBucketMultipartUploads", "s3:PutObject"},
                                  YamlList{cfnAttribute(bucket, "Arn"), cfnSub(fmt::format("${{{}.Arn}}/*", bucket))}));
    statements.push_back(cfnAllow("WriteLogs", {"logs:PutLogEvents"}, cfnAttribute(id + "DeliveryLogGroup", "Arn")));
    build.tmpl.add(id + "DeliveryRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("firehose.amazonaws.com")},
                        {"Policies", YamlList{YamlMembers{{"PolicyName", "deliver"},
                                                          {"PolicyDocument", cfnPolicy(std::move(statements))}}}}}});
}

/// CloudWatch Logs writes into Firehose by a role of its own.
void addSubscriptionRole(SamBuild& build, const std::string& id) {
    YamlList statements{deliverTo(id + "Delivery").statement};
    build.tmpl.add(id + "SubscriptionRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("logs.amazonaws.com")},
                        {"Policies", YamlList{YamlMembers{{"PolicyName", "deliver"},
                                                          {"PolicyDocument", cfnPolicy(std::move(statements))}}}}}});
}

void addSubscription(SamBuild& build, const std::string& id, const std::string& source, YamlValue logGroup,
                     const std::string& condition) {
    build.tmpl.add(id + "Of" + source,
                   {.type = "AWS::Logs::SubscriptionFilter",
                    .properties = YamlMembers{{"LogGroupName", std::move(logGroup)},
                                              {"FilterPattern", ""},
                                              {"DestinationArn", cfnAttribute(id + "Delivery", "Arn")},
                                              {"RoleArn", cfnAttribute(id + "SubscriptionRole", "Arn")}},
                    .condition = condition});
}

}  // namespace

void addDeliveryStream(SamBuild& build, const std::string& id, const std::string& bucket) {
    addDeliveryRole(build, id, bucket);
    addLogGroup(build, id + "DeliveryLogGroup");
    build.tmpl.add(
        id + "DeliveryLogStream",
        {.type = "AWS::Logs::LogStream", .properties = YamlMembers{{"LogGroupName", cfnRef(id + "DeliveryLogGroup")}}});
    YamlMembers destination{
        {"BucketARN", cfnAttribute(bucket, "Arn")},
        {"RoleARN", cfnAttribute(id + "DeliveryRole", "Arn")},
        {"Prefix", "logs/!{timestamp:yyyy/MM/dd}/"},
        {"ErrorOutputPrefix", "errors/!{firehose:error-output-type}/"},
        {"CompressionFormat", "GZIP"},
        {"BufferingHints", YamlMembers{{"IntervalInSeconds", 300}, {"SizeInMBs", 16}}},
        {"CloudWatchLoggingOptions", YamlMembers{{"Enabled", true},
                                                 {"LogGroupName", cfnRef(id + "DeliveryLogGroup")},
                                                 {"LogStreamName", cfnRef(id + "DeliveryLogStream")}}}};
    build.tmpl.add(id + "Delivery",
                   {.type = "AWS::KinesisFirehose::DeliveryStream",
                    .properties = YamlMembers{{"DeliveryStreamType", "DirectPut"},
                                              {"DeliveryStreamEncryptionConfigurationInput",
                                               YamlMembers{{"KeyType", "AWS_OWNED_CMK"}}},
                                              {"ExtendedS3DestinationConfiguration", std::move(destination)},
                                              {"Tags", tagList(build)}},
                    .comment = "Carries records into a bucket"});
}

Result<void> makeLogDelivery(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    const std::string bucket = id + "ArchiveBucket";
    addBucket(build, {.id = bucket, .comment = "Collected logs", .expireDays = 365});
    addDeliveryStream(build, id, bucket);
    addSubscriptionRole(build, id);
    for (const SamService& other : build.plan->services) {
        if (runsCode(other.shape)) {
            addSubscription(build, id, other.logicalId, cfnRef(other.logicalId + "LogGroup"), "");
        }
    }
    addSubscription(build, id, "Core", build.tmpl.use("CoreLogGroupName"), build.tmpl.when("HasCoreLogGroup"));
    return {};
}

Result<void> makeGlueJob(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addBucket(build, {.id = id + "ScriptsBucket", .comment = "Scripts of the job", .expireDays = 0});
    YamlList statements{readObjects(id + "ScriptsBucket").statement};
    build.tmpl.add(id + "JobRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("glue.amazonaws.com")},
                        {"ManagedPolicyArns",
                         YamlList{cfnSub("arn:${AWS::Partition}:iam::aws:policy/service-role/AWSGlueServiceRole")}},
                        {"Policies", YamlList{YamlMembers{{"PolicyName", "read-scripts"},
                                                          {"PolicyDocument", cfnPolicy(std::move(statements))}}}}}});
    const int workers = std::max(2, static_cast<int>(service.profile->number("dpus", 2)));
    YamlMembers command{{"Name", "glueetl"},
                        {"PythonVersion", "3"},
                        {"ScriptLocation", cfnSub(fmt::format("s3://${{{}ScriptsBucket}}/job.py", id))}};
    build.tmpl.add(id + "Job", {.type = "AWS::Glue::Job",
                                .properties = YamlMembers{{"Role", cfnAttribute(id + "JobRole", "Arn")},
                                                          {"GlueVersion", "5.0"},
                                                          {"WorkerType", "G.1X"},
                                                          {"NumberOfWorkers", workers},
                                                          {"MaxRetries", 1},
                                                          {"Timeout", 480},
                                                          {"ExecutionProperty", YamlMembers{{"MaxConcurrentRuns", 1}}},
                                                          {"Command", std::move(command)}},
                                .comment = "The job; its script goes to the bucket above as job.py"});
    build.tmpl.addOutput(id + "ScriptsBucketName", "Bucket that the job's script goes to",
                         cfnRef(id + "ScriptsBucket"));
    return {};
}

}  // namespace tideline
