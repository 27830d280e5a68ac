// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/volume_size.h"
#include "core/cost/meter_functions.h"
#include "core/cost/usage.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

double field(const MeterReading& reading, std::string_view key, double fallback = 0) {
    return reading.facts.profile->number(key, fallback);
}

double hoursPerMonth(const MeterReading& reading) {
    return reading.model.prices->hoursPerMonth;
}

Measures count(const MeterReading& reading, std::string_view key) {
    return {Measure::constant(field(reading, key), key)};
}

/// The hours in which the service is busiest with the drawn traffic.
const HourClass& busiestHours(const MeterReading& reading) {
    const auto& shares = reading.facts.load->shares;
    return *std::ranges::max_element(
        reading.model.hours, {}, [&shares](const HourClass& hours) { return rateIn(hours, shares, Busy::Hour).at(1); });
}

/// Pods of the service hour by hour, or those of its busiest hours all week; a fixed number where its kind has one.
Measure pods(const MeterReading& reading, bool eachHour = true) {
    const ReplicaRule& rule = reading.facts.rule;
    if (!rule.followsLoad()) {
        return Measure::constant(std::max(1.0, rule.fixed) * rule.copies, "pods");
    }
    std::vector<HourlyTerm> terms;
    for (const HourClass& hours : reading.model.hours) {
        if (!eachHour && &hours != &busiestHours(reading)) {
            continue;
        }
        terms.push_back({.shape = HourlyTerm::Shape::LeastOrCeiling,
                         .hours = eachHour ? hours.hours : kHoursOfWeek,
                         .rate = rateIn(hours, reading.facts.load->shares, rule.busy),
                         .each = rule.perRps() / rule.copies,
                         .exactEach = rule.exactPerRps() / exactOf(rule.copies),
                         .bound = rule.least,
                         .shares = &reading.facts.load->shares,
                         .hourClass = &hours,
                         .busy = rule.busy});
    }
    Measure measure = Measure::ofHours(std::move(terms), "pods");
    return rule.copies > 1 ? measure.times(rule.copies, "sites") : measure;
}

}  // namespace

HourlyTerm shardTerm(const MeterReading& reading) {
    // A shard takes 1,000 records or 1 MiB a second, whichever comes first (domain.md 4).
    const double payloadKb = field(reading, "payloadKb");
    const bool byRecords = payloadKb <= 1.024;
    const HourClass& busiest = busiestHours(reading);
    return {.shape = HourlyTerm::Shape::LeastOrCeiling,
            .hours = 1,
            .rate = rateIn(busiest, reading.facts.load->shares, Busy::Hour),
            .each = byRecords ? 0.001 : payloadKb / 1024,
            .exactEach = byRecords ? exactOf(0.001) : Exact(exactOf(payloadKb) / 1024),
            .bound = std::max(1.0, field(reading, "shards", 1)),
            .shares = &reading.facts.load->shares,
            .hourClass = &busiest};
}

Measures shardHours(const MeterReading& reading) {
    HourlyTerm term = shardTerm(reading);
    term.hours = kHoursOfWeek;
    return {Measure::ofHours({std::move(term)}, "shards (one for 1,000 records or 1 MiB a second of the busiest hour)")
                .times(hoursPerMonth(reading), "h")};
}

Measures streamHours(const MeterReading& reading) {
    return {Measure::constant(1, "stream").times(hoursPerMonth(reading), "h")};
}

Measures metricCount(const MeterReading& reading) {
    return count(reading, "metrics");
}

Measures alarmCount(const MeterReading& reading) {
    return count(reading, "alarms");
}

Measures secretCount(const MeterReading& reading) {
    return count(reading, "secrets");
}

Measures secretCalls(const MeterReading& reading) {
    return {Measure::of(reading.facts.requests, "reads")};
}

Measures keyCount(const MeterReading& reading) {
    return count(reading, "keys");
}

Measures userCount(const MeterReading& reading) {
    return count(reading, "users");
}

Measures storageGbMonths(const MeterReading& reading) {
    return {Measure::constant(field(reading, "storageGib"), "GB")};
}

Measures volumeGbMonths(const MeterReading& reading) {
    return {pods(reading).times(volumeGib(*reading.facts.profile), "GB")};
}

Measures backupGbMonths(const MeterReading& reading) {
    return {Measure::constant(field(reading, "storageGib"), "GB").times(field(reading, "backupShare", 1), "backed up")};
}

Measures instanceHours(const MeterReading& reading) {
    return {Measure::constant(std::max(1.0, field(reading, "instances", 1)), "instances")
                .times(hoursPerMonth(reading), "h")};
}

Measures acuHours(const MeterReading& reading) {
    // A capacity unit brings a quarter of a vCPU; it should be no busier than a pod.
    const double cpuMs = field(reading, "cpuMs");
    std::vector<HourlyTerm> terms;
    for (const HourClass& hours : reading.model.hours) {
        terms.push_back({.shape = HourlyTerm::Shape::AtLeast,
                         .hours = hours.hours,
                         .rate = rateIn(hours, reading.facts.load->shares, Busy::Hour),
                         .each = cpuMs / 1000 / 0.25 / kUtilisation,
                         .exactEach = exactOf(cpuMs) / 1000 * 4 / exactOf(kUtilisation),
                         .bound = std::max(0.0, field(reading, "minAcu")),
                         .shares = &reading.facts.load->shares,
                         .hourClass = &hours});
    }
    static_assert(kUtilisation == 0.7, "the text says so");
    return {Measure::ofHours(std::move(terms),
                             "capacity units (in each hour CPU time / 0.25 vCPU / 70 % of use, at least the least)")
                .times(hoursPerMonth(reading), "h")};
}

Measures endpointHours(const MeterReading& reading) {
    return {Measure::constant(field(reading, "endpoints", 1), "endpoints")
                .times(reading.model.cluster().zones, "zones")
                .times(hoursPerMonth(reading), "h")};
}

Measures endpointGb(const MeterReading& reading) {
    return {Measure::of(reading.facts.requests, "requests").times(field(reading, "payloadKb"), "KB").over(1e6)};
}

Measures podVcpuHours(const MeterReading& reading) {
    return {
        pods(reading).times(reading.facts.rule.cpuRequestMillis, "m").over(1000).times(hoursPerMonth(reading), "h")};
}

Measures podGibHours(const MeterReading& reading) {
    return {pods(reading).times(reading.facts.rule.memoryMib, "MiB").over(1024).times(hoursPerMonth(reading), "h")};
}

Measures gpuNodeHours(const MeterReading& reading) {
    // Graphics cards are whole: each pod takes as many nodes as its cards fill.
    const Price* node = reading.model.price(gpuNodePrice(reading.model.cluster(), *reading.facts.profile));
    const double cards = node != nullptr && node->node && node->node->gpus > 0 ? node->node->gpus : 1;
    const double nodes = std::ceil(std::max(1.0, field(reading, "gpus")) / cards - 1e-9);
    Measure measure = pods(reading, reading.model.cluster().autoscaled);
    return {measure.times(nodes, nodes == 1 ? "GPU node" : "GPU nodes").times(hoursPerMonth(reading), "h")};
}

Measures oneMonth(const MeterReading&) {
    return {Measure::constant(1, "month")};
}

}  // namespace tideline
