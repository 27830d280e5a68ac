// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_reader.h"
#include "core/catalog/kind_words.h"
#include "core/catalog/scaling_reader.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

Result<CostSpec> costOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    std::vector<std::string> meters;
    for (const MeterWord& meter : meterWords()) {
        meters.emplace_back(meter.key);
    }
    CostSpec cost;
    cost.title = TRY(object.text("title"));
    cost.meter = TRY(wordOf(object, "meter", "meter", meters));
    cost.price = TRY(object.text("price"));
    cost.when = TRY(optionalWordOf(object, "when", "condition", keysOf(conditionWords())));
    if (cost.when.empty()) {
        cost.when = "always";
    }
    cost.shared = TRY(object.flag("shared", false));
    TRY(object.finish());
    return cost;
}

/// A managed hosting names its product, a Wasm one its providers; only pods have parts.
Result<void> readOwnOfHost(YamlObject& object, Hosting& hosting) {
    if (hosting.host == Host::Managed) {
        hosting.managedAs = TRY(object.text("managedAs"));
    }
    if (hosting.host == Host::Kubernetes) {
        hosting.manifests = TRY(wordListOf(object, "manifests", "part of the export", keysOf(partWords())));
        if (hosting.manifests.empty()) {
            return object.failureAt("manifests", "the hosting on Kubernetes has no parts of the export; name some");
        }
    }
    if (hosting.host == Host::Wasm) {
        hosting.wasmTargets = TRY(wordListOf(object, "wasmTargets", "provider of Wasm", keysOf(wasmTargetWords())));
        if (hosting.wasmTargets.empty()) {
            return object.failureAt("wasmTargets", "the hosting on Wasm has no provider; name at least one");
        }
    }
    return {};
}

Result<Hosting> hostingOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    Hosting hosting;
    hosting.host = TRY(hostOf(object));
    hosting.note = TRY(object.optionalText("note")).value_or("");
    TRY(readOwnOfHost(object, hosting));
    if (const YamlNode* scaling = object.member("scaling")) {
        hosting.scaling = TRY(readScaling(*scaling, file));
    } else {
        hosting.scaling.by = "none";
    }
    if (const YamlNode* sam = object.member("sam")) {
        hosting.sam = TRY(readSam(*sam, file));
    }
    hosting.limits = TRY(object.texts("limits"));
    for (const YamlNode* cost : TRY(object.list("costs"))) {
        hosting.costs.push_back(TRY(costOf(*cost, file)));
    }
    TRY(object.finish());
    return hosting;
}

Result<ImpossibleHost> impossibleOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    ImpossibleHost impossible;
    impossible.host = TRY(hostOf(object));
    impossible.rule = TRY(object.text("rule"));
    if (!impossible.rule.starts_with("placement.")) {
        return object.failureAt("rule",
                                fmt::format("expected a rule of the family placement, found '{}'", impossible.rule));
    }
    impossible.reason = TRY(object.text("reason"));
    if (!impossible.reason.ends_with('.')) {
        return object.failureAt("reason", "a reason is a sentence; end it with a full stop");
    }
    impossible.source = TRY(object.text("source"));
    TRY(object.finish());
    return impossible;
}

}  // namespace

Result<std::vector<Hosting>> readHostings(YamlObject& kind) {
    std::vector<Hosting> hostings;
    for (const YamlNode* node : TRY(kind.list("hostings"))) {
        Hosting hosting = TRY(hostingOf(*node, kind.file()));
        if (std::ranges::find(hostings, hosting.host, &Hosting::host) != hostings.end()) {
            return failure(fmt::format("the host '{}' stands twice", keyOf(hosting.host)), kind.placeOf(*node));
        }
        hostings.push_back(std::move(hosting));
    }
    if (hostings.empty()) {
        return kind.failureAt("hostings", "the kind has no host; name at least one under 'hostings'");
    }
    return hostings;
}

Result<std::vector<ImpossibleHost>> readImpossibleHosts(YamlObject& kind, const std::vector<Hosting>& hostings) {
    std::vector<ImpossibleHost> hosts;
    for (const YamlNode* node : TRY(kind.list("notHostedOn"))) {
        ImpossibleHost impossible = TRY(impossibleOf(*node, kind.file()));
        if (std::ranges::find(hostings, impossible.host, &Hosting::host) != hostings.end()) {
            return failure(fmt::format("the host '{}' is offered under 'hostings', so it is not impossible",
                                       keyOf(impossible.host)),
                           kind.placeOf(*node));
        }
        if (std::ranges::find(hosts, impossible.host, &ImpossibleHost::host) != hosts.end()) {
            return failure(fmt::format("the host '{}' stands twice", keyOf(impossible.host)), kind.placeOf(*node));
        }
        hosts.push_back(std::move(impossible));
    }
    return hosts;
}

}  // namespace tideline
