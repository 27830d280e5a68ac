// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {
constexpr std::array<std::string_view, 7> kGroups{
    "Entry and APIs",          "Workers and jobs", "Data",     "Messaging and events",
    "AI and machine learning", "Platform",         "External",
};

constexpr std::array kConditions{
    Word{"always", "at any time"},
    Word{"cluster.billing=nodes", "the cluster pays for its nodes"},
    Word{"cluster.billing=pods", "the cluster pays for what the pods ask for"},
    Word{"cluster.logSink=cloudwatch", "the logs of the pods go to CloudWatch"},
    Word{"exposure=public", "the service is reached from the internet"},
    Word{"frontDoor=http-api", "an HTTP API stands in front of the function"},
    Word{"frontDoor=rest-api", "a REST API stands in front of the function"},
    Word{"frontDoor=websocket-api", "a WebSocket API stands in front of the function"},
    Word{"function.vpc=true", "the function is attached to a VPC"},
    Word{"function.ephemeralMb>512", "the function asks for more than 512 MB of scratch space"},
    Word{"function.provisionedSlots>0", "slots of the function are kept warm"},
    Word{"function.snapStart=paid", "the function starts from a snapshot, in Python or .NET"},
    Word{"tracing=xray", "X-Ray is one of the places where traces end"},
    Word{"trigger=schedule", "a schedule starts it"},
    Word{"backup=on", "the field backup is on"},
    Word{"cache=persistent", "the data of the cache survives a restart"},
    Word{"engine=aurora", "the field engine is aurora"},
    Word{"engine=rds", "the field engine is rds"},
    Word{"queue=fifo", "the field ordered is on"},
    Word{"queue=standard", "the field ordered is off"},
    Word{"workflow=standard", "the field workflowType is standard"},
    Word{"workflow=express", "the field workflowType is express"},
    Word{"stream=kinesis", "the field product is kinesis"},
    Word{"stream=msk", "the field product is msk"},
    Word{"bus=archive", "the field archive is on"},
    Word{"edge=stateful", "the field statefulObjects is on"},
    Word{"service.gpus>0", "the service asks for GPUs"},
    Word{"service.gpus=0", "the service asks for no GPU"},
};

constexpr std::array kConstraints{
    Word{"gpu", "needs a GPU"},
    Word{"persistent-connections", "keeps connections open for minutes or hours"},
    Word{"long-running", "one piece of work can take more than 15 minutes"},
    Word{"local-state", "keeps state on its own disk or in its memory between requests"},
    Word{"single-node-volume", "one node at a time can mount its volume"},
    Word{"shared-volume", "needs a volume that many nodes mount"},
    Word{"large-payload", "carries more than 6 MB in one call"},
    Word{"large-memory", "needs more than 10,240 MB in one process"},
    Word{"native-binary", "starts a native program such as a browser"},
    Word{"daemon", "runs on every node"},
    Word{"cluster-scoped", "needs rights over the whole cluster"},
    Word{"ordered", "the order of its messages matters"},
    Word{"exactly-one", "must not run twice at the same time"},
    Word{"leader", "one of its replicas leads"},
    Word{"kernel-setting", "wants a setting of the node's kernel"},
    Word{"non-http-protocol", "speaks another protocol than HTTP"},
    Word{"external-owner", "somebody else runs it"},
};

constexpr std::array<std::string_view, 13> kUnits{
    "ms", "s", "min", "days", "months", "MB", "MiB", "KB", "GiB", "m", "requests/s", "DPU", "ACU",
};

constexpr std::array kWasmTargets{
    Word{"cloudflare-workers", "Cloudflare Workers"}, Word{"akamai-functions", "Akamai Functions"},
    Word{"fastly-compute", "Fastly Compute"},         Word{"spinkube", "SpinKube in the cluster"},
    Word{"wasmcloud", "wasmCloud in the cluster"},
};

}  // namespace

std::span<const std::string_view> groupTitles() {
    return kGroups;
}

std::span<const Word> conditionWords() {
    return kConditions;
}

std::span<const Word> constraintWords() {
    return kConstraints;
}

std::span<const std::string_view> fieldUnits() {
    return kUnits;
}

std::span<const Word> wasmTargetWords() {
    return kWasmTargets;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.emplace_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

}  // namespace tideline
