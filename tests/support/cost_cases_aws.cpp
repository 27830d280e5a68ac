// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/metered_units.h"
#include "tests/support/cost_case_lines.h"

#include <yaml-cpp/yaml.h>

namespace tideline::test {

namespace {

Exact n(const YAML::Node& inputs, const char* key) {
    return exactOf(inputs[key].as<std::string>());
}

CaseLines lambda(const YAML::Node& in) {
    return {{"aws.lambda.gb-seconds.x86", lambdaGbSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "memory_mb"))},
            {"aws.lambda.requests", n(in, "requests")}};
}

CaseLines requestsFirst(const YAML::Node& in, int tiers = 1) {
    const Exact gbs = lambdaGbSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "memory_mb"));
    CaseLines lines{{"aws.lambda.requests", n(in, "requests")}};
    for (int tier = 0; tier < tiers; ++tier) {
        lines.push_back({"aws.lambda.gb-seconds.x86", gbs, tier});
    }
    return lines;
}

CaseLines express(const YAML::Node& in, int tiers) {
    const Exact gbs = expressGbSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "memory_mb"));
    CaseLines lines{{"aws.stepfunctions.express-requests", n(in, "requests")}};
    for (int tier = 0; tier < tiers; ++tier) {
        lines.push_back({"aws.stepfunctions.express-gb-seconds", gbs, tier});
    }
    return lines;
}

CaseLines endpoint(const YAML::Node& in, int tiers) {
    CaseLines lines;
    for (int tier = 0; tier < tiers; ++tier) {
        lines.push_back({"aws.endpoint.gb", n(in, "gb"), tier});
    }
    lines.push_back({"aws.endpoint.hours", n(in, "az") * n(in, "month_hours")});
    return lines;
}

}  // namespace

