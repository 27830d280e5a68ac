// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/file/bill_settings.h"
#include "core/file/row_readers.h"

#include <fmt/core.h>

#include <cmath>

namespace tideline {

namespace {

constexpr double kMostUnits = 1e6;

/// Things that are there or not: no half of one is billed.
Result<std::optional<double>> countOf(JsonObject& object, std::string_view name, NumberRange range) {
    const std::optional<double> count = TRY(object.optionalNumber(name, range));
    if (count && std::floor(*count) != *count) {
        return object.failureAt(name, fmt::format("expected a whole number from {} to {}, found {}",
                                                  numberText(range.least), numberText(range.most), *count));
    }
    return count;
}

Result<ClusterSettings> readCluster(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    ClusterSettings cluster;
    cluster.flavour = TRY(object.text("flavour", cluster.flavour));
    cluster.billing = TRY(object.text("billing", cluster.billing));
    cluster.nodePrice = TRY(object.text("nodePrice", cluster.nodePrice));
    cluster.gpuNode = TRY(object.text("gpuNode", ""));
    cluster.zones = TRY(countOf(object, "zones", {1, 100})).value_or(cluster.zones);
    cluster.nodes = TRY(countOf(object, "nodes", {0, kMostUnits}));
    cluster.natGateways = TRY(countOf(object, "natGateways", {0, kMostUnits}));
    cluster.autoscaled = TRY(object.flag("autoscaled", cluster.autoscaled));
    cluster.logSink = TRY(object.text("logSink", cluster.logSink));
    cluster.nodeStartS = TRY(object.optionalNumber("nodeStartS", {0, 86'400})).value_or(cluster.nodeStartS);
    cluster.extendedSupport = TRY(object.flag("extendedSupport", false));
    cluster.deploySystems = TRY(object.texts("deploySystems"));
    cluster.traceBackends = TRY(object.texts("traceBackends"));
    cluster.extras = object.extras();
    return cluster;
}

Result<BusSettings> readBus(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    BusSettings bus;
    bus.product = TRY(object.text("product", bus.product));
    bus.service = TRY(object.text("service", ""));
    bus.bridgeToCore = TRY(object.text("bridgeToCore", ""));
    bus.bridgeToEdge = TRY(object.text("bridgeToEdge", ""));
    bus.extras = object.extras();
    return bus;
}

}  // namespace

Result<DesignSettings> readSettings(const JsonPlace& place) {
    JsonObject object = TRY(JsonObject::of(place));
    DesignSettings settings;
    if (const std::optional<JsonPlace> cluster = object.member("cluster")) {
        settings.cluster = TRY(readCluster(*cluster));
    }
    if (const std::optional<JsonPlace> bus = object.member("bus")) {
        settings.bus = TRY(readBus(*bus));
    }
    settings.team = TRY(readFields(object, "team"));
    settings.answers = TRY(readFields(object, "answers"));
    settings.scoreInputs = TRY(readFields(object, "scoreInputs"));
    settings.exports = TRY(readFields(object, "exports"));
    settings.freeAmounts = TRY(object.flag("freeAmounts", false));
    if (const std::optional<JsonPlace> bill = object.member("bill")) {
        settings.bill = TRY(readBill(*bill));
    }
    settings.priceBooks = TRY(object.texts("priceBooks"));
    settings.ranges = TRY(readRanges(object));
    settings.extras = object.extras();
    return settings;
}

}  // namespace tideline
