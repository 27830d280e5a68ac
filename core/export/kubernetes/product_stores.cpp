// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/volume_size.h"
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tideline {
namespace {

std::string credentialFile(const Workload& workload, std::string_view name) {
    return fmt::format("{}/{}", workload.credentialsPath, name);
}

// KEDA looks into the streams that a service is scaled by.
bool feedsScaler(const CorePlan& plan, const Workload& store) {
    return std::ranges::any_of(plan.workloads, [&](const Workload& each) {
        return std::ranges::any_of(each.scaling.triggerCredentials, [&](const auto& credential) {
            return credential.second == store.name + "-password";
        });
    });
}

}  // namespace

// The image takes a password from a file only through a variable whose name linters take for the secret itself, so
// the shell names it. Any user may own the data; the entry point makes up a name for it.
void preparePostgres(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "username");
    addOwnCredential(plan, workload, "password");
    const std::string home = workload.volume ? workload.volume->path : "/var/lib/postgresql";
    workload.environment.emplace_back("PGDATA", home + "/pgdata");
    workload.environment.emplace_back("POSTGRES_DB", "app");
    workload.environment.emplace_back("POSTGRES_USER_FILE", credentialFile(workload, "username"));
    workload.command = {"/bin/sh", "-c",
                        fmt::format("export POSTGRES_PASSWORD_FILE={}\nexec docker-entrypoint.sh postgres",
                                    credentialFile(workload, "password"))};
    workload.scratch.push_back({"run", "/var/run/postgresql", "16Mi"});
    workload.readiness = execProbe({"pg_isready", "--host=127.0.0.1", "--port=5432", "--dbname=app"}, 10, 5);
    workload.preStopSeconds = 0;
    workload.graceSeconds = 120;
    addMetricsExporter(workload, {.image = "quay.io/prometheuscommunity/postgres-exporter:v0.19.1",
                                  .port = 9187,
                                  .args = {},
                                  .environment = {{"DATA_SOURCE_PASS_FILE", credentialFile(workload, "password")},
                                                  {"DATA_SOURCE_URI", "127.0.0.1:5432/app?sslmode=disable"},
                                                  {"DATA_SOURCE_USER_FILE", credentialFile(workload, "username")}},
                                  .readsCredentials = true});
}

// The password goes through the configuration on standard input: an argument would show it to everyone who may list
// processes.
void prepareValkey(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "password");
    workload.credentialTemplates = {{"exporter.json", "{\"redis://127.0.0.1:6379\": \"{{ .password }}\"}"}};
    const double memory = workload.profile->number("memoryMib", 256);
    const bool isKept = workload.profile->flag("persistent") && workload.shape == WorkloadShape::StatefulSet;
    if (isKept && !workload.volume) {
        const double size = std::ceil(volumeGib(*workload.profile));
        workload.volume = WorkloadVolume{fmt::format("{}Gi", std::llround(size)),
                                         plan.settings().k3s ? "local-path" : "gp3", "ReadWriteOnce", "/data"};
    }
    workload.command = {"/bin/sh", "-c",
                        fmt::format("exec valkey-server - <<EOF\n"
                                    "dir /data\n"
                                    "save \"\"\n"
                                    "appendonly {}\n"
                                    "maxmemory {}mb\n"
                                    "maxmemory-policy {}\n"
                                    "requirepass $(cat {})\n"
                                    "EOF",
                                    isKept ? "yes" : "no", std::llround(std::floor(memory * 0.75)),
                                    isKept ? "noeviction" : "allkeys-lru", credentialFile(workload, "password"))};
    if (!workload.volume) {
        workload.scratch.push_back({"data", "/data", "128Mi"});
    }
    if (feedsScaler(plan, workload)) {
        allowFromNamespace(workload, kKedaNamespace, {6379});
    }
    const std::string ping =
        fmt::format("REDISCLI_AUTH=\"$(cat {})\" valkey-cli ping | grep -q PONG", credentialFile(workload, "password"));
    workload.readiness = execProbe({"/bin/sh", "-c", ping}, 10, 5);
    workload.preStopSeconds = 0;
    addMetricsExporter(workload, {.image = "docker.io/oliver006/redis_exporter:v1.83.0",
                                  .port = 9121,
                                  .args = {"--redis.addr=redis://127.0.0.1:6379",
                                           "--redis.password-file=" + credentialFile(workload, "exporter.json")},
                                  .environment = {},
                                  .readsCredentials = true});
}

