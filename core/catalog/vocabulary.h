// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// A word that a kind file may use. The lists are closed: a kind says what it needs in words that the program knows.
struct Word {
    std::string_view key, meaning;
};

/// Something that is counted for the bill. core/cost has a function for each.
struct MeterWord {
    std::string_view key, title, unit;
};
std::span<const MeterWord> meterWords();
/// Null where there is no such meter.
const MeterWord* findMeter(std::string_view key);

/// Titles of the palette's groups, in its order.
std::span<const std::string_view> groupTitles();
/// When a cost line is billed.
std::span<const Word> conditionWords();
/// What a kind is like ("gpu", "local-state"): rules and placement read it.
std::span<const Word> constraintWords();
/// Units of fields. A number without one, a switch and a text have none.
std::span<const std::string_view> fieldUnits();
/// Providers that run Wasm components.
std::span<const Word> wasmTargetWords();

/// Parts of the Kubernetes exporter.
std::span<const Word> partWords();
/// Ways in which replicas come and go.
std::span<const Word> scalingWords();
/// Kubernetes objects that run the container.
std::span<const std::string_view> workloadObjects();
/// A KEDA trigger and the keys of its metadata, by KEDA's own schema. For kafka the topic is demanded too: without it a
/// consumer group at zero that never committed never wakes.
struct TriggerWord {
    std::string_view key;
    std::string_view required, optional;  ///< keys, separated by spaces
};
std::span<const TriggerWord> triggerWords();

/// Resource types, event types and policy templates of the SAM exporter.
std::span<const std::string_view> samResources();
std::span<const std::string_view> samEvents();
std::span<const std::string_view> samPolicies();

/// A runtime of functions; `samRuntime` is empty for Wasm.
struct RuntimeWord {
    std::string_view key, title, samRuntime;
};
std::span<const RuntimeWord> runtimeWords();
/// Null where there is no such runtime.
const RuntimeWord* findRuntime(std::string_view key);

/// The words of a text, separated by spaces.
std::vector<std::string> wordsOf(std::string_view text);

}  // namespace tideline
