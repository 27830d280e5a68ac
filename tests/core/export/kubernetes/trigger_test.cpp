// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/kubernetes/core_plan.h"
#include "tests/support/catch.h"
#include "tests/support/export_samples.h"

#include <algorithm>
#include <set>

using namespace tideline;
using namespace tideline::test;

namespace {

std::set<std::string> setOf(std::string_view words) {
    const std::vector<std::string> list = wordsOf(words);
    return {list.begin(), list.end()};
}

std::string textOf(const YamlValue& value) {
    return std::get<std::string>(value.variant());
}

/// Keys that a trigger is given, by its metadata or by the secret that its authentication reads.
std::set<std::string> keysOf(const YamlValue& trigger, const WorkloadScaling& scaling) {
    std::set<std::string> keys;
    for (const auto& [key, value] : std::get<YamlMembers>(trigger.find("metadata")->variant())) {
        keys.insert(key);
    }
    if (trigger.find("authenticationRef") != nullptr) {
        for (const auto& [parameter, file] : scaling.triggerCredentials) {
            keys.insert(parameter);
        }
    }
    return keys;
}

}  // namespace

TEST_CASE("every trigger has what KEDA asks of its scaler and nothing that it does not know", "[kubernetes][keda]") {
    std::set<std::string> seen;
    for (Design design : {everyKindInCore(), everyOptionInCore()}) {
        const ExportOptions options;
        const Analysis analysis = shippedAnalysis(std::move(design));
        const CorePlan plan = corePlan(analysis, options).value();
        for (const Workload& workload : plan.workloads) {
            for (const YamlValue& trigger : workload.scaling.triggers) {
                const std::string type = textOf(*trigger.find("type"));
                INFO(workload.name << ": " << type);
                const auto row = std::ranges::find(triggerWords(), type, &TriggerWord::key);
                REQUIRE(row != triggerWords().end());
                const std::set<std::string> keys = keysOf(trigger, workload.scaling);
                const std::set<std::string> required = setOf(row->required);
                const std::set<std::string> optional = setOf(row->optional);
                CHECK(std::ranges::includes(keys, required));
                for (const std::string& key : keys) {
                    INFO(key);
                    CHECK((required.contains(key) || optional.contains(key)));
                }
                seen.insert(type);
            }
        }
    }
    CHECK(seen == std::set<std::string>{"aws-kinesis-stream", "aws-sqs-queue", "cron", "kafka", "nats-jetstream",
                                        "prometheus", "rabbitmq", "redis-streams", "temporal"});
}

TEST_CASE("files that a trigger authenticates with are in the secret of its service", "[kubernetes][keda]") {
    const ExportOptions options;
    const Analysis analysis = shippedAnalysis(everyOptionInCore());
    const CorePlan plan = corePlan(analysis, options).value();
    int count = 0;
    for (const Workload& workload : plan.workloads) {
        for (const auto& [parameter, file] : workload.scaling.triggerCredentials) {
            INFO(workload.name << ": " << parameter);
            CHECK(std::ranges::count(workload.credentials, file, &CredentialFile::name) == 1);
            ++count;
        }
    }
    CHECK(count == 2);
}
