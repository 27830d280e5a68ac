// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rules.h"

#include "core/rules/rule_checks.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace tideline {

namespace {

constexpr std::array kRules{
    Rule{"autoscaling.least-over-most", Severity::Problem, "An autoscaler keeps more than it may",
         "Kubernetes: HorizontalPodAutoscaler v2", checkLeastOverMost},
    Rule{"autoscaling.replicas-over-partitions", Severity::Warning, "More readers than a stream has partitions",
         "KEDA: Apache Kafka scaler", checkReplicasOverPartitions},
    Rule{"capacity.node-room-unknown", Severity::Hint, "The room of a node is not known", "price books of the design",
         checkNodeRoomUnknown},
    Rule{"capacity.nodes-too-few", Severity::Problem, "The fixed number of nodes cannot hold the pods",
         "pods of the busiest hour packed on nodes", checkNodesTooFew},
    Rule{"capacity.pod-over-node", Severity::Problem, "A pod asks for more than a node has",
         "pods of the busiest hour packed on nodes", checkPodOverNode},
    Rule{"capacity.replicas-over-limit", Severity::Problem, "More replicas are needed than are allowed",
         "replicas at peak against their limit", checkReplicasOverLimit},
    Rule{"capacity.single-replica", Severity::Warning, "A service can run as a single replica",
         "Kubernetes: disruptions of nodes", checkSingleReplica},
    Rule{"cost.cheaper-host", Severity::Hint, "Another host costs less", "the whole design billed again",
         checkCheaperHost},
    Rule{"cost.foreign-node", Severity::Warning, "The nodes are billed as those of another provider",
         "price books of the design", checkForeignNode},
    Rule{"cost.no-price", Severity::Hint, "The bill leaves out what has no public price", "price books of the design",
         checkNoPrice},
    Rule{"data.no-backup", Severity::Warning, "The only copy of data has no backup", "editorial", checkNoBackup},
    Rule{"data.shared-database", Severity::Warning, "Several services write one database", "editorial",
         checkSharedDatabase},
    Rule{"design.field-ignored", Severity::Warning, "A field is unknown or out of its range", "fields of the kind",
         checkFieldIgnored},
    Rule{"design.unknown-kind", Severity::Warning, "A kind is not known to this version", "kinds of the program",
         checkUnknownKind},
    Rule{"design.unknown-word", Severity::Warning, "A setting has a word that this version does not know",
         "settings of the design", checkUnknownWord},
    Rule{"events.cycle", Severity::Problem, "Messages go round in a circle", "ratios around the circle",
         checkEventCycle},
    Rule{"events.name-too-long", Severity::Problem, "The name of an event is too long", "Amazon EventBridge: PutEvents",
         checkEventName},
    Rule{"events.never-sent", Severity::Warning, "A listener waits for what nobody sends",
         "Amazon EventBridge: event patterns", checkNeverSent},
    Rule{"events.no-dead-letter", Severity::Problem, "Messages that fail are lost", "AWS: reliable serverless systems",
         checkNoDeadLetter},
    Rule{"exports.setting-refused", Severity::Problem, "A setting of the exports cannot stand",
         "settings of the exports", checkSettingRefused},
    Rule{"exports.setting-unknown", Severity::Warning, "A setting of the exports is not known",
         "settings of the exports", checkSettingUnknown},
    Rule{"naming.no-name", Severity::Problem, "A service has no name", "Kubernetes: object names", checkNoName},
    Rule{"naming.same-name", Severity::Warning, "Two services come to the same name in exports",
         "Kubernetes: object names", checkSameName},
    Rule{"naming.unsayable-name", Severity::Hint, "A name cannot stand in exports as it is", "Kubernetes: object names",
         checkUnsayableName},
    Rule{"network.chatty-boundary", Severity::Warning, "Many calls for one request cross the boundary", "editorial",
         checkChattyBoundary},
    Rule{"network.missing-timeout", Severity::Warning, "A call waits without a timeout of its own",
         "Gateway API: timeouts of routes", checkMissingTimeout},
    Rule{"network.nat-for-function", Severity::Warning, "A function pays for NAT gateways",
         "AWS Lambda: internet access from a VPC", checkNatForFunction},
    Rule{"network.sync-cross-boundary", Severity::Warning, "A call waits across the boundary",
         "Pockit: Kubernetes vs serverless in 2026, trap 3", checkSyncCrossBoundary},
    Rule{"observability.two-stacks", Severity::Hint, "One incident is seen on two screens",
         "Pockit: Kubernetes vs serverless in 2026, trap 2", checkTwoStacks},
    Rule{"operability.two-deploy-systems", Severity::Hint, "The design is deployed in several ways",
         "Pockit: Kubernetes vs serverless in 2026, trap 1", checkTwoDeploySystems},
    Rule{"placement.duration-over-front-door", Severity::Problem, "The front door gives up before the answer",
         "Amazon API Gateway quotas", checkDurationOverFrontDoor},
    Rule{"placement.duration-over-function-limit", Severity::Problem, "The work takes longer than a function may",
         "AWS Lambda quotas", checkDurationOverFunctionLimit},
    Rule{"placement.host-not-possible", Severity::Problem, "The kind cannot run on this host", "kinds of the program",
         checkHostNotPossible},
    Rule{"placement.local-state-on-edge", Severity::Problem, "State is kept where nothing is kept",
         "Archil: choosing the right cloud architecture", checkLocalStateOnEdge},
    Rule{"placement.memory-over-function-limit", Severity::Problem, "The work needs more memory than a function has",
         "AWS Lambda quotas", checkMemoryOverFunctionLimit},
    Rule{"placement.persistent-connections-on-function", Severity::Problem, "A function cannot keep connections open",
         "Pockit: Kubernetes vs serverless in 2026", checkPersistentConnectionsOnFunction},
    Rule{"placement.wasm-limits", Severity::Problem, "The component needs more than its provider offers",
         "Cloudflare Workers and Akamai Functions limits", checkWasmLimits},
    Rule{"ports.name-refused", Severity::Problem, "A port has a name that Kubernetes does not take", "RFC 6335",
         checkPortName},
    Rule{"ports.probe-without-port", Severity::Problem, "A probe asks on a port that is not there",
         "Kubernetes: probes", checkProbePort},
    Rule{"ports.same-number", Severity::Problem, "A container listens on a port twice", "Kubernetes: container ports",
         checkPortTwice},
    Rule{"resources.part-of-a-unit", Severity::Problem, "A resource is asked for in parts that do not exist",
         "Kubernetes: resource quantities", checkPartOfUnit},
    Rule{"resources.request-over-limit", Severity::Problem, "A pod asks for more than it may use",
         "Kubernetes: resource management", checkRequestOverLimit},
    Rule{"schedule.not-a-cron", Severity::Problem, "A schedule is none that its reader takes",
         "robfig/cron v3; Amazon EventBridge Scheduler", checkCron},
    Rule{"workflow.definition-unreadable", Severity::Problem, "The definition of a workflow cannot be read",
         "Amazon States Language", checkDefinitionUnreadable},
    Rule{"workflow.step-leads-nowhere", Severity::Problem, "A step of a workflow leads nowhere",
         "Amazon States Language", checkStepMissing},
    Rule{"workflow.step-unreachable", Severity::Warning, "No step leads to a state of a workflow",
         "Amazon States Language", checkStepLost},
};

/// Services, then connections, then the design; ids within.
std::tuple<int, std::string> orderOf(const Subject& subject) {
    if (const ServiceId* service = std::get_if<ServiceId>(&subject)) {
        return {0, service->text};
    }
    if (const ConnectionId* connection = std::get_if<ConnectionId>(&subject)) {
        return {1, connection->text};
    }
    return {2, ""};
}

bool isAccepted(const Design& design, const Finding& finding) {
    const std::string subject = std::get<1>(orderOf(finding.subject));
    return std::ranges::any_of(design.accepted, [&](const AcceptedFinding& row) {
        return row.rule == finding.rule && row.subject == subject;
    });
}

}  // namespace

Finding found(Subject subject, std::string message, std::string remedy) {
    return {.rule = {},
            .severity = Severity::Problem,
            .subject = std::move(subject),
            .message = std::move(message),
            .remedy = std::move(remedy),
            .fix = std::nullopt};
}

std::span<const Rule> rules() {
    return kRules;
}

std::vector<Finding> findingsOf(const Figures& figures) {
    std::vector<Finding> findings;
    for (const Rule& rule : kRules) {
        std::vector<Finding> found;
        rule.check(figures, found);
        for (Finding& finding : found) {
            finding.rule = rule.key;
            finding.severity = std::min(finding.severity, rule.severity);
            finding.accepted = isAccepted(figures.design, finding);
            findings.push_back(std::move(finding));
        }
    }
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return std::tuple(b.severity, a.rule, orderOf(a.subject)) < std::tuple(a.severity, b.rule, orderOf(b.subject));
    });
    return findings;
}

}  // namespace tideline
