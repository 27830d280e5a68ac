// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/scaling_reader.h"

#include "core/catalog/kind_words.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// The mapping's members as (name, text), in the order of the file.
Result<std::vector<std::pair<std::string, std::string>>> pairsOf(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& name : object.names()) {
        pairs.emplace_back(name, TRY(object.text(name)));
    }
    return pairs;
}

Result<void> readMetadata(YamlObject& object, ScalingSpec& scaling) {
    const auto triggers = triggerWords();
    const TriggerWord& trigger = *std::ranges::find(triggers, scaling.trigger, &TriggerWord::key);
    const std::vector<std::string> required = wordsOf(trigger.required);
    std::vector<std::string> known = required;
    std::ranges::copy(wordsOf(trigger.optional), std::back_inserter(known));
    if (const YamlNode* node = object.member("metadata")) {
        YamlObject metadata = TRY(YamlObject::of(*node, object.file()));
        for (const std::string& name : metadata.names()) {
            TRY(demandWord(fmt::format("metadata of trigger '{}' called", scaling.trigger), name, known,
                           object.placeOf(*metadata.member(name))));
        }
        scaling.metadata = TRY(pairsOf(*node, object.file()));
    }
    for (const std::string& name : required) {
        if (std::ranges::find(scaling.metadata, name, &std::pair<std::string, std::string>::first) ==
            scaling.metadata.end()) {
            return object.failureAt(
                "metadata",
                fmt::format("trigger '{}' cannot work without '{}'; add it to the metadata", scaling.trigger, name));
        }
    }
    return {};
}

Result<void> readKeda(YamlObject& object, ScalingSpec& scaling) {
    std::vector<std::string> known;
    for (const TriggerWord& word : triggerWords()) {
        known.emplace_back(word.key);
    }
    scaling.trigger = TRY(wordOf(object, "trigger", "trigger", known));
    TRY(readMetadata(object, scaling));
    scaling.pollingIntervalS = TRY(object.optionalNumber("pollingIntervalS")).value_or(scaling.pollingIntervalS);
    scaling.cooldownPeriodS = TRY(object.optionalNumber("cooldownPeriodS")).value_or(scaling.cooldownPeriodS);
    scaling.authentication = TRY(object.optionalText("authentication")).value_or("");
    if (const YamlNode* node = object.member("fallback")) {
        YamlObject fallback = TRY(YamlObject::of(*node, object.file()));
        scaling.fallbackFailures = TRY(fallback.number("failures"));
        scaling.fallbackReplicas = TRY(fallback.number("replicas"));
        TRY(fallback.finish());
    }
    return {};
}

Result<void> readReplicas(YamlObject& object, ScalingSpec& scaling) {
    if (scaling.by == "fixed") {
        scaling.replicas = TRY(object.number("replicas"));
        return {};
    }
    scaling.least = TRY(amountOf(object, "least"));
    scaling.most = TRY(object.number("most"));
    if (scaling.least > scaling.most) {
        return object.failureAt("least", fmt::format("the least number of replicas, {}, lies above the most, {}",
                                                     scaling.least, scaling.most));
    }
    return {};
}

}  // namespace

Result<ScalingSpec> readScaling(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    ScalingSpec scaling;
    scaling.by = TRY(wordOf(object, "by", "way to scale", keysOf(scalingWords())));
    if (scaling.by == "hpa") {
        scaling.metric = TRY(wordOf(object, "metric", "metric", {"cpu", "memory"}));
        scaling.targetType = TRY(wordOf(object, "targetType", "type of target", {"Utilization", "AverageValue"}));
        scaling.target = TRY(object.number("target"));
    }
    if (scaling.by == "hpa" || scaling.by == "keda" || scaling.by == "fixed") {
        TRY(readReplicas(object, scaling));
    }
    if (scaling.by == "keda") {
        TRY(readKeda(object, scaling));
    }
    scaling.timeoutS = TRY(amountOf(object, "timeoutS"));
    scaling.maximumConcurrency = TRY(amountOf(object, "maximumConcurrency"));
    scaling.reservedConcurrency = TRY(amountOf(object, "reservedConcurrency"));
    scaling.batchSize = TRY(amountOf(object, "batchSize"));
    scaling.note = TRY(object.optionalText("note")).value_or("");
    TRY(object.finish());
    return scaling;
}

Result<SamSpec> readSam(const YamlNode& node, const std::string& file) {
    YamlObject object = TRY(YamlObject::of(node, file));
    SamSpec sam;
    sam.resources = TRY(wordListOf(object, "resources", "resource type", keysOf(samResources())));
    sam.events = TRY(wordListOf(object, "events", "event type", keysOf(samEvents())));
    sam.policies = TRY(wordListOf(object, "policies", "policy template", keysOf(samPolicies())));
    if (const YamlNode* properties = object.member("eventProperties")) {
        sam.eventProperties = TRY(pairsOf(*properties, file));
    }
    if (const YamlNode* properties = object.member("queueProperties")) {
        sam.queueProperties = TRY(pairsOf(*properties, file));
    }
    sam.note = TRY(object.optionalText("note")).value_or("");
    TRY(object.finish());
    return sam;
}

}  // namespace tideline
