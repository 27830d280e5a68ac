// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {
constexpr std::array<std::string_view, 48> kResources{
    "AWS::CloudFront::Distribution",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::CloudWatch::Alarm",
    "AWS::Cognito::UserPool",
    "AWS::Cognito::UserPoolClient",
    "AWS::DocDB::DBCluster",
    "AWS::DynamoDB::Table",
    "AWS::EFS::AccessPoint",
    "AWS::EFS::FileSystem",
    "AWS::EFS::MountTarget",
    "AWS::EKS::PodIdentityAssociation",
    "AWS::ElastiCache::ReplicationGroup",
    "AWS::Events::ApiDestination",
    "AWS::Events::Archive",
    "AWS::Events::Connection",
    "AWS::Events::EventBus",
    "AWS::Events::Rule",
    "AWS::Glue::Job",
    "AWS::IAM::Role",
    "AWS::IoT::TopicRule",
    "AWS::KMS::Key",
    "AWS::Kinesis::Stream",
    "AWS::KinesisFirehose::DeliveryStream",
    "AWS::Logs::LogGroup",
    "AWS::Logs::SubscriptionFilter",
    "AWS::MSK::Cluster",
    "AWS::OpenSearchService::Domain",
    "AWS::Pipes::Pipe",
    "AWS::RDS::DBCluster",
    "AWS::RDS::DBInstance",
    "AWS::RDS::DBProxy",
    "AWS::S3::Bucket",
    "AWS::S3::BucketPolicy",
    "AWS::SES::EmailIdentity",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::SQS::QueuePolicy",
    "AWS::Scheduler::Schedule",
    "AWS::SecretsManager::Secret",
    "AWS::Serverless::Api",
    "AWS::Serverless::Connector",
    "AWS::Serverless::Function",
    "AWS::Serverless::GraphQLApi",
    "AWS::Serverless::HttpApi",
    "AWS::Serverless::LayerVersion",
    "AWS::Serverless::SimpleTable",
    "AWS::Serverless::StateMachine",
    "AWS::Serverless::WebSocketApi",
};

constexpr std::array<std::string_view, 23> kEvents{
    "S3",
    "SNS",
    "Kinesis",
    "DynamoDB",
    "DocumentDB",
    "SQS",
    "Api",
    "HttpApi",
    "Schedule",
    "ScheduleV2",
    "CloudWatchEvent",
    "EventBridgeRule",
    "CloudWatchLogs",
    "IoTRule",
    "AlexaSkill",
    "Cognito",
    "MSK",
    "MQ",
    "SelfManagedKafka",
    "WebSocketRoute",
    "FunctionUrl",
    "StepFunctionsTask",
    "LogSubscription",
};

constexpr std::array<std::string_view, 28> kPolicies{
    "AWSSecretsManagerGetSecretValuePolicy",
    "AthenaQueryPolicy",
    "CloudWatchPutMetricPolicy",
    "DynamoDBCrudPolicy",
    "DynamoDBReadPolicy",
    "DynamoDBWritePolicy",
    "DynamoDBStreamReadPolicy",
    "EFSWriteAccessPolicy",
    "ElasticsearchHttpPostPolicy",
    "EventBridgePutEventsPolicy",
    "FirehoseWritePolicy",
    "KinesisCrudPolicy",
    "KinesisStreamReadPolicy",
    "KMSDecryptPolicy",
    "LambdaInvokePolicy",
    "RekognitionDetectOnlyPolicy",
    "S3CrudPolicy",
    "S3ReadPolicy",
    "S3WritePolicy",
    "SESCrudPolicy",
    "SESEmailTemplateCrudPolicy",
    "SNSPublishMessagePolicy",
    "SQSPollerPolicy",
    "SQSSendMessagePolicy",
    "SSMParameterReadPolicy",
    "SSMParameterWithSlashPrefixReadPolicy",
    "StepFunctionsExecutionPolicy_v2",
    "VPCAccessPolicy",
};

constexpr std::array kRuntimes{
    RuntimeWord{"python", "Python 3.13", "python3.13"},
    RuntimeWord{"nodejs", "Node.js 24", "nodejs24.x"},
    RuntimeWord{"java", "Java 21", "java21"},
    RuntimeWord{"dotnet", ".NET 10", "dotnet10"},
    RuntimeWord{"ruby", "Ruby 3.4", "ruby3.4"},
    RuntimeWord{"go", "Go on provided.al2023", "provided.al2023"},
    RuntimeWord{"rust", "Rust on provided.al2023", "provided.al2023"},
    RuntimeWord{"java-snapstart", "Java 21 with SnapStart", "java21"},
    RuntimeWord{"java-native", "Java compiled by GraalVM", "provided.al2023"},
    RuntimeWord{"wasm", "WebAssembly component", ""},
};

}  // namespace

std::span<const std::string_view> samResources() {
    return kResources;
}

std::span<const std::string_view> samEvents() {
    return kEvents;
}

std::span<const std::string_view> samPolicies() {
    return kPolicies;
}

std::span<const RuntimeWord> runtimeWords() {
    return kRuntimes;
}

const RuntimeWord* findRuntime(std::string_view key) {
    const auto at = std::ranges::find(kRuntimes, key, &RuntimeWord::key);
    return at == kRuntimes.end() ? nullptr : &*at;
}

}  // namespace tideline
