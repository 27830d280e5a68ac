// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/metered_units.h"
#include "tests/support/cost_case_lines.h"

#include <yaml-cpp/yaml.h>

namespace tideline::test {

namespace {

Exact n(const YAML::Node& inputs, const char* key) {
    return exactOf(inputs[key].as<std::string>());
}

CaseLines workers(const YAML::Node& in) {
    return {{"cloudflare.workers.plan", 1},
            {"cloudflare.workers.requests", n(in, "requests")},
            {"cloudflare.workers.cpu-ms", n(in, "requests") * n(in, "cpu_ms")}};
}

CaseLines durable(const YAML::Node& in) {
    return {{"cloudflare.workers.plan", 1},
            {"cloudflare.durable-objects.requests", n(in, "requests")},
            {"cloudflare.durable-objects.gb-seconds", n(in, "gb_s")}};
}

}  // namespace

std::map<std::string, CaseRecipe> otherCases() {
    return {
        {"az-functions-02-flex-thirdparty",
         [](const YAML::Node& in) -> CaseLines {
             return {{"azure.functions.gb-seconds",
                      azureGbSeconds(n(in, "executions"), n(in, "duration_ms"), n(in, "memory_mb")), -1,
                      n(in, "free_gb_s")},
                     {"azure.functions.executions", n(in, "executions"), -1, n(in, "free_executions")}};
         }},
        {"cf-do-02", durable},
        {"cf-do-04-hibernation", durable},
        {"cf-queues-02-127KB",
         [](const YAML::Node& in) -> CaseLines {
             return {{"cloudflare.queues.operations", n(in, "messages") * n(in, "ops_per_message") *
                                                          startedChunks(n(in, "message_kb"), n(in, "chunk_kb"))}};
         }},
        {"cf-workers-02-static-80pct", workers},
        {"cf-workers-04-100M", workers},
        {"gcp-cloudrun-01-thirdparty",  // a calculator that swaps the two free amounts: its own are applied
         [](const YAML::Node& in) -> CaseLines {
             const Exact seconds = cloudRunSeconds(n(in, "requests"), n(in, "duration_ms"));
             return {{"gcp.run.vcpu-seconds", seconds * n(in, "vcpu"), -1, n(in, "free_vcpu_s")},
                     {"gcp.run.gib-seconds", seconds * n(in, "gib"), -1, n(in, "free_gib_s")},
                     {"gcp.run.requests", n(in, "requests"), -1, 2'000'000},
                     {"gcp.transfer.out", n(in, "egress_gb"), -1, 1}};
         }},
        {"ic-az-functions-ep2x2",
         [](const YAML::Node& in) -> CaseLines {
             const Exact hours = n(in, "instances") * n(in, "month_hours");
             return {{"azure.functions.premium-vcpu-hours", hours * 2},
                     {"azure.functions.premium-gb-hours", hours * 7}};
         }},
        {"ic-az-functions-minimums",
         [](const YAML::Node& in) -> CaseLines {
             return {{"azure.functions.gb-seconds",
                      azureGbSeconds(n(in, "executions"), n(in, "duration_ms"), n(in, "memory_mb"))},
                     {"azure.functions.executions", n(in, "executions")}};
         }},
        {"ic-az-servicebus-std",
         [](const YAML::Node& in) -> CaseLines {
             const Exact operations = n(in, "operations");
             const Exact connections = n(in, "connections");
             return {{"azure.service-bus.standard-months", 1},
                     {"azure.service-bus.standard-operations", operations, 0},
                     {"azure.service-bus.standard-operations", operations, 1},
                     {"azure.service-bus.standard-operations", operations, 2},
                     {"azure.service-bus.connections", connections, 0},
                     {"azure.service-bus.connections", connections, 1},
                     {"azure.service-bus.connections", connections, 2}};
         }},
        {"ic-cloudnat-4vm",
         [](const YAML::Node& in) -> CaseLines {
             return {{"gcp.nat.vm-hours", n(in, "vms") * n(in, "month_hours")}, {"gcp.nat.gb", n(in, "gb")}};
         }},
        {"ic-cloudrun-request-tier2",
         [](const YAML::Node& in) -> CaseLines {
             const Exact seconds = cloudRunSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "concurrency"));
             return {{"gcp.run.vcpu-seconds-tier2", seconds * n(in, "vcpu")},
                     {"gcp.run.gib-seconds-tier2", seconds * n(in, "gib")},
                     {"gcp.run.requests", n(in, "requests")}};
         }},
        {"ic-gcp-forwarding-rule",
         [](const YAML::Node& in) -> CaseLines {
             return {{"gcp.lb.rule-hours", n(in, "rules") * n(in, "month_hours")}, {"gcp.lb.gb", n(in, "ingress_gb")}};
         }},
        {"ic-gke-zonal-4xe2medium",
         [](const YAML::Node& in) -> CaseLines {
             return {{"gcp.gke.cluster", n(in, "month_hours")},
                     {"gcp.compute.e2-medium", n(in, "nodes") * n(in, "month_hours")},
                     {"gcp.disk.standard", n(in, "nodes") * n(in, "disk_gb_per_node")}};
         }},
        {"ic-pubsub-topic",
         [](const YAML::Node& in) -> CaseLines {
             return {{"gcp.pubsub.ingest", n(in, "ingest_tib")}};
         }},
    };
}

}  // namespace tideline::test