// Its configuration folder must be written and its files belong to group 1000: a copy is made at the start. Memory
// maps are off, because the kernel setting they want is not ours to make.
void prepareOpenSearch(const CorePlan&, Workload& workload) {
    const std::string home = "/usr/share/opensearch";
    const int copies = std::max(1, workload.scaling.replicas);
    std::string seeds;
    for (int i = 0; i < copies; ++i) {
        seeds += fmt::format("{}{}-{}", i == 0 ? "" : ",", workload.name, i);
    }
    workload.args = {"/usr/share/opensearch/opensearch-docker-entrypoint.sh",
                     "opensearch",
                     "-Ecluster.name=" + workload.name,
                     "-Enode.name=$(POD_NAME)",
                     "-Enode.store.allow_mmap=false",
                     "-Enetwork.host=0.0.0.0",
                     "-Enetwork.publish_host=$(POD_IP)"};
    if (copies == 1) {
        workload.args.emplace_back("-Ediscovery.type=single-node");
    } else {
        workload.args.push_back("-Ediscovery.seed_hosts=" + workload.headlessName());
        workload.args.push_back("-Ecluster.initial_cluster_manager_nodes=" + seeds);
        allowAmongPods(workload, {9300});
    }
    workload.command = {"/bin/bash"};
    workload.podFields = {{"POD_IP", "status.podIP"}, {"POD_NAME", "metadata.name"}};
    const auto heap = std::llround(std::floor(workload.profile->number("memoryMib", 1024) / 2));
    workload.environment.emplace_back("DISABLE_INSTALL_DEMO_CONFIG", "true");
    workload.environment.emplace_back("DISABLE_PERFORMANCE_ANALYZER_AGENT_CLI", "true");
    workload.environment.emplace_back("DISABLE_SECURITY_PLUGIN", "true");
    workload.environment.emplace_back("OPENSEARCH_JAVA_OPTS", fmt::format("-Xms{0}m -Xmx{0}m", heap));
    workload.scratch.push_back({"config", home + "/config", "16Mi"});
    workload.scratch.push_back({"logs", home + "/logs", "128Mi"});
    workload.supplementalGroups = {1000};
    YamlValue copy;
    copy.set("args", textList({"-c", "cp -R " + home + "/config/. /config/"}));
    copy.set("command", textList({"/bin/bash"}));
    copy.set("image", workload.repository + ":" + workload.tag).set("name", "copy-config");
    copy["resources"]["limits"].set("cpu", "200m").set("ephemeral-storage", "64Mi").set("memory", "128Mi");
    copy["resources"]["requests"].set("cpu", "50m").set("ephemeral-storage", "16Mi").set("memory", "128Mi");
    copy["volumeMounts"].add(YamlValue::mapping().set("mountPath", "/config").set("name", "config"));
    workload.initContainers.push_back(std::move(copy));
    if (WorkloadPort* http = workload.ports.empty() ? nullptr : &workload.ports.front(); http != nullptr) {
        http->appProtocol = "http";
    }
    workload.readiness = httpProbe("/_cluster/health?local=true", "http", 10);
    workload.preStopSeconds = 0;
    workload.graceSeconds = 120;
    addMetricsExporter(workload, {.image = "quay.io/prometheuscommunity/elasticsearch-exporter:v1.9.0",
                                  .port = 9114,
                                  .args = {"--es.uri=http://127.0.0.1:9200"},
                                  .environment = {},
                                  .readsCredentials = false});
}

// One process with all its roles; the keys of the S3 interface come as its own configuration file.
void prepareSeaweed(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "username");
    addOwnCredential(plan, workload, "password");
    workload.credentialTemplates = {
        {"s3.json",
         "{\"identities\": [{\"name\": \"app\", \"actions\": [\"Admin\", \"Read\", \"Write\"], \"credentials\": "
         "[{\"accessKey\": \"{{ .username }}\", \"secretKey\": \"{{ .password }}\"}]}]}"}};
    workload.command = {"weed"};
    workload.args = {"-logtostderr=true",
                     "server",
                     "-dir=/data",
                     "-ip=127.0.0.1",
                     "-ip.bind=0.0.0.0",
                     "-master.port=9333",
                     "-metricsPort=9327",
                     "-s3",
                     "-s3.config=" + credentialFile(workload, "s3.json"),
                     "-s3.port=8333"};
    workload.readiness = httpProbe("/cluster/healthz", "master", 10);
    if (workload.hasPart("service-monitor") && workload.port("metrics") == nullptr) {
        workload.ports.push_back({"metrics", 9327, 9327, "http"});
    }
    workload.graceSeconds = 120;
}

}  // namespace tideline
