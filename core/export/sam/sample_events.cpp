// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sample_events.h"

#include "core/export/sam/calls.h"
#include "core/json/json_value.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr const char* kTime = "2026-01-01T00:00:00Z";
constexpr const char* kAccount = "111122223333";

JsonValue object(std::vector<std::pair<std::string, JsonValue>> members) {
    JsonValue value = JsonValue::object();
    for (auto& [name, member] : members) {
        value.set(std::move(name), std::move(member));
    }
    return value;
}

JsonValue only(JsonValue element) {
    JsonValue list = JsonValue::list();
    list.add(std::move(element));
    return list;
}

JsonValue none() {
    return JsonValue::list();
}

JsonValue busEvent(const std::string& id, const std::string& source, const std::string& type, JsonValue detail) {
    return object({{"version", "0"},
                   {"id", id},
                   {"source", source},
                   {"detail-type", type},
                   {"account", kAccount},
                   {"time", kTime},
                   {"region", "us-east-1"},
                   {"resources", none()},
                   {"detail", std::move(detail)}});
}

JsonValue bus(const SamTrigger& trigger) {
    return busEvent("11111111-2222-4333-8444-555555555555", trigger.source, trigger.event,
                    object({{"id", "sample-1"}, {"amount", 42}}));
}

JsonValue created(const SamTrigger&) {
    return busEvent("22222222-2222-4333-8444-555555555555", "aws.s3", "Object Created",
                    object({{"version", "0"},
                            {"bucket", object({{"name", "sample-bucket"}})},
                            {"object", object({{"key", "incoming/sample.txt"}, {"size", 11}, {"etag", "sample"}})},
                            {"reason", "PutObject"}}));
}

JsonValue queue(const SamTrigger&) {
    return object({{"Records", only(object({{"messageId", "33333333-2222-4333-8444-555555555555"},
                                            {"receiptHandle", "sample"},
                                            {"body", R"({"id":"sample-1","amount":42})"},
                                            {"attributes", object({{"ApproximateReceiveCount", "1"}})},
                                            {"messageAttributes", JsonValue::object()},
                                            {"eventSource", "aws:sqs"},
                                            {"eventSourceARN", "arn:aws:sqs:us-east-1:111122223333:sample"},
                                            {"awsRegion", "us-east-1"}}))}});
}

JsonValue stream(const SamTrigger&) {
    // {"id":"sample-1","amount":42} in base 64
    JsonValue kinesis = object({{"kinesisSchemaVersion", "1.0"},
                                {"partitionKey", "sample-1"},
                                {"sequenceNumber", "1"},
                                {"data", "eyJpZCI6InNhbXBsZS0xIiwiYW1vdW50Ijo0Mn0="},
                                {"approximateArrivalTimestamp", 1767225600}});
    return object({{"Records", only(object({{"kinesis", std::move(kinesis)},
                                            {"eventSource", "aws:kinesis"},
                                            {"eventID", "shardId-000000000000:1"},
                                            {"eventName", "aws:kinesis:record"},
                                            {"eventSourceARN", "arn:aws:kinesis:us-east-1:111122223333:stream/sample"},
                                            {"awsRegion", "us-east-1"}}))}});
}

JsonValue topic(const SamTrigger&) {
    // {"id":"sample-1","amount":42} in base 64, as is its key
    JsonValue record = object({{"topic", "sample"},
                               {"partition", 0},
                               {"offset", 15},
                               {"timestamp", 1767225600000.0},
                               {"timestampType", "CREATE_TIME"},
                               {"key", "c2FtcGxlLTE="},
                               {"value", "eyJpZCI6InNhbXBsZS0xIiwiYW1vdW50Ijo0Mn0="},
                               {"headers", none()}});
    return object({{"eventSource", "aws:kafka"},
                   {"eventSourceArn",
                    "arn:aws:kafka:us-east-1:111122223333:cluster/sample/11111111-2222-4333-8444-555555555555-1"},
                   {"bootstrapServers", "b-1.sample.kafka.us-east-1.amazonaws.com:9098"},
                   {"records", object({{"sample-0", only(std::move(record))}})}});
}

JsonValue schedule(const SamTrigger&) {
    return busEvent("44444444-2222-4333-8444-555555555555", "aws.scheduler", "Scheduled Event", JsonValue::object());
}

