// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_designs.h"

#include "tests/support/design_builder.h"

#include <fmt/core.h>

namespace tideline::test {

namespace {

DesignBuilder platformServices() {
    return DesignBuilder()
        .service("gateway", "api-gateway", Host::Kubernetes)
        .service("users", "http-api", Host::Kubernetes, {{"durationMs", 60.0}, {"cpuMs", 10.0}})
        .service("orders", "http-api", Host::Kubernetes, {{"durationMs", 120.0}, {"cpuMs", 20.0}})
        .service("payments", "http-api", Host::Kubernetes, {{"durationMs", 350.0}, {"cpuMs", 15.0}})
        .service("orders-db", "relational-database", Host::Kubernetes)
        .service("cache", "cache", Host::Kubernetes)
        .service("search", "search-engine", Host::Kubernetes)
        .service("live", "websocket-server", Host::Kubernetes)
        .service("images", "image-processor", Host::Function)
        .service("pdf", "pdf-generator", Host::Function)
        .service("mail", "email-sender", Host::Function)
        .service("webhooks", "webhook-handler", Host::Function, {{"signatureCheck", true}})
        .service("cron", "scheduled-job", Host::Function)
        .service("auth", "auth-callback", Host::Function)
        .service("uploads", "file-upload-processor", Host::Function)
        .service("etl", "batch-etl", Host::Function, {{"maxDurationMs", 2700000.0}})
        .service("logs", "log-aggregator", Host::Function)
        .service("bus", "event-bus", Host::Managed)
        .call("gateway", "users", 0.35, {{"timeoutMs", 2000.0}})
        .call("gateway", "orders", 0.4, {{"timeoutMs", 3000.0}})
        .call("gateway", "live", 0.01, {{"timeoutMs", 5000.0}})
        .call("orders", "payments", 0.1, {{"timeoutMs", 2000.0}, {"retries", 1.0}})
        .data("users", "orders-db", 2)
        .data("orders", "orders-db", 4)
        .data("payments", "orders-db", 2)
        .data("users", "cache", 1)
        .data("orders", "cache", 2)
        .data("orders", "search", 0.5, {{"writes", false}})
        .data("live", "cache", 1)
        .send("orders", "bus", 0.15, {{"event", std::string("OrderPlaced")}})
        .send("payments", "bus", 1, {{"event", std::string("PaymentTaken")}})
        .send("users", "bus", 0.02, {{"event", std::string("UserChanged")}})
        .send("bus", "pdf", 0.3, {{"deadLetter", true}, {"event", std::string("PaymentTaken")}})
        .send("bus", "mail", 0.5, {{"deadLetter", true}})
        .send("bus", "images", 0.1, {{"deadLetter", true}, {"event", std::string("FileStored")}})
        .send("bus", "live", 0.6, {{"deadLetter", true}})
        .send("webhooks", "bus", 1, {{"event", std::string("ProviderSaid")}})
        .send("uploads", "bus", 1, {{"event", std::string("FileStored")}})
        .call("auth", "users", 1, {{"timeoutMs", 2000.0}})
        .send("cron", "bus", 1)
        .data("etl", "orders-db", 5000)
        .data("cron", "orders-db", 50)
        .entry("gateway", 12000000, "business-hours")
        .entry("webhooks", 300000, "event-driven")
        .entry("auth", 200000, "business-hours")
        .entry("uploads", 150000, "business-hours")
        .backgroundEntry("logs", 20000000, "business-hours")
        .backgroundEntry("cron", 730, "steady")
        .backgroundEntry("etl", 30, "batch-window");
}

ServiceId copyOf(const ServiceId& id, int copy) {
    return {copy == 1 ? id.text : fmt::format("{}-{}", id.text, copy)};
}

void addCopy(Design& chain, const Design& platform, int copy) {
    for (Service service : platform.services) {
        service.id = copyOf(service.id, copy);
        chain.services.put(std::move(service));
    }
    for (Connection connection : platform.connections) {
        connection.id.text = fmt::format("{}-{}", connection.id.text, copy);
        connection.from = copyOf(connection.from, copy);
        connection.to = copyOf(connection.to, copy);
        chain.connections.put(std::move(connection));
    }
    for (Entry entry : platform.entries) {
        entry.id.text = fmt::format("{}-{}", entry.id.text, copy);
        entry.service = copyOf(entry.service, copy);
        chain.entries.put(std::move(entry));
    }
}

}  // namespace

Design orderPlatform() {
    Design design = platformServices().design;
    design.title = "Order platform";
    design.settings.cluster.flavour = "eks-auto";
    design.settings.cluster.deploySystems = {"argo-cd", "sam"};
    design.settings.cluster.traceBackends = {"tempo", "x-ray"};
    design.settings.bus = {.service = "bus"};
    return design;
}

Design chainOf(int services) {
    const Design platform = orderPlatform();
    const int size = static_cast<int>(platform.services.size());
    Design chain;
    chain.title = fmt::format("chain-{}", services);
    chain.settings = platform.settings;
    const int copies = (services + size - 1) / size;
    for (int copy = 1; copy <= copies; ++copy) {
        addCopy(chain, platform, copy);
        if (copy > 1) {
            chain.connections.put({.id = {fmt::format("joined-{}", copy)},
                                   .from = copyOf({"orders"}, copy - 1),
                                   .to = copyOf({"bus"}, copy),
                                   .type = ConnectionType::Async,
                                   .callsPerRequest = 0.01,
                                   .fields = {{"event", std::string("OrderPlaced")}}});
        }
    }
    return chain;
}

Design scenarioA() {
    Design design = DesignBuilder()
                        .service("api", "http-api", Host::Function,
                                 {{"durationMs", 200.0},
                                  {"functionMemoryMb", 256.0},
                                  {"frontDoor", std::string("none")},
                                  {"architecture", std::string("x86_64")}})
                        .entry("api", 100'000, "unpredictable")
                        .design;
    design.title = "Article scenario A: 100K requests";
    design.settings.cluster.nodePrice = "aws.ec2.t3-medium";
    design.settings.cluster.zones = 2;
    design.settings.cluster.nodes = 2;
    design.settings.cluster.deploySystems = {"sam"};
    design.settings.cluster.traceBackends = {"x-ray"};
    design.settings.bill.off = {"disks",    "lcu",      "nat-hours", "nat-data", "ipv4",
                                "cross-az", "transfer", "logs",      "traces"};
    return design;
}

Design scenarioB() {
    Design design = DesignBuilder()
                        .service("api", "http-api", Host::Function,
                                 {{"durationMs", 500.0},
                                  {"functionMemoryMb", 1024.0},
                                  {"logKb", 1.0},
                                  {"frontDoor", std::string("rest-api")},
                                  {"inVpc", true},
                                  {"vpcReason", std::string("db")},
                                  {"needsInternet", true},
                                  {"architecture", std::string("x86_64")}})
                        .service("db", "relational-database", Host::Managed)
                        .data("api", "db", 2)
                        .entry("api", 50'000'000, "steady")
                        .design;
    design.title = "Article scenario B: 50M requests and the bill shock";
    design.settings.cluster.nodePrice = "aws.ec2.c5-xlarge";
    design.settings.cluster.nodes = 3;
    design.settings.cluster.natGateways = 1;
    design.settings.cluster.logSink = "none";
    design.settings.cluster.deploySystems = {"sam"};
    design.settings.cluster.traceBackends = {"x-ray"};
    design.settings.bill.off = {"disks", "lcu", "nat-data", "ipv4", "cross-az", "transfer", "traces", "db"};
    return design;
}

}  // namespace tideline::test
