// SPDX-License-Identifier: Apache-2.0
// Servers and runs of models: what their images write goes into folders that may be written, and nothing calls home.
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tideline {
namespace {

void setAll(Workload& workload, const TextPairs& variables) {
    for (const auto& pair : variables) {
        workload.environment.push_back(pair);
    }
}

// PyTorch asks for the user's name, which a user without an entry in the image does not have.
void settleTorch(Workload& workload) {
    setAll(workload, {{"HOME", "/tmp"}, {"TORCHINDUCTOR_CACHE_DIR", "/tmp/torchinductor"}, {"USER", "service"}});
}

void enlargeScratch(Workload& workload, const std::string& size) {
    workload.scratch.front().size = size;
    workload.resources["limits"].set("ephemeral-storage", size);
}

// Several cards of one replica speak over shared memory, of which a container has 64 MiB by itself.
void shareMemory(Workload& workload) {
    if (workload.gpus > 1) {
        workload.scratch.push_back({"shared-memory", "/dev/shm", "2Gi", true});
    }
}

std::string folderOf(const Workload& workload, const std::string& fallback) {
    return workload.sharedVolumes.empty() ? fallback : workload.sharedVolumes.front().path;
}

}  // namespace

// The model and what is compiled for it lie in the claim, so that a further replica starts with warm caches.
void prepareVllm(const CorePlan&, Workload& workload) {
    const std::string home = workload.volume ? workload.volume->path : "/models";
    const long long slots = std::max(1LL, std::llround(workload.profile->number("concurrency", 8)));
    workload.command = {"vllm",   "serve", home + "/model",  "--served-model-name",   workload.name,
                        "--port", "8000",  "--max-num-seqs", fmt::format("{}", slots)};
    if (workload.gpus > 1) {
        workload.command.insert(workload.command.end(), {"--tensor-parallel-size", fmt::format("{}", workload.gpus)});
    }
    settleTorch(workload);
    setAll(workload, {{"DO_NOT_TRACK", "1"},
                      {"HF_HOME", "/tmp/huggingface"},
                      {"HF_HUB_OFFLINE", "1"},
                      {"TRITON_CACHE_DIR", "/tmp/triton"},
                      {"VLLM_CACHE_ROOT", home + "/cache"},
                      {"VLLM_NO_USAGE_STATS", "1"}});
    enlargeScratch(workload, "4Gi");
    shareMemory(workload);
    workload.metricsPort = "http";
    workload.metricsPath = "/metrics";
    workload.graceSeconds = 120;
}

// Models that are copied into its folder are served without a restart.
void prepareTriton(const CorePlan&, Workload& workload) {
    const std::string models = folderOf(workload, "/models");
    workload.command = {"tritonserver", "--model-repository=" + models, "--model-control-mode=poll",
                        "--repository-poll-secs=30", "--exit-on-error=false"};
    workload.environment.emplace_back("HOME", "/tmp");
    if (workload.sharedVolumes.empty()) {
        workload.scratch.push_back({"models", models, "1Gi"});
    }
    enlargeScratch(workload, "1Gi");
    shareMemory(workload);
    workload.graceSeconds = 60;
}

// A sample that looks for a card and ends; the person's own image trains.
void prepareTorch(const CorePlan&, Workload& workload) {
    workload.command = {"python", "-c", "import torch; print(torch.__version__, torch.cuda.device_count())"};
    settleTorch(workload);
    if (workload.volume) {
        workload.environment.emplace_back("CHECKPOINTS_PATH", workload.volume->path);
    }
    enlargeScratch(workload, "4Gi");
    shareMemory(workload);
}

void prepareFfmpeg(const CorePlan&, Workload& workload) {
    workload.command = {"ffmpeg", "-version"};
    workload.environment.emplace_back("HOME", "/tmp");
}

// Records and artifacts of one server on its own disk. It answers to the names by which pods call it, and to probes.
void prepareMlflow(const CorePlan& plan, Workload& workload) {
    const std::string home = workload.volume ? workload.volume->path : "/tmp";
    const std::string inside = fmt::format("{}.{}.svc.cluster.local", workload.name, plan.bridge.nameSpace);
    workload.command = {"mlflow",
                        "server",
                        "--host=0.0.0.0",
                        "--port=5000",
                        fmt::format("--backend-store-uri=sqlite:///{}/mlflow.db", home),
                        fmt::format("--artifacts-destination={}/artifacts", home),
                        fmt::format("--allowed-hosts={0},{0}:*,{1},{1}:*,10.*,172.*,192.168.*", workload.name, inside)};
    setAll(workload, {{"DO_NOT_TRACK", "true"}, {"HOME", "/tmp"}, {"MLFLOW_DISABLE_TELEMETRY", "true"}});
    enlargeScratch(workload, "1Gi");
    workload.graceSeconds = 60;
}

}  // namespace tideline
