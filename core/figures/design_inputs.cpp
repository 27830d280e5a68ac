// SPDX-License-Identifier: Apache-2.0
#include "core/figures/design_inputs.h"

#include "core/catalog/resolved_design.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array<std::string_view, 21> kWholeFields{
    "alarms",  "batchSize", "concurrency",      "deleteBatch",  "endpoints",  "instances",    "keys",
    "metrics", "gpus",      "leastReplicas",    "mostReplicas", "partitions", "receiveBatch", "replicasFixed",
    "secrets", "sendBatch", "provisionedSlots", "shards",       "steps",      "users",        "retries"};

bool isWholeField(std::string_view key) {
    return std::ranges::find(kWholeFields, key) != kWholeFields.end();
}

/// "services/api/durationMs" in its three parts; the last may hold slashes of its own no more.
struct Path {
    std::string_view room, id, field;
};

Path pathOf(std::string_view text) {
    const auto first = text.find('/');
    if (first == std::string_view::npos) {
        return {text, {}, {}};
    }
    const auto last = text.rfind('/');
    if (last == first) {
        return {text.substr(0, first), text.substr(first + 1), {}};
    }
    return {text.substr(0, first), text.substr(first + 1, last - first - 1), text.substr(last + 1)};
}

/// A number of the cluster's settings, where it is stated or has a standard.
struct ClusterNumber {
    std::string_view key, title, unit;
    std::optional<double> (*read)(const ClusterSettings&);
    void (*write)(ClusterSettings&, double);
};

constexpr std::array kClusterNumbers{
    ClusterNumber{"nodes", "Nodes, set by hand", "", [](const ClusterSettings& c) { return c.nodes; },
                  [](ClusterSettings& c, double value) { c.nodes = value; }},
    ClusterNumber{"zones", "Availability zones", "",
                  [](const ClusterSettings& c) { return std::optional<double>(c.zones); },
                  [](ClusterSettings& c, double value) { c.zones = std::max(1.0, value); }},
    ClusterNumber{"natGateways", "NAT gateways, set by hand", "",
                  [](const ClusterSettings& c) { return c.natGateways; },
                  [](ClusterSettings& c, double value) { c.natGateways = value; }},
};

void addServices(std::vector<DesignInput>& inputs, const Design& design, const ResolvedDesign& resolved) {
    for (const ServiceProfile& profile : resolved.services) {
        const Service& service = *design.services.find(profile.id);
        for (const FieldSpec& spec : profile.kind->fields) {
            if (spec.type() != FieldType::Number || !profile.has(spec.key)) {
                continue;
            }
            inputs.push_back({.path = fmt::format("services/{}/{}", profile.id.text, spec.key),
                              .title = fmt::format("{} of '{}'", spec.title, profile.name),
                              .unit = spec.unit,
                              .value = profile.number(spec.key),
                              .origin = service.fields.contains(spec.key)
                                            ? "given"
                                            : fmt::format("standard of {} ({})", profile.kind->title, spec.source),
                              .isWhole = isWholeField(spec.key),
                              .least = spec.least,
                              .most = spec.most});
        }
    }
}

std::string nameOf(const Design& design, const ServiceId& id) {
    const Service* service = design.services.find(id);
    return service != nullptr ? service->name : id.text;
}

void addTraffic(std::vector<DesignInput>& inputs, const Design& design) {
    for (const Connection& connection : design.connections) {
        const std::string ends =
            fmt::format("'{}' to '{}'", nameOf(design, connection.from), nameOf(design, connection.to));
        inputs.push_back({.path = fmt::format("connections/{}/callsPerRequest", connection.id.text),
                          .title = "Calls per request, " + ends,
                          .value = connection.callsPerRequest,
                          .origin = "given",
                          .least = 0});
        for (const auto& [key, value] : connection.fields) {
            if (const double* number = std::get_if<double>(&value)) {
                inputs.push_back({.path = fmt::format("connections/{}/{}", connection.id.text, key),
                                  .title = fmt::format("{}, {}", key, ends),
                                  .value = *number,
                                  .origin = "given",
                                  .isWhole = isWholeField(key),
                                  .least = 0});
            }
        }
    }
    for (const Entry& entry : design.entries) {
        inputs.push_back({.path = fmt::format("entries/{}/monthly", entry.id.text),
                          .title = fmt::format("Requests a month into '{}'", nameOf(design, entry.service)),
                          .unit = "requests",
                          .value = entry.monthly,
                          .origin = "given",
                          .least = 0});
    }
}

