// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"

#include "core/catalog/vocabulary.h"
#include "tests/support/catch.h"
#include "tests/support/shipped_data.h"

#include <algorithm>
#include <filesystem>
#include <set>

using namespace tideline;

namespace {

std::vector<std::string> shippedKeys() {
    std::vector<std::string> keys;
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        keys.push_back(kind.key);
    }
    return keys;
}

}  // namespace

TEST_CASE("the shipped kinds stand in the order of the palette", "[catalog]") {
    CHECK(shippedKeys() == std::vector<std::string>{"api-gateway",
                                                    "http-api",
                                                    "grpc-service",
                                                    "graphql-api",
                                                    "websocket-server",
                                                    "webhook-handler",
                                                    "auth-callback",
                                                    "static-site",
                                                    "mobile-backend",
                                                    "edge-http-handler",
                                                    "queue-worker",
                                                    "scheduled-job",
                                                    "batch-etl",
                                                    "image-processor",
                                                    "pdf-generator",
                                                    "email-sender",
                                                    "file-upload-processor",
                                                    "log-aggregator",
                                                    "workflow",
                                                    "stream-processor",
                                                    "video-transcoder",
                                                    "relational-database",
                                                    "cache",
                                                    "search-engine",
                                                    "object-storage",
                                                    "document-database",
                                                    "vector-database",
                                                    "edge-kv",
                                                    "shared-volume",
                                                    "event-bus",
                                                    "message-queue",
                                                    "event-stream",
                                                    "iot-ingest",
                                                    "ml-inference",
                                                    "llm-serving",
                                                    "ml-training-job",
                                                    "feature-pipeline",
                                                    "model-registry",
                                                    "telemetry-collector",
                                                    "grafana-stack",
                                                    "identity-provider",
                                                    "secrets-provider",
                                                    "developer-portal",
                                                    "gitops-controller",
                                                    "mesh-waypoint",
                                                    "saas-api"});
    CHECK(test::shippedCatalog().groups() == std::vector<std::string>{"Entry and APIs", "Workers and jobs", "Data",
                                                                      "Messaging and events", "AI and machine learning",
                                                                      "Platform", "External"});
}

TEST_CASE("every kind says of every host whether it can run there", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        for (const Host host : kHosts) {
            INFO(kind.key << " on " << keyOf(host));
            const bool isOffered = kind.hosting(host) != nullptr;
            const bool isRefused = kind.impossible(host) != nullptr;
            CHECK(isOffered != isRefused);
        }
    }
}

TEST_CASE("every kind has what palette and inspector show", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        INFO(kind.key);
        CHECK(kind.description.ends_with('.'));
        CHECK((kind.phrase.starts_with("a ") || kind.phrase.starts_with("an ")));
        CHECK(kind.synonyms.size() >= 3);
        CHECK(
            std::filesystem::exists(std::filesystem::path(TIDELINE_SHARE) / "resources/icons" / (kind.icon + ".svg")));
        for (const FieldSpec& field : kind.fields) {
            INFO(field.key);
            CHECK_FALSE(field.title.empty());
            CHECK_FALSE(field.source.empty());
        }
    }
}

TEST_CASE("replicas that a person can set begin as the scaling has them", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        const Hosting* pods = kind.hosting(Host::Kubernetes);
        if (pods == nullptr) {
            continue;
        }
        INFO(kind.key);
        const bool isScaled = pods->scaling.by == "hpa" || pods->scaling.by == "keda";
        REQUIRE((kind.field("mostReplicas") != nullptr) == isScaled);
        REQUIRE((kind.field("replicasFixed") != nullptr) == (pods->scaling.by == "fixed"));
        if (isScaled) {
            CHECK(kind.field("leastReplicas")->standard == FieldValue(pods->scaling.least));
            CHECK(kind.field("mostReplicas")->standard == FieldValue(pods->scaling.most));
        }
    }
}

TEST_CASE("pods have an image with a version and probes on their ports", "[catalog]") {
    for (const ServiceKind& kind : test::shippedCatalog().kinds()) {
        if (kind.hosting(Host::Kubernetes) == nullptr) {
            continue;
        }
        INFO(kind.key);
        if (kind.workloadObject.empty()) {
            // A folder, or what its own installer brings.
            CHECK(kind.image.name.empty());
            CHECK(kind.ports.empty());
            continue;
        }
        CHECK_FALSE(kind.image.name.empty());
        CHECK_FALSE(kind.image.tag.empty());
        const bool runsOn = kind.workloadObject != "cron-job" && kind.workloadObject != "job";
        CHECK(kind.ports.empty() != runsOn);
        CHECK(kind.readiness.type.empty() != runsOn);
    }
}

TEST_CASE("no list of the vocabulary has a word twice", "[catalog]") {
    const auto demandUnique = [](const auto& words) {
        std::set<std::string> seen;
        for (const auto& word : words) {
            INFO(word.key);
            CHECK(seen.insert(std::string(word.key)).second);
        }
    };
    demandUnique(meterWords());
    demandUnique(conditionWords());
    demandUnique(constraintWords());
    demandUnique(partWords());
    demandUnique(scalingWords());
    demandUnique(triggerWords());
    demandUnique(runtimeWords());
    demandUnique(wasmTargetWords());
}
