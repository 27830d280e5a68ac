// SPDX-License-Identifier: Apache-2.0
#include "core/cost/meter_functions.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

Measure ofRequests(const MeterReading& reading, std::string_view noun = "requests") {
    return Measure::of(reading.facts.requests, noun);
}

double field(const MeterReading& reading, std::string_view key, double fallback = 0) {
    return reading.facts.profile->number(key, fallback);
}

/// Started chunks of a payload, at least one.
double chunks(const MeterReading& reading, double chunkKb) {
    return std::max(1.0, std::ceil(field(reading, "payloadKb") / chunkKb));
}

Measure& timesChunks(Measure& measure, double count, std::string_view unit) {
    return count > 1 ? measure.times(count, unit) : measure;
}

Measure gigabytes(Measure measure, double kilobytes) {
    return measure.times(kilobytes, "KB").over(1e6);
}

}  // namespace

Measures plainRequests(const MeterReading& reading) {
    return {ofRequests(reading)};
}

Measures httpRequests512k(const MeterReading& reading) {
    Measure measure = ofRequests(reading);
    return {timesChunks(measure, chunks(reading, 512), "started 512 KB")};
}

Measures units64k(const MeterReading& reading) {
    Measure measure = ofRequests(reading, "events");
    return {timesChunks(measure, chunks(reading, 64), "started 64 KB")};
}

namespace {

Measure messagesOfSessions(const MeterReading& reading) {
    Measure measure = Measure::of(reading.facts.sessions, "connections");
    return measure.times(field(reading, "sessionMinutes"), "min")
        .times(field(reading, "messagesPerMinute"), "messages a min");
}

}  // namespace

Measures websocketMessages(const MeterReading& reading) {
    Measure measure = messagesOfSessions(reading);
    return {timesChunks(measure, chunks(reading, 32), "started 32 KB")};
}

Measures connectionMinutes(const MeterReading& reading) {
    Measure measure = Measure::of(reading.facts.sessions, "connections");
    return {measure.times(field(reading, "sessionMinutes"), "min")};
}

Measures queueOperations(const MeterReading& reading) {
    Measures measures;
    for (const auto& [batch, unit] : {std::pair{"sendBatch", "a send"}, std::pair{"receiveBatch", "a receive"},
                                      std::pair{"deleteBatch", "a delete"}}) {
        Measure measure = ofRequests(reading, "messages");
        timesChunks(measure, chunks(reading, 64), "started 64 KB");
        measures.push_back(measure.over(std::max(1.0, field(reading, batch, 1)), unit));
    }
    if (const double polls = field(reading, "idlePolls"); polls > 0) {
        measures.push_back(Measure::constant(polls, "empty polls"));
    }
    return measures;
}

Measures transitions(const MeterReading& reading) {
    Measures measures{ofRequests(reading, "executions").times(field(reading, "steps", 1), "steps")};
    if (const double retries = field(reading, "retryShare"); retries > 0) {
        measures.push_back(
            ofRequests(reading, "executions").times(field(reading, "steps", 1), "steps").times(retries, "retried"));
    }
    return measures;
}

Measures workflowGbSeconds(const MeterReading& reading) {
    const double billedMs = std::max(100.0, std::ceil(field(reading, "durationMs") / 100) * 100);
    return {ofRequests(reading, "executions").times(billedMs, "ms").over(1000).times(64, "MB").over(1024)};
}

Measures putUnits25k(const MeterReading& reading) {
    Measure measure = ofRequests(reading, "records");
    return {timesChunks(measure, chunks(reading, 25), "started 25 KB")};
}

Measures recordGb(const MeterReading& reading) {
    return {gigabytes(ofRequests(reading, "records"), field(reading, "payloadKb"))};
}

Measures streamGbOut(const MeterReading& reading) {
    return {gigabytes(ofRequests(reading, "records"), field(reading, "payloadKb"))
                .times(reading.facts.receivers, "readers")};
}

Measures recordGbMonths(const MeterReading& reading) {
    return {gigabytes(ofRequests(reading, "records"), field(reading, "payloadKb"))
                .times(field(reading, "retentionMonths", 1), "months")};
}

Measures logGb(const MeterReading& reading) {
    return {gigabytes(ofRequests(reading), field(reading, "logKb"))};
}

Measures logGbMonths(const MeterReading& reading) {
    return {
        gigabytes(ofRequests(reading), field(reading, "logKb")).times(field(reading, "retentionMonths", 1), "months")};
}

Measures traces(const MeterReading& reading) {
    return {ofRequests(reading).times(field(reading, "sampleShare"), "traced")};
}

Measures writes(const MeterReading& reading) {
    return {ofRequests(reading).times(field(reading, "writeShare"), "writes")};
}

/// What is no write; of a site behind a cache, what the cache does not have.
Measures reads(const MeterReading& reading) {
    const bool isCached = reading.facts.profile->has("cacheHitShare");
    return {ofRequests(reading).timesRest(field(reading, isCached ? "cacheHitShare" : "writeShare"))};
}

Measures writeUnits(const MeterReading& reading) {
    return {ofRequests(reading)
                .times(field(reading, "writeShare"), "writes")
                .times(std::max(1.0, std::ceil(field(reading, "itemKb", 1))), "units of 1 KB")};
}

Measures readUnits(const MeterReading& reading) {
    return {ofRequests(reading)
                .timesRest(field(reading, "writeShare"))
                .times(std::max(1.0, std::ceil(field(reading, "itemKb", 1) / 4)), "units of 4 KB")
                .over(2)};
}

Measures internetGb(const MeterReading& reading) {
    return {gigabytes(Measure::of(reading.facts.fromUsers, "answers to users"), field(reading, "responseKb"))};
}

Measures cdnGb(const MeterReading& reading) {
    return {gigabytes(ofRequests(reading), field(reading, "responseKb"))};
}

Measures wasmCpuMs(const MeterReading& reading) {
    return {ofRequests(reading).times(field(reading, "cpuMs"), "ms of CPU")};
}

Measures durableRequests(const MeterReading& reading) {
    return {messagesOfSessions(reading).over(20)};  // of any size (cost.md 1.8)
}

Measures durableGbSeconds(const MeterReading& reading) {
    return {Measure::of(reading.facts.sessions, "connections")
                .times(field(reading, "sessionMinutes"), "min")
                .times(60, "s")
                .times(128, "MB")
                .over(1024)};
}

Measures iotMessages(const MeterReading& reading) {
    Measure measure = ofRequests(reading, "messages");
    return {timesChunks(measure, chunks(reading, 5), "started 5 KB")};
}

Measures tokens(const MeterReading& reading) {
    return {ofRequests(reading).times(field(reading, "tokensIn"), "tokens in"),
            ofRequests(reading).times(field(reading, "tokensOut"), "tokens out")};
}

Measures mediaMinutes(const MeterReading& reading) {
    return {ofRequests(reading, "files").times(field(reading, "minutesPerFile"), "min")};
}

Measures trainingHours(const MeterReading& reading) {
    return {ofRequests(reading, "runs").times(field(reading, "durationMs"), "ms").over(3.6e6)};
}

Measures dpuHours(const MeterReading& reading) {
    return {ofRequests(reading, "runs")
                .times(field(reading, "durationMs"), "ms")
                .over(3.6e6)
                .times(field(reading, "dpus"), "DPUs")};
}

}  // namespace tideline
