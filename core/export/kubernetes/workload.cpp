// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/workload.h"

#include "core/base/assert.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {
namespace {

struct ShapeRow {
    WorkloadShape shape;
    std::string_view key, apiVersion, kind;
};

constexpr std::array<ShapeRow, 10> kShapes{{
    {WorkloadShape::Deployment, "deployment", "apps/v1", "Deployment"},
    {WorkloadShape::StatefulSet, "stateful-set", "apps/v1", "StatefulSet"},
    {WorkloadShape::DaemonSet, "daemon-set", "apps/v1", "DaemonSet"},
    {WorkloadShape::CronJob, "cron-job", "batch/v1", "CronJob"},
    {WorkloadShape::Job, "job", "batch/v1", "Job"},
    {WorkloadShape::ScaledJob, "scaled-job", "keda.sh/v1alpha1", "ScaledJob"},
    {WorkloadShape::Strimzi, "kafka", "kafka.strimzi.io/v1", "Kafka"},
    {WorkloadShape::Knative, "knative-service", "serving.knative.dev/v1", "Service"},
    {WorkloadShape::Inference, "inference-service", "serving.kserve.io/v1beta1", "InferenceService"},
    {WorkloadShape::Claim, "volume-claim", "v1", "PersistentVolumeClaim"},
}};

const ShapeRow& rowOf(WorkloadShape shape) {
    const auto row = std::ranges::find(kShapes, shape, &ShapeRow::shape);
    TIDELINE_ASSERT(row != kShapes.end(), "every workload shape has a row");
    return *row;
}

}  // namespace

std::string_view keyOf(WorkloadShape shape) {
    return rowOf(shape).key;
}
std::string_view apiVersionOf(WorkloadShape shape) {
    return rowOf(shape).apiVersion;
}
std::string_view objectKindOf(WorkloadShape shape) {
    return rowOf(shape).kind;
}

bool Workload::isOurs() const {
    constexpr std::array kSamples{"/podinfo", "/busybox", "/ffmpeg", "/pytorch"};
    const bool isSample =
        std::ranges::any_of(kSamples, [&](const char* sample) { return repository.ends_with(sample); });
    const bool isSite = repository.ends_with("/nginx-unprivileged") && !hasPart("gateway");
    return isSample || isSite;
}

std::string Workload::claimName() const {
    return shape == WorkloadShape::Claim ? name : name + "-storage";
}

std::string Workload::baseImage() const {
    return isOurs() ? name + ":set-by-overlay" : repository + ":" + tag;
}

bool Workload::hasPart(std::string_view part) const {
    return std::ranges::count(parts, part) > 0;
}

const WorkloadPort* Workload::port(std::string_view portName) const {
    const auto at = std::ranges::find(ports, portName, &WorkloadPort::name);
    return at == ports.end() ? nullptr : &*at;
}

std::string_view Workload::podMaker() const {
    switch (shape) {
    case WorkloadShape::Knative: return "Knative";
    case WorkloadShape::ScaledJob: return "KEDA";
    case WorkloadShape::Inference: return "KServe";
    case WorkloadShape::Strimzi: return "Strimzi";
    default: return "";
    }
}

std::string Workload::podLabel() const {
    return shape == WorkloadShape::Strimzi ? "strimzi.io/cluster" : "app.kubernetes.io/name";
}

std::string Workload::address() const {
    const WorkloadPort* main = mainPort();
    if (main == nullptr) {
        return {};
    }
    if (shape == WorkloadShape::Strimzi) {
        return fmt::format("{}-kafka-bootstrap:{}", name, main->service);
    }
    if (shape == WorkloadShape::Inference) {
        return "http://" + serviceName();
    }
    if (shape == WorkloadShape::Knative) {
        return fmt::format("http://{}.{}", name, domain);
    }
    const std::string host = hasPart("service") || headlessName().empty() ? name : headlessName();
    if (main->appProtocol == "http") {
        return main->service == 80 ? "http://" + host : fmt::format("http://{}:{}", host, main->service);
    }
    return fmt::format("{}:{}", host, main->service);
}

std::string Workload::serviceName() const {
    return shape == WorkloadShape::Inference ? name + "-predictor" : name;  // the one that KServe makes
}

const WorkloadPort* Workload::mainPort() const {
    const auto main = std::ranges::find_if(ports, [](const WorkloadPort& each) { return each.name != "metrics"; });
    return main == ports.end() ? nullptr : &*main;
}

std::string Workload::headlessName() const {
    if (!hasPart("headless-service")) {
        return {};
    }
    return hasPart("service") ? name + "-headless" : name;
}

}  // namespace tideline