void addSettings(std::vector<DesignInput>& inputs, const DesignSettings& settings) {
    for (const ClusterNumber& row : kClusterNumbers) {
        if (const std::optional<double> value = row.read(settings.cluster)) {
            inputs.push_back({.path = fmt::format("cluster/{}", row.key),
                              .title = std::string(row.title),
                              .unit = std::string(row.unit),
                              .value = *value,
                              .origin = "settings of the cluster",
                              .isWhole = true,
                              .least = 0});
        }
    }
    for (const auto& [category, dollars] : settings.bill.fixed) {
        inputs.push_back({.path = fmt::format("fixed/{}", category),
                          .title = fmt::format("The sum for {}", category),
                          .unit = "dollars",
                          .value = dollars,
                          .origin = "set by hand",
                          .least = 0});
    }
}

/// "hours" as one of them: "hour"; "GB-s" stays.
std::string ofOne(const std::string& units) {
    if (units.ends_with("ies")) {
        return units.substr(0, units.size() - 3) + "y";
    }
    const bool isPlural = units.size() > 2 && units.ends_with('s') && units[units.size() - 2] != '-';
    return isPlural ? units.substr(0, units.size() - 1) : units;
}

void addPrices(std::vector<DesignInput>& inputs, const PriceBook& book, const std::set<std::string>& keys) {
    for (const Price& price : book.prices) {
        if (!keys.contains(price.key) || price.tiers.empty()) {
            continue;
        }
        inputs.push_back({.path = "prices/" + price.key,
                          .title = "Price: " + price.title,
                          .unit = price.per == 1
                                      ? fmt::format("dollars per {}", ofOne(price.unit))
                                      : fmt::format("dollars per {} {}", shortestText(price.per), price.unit),
                          .value = approximately(price.tiers.front().value),
                          .origin = fmt::format("{}, {}", price.source.title, price.source.asOf),
                          .least = 0});
    }
}

void setPrice(PriceBook& book, std::string_view key, double value) {
    const auto price = std::ranges::find(book.prices, key, &Price::key);
    if (price == book.prices.end() || price->tiers.empty()) {
        return;
    }
    const Exact first = price->tiers.front().value;
    const Exact wanted = exactOf(value);
    for (PriceTier& tier : price->tiers) {
        tier.value = first > 0 ? Exact(tier.value * wanted / first) : wanted;
    }
}

}  // namespace

std::vector<DesignInput> inputsOf(const Variable& subject, const Catalog& catalog,
                                  const std::set<std::string>& priceKeys) {
    std::vector<DesignInput> inputs;
    addServices(inputs, subject.design, resolve(subject.design, catalog));
    addTraffic(inputs, subject.design);
    addSettings(inputs, subject.design.settings);
    addPrices(inputs, subject.prices, priceKeys);
    return inputs;
}

Result<DesignInput> inputAt(const Variable& subject, const Catalog& catalog, std::string_view path) {
    std::set<std::string> keys;
    if (path.starts_with("prices/")) {
        keys.insert(std::string(path.substr(7)));
    }
    for (DesignInput& input : inputsOf(subject, catalog, keys)) {
        if (input.path == path) {
            return std::move(input);
        }
    }
    return failure(fmt::format("the design has no number '{}'; expected services/ID/FIELD, connections/ID/"
                               "callsPerRequest, entries/ID/monthly, cluster/nodes, fixed/CATEGORY or prices/KEY",
                               path));
}

void setInput(Variable& subject, const DesignInput& input, double value) {
    value = std::clamp(value, input.least.value_or(value),
                       std::max(input.least.value_or(value), input.most.value_or(value)));
    const Path path = pathOf(input.path);
    Design& design = subject.design;
    if (path.room == "services") {
        if (const Service* found = design.services.find({std::string(path.id)})) {
            Service service = *found;
            service.fields[std::string(path.field)] = value;
            design.services.put(std::move(service));
        }
    } else if (path.room == "connections") {
        if (const Connection* found = design.connections.find({std::string(path.id)})) {
            Connection connection = *found;
            if (path.field == "callsPerRequest") {
                connection.callsPerRequest = value;
            } else {
                connection.fields[std::string(path.field)] = value;
            }
            design.connections.put(std::move(connection));
        }
    } else if (path.room == "entries") {
        if (const Entry* found = design.entries.find({std::string(path.id)})) {
            Entry entry = *found;
            entry.monthly = value;
            design.entries.put(std::move(entry));
        }
    } else if (path.room == "cluster") {
        const auto row = std::ranges::find(kClusterNumbers, path.id, &ClusterNumber::key);
        if (row != kClusterNumbers.end()) {
            row->write(design.settings.cluster, value);
        }
    } else if (path.room == "fixed") {
        design.settings.bill.fixed[std::string(path.id)] = value;
    } else if (path.room == "prices") {
        setPrice(subject.prices, input.path.substr(7), value);
    }
}

}  // namespace tideline