std::map<std::string, CaseRecipe> awsCases() {
    return {
        {"aws-alb-01-bytes-bound",
         [](const YAML::Node& in) -> CaseLines {
             const Exact units =
                 balancerCapacityUnits(n(in, "new_conn_per_s"), n(in, "active_conn"),
                                       n(in, "kb_per_s") * 3600 / 1'000'000, n(in, "rules"), n(in, "requests_per_s"));
             return {{"aws.alb.hours", n(in, "month_hours")}, {"aws.alb.lcu-hours", units * n(in, "month_hours")}};
         }},
        {"aws-alb-03-mtls-trust-store",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.alb.hours", n(in, "month_hours")},
                     {"aws.alb.lcu-hours", n(in, "lcu") * n(in, "month_hours")},
                     {"aws.alb.trust-store-hours", n(in, "trust_stores") * n(in, "month_hours")}};
         }},
        {"aws-apigw-02-http-512kb-metering",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.apigateway.http.requests",
                      n(in, "calls") * startedChunks(n(in, "payload_kb"), n(in, "metering_kb"))}};
         }},
        {"aws-apigw-04-rest-15B",
         [](const YAML::Node& in) -> CaseLines {
             const Exact calls = n(in, "requests");
             return {{"aws.apigateway.rest.calls", calls, 0},
                     {"aws.apigateway.rest.calls", calls, 1},
                     {"aws.apigateway.rest.calls", calls, 2},
                     {"", calls * n(in, "response_kb") / 1024 / 1024, -1, 0, n(in, "egress_usd_gb")}};
         }},
        {"aws-apigw-06-websocket-chat",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.apigateway.websocket.messages",
                      n(in, "messages") * startedChunks(n(in, "message_kb"), n(in, "metering_kb"))},
                     {"aws.apigateway.websocket.connection-minutes", n(in, "connection_minutes")}};
         }},
        {"aws-eventbridge-01-custom",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.eventbridge.custom-events", n(in, "custom_events") * startedChunks(n(in, "event_kb"), 64)}};
         }},
        {"aws-eventbridge-03-api-destinations",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.eventbridge.api-destinations", n(in, "invocations")}};
         }},
        {"aws-eventbridge-05-schema-discovery-free",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.eventbridge.custom-events", n(in, "events")},
                     {"aws.eventbridge.schema-discovery", n(in, "events"), -1, n(in, "schema_free_events")}};
         }},
        {"aws-fargate-02-arm",
         [](const YAML::Node& in) -> CaseLines {
             const Exact seconds = fargateSeconds(n(in, "tasks"), n(in, "seconds_per_day")) * n(in, "days");
             return {{"aws.fargate.arm.vcpu-seconds", seconds * n(in, "vcpu")},
                     {"aws.fargate.arm.gb-seconds", seconds * n(in, "gb")},
                     {"aws.fargate.ephemeral-gb-seconds", seconds * (n(in, "ephemeral_gb") - 20)}};
         }},
        {"aws-fargate-04-windows",
         [](const YAML::Node& in) -> CaseLines {
             const Exact seconds = fargateSeconds(n(in, "tasks"), n(in, "seconds_per_day"), 300) * n(in, "days");
             return {{"aws.fargate.windows.vcpu-seconds", seconds * n(in, "vcpu")},
                     {"aws.fargate.windows.licence-seconds", seconds * n(in, "vcpu")},
                     {"aws.fargate.windows.gb-seconds", seconds * n(in, "gb")}};
         }},
        {"aws-lambda-02-telemetry", lambda},
        {"aws-lambda-04-provisioned-concurrency-launch",
         [](const YAML::Node& in) -> CaseLines {
             const Exact memory = n(in, "memory_mb");
             return {{"aws.lambda.provisioned-gb-seconds.x86",
                      provisionedGbSeconds(n(in, "provisioned_concurrency"), n(in, "pc_hours") * 3600, memory)},
                     {"aws.lambda.requests", n(in, "requests_total"), -1, 1'000'000},
                     {"aws.lambda.provisioned-duration.x86",
                      lambdaGbSeconds(n(in, "requests_on_pc"), n(in, "duration_ms_on_pc"), memory)},
                     {"aws.lambda.gb-seconds.x86",
                      lambdaGbSeconds(n(in, "requests_off_pc"), n(in, "duration_ms_off_pc"), memory), -1, 400'000}};
         }},
        {"aws-lambda-06-snapstart",
         [](const YAML::Node& in) -> CaseLines {
             CaseLines lines = requestsFirst(in);
             const Exact gb = n(in, "memory_mb") / 1024;
             const YAML::Node snap = in["snapstart"];
             lines.push_back({"aws.lambda.snapstart-cache", gb * n(snap, "active_seconds")});
             lines.push_back({"aws.lambda.snapstart-restore", gb * n(in, "requests") * n(snap, "cold_fraction")});
             return lines;
         }},
        {"aws-lambda-08-managed-instances",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.lambda.requests", n(in, "requests")},
                     {"aws.ec2.m7g-xlarge.compute-3y", n(in, "instance_hours")},
                     {"aws.lambda.managed-instances-fee", n(in, "instance_hours") * n(in, "on_demand_usd_hour")}};
         }},
        {"aws-lambda-10-tenant-isolation",
         [](const YAML::Node& in) -> CaseLines {
             CaseLines lines = requestsFirst(in);
             lines.push_back(
                 {"aws.lambda.tenant-environments", n(in, "tenant_envs_created") * n(in, "memory_mb") / 1024});
             return lines;
         }},
        {"aws-lambda-12-esm-sqs",
         [](const YAML::Node& in) -> CaseLines {
             CaseLines lines = lambda(in);
             lines.push_back({"aws.lambda.sqs-poller-hours", n(in, "epu_hours")});
             return lines;
         }},
        {"aws-lambda-14-edge-50ms-legacy",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.lambda-edge.gb-seconds",
                      lambdaGbSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "memory_mb"))},
                     {"aws.lambda-edge.requests", n(in, "requests")}};
         }},
        {"aws-lambda-16-legacy-128mb",  // an old price, stated in the example
         [](const YAML::Node& in) -> CaseLines {
             const Exact gbs = lambdaGbSeconds(n(in, "requests"), n(in, "duration_ms"), n(in, "memory_mb"));
             return {{"", gbs, -1, 400'000, n(in, "usd_gb_s")},
                     {"aws.lambda.requests", n(in, "requests"), -1, 1'000'000}};
         }},
        {"ic-apigw-cache-237",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.apigateway.cache.237gb", n(in, "month_hours")}};
         }},
        {"ic-apigw-rest-21B",
         [](const YAML::Node& in) -> CaseLines {
             const Exact calls = n(in, "requests");
             return {{"aws.apigateway.rest.calls", calls, 0},
                     {"aws.apigateway.rest.calls", calls, 1},
                     {"aws.apigateway.rest.calls", calls, 2},
                     {"aws.apigateway.rest.calls", calls, 3}};
         }},
        {"ic-aurora-sv2",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.aurora.acu-hours", n(in, "acu_hours")}};
         }},
        {"ic-ecr",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.ecr.storage", n(in, "storage_gb")}};
         }},
        {"ic-efs-standard",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.efs.standard", n(in, "std_gb")},
                     {"aws.efs.ia", n(in, "ia_gb")},
                     {"aws.efs.ia-reads", n(in, "ia_read_gb")},
                     {"aws.efs.ia-writes", n(in, "ia_write_gb")}};
         }},
        {"ic-egress-us-west-2",
         [](const YAML::Node& in) -> CaseLines {
             const Exact out = n(in, "internet_gb");
             return {{"aws.transfer.cross-az", n(in, "intra_region_gb") * 2},
                     {"aws.transfer.out", out, 0},
                     {"aws.transfer.out", out, 1},
                     {"aws.transfer.out", out, 2},
                     {"aws.transfer.out", out, 3},
                     {"aws.transfer.regions", n(in, "other_region_gb")}};
         }},
        {"ic-eks-fargate-profile",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.fargate.gb-hours", n(in, "gb") * n(in, "month_hours")},
                     {"aws.fargate.vcpu-hours", n(in, "vcpu") * n(in, "month_hours")}};
         }},
        {"ic-eks-nodegroup-credits",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.ec2.t3-medium", n(in, "count") * n(in, "month_hours")},
                     {"aws.ec2.t3-surplus", n(in, "cpu_credit_vcpu_h")},
                     {"aws.ebs.gp2", n(in, "disk_gp2_gb")}};
         }},
        {"ic-eks-nodegroup-ri",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.ec2.t3-medium.instance-1y", n(in, "count") * n(in, "month_hours")},
                     {"aws.ec2.t3-surplus", n(in, "cpu_credit_vcpu_h")},
                     {"aws.ebs.gp2", n(in, "disk_gp2_gb")}};
         }},
        {"ic-eks-standard",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.eks.control-plane", n(in, "month_hours")}};
         }},
        {"ic-eventbridge",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.eventbridge.custom-events", n(in, "custom_events")},
                     {"aws.eventbridge.partner-events", n(in, "third_party_events")},
                     {"aws.eventbridge.archive-gb", n(in, "archive_processing_gb")},
                     {"aws.eventbridge.archive-storage", n(in, "archive_storage_gb")},
                     {"aws.eventbridge.schema-discovery", n(in, "schema_discovery_events")}};
         }},
        {"ic-kinesis-provisioned",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.kinesis.shard-hours", n(in, "shards") * n(in, "month_hours")},
                     {"aws.kinesis.put-units", n(in, "put_units")},
                     {"aws.kinesis.extended-retention", n(in, "ext_ret_gb")},
                     {"aws.kinesis.long-retention", n(in, "long_ret_gb")},
                     {"aws.kinesis.long-retention-reads", n(in, "retrieval_gb")},
                     {"aws.kinesis.fan-out-gb", n(in, "efo_gb")},
                     {"aws.kinesis.fan-out-hours", n(in, "efo_consumer_shard_h")}};
         }},
        {"ic-lambda-duration-15B", [](const YAML::Node& in) { return requestsFirst(in, 3); }},
        {"ic-lambda-duration-6B", [](const YAML::Node& in) { return requestsFirst(in, 1); }},
        {"ic-lambda-duration-9B", [](const YAML::Node& in) { return requestsFirst(in, 2); }},
        {"ic-lambda-withUsage", [](const YAML::Node& in) { return requestsFirst(in); }},
        {"ic-lambda-withUsage512Mem", [](const YAML::Node& in) { return requestsFirst(in); }},
        {"ic-msk-2xt3small",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.msk.t3-small.broker-hours", n(in, "brokers") * n(in, "month_hours")},
                     {"aws.msk.storage-gb-months", n(in, "storage_gb")}};
         }},
        {"ic-nlb-quirk",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.nlb.hours", n(in, "month_hours")}, {"aws.nlb.lcu-hours", n(in, "lcu_hours_total")}};
         }},
        {"ic-rds-postgres",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.rds.postgres.t3-large", n(in, "month_hours")},
                     {"aws.rds.storage", n(in, "gp2_gb")},
                     {"aws.rds.backup", n(in, "backup_gb")}};
         }},
        {"ic-sfn-express-1", [](const YAML::Node& in) { return express(in, 1); }},
        {"ic-sfn-express-3", [](const YAML::Node& in) { return express(in, 3); }},
        {"ic-sns-128kb",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.sns.publishes", n(in, "publish_requests") * startedChunks(n(in, "payload_kb"), 64), -1,
                      n(in, "free_requests")}};
         }},
        {"ic-sqs-fifo",
         [](const YAML::Node& in) -> CaseLines {
             return {{"aws.sqs.fifo", n(in, "requests") * startedChunks(n(in, "request_kb"), 64)}};
         }},
        {"ic-vpce", [](const YAML::Node& in) { return endpoint(in, 1); }},
        {"ic-vpce-big", [](const YAML::Node& in) { return endpoint(in, 3); }},
    };
}

}  // namespace tideline::test
