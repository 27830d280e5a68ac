// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rule_cases.h"

#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

namespace tideline::test {

namespace {

Design named(DesignBuilder builder, const std::map<std::string, std::string>& names) {
    Design design = std::move(builder.design);
    for (const auto& [id, name] : names) {
        Service service = *design.services.find(ServiceId{id});
        service.name = name;
        design.services.put(std::move(service));
    }
    return design;
}

/// One service with this name.
Design alone(const std::string& name, const std::string& kind, Host host, FieldValues fields = {}) {
    return named(DesignBuilder().service("a", kind, host, std::move(fields)), {{"a", name}});
}

Design reached(Design design) {
    design.entries.put({.id = EntryId{"e1"}, .service = ServiceId{"a"}, .monthly = 1000});
    return design;
}

RuleCase caseOf(std::string rule, Design triggering, Design quiet, std::string message, std::string remedy) {
    return {std::move(rule), figuresWithoutBill(std::move(triggering)), figuresWithoutBill(std::move(quiet)),
            std::move(message), std::move(remedy)};
}

const std::string kPlaceRemedy = "Place it on Kubernetes, or ";

std::vector<RuleCase> placementCases() {
    const Design database = alone("Orders DB", "relational-database", Host::Function);
    return {
        caseOf("placement.host-not-possible", database, alone("Orders DB", "relational-database", Host::Managed),
               "'Orders DB' is placed on functions, but a relational database cannot run there: a function ends after "
               "each call and keeps nothing: no disk of its own, no process that others can reach.",
               "Place it on one of its possible hosts."),
        caseOf("placement.duration-over-function-limit",
               alone("Nightly ETL", "batch-etl", Host::Function, {{"maxDurationMs", 2'700'000.0}}),
               alone("Nightly ETL", "batch-etl", Host::Function, {{"maxDurationMs", 900'000.0}}),
               "'Nightly ETL' can take 45 minutes; a function ends after 15.",
               "Place it on Kubernetes as a Job, cut it into steps of a workflow, or use a durable function."),
        caseOf("placement.duration-over-front-door",
               reached(alone("Report API", "http-api", Host::Function, {{"maxDurationMs", 45'000.0}})),
               alone("Report API", "http-api", Host::Function, {{"maxDurationMs", 45'000.0}}),
               "'Report API' can take 45 s, but its HTTP API gives up after 30 s.",
               "Answer at once and work through a queue, or stream the answer from a function URL or a REST API."),
        caseOf("placement.persistent-connections-on-function",
               alone("Live prices", "websocket-server", Host::Function, {{"frontDoor", std::string("http-api")}}),
               alone("Live prices", "websocket-server", Host::Function),
               "'Live prices' keeps connections open, but a function answers one call and ends.",
               kPlaceRemedy + "put a WebSocket API in front of it."),
        caseOf("placement.memory-over-function-limit",
               alone("Feature build", "http-api", Host::Function, {{"memoryMib", 16'384.0}}),
               alone("Feature build", "http-api", Host::Function, {{"memoryMib", 10'240.0}}),
               "'Feature build' needs 16 GiB in one process; a function has 10 at most.",
               kPlaceRemedy + "cut the data into parts."),
        caseOf("placement.local-state-on-edge", database, alone("Orders DB", "relational-database", Host::Kubernetes),
               "'Orders DB' keeps state on its own disk or in its memory, but a function keeps nothing between calls.",
               "Move the state to an object store, a shared volume or a database, or place the service on Kubernetes."),
        caseOf("placement.wasm-limits", alone("Thumbnails", "image-processor", Host::Wasm, {{"wasmMemoryMb", 1024.0}}),
               alone("Thumbnails", "image-processor", Host::Wasm),
               "'Thumbnails' needs 1,024 MB, but Cloudflare Workers offers 128 MB.",
               "Place it on a function or on Kubernetes, or make it smaller."),
    };
}

RuleCase replicasCase() {
    RuleCase row = caseOf("capacity.replicas-over-limit", alone("Orders", "http-api", Host::Kubernetes),
                          alone("Orders", "http-api", Host::Kubernetes),
                          "'Orders' needs 14 replicas at peak but is limited to 10.",
                          "Raise its limit or lower the expected load.");
    row.triggering.capacities[ServiceId{"a"}] = {.least = 3, .most = 10, .replicasAtPeak = 14, .replicas = 10};
    row.quiet.capacities[ServiceId{"a"}] = {.least = 3, .most = 10, .replicasAtPeak = 10, .replicas = 10};
    return row;
}

RuleCase singleReplicaCase() {
    const Design design = reached(alone("Checkout", "http-api", Host::Kubernetes));
    RuleCase row = caseOf("capacity.single-replica", design, design,
                          "'Checkout' can run as a single replica: a node update takes it away.",
                          "Keep at least two, three in production.");
    row.triggering.capacities[ServiceId{"a"}] = {.least = 1, .most = 10, .replicas = 4};
    row.quiet.capacities[ServiceId{"a"}] = {.least = 2, .most = 10, .replicas = 4};
    return row;
}

Design circle(double ratio) {
    return named(DesignBuilder()
                     .service("a")
                     .service("b")
                     .service("c")
                     .send("a", "b", ratio)
                     .send("b", "c", 1)
                     .send("c", "a", 1)
                     .entry("a", 1000),
                 {{"a", "Orders"}, {"b", "Stock"}, {"c", "Pricing"}});
}

Design sending(FieldValues fields) {
    return named(
        DesignBuilder().service("a").service("b", "pdf-generator", Host::Function).send("a", "b", 1, std::move(fields)),
        {{"a", "Orders"}, {"b", "Invoices"}});
}

std::vector<RuleCase> eventCases() {
    const std::string remedy = "Break the circle: filter by source, or let one of them end the story.";
    return {
        caseOf("events.no-dead-letter", sending({}), sending({{"deadLetter", true}}),
               "'Orders' sends to 'Invoices' with no place for messages that fail: they are lost after the last try.",
               "Add a dead-letter queue and an alarm on it."),
        caseOf("events.cycle", circle(1.2), circle(0),
               "'Orders', 'Stock' and 'Pricing' pass events on in a circle, and each round makes 1.2 times as many.",
               remedy),
        caseOf("events.cycle", circle(0.6), circle(0),
               "'Orders', 'Stock' and 'Pricing' pass events on in a circle, and each round makes 0.6 times as many: "
               "1.5 times more work in all.",
               remedy),
    };
}

Design calling(Host host, double calls, FieldValues fields) {
    return named(DesignBuilder().service("a").service("b", "http-api", host).call("a", "b", calls, std::move(fields)),
                 {{"a", "Orders"}, {"b", "Invoices"}});
}

/// 'Front' gives 'Orders' three seconds, 'Orders' gives 'Payments' `timeoutMs`.
Design chained(double timeoutMs) {
    return named(DesignBuilder()
                     .service("a")
                     .service("b")
                     .service("c")
                     .call("a", "b", 1, {{"timeoutMs", 3000.0}})
                     .call("b", "c", 1, {{"timeoutMs", timeoutMs}}),
                 {{"a", "Front"}, {"b", "Orders"}, {"c", "Payments"}});
}

RuleCase natCase() {
    const FieldValues outside{{"inVpc", true}, {"needsInternet", true}};
    Design design = alone("Webhooks", "webhook-handler", Host::Function, outside);
    design.settings.cluster.natGateways = 2;
    RuleCase row =
        caseOf("network.nat-for-function", std::move(design),
               alone("Webhooks", "webhook-handler", Host::Function, {{"inVpc", true}}),
               "'Webhooks' is in a VPC and calls outside: 2 NAT gateways cost $65.70 a month before any data.",
               "Use gateway endpoints for S3 and DynamoDB, interface endpoints for the rest, or leave the "
               "VPC.");
    row.triggering.bill.lines.push_back({.category = "nat-hours", .monthly = {65'700'000}});
    return row;
}

std::vector<RuleCase> networkCases() {
    const FieldValues waits{{"timeoutMs", 2000.0}};
    return {
        caseOf("network.sync-cross-boundary", calling(Host::Function, 1, waits), calling(Host::Kubernetes, 1, waits),
               "'Orders' on Kubernetes waits for 'Invoices' on functions: their latencies and failures add up, and "
               "the path needs a VPC or a public address.",
               "Send an event instead, or place both on the same side."),
        caseOf("network.chatty-boundary", calling(Host::Function, 5000, waits), calling(Host::Function, 4, waits),
               "'Orders' calls 'Invoices' 5,000 times for each request, across the boundary.",
               "Fetch all in one call, cache, or place both on the same side."),
        natCase(),
        caseOf("network.missing-timeout", calling(Host::Kubernetes, 1, {}), calling(Host::Kubernetes, 1, waits),
               "'Orders' waits for 'Invoices' without a timeout of its own.",
               "Set a timeout below the time that the caller has."),
        caseOf("network.missing-timeout", chained(5000), chained(2999),
               "'Orders' waits up to 5 s for 'Payments', but has only 3 s to answer itself.",
               "Set a timeout below the time that the caller has."),
    };
}

Design sharedBy(FieldValues fieldsOfSecond) {
    return named(DesignBuilder()
                     .service("a")
                     .service("b")
                     .service("db", "relational-database")
                     .data("a", "db", 1)
                     .data("b", "db", 1, std::move(fieldsOfSecond)),
                 {{"db", "Main DB"}});
}

std::vector<RuleCase> dataCases() {
    return {
        caseOf("data.shared-database", sharedBy({}), sharedBy({{"writes", false}}),
               "'Main DB' is written by 2 services; a change of its tables is a change of all of them.",
               "Give it one owner; let the others ask the owner or hear its events."),
        caseOf("data.no-backup", alone("Orders DB", "relational-database", Host::Kubernetes),
               alone("Orders DB", "relational-database", Host::Kubernetes, {{"backup", true}}),
               "'Orders DB' holds the only copy of its data and has no backup.",
               "Turn backups or point-in-time recovery on."),
    };
}

/// Thumbnails on Kubernetes for $100 of its own, which would save so many dollars on functions.
Figures thumbnails(std::int64_t savedMicros) {
    Figures figures = figuresWithoutBill(alone("Thumbnails", "image-processor", Host::Kubernetes));
    figures.bill.byService = {{.id = ServiceId{"a"}, .name = "Thumbnails", .monthly = {100'000'000}}};
    figures.options[ServiceId{"a"}] = {{.host = Host::Kubernetes, .possible = true},
                                       {.host = Host::Function, .possible = true, .difference = {-savedMicros}},
                                       {.host = Host::Wasm, .possible = false, .difference = {-90'000'000}}};
    return figures;
}

std::vector<RuleCase> costCases() {
    Figures mails = figuresWithoutBill(alone("Mails", "email-sender", Host::Function));
    Figures priced = mails;
    mails.bill.lines.push_back(
        {.service = ServiceId{"a"}, .title = "Emails", .price = "user.email.sent", .dependsOn = "your contract"});
    priced.bill.lines.push_back({.service = ServiceId{"a"}, .title = "Emails"});
    return {
        {"cost.cheaper-host", thumbnails(84'100'000), thumbnails(20'000'000),
         "'Thumbnails' would save $84.10 a month on functions, with everything else as it is drawn.",
         "Move it, or accept the finding with a reason."},
        {"cost.no-price", mails, priced, "'Mails' costs more than the bill says: there is no public price for Emails.",
         "Add a price book with the prices of your own contract."},
    };
}

/// A cluster of so many nodes by hand whose pods need `peak`.
Figures clusterOf(std::optional<double> nodes, double peak) {
    Figures figures = figuresWithoutBill(alone("Orders", "http-api", Host::Kubernetes));
    figures.cluster = ClusterFigures{.need = {.peakNodes = peak}, .fixedNodes = nodes};
    return figures;
}

std::vector<RuleCase> clusterCases() {
    Figures unknown = clusterOf({}, 3);
    unknown.cluster->knowsItsRoom = false;
    unknown.design.settings.cluster.nodePrice = "own.server";
    Figures oversized = clusterOf({}, 3);
    oversized.cluster->oversized = {{.service = ServiceId{"a"}, .cpuMillis = 2000, .memoryMib = 512}};
    oversized.cluster->need.room = {.cpuMillis = 1780, .memoryMib = 6644, .pods = 25};
    Figures foreign = clusterOf({}, 3);
    foreign.design.settings.cluster.flavour = "aks";
    Figures unpriced = clusterOf({}, 3);
    unpriced.bill.lines.push_back({.title = "Nodes", .price = "own.server", .dependsOn = "a price"});
    return {
        {"capacity.nodes-too-few", clusterOf(2, 3), clusterOf(3, 3),
         "The cluster has 2 nodes, but the pods of the busiest hour need 3.",
         "Raise the number of nodes, or let it follow the pods."},
        {"capacity.pod-over-node", oversized, clusterOf({}, 3),
         "A pod of 'Orders' asks for 2,000 m of CPU, more than the 1,780 m of a node.",
         "Choose a larger node, or let it ask for less."},
        {"cost.foreign-node", foreign, clusterOf({}, 3),
         "The cluster runs on Azure, but its nodes are billed by 'aws.ec2.m7g-large', a price of another provider.",
         "Choose a node of Azure, such as 'azure.vm.d2-v3'."},
        {"capacity.node-room-unknown", unknown, clusterOf({}, 3),
         "The price 'own.server' says nothing about the room of a node; that of an m7g.large is assumed.",
         "Choose a node that a price book describes, or add its room to yours."},
        {"cost.no-price", unpriced, clusterOf({}, 3),
         "The cluster costs more than the bill says: no price book has a price for Nodes.",
         "Choose a node that a price book has, or add a price book that has it."},
    };
}

Design hybrid(std::vector<std::string> deploySystems, std::vector<std::string> traceBackends) {
    Design design = DesignBuilder().service("a").service("b", "http-api", Host::Function).design;
    design.settings.cluster.deploySystems = std::move(deploySystems);
    design.settings.cluster.traceBackends = std::move(traceBackends);
    return design;
}

std::vector<RuleCase> operationCases() {
    Design logsElsewhere = hybrid({}, {"tempo", "x-ray"});
    logsElsewhere.settings.cluster.logSink = "none";
    return {
        caseOf("operability.two-deploy-systems", hybrid({"argo-cd", "sam"}, {}), hybrid({"sam"}, {}),
               "The design is deployed in 2 ways (Argo CD, SAM).",
               "Let one pipeline run both, in a fixed order, and write down which side goes first."),
        caseOf("observability.two-stacks", std::move(logsElsewhere), hybrid({}, {"tempo"}),
               "Traces end in 2 places and logs in 2: one incident, two screens.",
               "Send both sides through OpenTelemetry to one backend."),
    };
}

/// A design with one word in its settings that nobody knows.
template <class Change>
Design changed(Change change) {
    Design design = alone("Orders", "http-api", Host::Kubernetes);
    change(design);
    return design;
}

std::vector<RuleCase> designCases() {
    const Design plain = alone("Orders", "http-api", Host::Kubernetes);
    Design called = DesignBuilder().service("a").service("b").call("a", "b", 1).design;
    Design misspelt = called;
    Connection call = *misspelt.connections.begin();
    call.fields["timeotMs"] = 300.0;
    misspelt.connections.put(call);
    Design negative = called;
    call.fields = {{"retries", -1.0}};
    negative.connections.put(call);
    return {
        caseOf("design.field-ignored", misspelt, called,
               "The connection from 'a' to 'b' sets 'timeotMs', but a connection has no such field; did you mean "
               "'timeoutMs'?",
               "Correct its name or remove it; until then it has no effect."),
        caseOf("design.field-ignored", negative, called,
               "The connection from 'a' to 'b' sets 'Tries again' to -1 times, but it must be from 0 to 1,000 times.",
               "Give it a value that fits; until then it may have no effect."),
        caseOf("design.unknown-word", changed([](Design& d) { d.settings.cluster.flavour = "eks-atuo"; }), plain,
               "There is no cluster flavour 'eks-atuo'; did you mean 'eks-auto'?",
               "Correct settings.cluster.flavour; until then it counts as EKS with nodes."),
        caseOf("design.unknown-word", changed([](Design& d) { d.settings.cluster.billing = "hours"; }), plain,
               "There is no billing of a cluster 'hours'; expected one of nodes, pods.",
               "Correct settings.cluster.billing; until then its nodes are billed."),
        caseOf("design.unknown-word", changed([](Design& d) { d.settings.cluster.traceBackends = {"xray"}; }),
               changed([](Design& d) {
                   d.settings.cluster.traceBackends = {"x-ray", "jaeger"};
               }),
               "There is no known price of traces in 'xray'; did you mean 'x-ray'?",
               "Correct settings.cluster.traceBackends; until then traces are not on the bill."),
        caseOf("design.unknown-word", DesignBuilder().service("a").entry("a", 1000, "spikey").design,
               DesignBuilder().service("a").entry("a", 1000, "spiky").design,
               "There is no traffic profile 'spikey'; did you mean 'spiky'?",
               "Correct the profile of the entry 'e1'; until then its traffic is steady."),
        caseOf("design.unknown-word", changed([](Design& d) { d.settings.bill.off = {"node"}; }),
               changed([](Design& d) {
                   d.settings.bill.off = {"nodes", "a"};
               }),
               "There is no category of the bill and no service 'node'; did you mean 'nodes'?",
               "Correct settings.bill.off; until then it has no effect."),
        caseOf("design.unknown-word", changed([](Design& d) {
                   d.settings.bill.fixed = {{"logz", 3}};
               }),
               changed([](Design& d) {
                   d.settings.bill.fixed = {{"logs", 3}};
               }),
               "There is no category of the bill 'logz'; did you mean 'logs'?",
               "Correct settings.bill.fixed; until then its sum is billed beside the lines that it was to replace."),
        caseOf("design.unknown-kind", alone("Ledger", "block-chain", Host::Kubernetes),
               alone("Ledger", "http-api", Host::Kubernetes),
               "'Ledger' is of the kind 'block-chain', which this version does not know: it is kept and drawn, but has "
               "no figures and is not exported.",
               "Give it a kind of the palette, or open the design with the version that knows it."),
        caseOf("design.field-ignored", alone("Orders", "http-api", Host::Kubernetes, {{"memoryMib", 8.0}}),
               alone("Orders", "http-api", Host::Kubernetes, {{"memoryMib", 16.0}}),
               "'Orders' sets 'Memory per replica' to 8 MiB, but it must be from 16 to 1,048,576 MiB.",
               "Give it a value that fits; until then the standard holds."),
        caseOf("design.field-ignored", alone("Orders", "http-api", Host::Kubernetes, {{"memoryMb", 512.0}}),
               alone("Orders", "http-api", Host::Kubernetes),
               "'Orders' sets 'memoryMb', but an HTTP API service has no such field; did you mean 'memoryMib'?",
               "Correct its name or remove it; until then it has no effect."),
    };
}

}  // namespace

std::vector<RuleCase> ruleCases() {
    std::vector<RuleCase> all{replicasCase(), singleReplicaCase()};
    for (const auto& family : {placementCases(), eventCases(), networkCases(), dataCases(), costCases(), clusterCases(),
                               operationCases(), designCases(), exportRuleCases()}) {
        all.insert(all.end(), family.begin(), family.end());
    }
    return all;
}

Figures figuresWithoutBill(Design design) {
    Figures figures;
    figures.resolved = resolve(design, shippedCatalog());
    figures.flow = flowOf(design, {});
    figures.design = std::move(design);
    return figures;
}

}  // namespace tideline::test
