// SPDX-License-Identifier: Apache-2.0
// Graphics cards, folders that several services mount, runs that messages start, and servers of models.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

using namespace tideline;
using namespace tideline::test;

namespace {

ExportBundle bundleOf(Design design) {
    const auto bundle = buildKubernetes(shippedAnalysis(std::move(design)), ExportOptions{});
    if (!bundle) {
        FAIL(describe(bundle.error()));
    }
    return *bundle;
}

DesignBuilder chatWithModel() {
    DesignBuilder builder;
    builder.service("chat").service("model", "llm-serving");
    builder.call("chat", "model", 1).entry("chat", 100'000);
    return builder;
}

}  // namespace

TEST_CASE("a replica with a graphics card asks for it, bears its node's taint and keeps its model", "[kubernetes]") {
    const ExportBundle bundle = bundleOf(chatWithModel().design);
    const YAML::Node pod = objectIn(bundle, "base/model.yaml", "Deployment")["spec"]["template"]["spec"];
    CHECK(pod["containers"][0]["resources"]["limits"]["nvidia.com/gpu"].as<std::string>() == "1");
    CHECK(pod["tolerations"][0]["key"].as<std::string>() == "nvidia.com/gpu");
    const YAML::Node claim = objectIn(bundle, "base/model.yaml", "PersistentVolumeClaim");
    CHECK(claim["metadata"]["name"].as<std::string>() == "model-storage");
    CHECK(claim["spec"]["accessModes"][0].as<std::string>() == "ReadWriteMany");
    CHECK_FALSE(objectIn(bundle, "base/chat.yaml", "Deployment")["spec"]["template"]["spec"]["tolerations"]);
    CHECK(tells(bundle, "'model' takes 1 graphics card of NVIDIA a replica"));
}

TEST_CASE("EKS Auto Mode gets a pool of the nodes with cards that the bill counts", "[kubernetes]") {
    DesignBuilder builder = chatWithModel();
    builder.design.settings.cluster.flavour = "eks-auto";
    const ExportBundle bundle = bundleOf(builder.design);
    const YAML::Node pool = objectIn(bundle, "platform/nodes.yaml", "NodePool", "design-gpu");
    REQUIRE(pool.IsMap());
    CHECK(pool["spec"]["limits"]["nvidia.com/gpu"].as<std::string>() == "4");
    CHECK(pool["spec"]["template"]["spec"]["taints"][0]["key"].as<std::string>() == "nvidia.com/gpu");
    CHECK(pool["spec"]["template"]["spec"]["requirements"][1]["values"][0].as<std::string>() == "g6.xlarge");
    CHECK_FALSE(tells(bundle, "graphics card"));
}

TEST_CASE("a pool of nodes offers machines with as many cards as a replica takes", "[kubernetes]") {
    DesignBuilder builder;
    builder.service("chat").service("model", "llm-serving", Host::Kubernetes, {{"gpus", 4.0}});
    builder.call("chat", "model", 1).entry("chat", 100'000);
    builder.design.settings.cluster.flavour = "eks-auto";
    const ExportBundle bundle = bundleOf(builder.design);
    CHECK(tells(bundle, "'model' takes 4 graphics cards a replica, which have to be in one machine"));
    const YAML::Node pool = objectIn(bundle, "platform/nodes.yaml", "NodePool", "design-gpu");
    REQUIRE(pool.IsMap());
    const YAML::Node machines = pool["spec"]["template"]["spec"]["requirements"][1];
    CHECK(machines["key"].as<std::string>() == "eks.amazonaws.com/instance-family");  // a g6.xlarge has one card
    CHECK(machines["values"][0].as<std::string>() == "g6");
    CHECK(pool["spec"]["limits"]["nvidia.com/gpu"].as<std::string>() == "16");
}

TEST_CASE("several services mount one folder, whoever keeps it", "[kubernetes]") {
    const Host host = GENERATE(Host::Kubernetes, Host::Managed);
    DesignBuilder builder;
    builder.service("api").service("worker", "queue-worker").service("files", "shared-volume", host);
    builder.data("api", "files", 1).data("worker", "files", 1).entry("api", 1'000'000);
    builder.design.settings.exports = {{"fileSystem", "fs-0a1b2c3d4e5f60718"}};
    const ExportBundle bundle = bundleOf(builder.design);
    CHECK(objectIn(bundle, "base/files.yaml", "PersistentVolumeClaim")["spec"]["storageClassName"].as<std::string>() ==
          "efs-sc");
    for (const std::string name : {"api", "worker"}) {
        const YAML::Node pod = objectIn(bundle, "base/" + name + ".yaml", "Deployment")["spec"]["template"]["spec"];
        const YAML::Node volumes = pod["volumes"];
        const bool isMounted = std::any_of(volumes.begin(), volumes.end(), [](const YAML::Node& volume) {
            return volume["persistentVolumeClaim"] &&
                   volume["persistentVolumeClaim"]["claimName"].as<std::string>() == "files";
        });
        CAPTURE(name);
        CHECK(isMounted);
        CHECK(objectIn(bundle, "base/" + name + ".yaml", "ConfigMap")["data"]["FILES_PATH"].as<std::string>() ==
              "/shared/files");
    }
    const YAML::Node storage = objectIn(bundle, "platform/shared-storage.yaml", "StorageClass");
    CHECK(storage["parameters"]["fileSystemId"].as<std::string>() == "fs-0a1b2c3d4e5f60718");
}

TEST_CASE("messages start a run each; without a queue it runs once and says so", "[kubernetes]") {
    DesignBuilder builder;
    builder.service("film", "video-transcoder").service("inbox", "message-queue", Host::Managed);
    const ExportBundle alone = bundleOf(builder.design);
    CHECK(objectIn(alone, "base/film.yaml", "Job").IsMap());
    CHECK(tells(alone, "'film' starts a run for each message, and no queue is drawn to it"));

    builder.send("inbox", "film", 1);
    const ExportBundle fed = bundleOf(builder.design);
    const YAML::Node runs = objectIn(fed, "base/film.yaml", "ScaledJob");
    REQUIRE(runs.IsMap());
    CHECK(runs["spec"]["minReplicaCount"].as<int>() == 0);
    CHECK(runs["spec"]["triggers"][0]["type"].as<std::string>() == "aws-sqs-queue");
    CHECK(runs["spec"]["jobTargetRef"]["template"]["spec"]["restartPolicy"].as<std::string>() == "OnFailure");
    CHECK_FALSE(objectIn(fed, "base/film.yaml", "Job").IsMap());
    CHECK_FALSE(tells(fed, "no queue is drawn"));
}

TEST_CASE("KServe runs servers of models where the settings say so, and callers find them", "[kubernetes]") {
    DesignBuilder builder = chatWithModel();
    builder.design.settings.exports = {{"kserve", true}};
    const ExportBundle bundle = bundleOf(builder.design);
    const YAML::Node server = objectIn(bundle, "base/model.yaml", "InferenceService");
    REQUIRE(server.IsMap());
    const YAML::Node predictor = server["spec"]["predictor"];
    CHECK(predictor["containers"][0]["name"].as<std::string>() == "kserve-container");
    CHECK(predictor["maxReplicas"].as<int>() == 4);
    CHECK(predictor["autoScaling"]["metrics"][0]["external"]["metric"]["backend"].as<std::string>() == "prometheus");
    CHECK_FALSE(objectIn(bundle, "base/model.yaml", "Deployment").IsMap());
    CHECK(objectIn(bundle, "base/chat.yaml", "ConfigMap")["data"]["MODEL_URL"].as<std::string>() ==
          "http://model-predictor");
    CHECK(objectIn(bundle, "base/chat.yaml", "Deployment").IsMap());
}

TEST_CASE("Prometheus reads the figures of a server of models that KServe runs", "[kubernetes]") {
    const std::string kind = GENERATE(std::string("llm-serving"), std::string("ml-inference"));
    CAPTURE(kind);
    DesignBuilder builder;
    builder.service("chat").service("model", kind).call("chat", "model", 1).entry("chat", 100'000);
    builder.design.settings.exports = {{"kserve", true}};
    const ExportBundle bundle = bundleOf(builder.design);
    const YAML::Node monitor = objectIn(bundle, "base/model.yaml", "PodMonitor");
    REQUIRE(monitor.IsMap());
    const std::string port = monitor["spec"]["podMetricsEndpoints"][0]["port"].as<std::string>();
    CHECK(port == (kind == "llm-serving" ? "http" : "metrics"));
    CHECK(monitor["spec"]["jobLabel"].as<std::string>() == "app.kubernetes.io/name");  // the scaler asks for this job
    const YAML::Node predictor = objectIn(bundle, "base/model.yaml", "InferenceService")["spec"]["predictor"];
    const YAML::Node ports = predictor["containers"][0]["ports"];
    CHECK(std::any_of(ports.begin(), ports.end(),
                      [&](const YAML::Node& each) { return each["name"].as<std::string>() == port; }));
    for (const auto& label : monitor["spec"]["selector"]["matchLabels"]) {
        CHECK(predictor["labels"][label.first.as<std::string>()].as<std::string>() == label.second.as<std::string>());
    }
    CHECK_FALSE(objectIn(bundle, "base/model.yaml", "Service").IsMap());  // KServe makes it
    CHECK_FALSE(tells(bundle, "answers no Prometheus scrape"));
}

TEST_CASE("functions reach a model of KServe by the Service that KServe makes", "[kubernetes]") {
    DesignBuilder builder = chatWithModel();
    builder.service("hook", "webhook-handler", Host::Function).call("hook", "model", 1);
    const auto backendOf = [](const Design& design) {
        const YAML::Node route = objectIn(bundleOf(design), "base/model.yaml", "HTTPRoute");
        REQUIRE(route.IsMap());
        return route["spec"]["rules"][0]["backendRefs"][0]["name"].as<std::string>();
    };
    CHECK(backendOf(builder.design) == "model");
    builder.design.settings.exports = {{"kserve", true}};
    CHECK(backendOf(builder.design) == "model-predictor");
}

TEST_CASE("a drawn collector takes the traces of all services", "[kubernetes]") {
    DesignBuilder builder;
    builder.service("api").service("traces", "telemetry-collector").entry("api", 1'000'000);
    builder.design.settings.exports = {{"otlpBackend", "http://tempo.observability.svc:4318"}};
    const ExportBundle bundle = bundleOf(builder.design);
    CHECK(objectIn(bundle, "base/api.yaml", "ConfigMap")["data"]["OTEL_EXPORTER_OTLP_ENDPOINT"].as<std::string>() ==
          "http://traces.design.svc.cluster.local:4317");
    const YAML::Node from = objectIn(bundle, "base/traces.yaml", "NetworkPolicy")["spec"]["ingress"][0]["from"][0];
    CHECK(from["podSelector"]["matchLabels"]["app.kubernetes.io/name"].as<std::string>() == "api");
    const YAML::Node files = objectIn(bundle, "base/traces.yaml", "ConfigMap", "traces-files");
    CHECK(files["data"]["collector.yaml"].as<std::string>().find("endpoint: http://tempo.observability.svc:4318") !=
          std::string::npos);
}
