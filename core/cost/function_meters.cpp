// SPDX-License-Identifier: Apache-2.0
#include "core/cost/meter_functions.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

/// What a function spends around each batch of messages (domain.md 3: editorial).
constexpr double kBatchOverheadMs = 20;

double field(const MeterReading& reading, std::string_view key, double fallback = 0) {
    return reading.facts.profile->number(key, fallback);
}

double billedMs(const MeterReading& reading) {
    return std::ceil(field(reading, "durationMs"));
}

Measure gigabyteSeconds(Measure measure, double ms, double memoryMb) {
    return measure.times(ms, "ms").over(1000).times(memoryMb, "MB").over(1024);
}

/// A function behind a channel that takes messages from it in batches, even if of one.
bool takesBatches(const MeterReading& reading) {
    return reading.host == Host::Function && reading.facts.hearsChannel && reading.facts.profile->has("batchWindowS");
}

/// It waits to gather messages: B = max(1, min(batchSize, rate * batchWindowS)), of a stream by the rate of a shard.
bool isBatched(const MeterReading& reading) {
    return takesBatches(reading) && field(reading, "batchSize", 1) > 1 && field(reading, "batchWindowS") > 0;
}

/// An event that nobody waits for counts one request more for each begun 64 KB over 256 KB, up to 1 MB (cost.md 2.1).
double requestsOfEvent(const MeterReading& reading) {
    const bool isEvent = reading.host == Host::Function && reading.facts.hearsChannel && !takesBatches(reading);
    const double kilobytes = std::min(1024.0, field(reading, "payloadKb"));
    return isEvent && kilobytes > 256 ? 1 + std::ceil((kilobytes - 256) / 64) : 1;
}

Measure batches(const MeterReading& reading) {
    const double size = field(reading, "batchSize", 1);
    HourlyTerm term{.shape = HourlyTerm::Shape::Batches,
                    .hours = kHoursOfWeek,
                    .rate = rateIn(reading.model.meanHour, reading.facts.load->shares, Busy::Hour),
                    .each = 1 / size,
                    .exactEach = 1 / exactOf(size),
                    .bound = field(reading, "batchWindowS") / reading.facts.partitions,
                    .shares = &reading.facts.load->shares,
                    .hourClass = &reading.model.meanHour};
    if (reading.facts.stream) {
        const ServiceFacts& stream = reading.model.services[*reading.facts.stream];
        term.readers = std::make_shared<const HourlyTerm>(shardTerm({reading.model, stream, Host::Managed}));
    }
    return Measure::ofHours({std::move(term)}, "batches a second (at the mean rate: full ones, or one for each wait)")
        .times(kSecondsPerMonth, "s");
}

/// That a request keeps a slot; of a batch, its part of a full one.
double billedMsEach(const MeterReading& reading) {
    if (isBatched(reading)) {
        return field(reading, "durationMs") + kBatchOverheadMs / field(reading, "batchSize", 1);
    }
    return billedMs(reading) + (takesBatches(reading) ? kBatchOverheadMs : 0);
}

/// Time in slots that are kept warm: the mean of min(slots, concurrency) over the hours of the week.
Measure warmSeconds(const MeterReading& reading) {
    const double ms = billedMsEach(reading);
    std::vector<HourlyTerm> terms;
    for (const HourClass& hours : reading.model.hours) {
        terms.push_back({.shape = HourlyTerm::Shape::AtMost,
                         .hours = hours.hours,
                         .rate = rateIn(hours, reading.facts.load->shares, Busy::Hour),
                         .each = ms / 1000,
                         .exactEach = exactOf(ms) / 1000,
                         .bound = std::max(0.0, field(reading, "provisionedSlots")),
                         .shares = &reading.facts.load->shares,
                         .hourClass = &hours});
    }
    return Measure::ofHours(std::move(terms),
                            "busy warm slots (mean of the week: in each hour those in use, at most those kept)")
        .times(kSecondsPerMonth, "s");
}

}  // namespace

Measures requests(const MeterReading& reading) {
    if (isBatched(reading)) {
        return {batches(reading)};
    }
    Measure measure = Measure::of(reading.facts.requests, "requests");
    if (const double each = requestsOfEvent(reading); each > 1) {
        measure.times(each, "requests an event of this size");
    }
    return {std::move(measure)};
}

Measures gbSeconds(const MeterReading& reading) {
    const double memoryMb = field(reading, "functionMemoryMb");
    Measures measures;
    if (isBatched(reading)) {
        measures.push_back(gigabyteSeconds(batches(reading), kBatchOverheadMs, memoryMb));
        measures.push_back(
            gigabyteSeconds(Measure::of(reading.facts.requests, "messages"), field(reading, "durationMs"), memoryMb));
    } else {
        measures.push_back(
            gigabyteSeconds(Measure::of(reading.facts.requests, "requests"), billedMsEach(reading), memoryMb));
    }
    if (field(reading, "provisionedSlots") > 0) {
        measures.push_back(provisionedDuration(reading).front().subtracted());
    }
    return measures;
}

Measures ephemeralGbSeconds(const MeterReading& reading) {
    const double extraMb = std::max(0.0, field(reading, "ephemeralMb") - 512);
    return {gigabyteSeconds(Measure::of(reading.facts.requests, "requests"), billedMs(reading), extraMb)};
}

Measures provisionedGbSeconds(const MeterReading& reading) {
    const double seconds = std::ceil(reading.model.prices->hoursPerMonth * 3600 / 300) * 300;
    return {Measure::constant(field(reading, "provisionedSlots"), "slots")
                .times(field(reading, "functionMemoryMb"), "MB")
                .over(1024)
                .times(seconds, "s")};
}

Measures provisionedDuration(const MeterReading& reading) {
    return {warmSeconds(reading).times(field(reading, "functionMemoryMb"), "MB").over(1024)};
}

}  // namespace tideline