JsonValue logs(const SamTrigger&) {
    // {"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"sample","logStream":"s",
    // "subscriptionFilters":["sample"],"logEvents":[{"id":"1","timestamp":0,"message":"one"},
    // {"id":"2","timestamp":1,"message":"two"}]}, compressed, in base 64
    return object(
        {{"awslogs",
          object(
              {{"data", "H4sIAAAAAAACA1WOwQrCMAyG3yXnHty87Vaw7uRpu8mQqmEUtrY0mUPG3t1UHeh/y/d/IVlgRCLbY/uMCBUcdKsvJ9M0"
                        "ujagIMwek+BCUkr2EsFD6OsUpigN2TEO+GENJ7RjhjLTdKVbcpFd8Ec3MCaC6rz53XvBPNBzxgu4ez4je+zkIxYLqp3a"
                        "vpMueIRVfcXyXyx+RZ4DrN36Akq+0YPaAAAA"}})}});
}

JsonValue request(const SamTrigger& trigger) {
    JsonValue http = object({{"method", trigger.method},
                             {"path", trigger.path},
                             {"protocol", "HTTP/1.1"},
                             {"sourceIp", "192.0.2.1"},
                             {"userAgent", "sample"}});
    return object({{"version", "2.0"},
                   {"routeKey", "$default"},
                   {"rawPath", trigger.path},
                   {"rawQueryString", ""},
                   {"headers", object({{"content-type", "application/json"}})},
                   {"requestContext", object({{"accountId", kAccount},
                                              {"apiId", "sample"},
                                              {"domainName", "sample.execute-api.us-east-1.amazonaws.com"},
                                              {"http", std::move(http)},
                                              {"requestId", "55555555-2222-4333-8444-555555555555"},
                                              {"stage", "$default"}})},
                   {"body", R"({"id":"sample-1","amount":42})"},
                   {"isBase64Encoded", false}});
}

JsonValue step(const SamTrigger&) {
    return object(
        {{"step", "work"}, {"execution", "sample-execution"}, {"input", object({{"id", "sample-1"}, {"amount", 42}})}});
}

JsonValue socket(const SamTrigger&) {
    return object({{"requestContext", object({{"routeKey", "$default"},
                                              {"eventType", "MESSAGE"},
                                              {"connectionId", "sample="},
                                              {"domainName", "sample.execute-api.us-east-1.amazonaws.com"},
                                              {"stage", "live"},
                                              {"requestId", "66666666-2222-4333-8444-555555555555"}})},
                   {"body", R"({"action":"say","id":"sample-1"})"},
                   {"isBase64Encoded", false}});
}

JsonValue call(const SamTrigger&) {
    return object({{"id", "sample-1"}, {"amount", 42}});
}

struct SampleRow {
    SamTriggerKind kind;
    JsonValue (*make)(const SamTrigger&);
};

constexpr std::array kSamples{
    SampleRow{SamTriggerKind::Http, request},   SampleRow{SamTriggerKind::Bus, bus},
    SampleRow{SamTriggerKind::Queue, queue},    SampleRow{SamTriggerKind::Stream, stream},
    SampleRow{SamTriggerKind::Topic, topic},    SampleRow{SamTriggerKind::Schedule, schedule},
    SampleRow{SamTriggerKind::Object, created}, SampleRow{SamTriggerKind::Logs, logs},
    SampleRow{SamTriggerKind::Task, step},      SampleRow{SamTriggerKind::Socket, socket},
    SampleRow{SamTriggerKind::Invoke, call},
};

}  // namespace

ExportFile sampleEvent(const SamTrigger& trigger) {
    const auto row = std::ranges::find(kSamples, trigger.kind, &SampleRow::kind);
    return {"events/" + trigger.sample + ".json", jsonText(row->make(trigger))};
}

std::vector<ExportFile> sampleEvents(const SamBuild& build, const SamService& service) {
    std::vector<ExportFile> files;
    const auto draft = build.drafts.find(service.profile->id);
    if (draft == build.drafts.end()) {
        return files;
    }
    for (const SamTrigger& trigger : draft->second.triggers) {
        ExportFile file = sampleEvent(trigger);
        if (std::ranges::count(files, file.path, &ExportFile::path) == 0) {
            files.push_back(std::move(file));
        }
    }
    return files;
}

}  // namespace tideline
