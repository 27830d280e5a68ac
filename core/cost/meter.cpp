// SPDX-License-Identifier: Apache-2.0
#include "core/cost/meter.h"

#include "core/cost/meter_functions.h"

#include <array>
#include <unordered_map>

namespace tideline {

namespace {

constexpr std::array kMeters{
    Meter{"requests", "requests", requests},
    Meter{"calls", "calls", plainRequests},
    Meter{"httpRequests512k", "requests", httpRequests512k},
    Meter{"gbSeconds", "GB-s", gbSeconds},
    Meter{"ephemeralGbSeconds", "GB-s", ephemeralGbSeconds},
    Meter{"provisionedGbSeconds", "GB-s", provisionedGbSeconds},
    Meter{"provisionedDuration", "GB-s", provisionedDuration},
    Meter{"websocketMessages", "messages", websocketMessages},
    Meter{"connectionMinutes", "connection-minutes", connectionMinutes},
    Meter{"events64k", "events", units64k},
    Meter{"schedulerInvocations", "invocations", plainRequests},
    Meter{"edgeInvocations", "invocations", plainRequests},
    Meter{"queueOperations", "operations", queueOperations},
    Meter{"publishes64k", "publishes", units64k},
    Meter{"transitions", "transitions", transitions},
    Meter{"workflowRequests", "requests", plainRequests},
    Meter{"workflowGbSeconds", "GB-s", workflowGbSeconds},
    Meter{"shardHours", "shard-hours", shardHours},
    Meter{"putUnits25k", "put-units", putUnits25k},
    Meter{"streamHours", "stream-hours", streamHours},
    Meter{"streamGbIn", "GB", recordGb},
    Meter{"streamGbOut", "GB", streamGbOut},
    Meter{"logGb", "GB", logGb},
    Meter{"logGbMonths", "GB-months", logGbMonths},
    Meter{"metricCount", "metrics", metricCount},
    Meter{"alarmCount", "alarms", alarmCount},
    Meter{"traces", "traces", traces},
    Meter{"storageGbMonths", "GB-months", storageGbMonths},
    Meter{"volumeGbMonths", "GB-months", volumeGbMonths},
    Meter{"backupGbMonths", "GB-months", backupGbMonths},
    Meter{"objectWrites", "operations", writes},
    Meter{"objectReads", "operations", reads},
    Meter{"writeUnits", "write-units", writeUnits},
    Meter{"readUnits", "read-units", readUnits},
    Meter{"instanceHours", "hours", instanceHours},
    Meter{"acuHours", "ACU-hours", acuHours},
    Meter{"secretCount", "secrets", secretCount},
    Meter{"secretCalls", "calls", secretCalls},
    Meter{"keyCount", "keys", keyCount},
    Meter{"userCount", "users", userCount},
    Meter{"dpuHours", "DPU-hours", dpuHours},
    Meter{"natHours", "hours", nullptr},
    Meter{"natGb", "GB", nullptr},
    Meter{"endpointHours", "hours", endpointHours},
    Meter{"endpointGb", "GB", endpointGb},
    Meter{"internetGb", "GB", internetGb},
    Meter{"crossAzGb", "GB", nullptr},
    Meter{"ipv4Hours", "hours", nullptr},
    Meter{"loadBalancerHours", "hours", nullptr},
    Meter{"lcuHours", "LCU-hours", nullptr},
    Meter{"cdnGb", "GB", cdnGb},
    Meter{"cdnRequests", "requests", plainRequests},
    Meter{"controlPlaneHours", "hours", nullptr},
    Meter{"nodeHours", "hours", nullptr},
    Meter{"gpuNodeHours", "hours", gpuNodeHours},
    Meter{"podVcpuHours", "vCPU-hours", podVcpuHours},
    Meter{"podGibHours", "GB-hours", podGibHours},
    Meter{"planMonths", "months", oneMonth},
    Meter{"fixedMonths", "months", oneMonth},
    Meter{"wasmRequests", "requests", plainRequests},
    Meter{"wasmCpuMs", "CPU-ms", wasmCpuMs},
    Meter{"kvReads", "reads", reads},
    Meter{"kvWrites", "writes", writes},
    Meter{"kvGbMonths", "GB-months", storageGbMonths},
    Meter{"durableRequests", "requests", durableRequests},
    Meter{"durableGbSeconds", "GB-s", durableGbSeconds},
    Meter{"externalCalls", "calls", plainRequests},
    Meter{"emails", "emails", plainRequests},
    Meter{"iotMessages", "messages", iotMessages},
    Meter{"tokens", "tokens", tokens},
    Meter{"mediaMinutes", "minutes", mediaMinutes},
    Meter{"trainingHours", "hours", trainingHours},
    Meter{"recordGb", "GB", recordGb},
    Meter{"recordGbMonths", "GB-months", recordGbMonths},
};

}  // namespace

std::span<const Meter> meters() {
    return kMeters;
}

const Meter* findMeterRow(std::string_view key) {
    static const auto rows = [] {
        std::unordered_map<std::string_view, const Meter*> byKey;
        for (const Meter& meter : kMeters) {
            byKey.emplace(meter.key, &meter);
        }
        return byKey;
    }();
    const auto row = rows.find(key);
    return row != rows.end() ? row->second : nullptr;
}

}  // namespace tideline
