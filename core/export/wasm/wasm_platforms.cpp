// SPDX-License-Identifier: Apache-2.0
#include "core/export/wasm/wasm_parts.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

std::set<std::string> originsOf(const WasmService& service) {
    std::set<std::string> origins;
    for (const WasmCall& call : service.calls) {
        const std::size_t host = call.url.find("://") + 3;
        origins.insert(call.url.substr(0, call.url.find('/', host)));
    }
    return origins;
}

std::string imageOf(const CorePlan& plan, const WasmService& service) {
    return fmt::format("registry.{}/{}/{}:1.0.0", plan.settings().domain, plan.application(), service.name);
}

std::string spinManifest(const WasmService& service) {
    std::string hosts;
    for (const std::string& origin : originsOf(service)) {
        hosts += (hosts.empty() ? "\"" : ", \"") + origin + "\"";
    }
    return fmt::format("spin_manifest_version = 2\n\n"
                       "[application]\nname = \"{0}\"\nversion = \"1.0.0\"\n\n"
                       "[[trigger.http]]\nroute = \"{1}\"\ncomponent = \"{0}\"\n\n"
                       "[component.{0}]\nsource = \"dist/{0}.wasm\"\n# It reaches these hosts and no others.\n"
                       "allowed_outbound_hosts = [{2}]\n\n"
                       "[component.{0}.build]\ncommand = \"npm install && npm run build\"\nwatch = [\"*.js\"]\n",
                       service.name, service.route, hosts);
}

YamlValue labelled(const CorePlan& plan, const WasmService& service, std::string_view apiVersion,
                   std::string_view kind) {
    YamlValue value;
    value.set("apiVersion", apiVersion).set("kind", kind);
    YamlValue& metadata = value["metadata"];
    metadata["labels"]
        .set("app.kubernetes.io/instance", service.name)
        .set("app.kubernetes.io/name", service.name)
        .set("app.kubernetes.io/part-of", plan.application())
        .set("owner", plan.settings().owner);
    metadata.set("name", service.name).set("namespace", plan.bridge.nameSpace);
    return value;
}

YamlValue spinApp(const CorePlan& plan, const WasmService& service) {
    YamlValue app = labelled(plan, service, "core.spinkube.dev/v1alpha1", "SpinApp");
    YamlValue& spec = app["spec"];
    spec.set("enableAutoscaling", true).set("executor", "containerd-shim-spin").set("image", imageOf(plan, service));
    spec["checks"]["liveness"]["httpGet"].set("path", "/healthz");
    spec["checks"]["readiness"]["httpGet"].set("path", "/healthz");
    spec["resources"]["limits"].set("cpu", "500m").set("memory", fmt::format("{}Mi", service.memoryMb));
    spec["resources"]["requests"].set("cpu", "50m").set("memory", fmt::format("{}Mi", service.memoryMb));
    return app;
}

// SpinKube leaves the number of copies to an autoscaler that names the Deployment it makes.
YamlValue autoscaler(const CorePlan& plan, const WasmService& service) {
    YamlValue scaler = labelled(plan, service, "autoscaling/v2", "HorizontalPodAutoscaler");
    YamlValue& spec = scaler["spec"];
    spec.set("maxReplicas", 10).set("minReplicas", 3);
    YamlValue metric = YamlValue::mapping().set("type", "Resource");
    metric["resource"].set("name", "cpu");
    metric["resource"]["target"].set("averageUtilization", 70).set("type", "Utilization");
    spec["metrics"].add(std::move(metric));
    spec["scaleTargetRef"].set("apiVersion", "apps/v1").set("kind", "Deployment").set("name", service.name);
    return scaler;
}

YamlValue workloadDeployment(const CorePlan& plan, const WasmService& service) {
    YamlValue made = labelled(plan, service, "runtime.wasmcloud.dev/v1alpha1", "WorkloadDeployment");
    YamlValue& spec = made["spec"];
    spec.set("replicas", 3);
    YamlValue component = YamlValue::mapping().set("image", imageOf(plan, service)).set("name", service.name);
    for (const std::string& origin : originsOf(service)) {
        component["localResources"]["allowedHosts"].add(origin.substr(origin.find("://") + 3));
    }
    YamlValue& inner = spec["template"]["spec"];
    inner["components"].add(std::move(component));
    YamlValue http = YamlValue::mapping().set("namespace", "wasi").set("package", "http");
    http["config"].set("host", fmt::format("{}.{}", service.name, plan.settings().publicHost()));
    http["interfaces"].add("incoming-handler");
    inner["hostInterfaces"].add(std::move(http));
    inner["hostSelector"].set("hostgroup", "default");
    return made;
}

}  // namespace

Result<std::vector<ExportFile>> wasmPlatforms(const CorePlan& plan, const WasmService& service) {
    const std::string folder = service.name + "/";
    std::string spin = TRY(yamlText({spinApp(plan, service), autoscaler(plan, service)}));
    std::string cloud = TRY(yamlText(YamlList{workloadDeployment(plan, service)}));
    return std::vector<ExportFile>{{folder + "spin.toml", spinManifest(service)},
                                   {folder + "spinkube.yaml", std::move(spin)},
                                   {folder + "wasmcloud.yaml", std::move(cloud)}};
}

}  // namespace tideline
