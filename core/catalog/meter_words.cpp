// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array kMeters{
    MeterWord{"requests", "Requests that reach the service in a month", "requests"},
    MeterWord{"calls", "Calls through a REST front door, or calls of an interface", "calls"},
    MeterWord{"httpRequests512k", "Requests through an HTTP front door, per started 512 KB", "requests"},
    MeterWord{"gbSeconds", "Function time by memory", "GB-s"},
    MeterWord{"ephemeralGbSeconds", "Function scratch space over 512 MB", "GB-s"},
    MeterWord{"provisionedGbSeconds", "Slots kept warm", "GB-s"},
    MeterWord{"provisionedDuration", "Function time in warm slots", "GB-s"},
    MeterWord{"websocketMessages", "WebSocket messages", "messages"},
    MeterWord{"connectionMinutes", "Minutes of open connections", "connection-minutes"},
    MeterWord{"events64k", "Events, per started 64 KB", "events"},
    MeterWord{"schedulerInvocations", "Scheduled starts", "invocations"},
    MeterWord{"edgeInvocations", "Runs of a small function in the CDN", "invocations"},
    MeterWord{"queueOperations", "Sends, receives and deletes", "operations"},
    MeterWord{"publishes64k", "Publishes", "publishes"},
    MeterWord{"transitions", "Steps of standard workflows", "transitions"},
    MeterWord{"workflowRequests", "Express workflow starts", "requests"},
    MeterWord{"workflowGbSeconds", "Express workflow time", "GB-s"},
    MeterWord{"shardHours", "Shards", "shard-hours"},
    MeterWord{"putUnits25k", "Records put, per started 25 KB", "put-units"},
    MeterWord{"streamHours", "On-demand streams", "stream-hours"},
    MeterWord{"streamGbIn", "Data into the stream", "GB"},
    MeterWord{"streamGbOut", "Data out of the stream", "GB"},
    MeterWord{"logGb", "Log volume", "GB"},
    MeterWord{"logGbMonths", "Logs kept", "GB-months"},
    MeterWord{"metricCount", "Custom metrics", "metrics"},
    MeterWord{"alarmCount", "Alarms", "alarms"},
    MeterWord{"traces", "Traces kept", "traces"},
    MeterWord{"storageGbMonths", "Data kept", "GB-months"},
    MeterWord{"volumeGbMonths", "Volumes of the pods", "GB-months"},
    MeterWord{"backupGbMonths", "Backups", "GB-months"},
    MeterWord{"objectWrites", "Objects written", "operations"},
    MeterWord{"objectReads", "Objects read", "operations"},
    MeterWord{"writeUnits", "Items written", "write-units"},
    MeterWord{"readUnits", "Items read, eventually consistent", "read-units"},
    MeterWord{"instanceHours", "Instances that always run", "hours"},
    MeterWord{"acuHours", "Capacity units by the hour", "ACU-hours"},
    MeterWord{"secretCount", "Secrets", "secrets"},
    MeterWord{"secretCalls", "Reads of secrets", "calls"},
    MeterWord{"keyCount", "Keys", "keys"},
    MeterWord{"userCount", "Users", "users"},
    MeterWord{"dpuHours", "Managed ETL time", "DPU-hours"},
    MeterWord{"natHours", "NAT gateways", "hours"},
    MeterWord{"natGb", "NAT data", "GB"},
    MeterWord{"endpointHours", "Interface endpoints", "hours"},
    MeterWord{"endpointGb", "Endpoint data", "GB"},
    MeterWord{"internetGb", "Data out to the internet", "GB"},
    MeterWord{"crossAzGb", "Data between zones, both directions", "GB"},
    MeterWord{"ipv4Hours", "Public addresses", "hours"},
    MeterWord{"loadBalancerHours", "Load balancers", "hours"},
    MeterWord{"lcuHours", "Load balancer capacity", "LCU-hours"},
    MeterWord{"cdnGb", "CDN transfer", "GB"},
    MeterWord{"cdnRequests", "CDN requests", "requests"},
    MeterWord{"controlPlaneHours", "Control planes", "hours"},
    MeterWord{"nodeHours", "Nodes, shared by all services of the cluster", "hours"},
    MeterWord{"gpuNodeHours", "GPU nodes", "hours"},
    MeterWord{"podVcpuHours", "CPU that the pods ask for", "vCPU-hours"},
    MeterWord{"podGibHours", "Memory that the pods ask for", "GB-hours"},
    MeterWord{"planMonths", "Plan of the edge provider", "months"},
    MeterWord{"fixedMonths", "Fixed monthly fee", "months"},
    MeterWord{"wasmRequests", "Requests at the edge", "requests"},
    MeterWord{"wasmCpuMs", "CPU time at the edge", "CPU-ms"},
    MeterWord{"kvReads", "Key reads", "reads"},
    MeterWord{"kvWrites", "Key writes", "writes"},
    MeterWord{"kvGbMonths", "Keys kept", "GB-months"},
    MeterWord{"durableRequests", "Requests of stateful edge objects", "requests"},
    MeterWord{"durableGbSeconds", "Time of stateful edge objects", "GB-s"},
    MeterWord{"externalCalls", "Calls of a third party", "calls"},
    MeterWord{"emails", "Emails", "emails"},
    MeterWord{"iotMessages", "Device messages, per started 5 KB", "messages"},
    MeterWord{"tokens", "Tokens", "tokens"},
    MeterWord{"mediaMinutes", "Minutes of media", "minutes"},
    MeterWord{"trainingHours", "Training hours", "hours"},
    MeterWord{"recordGb", "Records taken in", "GB"},
    MeterWord{"recordGbMonths", "Records kept", "GB-months"},
};

}  // namespace

std::span<const MeterWord> meterWords() {
    return kMeters;
}

const MeterWord* findMeter(std::string_view key) {
    const auto at = std::ranges::find(kMeters, key, &MeterWord::key);
    return at == kMeters.end() ? nullptr : &*at;
}

}  // namespace tideline
