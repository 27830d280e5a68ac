// SPDX-License-Identifier: Apache-2.0
#include "tests/support/export_samples.h"

#include "core/disk/data_folder.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/shipped_data.h"

#include <algorithm>

namespace tideline::test {

Design everyKindInCore() {
    DesignBuilder builder;
    builder.design.title = "Every kind";
    for (const ServiceKind& kind : shippedCatalog().kinds()) {
        if (kind.hosting(Host::Kubernetes) != nullptr) {
            builder.service(kind.key, kind.key, Host::Kubernetes);
        }
    }
    builder.service("bus", "event-bus", Host::Managed)
        .service("queue", "message-queue", Host::Managed)
        .service("stream", "event-stream", Host::Managed)
        .service("bucket", "object-storage", Host::Managed)
        .service("rds", "relational-database", Host::Managed)
        .service("provider", "saas-api", Host::Managed)
        .service("edge", "webhook-handler", Host::Function)
        .service("nightly", "scheduled-job", Host::Function);
    builder.call("api-gateway", "http-api", 1, {{"timeoutMs", 2000.0}})
        .call("api-gateway", "websocket-server", 0.1)
        .call("http-api", "grpc-service", 1)
        .call("http-api", "pdf-generator", 0.1)
        .call("http-api", "provider", 0.1, {{"timeoutMs", 3000.0}})
        .call("edge", "http-api", 1)
        .call("edge", "grpc-service", 1)
        .call("http-api", "identity-provider", 0.01)
        .call("http-api", "llm-serving", 0.01)
        .call("http-api", "ml-inference", 0.1)
        .call("ml-training-job", "model-registry", 1)
        .data("http-api", "relational-database", 1)
        .data("http-api", "cache", 1)
        .data("http-api", "search-engine", 1)
        .data("http-api", "rds", 1)
        .data("file-upload-processor", "object-storage", 1)
        .data("file-upload-processor", "bucket", 1)
        .data("nightly", "relational-database", 10)
        .data("identity-provider", "relational-database", 3)
        .data("ml-inference", "shared-volume", 1)
        .data("ml-training-job", "shared-volume", 1)
        .data("batch-etl", "relational-database", 10);
    builder.send("http-api", "bus", 1, {{"event", std::string("OrderPlaced")}})
        .send("http-api", "event-bus", 1)
        .send("http-api", "message-queue", 1)
        .send("http-api", "event-stream", 1)
        .send("http-api", "log-aggregator", 1)
        .send("bus", "image-processor", 1)
        .send("bus", "websocket-server", 1)
        .send("queue", "queue-worker", 1)
        .send("bus", "video-transcoder", 0.1)
        .send("stream", "file-upload-processor", 1)
        .send("message-queue", "email-sender", 1)
        .send("event-bus", "image-processor", 1)
        .send("event-stream", "file-upload-processor", 1)
        .send("scheduled-job", "bus", 1);
    builder.entry("api-gateway", 1'000'000).entry("static-site", 100'000).entry("edge", 10'000);
    return builder.design;
}

Design everyOptionInCore() {
    DesignBuilder builder;
    builder.design.title = "Every option";
    builder.design.settings.cluster.flavour = "eks-auto";
    builder.service("gateway", "api-gateway")
        .service("orders", "http-api")
        .service("stock", "grpc-service")
        .service("mails", "queue-worker")
        .service("reports", "queue-worker", Host::Kubernetes, {{"leastReplicas", 2.0}})
        .service("orders-db", "relational-database")
        .service("cache", "cache")
        .service("queue", "message-queue")
        .service("log", "event-stream")
        .service("nightly", "scheduled-job")
        .service("answers", "llm-serving")
        .service("hook", "webhook-handler", Host::Function);
    builder.call("gateway", "orders", 1)
        .call("orders", "answers", 0.1)
        .call("orders", "stock", 1)
        .call("hook", "stock", 1)
        .data("orders", "orders-db", 1)
        .data("hook", "orders-db", 1)
        .data("orders", "cache", 1);
    builder.send("orders", "queue", 1)
        .send("queue", "mails", 1)
        .send("orders", "log", 1)
        .send("log", "mails", 1)
        .send("cache", "reports", 1);
    builder.entry("gateway", 1'000'000).entry("hook", 1000);
    builder.design.settings.exports = {{"istioAmbient", true},
                                       {"kserve", true},
                                       {"kyverno", true},
                                       {"otelCollector", true},
                                       {"timeZone", std::string("Europe/Berlin")},
                                       {"workingHours", std::string("08:00-18:30")}};
    return builder.design;
}

Design edgeSiteInCore() {
    DesignBuilder builder;
    builder.design.title = "Edge site";
    builder.design.settings.cluster.flavour = "k3s";
    builder.service("tills", "http-api")
        .service("prices", "http-api", Host::Kubernetes, {{"leastReplicas", 1.0}})
        .service("receipts", "http-api")
        .service("sync", "http-api")
        .service("head-office", "webhook-handler", Host::Function)
        .service("sales", "relational-database")
        .service("uploads", "queue-worker")
        .service("queue", "message-queue");
    builder.data("tills", "sales", 1).send("tills", "queue", 1).send("queue", "uploads", 1);
    builder.call("tills", "prices", 1).call("receipts", "prices", 1).call("head-office", "sync", 1);
    builder.entry("tills", 100'000);
    builder.design.settings.exports = {{"knative", true}, {"nodePort", 30443.0}};
    return builder.design;
}

Analysis shippedAnalysis(Design design) {
    Analysis analysis;
    analysis.figures.resolved = resolve(design, shippedCatalog());
    analysis.figures.design = std::move(design);
    analysis.catalog = &shippedCatalog();
    return analysis;
}

std::string textOf(const ExportBundle& bundle, std::string_view path) {
    CAPTURE(path);
    const auto file = std::ranges::find(bundle.files, path, &ExportFile::path);
    REQUIRE(file != bundle.files.end());
    return file->text;
}

std::string textOf(const Result<ExportBundle>& bundle, std::string_view path) {
    REQUIRE(bundle);
    return textOf(*bundle, path);
}

YAML::Node objectIn(const ExportBundle& bundle, const std::string& path, const std::string& kind,
                    const std::string& name) {
    const auto file = std::ranges::find(bundle.files, path, &ExportFile::path);
    if (file == bundle.files.end()) {
        return YAML::Node(YAML::NodeType::Null);
    }
    for (const YAML::Node& object : YAML::LoadAll(file->text)) {
        const bool isNamed = name.empty() || object["metadata"]["name"].as<std::string>() == name;
        if (object["kind"].as<std::string>() == kind && isNamed) {
            return object;
        }
    }
    return YAML::Node(YAML::NodeType::Null);
}

bool tells(const ExportBundle& bundle, std::string_view part) {
    return std::ranges::any_of(bundle.notes,
                               [&](const ExportNote& note) { return note.message.find(part) != std::string::npos; });
}

ExportOptions shippedExportOptions() {
    ExportOptions options;
    options.chartTemplates = DataFolder{TIDELINE_SHARE}.chartFiles(realDisk()).value();
    return options;
}

}  // namespace tideline::test
