// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/grants.h"

#include "core/export/sam/cfn_value.h"

#include <fmt/format.h>

namespace tideline {

namespace {

/// The bucket and everything in it.
YamlValue bucketAndObjects(const std::string& bucket) {
    return YamlList{cfnAttribute(bucket, "Arn"), cfnSub(fmt::format("${{{}.Arn}}/*", bucket))};
}

YamlValue tableAndIndexes(const std::string& table) {
    return YamlList{cfnAttribute(table, "Arn"), cfnSub(fmt::format("${{{}.Arn}}/index/*", table))};
}

/// An element of a cluster of Kafka. The part between is made by AWS when the cluster is.
YamlValue ofCluster(const TopicNames& names, std::string_view kind, const std::string& name) {
    return cfnSub(fmt::format("arn:${{AWS::Partition}}:kafka:${{AWS::Region}}:${{AWS::AccountId}}:{}/{}/*/{}", kind,
                              names.cluster, name));
}

}  // namespace

SamGrant publishTo(const std::string& bus) {
    return {"EventBridgePutEventsPolicy", "EventBusName", cfnRef(bus),
            cfnAllow("PublishTo" + bus, {"events:PutEvents"}, cfnAttribute(bus, "Arn"))};
}

SamGrant sendTo(const std::string& queue) {
    return {"SQSSendMessagePolicy", "QueueName", cfnAttribute(queue, "QueueName"),
            cfnAllow("SendTo" + queue, {"sqs:SendMessage", "sqs:GetQueueUrl"}, cfnAttribute(queue, "Arn"))};
}

SamGrant pollFrom(const std::string& queue) {
    return {"SQSPollerPolicy", "QueueName", cfnAttribute(queue, "QueueName"),
            cfnAllow("Read" + queue,
                     {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility",
                      "sqs:GetQueueAttributes", "sqs:GetQueueUrl"},
                     cfnAttribute(queue, "Arn"))};
}

SamGrant putInto(const std::string& stream) {
    return {"",
            "",
            {},
            cfnAllow("PutInto" + stream, {"kinesis:PutRecord", "kinesis:PutRecords", "kinesis:DescribeStreamSummary"},
                     cfnAttribute(stream, "Arn"))};
}

SamGrant readStream(const std::string& stream) {
    return {"",
            "",
            {},
            cfnAllow("Read" + stream,
                     {"kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
                      "kinesis:GetShardIterator", "kinesis:ListShards"},
                     cfnAttribute(stream, "Arn"))};
}

SamGrant writeTopic(const TopicNames& names) {
    return {"",
            "",
            {},
            cfnAllow("WriteTo" + names.clusterId,
                     {"kafka-cluster:Connect", "kafka-cluster:DescribeTopic", "kafka-cluster:WriteData",
                      "kafka-cluster:WriteDataIdempotently"},
                     YamlList{cfnRef(names.clusterId), ofCluster(names, "topic", names.topic)})};
}

SamGrant readTopic(const TopicNames& names, const std::string& group) {
    return {"",
            "",
            {},
            cfnAllow("Read" + names.clusterId,
                     {"kafka-cluster:Connect", "kafka-cluster:DescribeTopic", "kafka-cluster:ReadData",
                      "kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"},
                     YamlList{cfnRef(names.clusterId), ofCluster(names, "topic", names.topic),
                              ofCluster(names, "group", group)})};
}

YamlValue lookAtTopic(const TopicNames& names, const std::set<std::string>& groups) {
    YamlList resources{cfnRef(names.clusterId), ofCluster(names, "topic", names.topic)};
    for (const std::string& group : groups) {
        resources.push_back(ofCluster(names, "group", group));
    }
    return cfnAllow("LookAt" + names.clusterId,
                    {"kafka-cluster:Connect", "kafka-cluster:DescribeTopic", "kafka-cluster:DescribeGroup"},
                    std::move(resources));
}

SamGrant readObjects(const std::string& bucket) {
    return {"S3ReadPolicy", "BucketName", cfnRef(bucket),
            cfnAllow("Read" + bucket, {"s3:GetObject", "s3:ListBucket"}, bucketAndObjects(bucket))};
}

SamGrant writeObjects(const std::string& bucket) {
    return {"S3WritePolicy", "BucketName", cfnRef(bucket),
            cfnAllow("Write" + bucket, {"s3:PutObject"}, cfnSub(fmt::format("${{{}.Arn}}/*", bucket)))};
}

SamGrant readAndWriteObjects(const std::string& bucket) {
    return {"S3CrudPolicy", "BucketName", cfnRef(bucket),
            cfnAllow("ReadAndWrite" + bucket, {"s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"},
                     bucketAndObjects(bucket))};
}

SamGrant readItems(const std::string& table) {
    return {"DynamoDBReadPolicy", "TableName", cfnRef(table),
            cfnAllow("Read" + table,
                     {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:Scan",
                      "dynamodb:DescribeTable"},
                     tableAndIndexes(table))};
}

SamGrant readAndWriteItems(const std::string& table) {
    return {"DynamoDBCrudPolicy", "TableName", cfnRef(table),
            cfnAllow("ReadAndWrite" + table,
                     {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem",
                      "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem",
                      "dynamodb:ConditionCheckItem", "dynamodb:DescribeTable"},
                     tableAndIndexes(table))};
}

SamGrant invoke(const std::string& function) {
    return {"LambdaInvokePolicy", "FunctionName", cfnRef(function),
            cfnAllow("Invoke" + function, {"lambda:InvokeFunction"}, cfnAttribute(function, "Arn"))};
}

SamGrant startMachine(const std::string& machine) {
    return {"StepFunctionsExecutionPolicy_v2", "StateMachineName", cfnAttribute(machine, "Name"),
            cfnAllow("Start" + machine, {"states:StartExecution"}, cfnRef(machine))};
}

SamGrant searchIn(const std::string& domain) {
    return {"",
            "",
            {},
            cfnAllow("Search" + domain, {"es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"},
                     cfnSub(fmt::format("${{{}.Arn}}/*", domain)))};
}

SamGrant deliverTo(const std::string& stream) {
    return {
        "FirehoseWritePolicy", "DeliveryStreamName", cfnRef(stream),
        cfnAllow("DeliverTo" + stream, {"firehose:PutRecord", "firehose:PutRecordBatch"}, cfnAttribute(stream, "Arn"))};
}

SamGrant readSecret(const std::string& sid, YamlValue secretArn) {
    YamlValue statement = cfnAllow("ReadSecretOf" + sid, {"secretsmanager:GetSecretValue"}, secretArn);
    return {"AWSSecretsManagerGetSecretValuePolicy", "SecretArn", std::move(secretArn), std::move(statement)};
}

SamGrant connectAs(const std::string& proxy, const std::string& user) {
    YamlValue resource = cfnSub(fmt::format(
        "arn:${{AWS::Partition}}:rds-db:${{AWS::Region}}:${{AWS::AccountId}}:dbuser:${{ResourceId}}/{}", user));
    // The proxy's resource id is the last part of its ARN.
    resource = tagged(
        "!Sub",
        YamlList{
            YamlValue(std::get<std::string>(resource.variant())),
            YamlMembers{
                {"ResourceId",
                 tagged("!Select", YamlList{6, tagged("!Split", YamlList{":", cfnAttribute(proxy, "DBProxyArn")})})}}});
    return {"", "", {}, cfnAllow("ConnectTo" + proxy, {"rds-db:connect"}, std::move(resource))};
}

SamGrant sendMail() {
    YamlValue statement =
        cfnAllow("SendMail", {"ses:SendEmail", "ses:SendRawEmail"},
                 cfnSub("arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${SenderAddress}"));
    return {"SESCrudPolicy", "IdentityName", cfnRef("SenderAddress"), std::move(statement)};
}

YamlValue useDataKey() {
    return cfnAllow("UseDataKey", {"kms:Decrypt", "kms:GenerateDataKey"}, cfnAttribute("DataKey", "Arn"));
}

}  // namespace tideline
