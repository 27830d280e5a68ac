// SPDX-License-Identifier: Apache-2.0
#include "tests/support/design_builder.h"
#include "tests/support/rule_cases.h"

#include <list>

namespace tideline::test {

namespace {

Design alone(const std::string& name, const std::string& kind, FieldValues fields = {}, Host host = Host::Kubernetes) {
    Design design = DesignBuilder().service("a", kind, host, std::move(fields)).design;
    Service service = *design.services.find(ServiceId{"a"});
    service.name = name;
    design.services.put(std::move(service));
    return design;
}

RuleCase caseOf(std::string rule, Design triggering, Design quiet, std::string message, std::string remedy) {
    return {std::move(rule), figuresWithoutBill(std::move(triggering)), figuresWithoutBill(std::move(quiet)),
            std::move(message), std::move(remedy)};
}

/// 'Invoices' reads from 'Log', which has 12 partitions.
Design readers(double most) {
    return DesignBuilder()
        .service("Log", "event-stream")
        .service("Invoices", "queue-worker", Host::Kubernetes, {{"mostReplicas", most}})
        .send("Log", "Invoices", 1)
        .design;
}

std::vector<RuleCase> sizeCases() {
    return {
        caseOf("autoscaling.least-over-most",
               alone("Orders", "http-api", {{"leastReplicas", 12.0}, {"mostReplicas", 8.0}}),
               alone("Orders", "http-api", {{"leastReplicas", 8.0}, {"mostReplicas", 8.0}}),
               "'Orders' keeps at least 12 replicas but is limited to 8; Kubernetes refuses such an autoscaler.",
               "Raise the limit, or keep fewer."),
        caseOf("autoscaling.replicas-over-partitions", readers(13), readers(12),
               "'Invoices' may grow to 13 replicas, but 'Log' has 12 partitions: the others find nothing to read.",
               "Raise the partitions, or lower the limit of the replicas."),
        caseOf("resources.request-over-limit",
               alone("Orders", "http-api", {{"cpuRequestMillis", 1500.0}, {"cpuLimitMillis", 1000.0}}),
               alone("Orders", "http-api", {{"cpuRequestMillis", 1000.0}, {"cpuLimitMillis", 1000.0}}),
               "'Orders' asks for 1,500 m of CPU but is limited to 1,000 m; Kubernetes refuses such a pod.",
               "Raise the limit, or ask for less."),
        caseOf("resources.part-of-a-unit", alone("Orders", "http-api", {{"cpuRequestMillis", 100.5}}),
               alone("Orders", "http-api", {{"cpuRequestMillis", 101.0}}),
               "'Orders' sets 'cpuRequestMillis' to 100.5, but Kubernetes gives whole thousandths of a CPU only.",
               "Give it a whole number."),
    };
}

Design pair(const std::string& first, const std::string& second) {
    Design design = DesignBuilder().service("a").service("b").design;
    for (const auto& [id, name] : {std::pair("a", first), std::pair("b", second)}) {
        Service service = *design.services.find(ServiceId{id});
        service.name = name;
        design.services.put(std::move(service));
    }
    return design;
}

std::vector<RuleCase> nameCases() {
    return {
        caseOf("naming.same-name", pair("order-service", "Order Service"), pair("order-service", "Order Service 2"),
               "'Order Service' comes to the same name in exports as another service, so it is called "
               "'order-service-nxdvg5' there.",
               "Give one of them a name that differs in its letters or digits."),
        caseOf("naming.unsayable-name", alone("Bücher", "http-api"), alone("Buecher", "http-api"),
               "'Bücher' cannot stand in exports as it is, so it is called 'b-cher-j6rj9f' there.",
               "Give it a name of at most 40 letters, digits and spaces, or keep this one."),
        caseOf("naming.no-name", alone("", "http-api"), alone("Orders", "http-api"),
               "HTTP API service has no name, and no export can call it anything.", "Give it a name."),
    };
}

/// 'Orders' of a kind whose ports and readiness are changed; the kind lives as long as the program.
template <class Change>
Figures ofKind(const Change& change) {
    Figures figures = figuresWithoutBill(alone("Orders", "http-api"));
    ServiceProfile& profile = figures.resolved.services.front();
    static std::list<ServiceKind> kinds;
    ServiceKind& kind = kinds.emplace_back(*profile.kind);
    change(kind);
    profile.kind = &kind;
    return figures;
}

std::vector<RuleCase> portCases() {
    const Figures quiet = figuresWithoutBill(alone("Orders", "http-api"));
    const auto ports = [](std::vector<PortSpec> specs) {
        return ofKind([&](ServiceKind& kind) { kind.ports = specs; });
    };
    return {
        {"ports.same-number", ports({{.name = "http", .port = 80}, {.name = "health", .port = 8080}}), quiet,
         "'Orders' listens on port 8080 twice, as 'http' and 'health'.",
         "Give one of them another number in the kind; those below 1024 move up by 8000."},
        {"ports.name-refused", ports({{.name = "http", .port = 8080}, {.name = "a-very-long-port", .port = 9090}}),
         quiet, "'Orders' calls its port 9090 'a-very-long-port', which Kubernetes does not take.",
         "Name it in the kind with at most 15 small letters, digits and hyphens."},
        {"ports.probe-without-port", ofKind([](ServiceKind& kind) { kind.readiness.port = "admin"; }), quiet,
         "A probe of 'Orders' asks on its port 'admin', which its container does not open: the pods never become "
         "ready.",
         "Let the probe of the kind ask on a port that the container opens."},
    };
}

Design scheduled(const std::string& cron, Host host = Host::Kubernetes) {
    return alone("Nightly", "scheduled-job", {{"scheduleCron", cron}}, host);
}

Design workflow(const std::string& definition) {
    return alone("Checkout", "workflow", {{"definition", definition}}, Host::Function);
}

std::vector<RuleCase> textCases() {
    const std::string five = "Give five fields: minute, hour, day of the month, month, day of the week.";
    const std::string good = R"({"StartAt": "Pay", "States": {"Pay": {"Type": "Pass", "End": true}}})";
    return {
        caseOf("schedule.not-a-cron", scheduled("0 25 * * *"), scheduled("0 23 * * *"),
               "'Nightly' starts by '0 25 * * *', which a CronJob does not take: its hour '25' is none of 0 to 23, nor "
               "a list, range or step of them.",
               five),
        caseOf("schedule.not-a-cron", scheduled("0 3 1 * 1", Host::Function), scheduled("rate(1 hour)", Host::Function),
               "'Nightly' starts by '0 3 1 * 1', which EventBridge does not take: it names a day of the month and a "
               "day of the week, and EventBridge takes one of them.",
               five),
        caseOf("workflow.definition-unreadable", workflow("[]"), workflow(good),
               "The definition of 'Checkout' cannot be read: definition:1:1: expected an object with StartAt and "
               "States.",
               "Give the JSON of a state machine, or leave it empty to have one made."),
        caseOf("workflow.step-leads-nowhere",
               workflow(R"({"StartAt": "Pay", "States": {"Pay": {"Type": "Pass", "Next": "NotifyBackorder"}}})"),
               workflow(good), "'Checkout' goes from 'Pay' to 'NotifyBackorder', which is no state of it.",
               "Add the state, or lead to one that is there."),
        caseOf("workflow.step-leads-nowhere", workflow(R"({"StartAt": "Pay", "States": {"Pay": {"Type": "Pass"}}})"),
               workflow(good), "The state 'Pay' of 'Checkout' neither ends nor leads on.",
               "Give it a Next, or an End."),
        caseOf("workflow.step-unreachable",
               workflow(R"({"StartAt": "Pay", "States": {"Pay": {"Type": "Succeed"}, "Ship": {"Type": "Succeed"}}})"),
               workflow(good), "No step of 'Checkout' leads to its state 'Ship'.", "Lead a step to it, or remove it."),
    };
}

/// 'Orders' sends one event to 'Bus', 'Invoices' hears another.
Design heard(const std::string& sent, const std::string& awaited) {
    return DesignBuilder()
        .service("Orders")
        .service("Bus", "event-bus", Host::Managed)
        .service("Invoices", "pdf-generator", Host::Function)
        .send("Orders", "Bus", 1, {{"event", sent}})
        .send("Bus", "Invoices", 1, {{"event", awaited}})
        .design;
}

Design withSetting(const std::string& key, FieldValue value) {
    Design design = alone("Orders", "http-api");
    design.settings.exports[key] = std::move(value);
    return design;
}

std::vector<RuleCase> eventCases() {
    Design longNamed = DesignBuilder()
                           .service("Orders")
                           .service("Bus", "event-bus", Host::Managed)
                           .send("Orders", "Bus", 1, {{"event", std::string(129, 'e')}})
                           .design;
    return {
        caseOf("events.never-sent", heard("order.placed", "order.payed"), heard("order.placed", "order.placed"),
               "'Invoices' waits for 'order.payed' from 'Bus', but nothing sends it there: its rule never matches.",
               "Connect who sends it, or correct the name of the event."),
        caseOf(
            "events.name-too-long", std::move(longNamed), heard("order.placed", "order.placed"),
            "The event 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee…' has 129 bytes; EventBridge "
            "takes a detail-type of 128.",
            "Give it a shorter name."),
        caseOf(
            "exports.setting-refused", withSetting("vpcCidr", std::string("10.0.0.1/8")),
            withSetting("vpcCidr", std::string("10.0.0.0/8")),
            "The setting 'vpcCidr' of the exports cannot stand: expected a network of IPv4 whose last bits are zero, "
            "such as 10.0.0.0/16, found '10.0.0.1/8'.",
            "Correct it; until then nothing is exported."),
        caseOf("exports.setting-unknown", withSetting("acount", std::string("1")),
               withSetting("account", std::string("123456789012")), "No export reads the setting 'acount'.",
               "Correct its name or remove it; 'tideline targets' lists those that are read."),
    };
}

}  // namespace

std::vector<RuleCase> exportRuleCases() {
    std::vector<RuleCase> all;
    for (const auto& family : {sizeCases(), nameCases(), portCases(), textCases(), eventCases()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    return all;
}

}  // namespace tideline::test
