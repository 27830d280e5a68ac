// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/chart_values.h"

#include "core/export/helm/chart_keys.h"
#include "core/export/kubernetes/kustomization.h"
#include "core/export/kubernetes/options.h"
#include "core/export/kubernetes/platform.h"
#include "core/export/kubernetes/pod_template.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

// helm-docs reads comments of this form.
void comment(YamlValue& values, std::span<const ChartKey> keys) {
    for (const ChartKey& key : keys) {
        if (values.find(key.key) != nullptr) {
            values[std::string(key.key)].comment = fmt::format("-- {}", key.meaning);
        }
    }
}

YamlValue scalingBehavior() {
    YamlValue behavior;
    behavior["scaleDown"]["policies"].add(
        YamlValue::mapping().set("periodSeconds", 60).set("type", "Percent").set("value", 25));
    behavior["scaleDown"].set("stabilizationWindowSeconds", 300);
    return behavior;
}

YamlValue defaultValues() {
    YamlValue defaults = YamlValue::mapping()
                             .set("imagePullPolicy", "Always")
                             .set("minReadySeconds", 5)
                             .set("podSecurityContext", podSecurityContext(Workload{}))
                             .set("revisionHistoryLimit", 5)
                             .set("scalingBehavior", scalingBehavior())
                             .set("securityContext", containerSecurityContext());
    comment(defaults, defaultKeys());
    return defaults;
}

YamlValue operatorValues() {
    YamlValue values = YamlValue::mapping().set("assume", true);
    values["assume"].comment = "-- Write their objects even where the cluster does not know them, as `helm template` "
                               "needs; false leaves them out";
    return values;
}

YamlValue priorityValues(const CorePlan& plan) {
    YamlValue values = YamlValue::mapping()
                           .set("name", plan.priorityClass())
                           .set("value", 100000)
                           .set("description", "Priority of the services of this application");
    values["name"].comment = "-- Name of the PriorityClass";
    values["value"].comment = "-- Higher goes first";
    values["description"].comment = "-- What it is for";
    return values;
}

YamlValue secretStoreValues(const CorePlan& plan) {
    YamlValue values = YamlValue::mapping()
                           .set("create", usesSecretStore(plan))
                           .set("name", kSecretStore)
                           .set("region", plan.settings().region)
                           .set("refreshInterval", "1h0m0s");
    values["create"].comment = "-- Make the ClusterSecretStore; false where the cluster has it";
    values["name"].comment = "-- Name of the ClusterSecretStore";
    values["region"].comment = "-- Region of AWS Secrets Manager";
    values["refreshInterval"].comment = "-- How often credentials are read again";
    return values;
}

YamlValue gatewayValues(const CorePlan& plan) {
    YamlValue items = YamlValue::mapping();
    for (const GatewayPlan& gateway : plan.gateways) {
        YamlValue item = YamlValue::mapping().set("host", gateway.host);
        if (!gateway.namedHosts.empty()) {
            item.set("namedHosts", gateway.namedHosts);
        }
        item.set("internal", gateway.isInternal)
            .set("certificateKey", fmt::format("{}/{}-tls", plan.application(), gateway.name));
        items.set(gateway.name, std::move(item));
    }
    YamlValue values = YamlValue::mapping()
                           .set("namespace", kGatewayNamespace)
                           .set("className", gatewayClass(plan))
                           .set("port", gatewayPort(plan))
                           .set("cloudBalancer", !plan.settings().k3s)
                           .set("items", std::move(items));
    values["namespace"].comment = "-- Namespace of the gateways; it must exist";
    values["className"].comment = "-- GatewayClass of the controller";
    values["port"].comment = "-- Port of their listeners";
    values["cloudBalancer"].comment = "-- Tell the load balancer of AWS which of them are internal";
    values["items"].comment =
        "-- Gateways by name: host, hosts of services by name, whether inside the VPC only, key of the certificate";
    return values;
}

// An object of an option as it is, without the labels that the chart puts on everything.
YamlValue additionObject(const CorePlan& plan, const YamlValue& object) {
    const YamlValue& metadata = *object.find("metadata");
    YamlValue entry = YamlValue::mapping()
                          .set("apiVersion", *object.find("apiVersion"))
                          .set("kind", *object.find("kind"))
                          .set("name", *metadata.find("name"));
    if (const YamlValue* annotations = metadata.find("annotations"); annotations != nullptr) {
        entry.set("annotations", *annotations);
    }
    const YamlValue* nameSpace = metadata.find("namespace");
    const bool isOurs = nameSpace != nullptr && *nameSpace == YamlValue(plan.bridge.nameSpace);
    entry.set("namespaced", isOurs);
    if (nameSpace != nullptr && !isOurs) {
        entry.set("namespace", *nameSpace);
    }
    for (const auto& [member, value] : std::get<YamlMembers>(object.variant())) {
        if (member != "apiVersion" && member != "kind" && member != "metadata") {
            entry["body"].set(member, value);
        }
    }
    return entry;
}

YamlValue additionValues(const CorePlan& plan) {
    YamlValue values = YamlValue::mapping();
    for (const PlatformOption* option : chosenOptions(plan)) {
        YamlValue addition = YamlValue::mapping().set("enabled", true).set("api", option->api);
        for (const YamlValue& object : option->objects(plan)) {
            addition["objects"].add(additionObject(plan, object));
        }
        addition.comment = fmt::format("-- For {}", option->need);
        values.set(std::string(option->key), std::move(addition));
    }
    return values;
}

// The first service that answers HTTP, else the first with an address; without one there is nothing to look up.
YamlValue connectionTestValues(const CorePlan& plan) {
    const auto answersHttp = [](const Workload& each) { return each.address().starts_with("http://"); };
    auto served = std::ranges::find_if(plan.workloads, answersHttp);
    if (served == plan.workloads.end()) {
        served = std::ranges::find_if(plan.workloads, [](const Workload& each) { return each.hasPart("service"); });
    }
    YamlValue values = YamlValue::mapping();
    if (served != plan.workloads.end()) {
        values.set("service", served->name);
        values["image"].set("repository", "docker.io/library/busybox").set("tag", "1.38.0");
        values["service"].comment = "-- Service that is looked up";
        values["image"].comment = "-- Image that looks it up";
    }
    return values;
}

}  // namespace

YamlValue chartValues(const CorePlan& plan) {
    YamlValue services = YamlValue::mapping();
    for (const Workload& workload : plan.workloads) {
        YamlValue values = serviceValues(plan, workload);
        comment(values, serviceKeys());
        values.comment = fmt::format("-- A service of the kind {}", workload.component);
        services.set(workload.name, std::move(values));
    }
    YamlValue values = YamlValue::mapping()
                           .set("environment", "")
                           .set("namespace", plan.bridge.nameSpace)
                           .set("owner", plan.settings().owner)
                           .set("email", plan.settings().email)
                           .set("operators", operatorValues())
                           .set("priorityClass", priorityValues(plan))
                           .set("defaultDeny", true)
                           .set("secretStore", secretStoreValues(plan))
                           .set("gateways", gatewayValues(plan));
    if (YamlValue additions = additionValues(plan); additions.isMapping() && additions != YamlValue::mapping()) {
        values.set("additions", std::move(additions));
    }
    values.set("connectionTest", connectionTestValues(plan))
        .set("defaults", defaultValues())
        .set("services", std::move(services));
    comment(values, chartKeys());
    return values;
}

YamlValue environmentValues(const CorePlan& plan, const std::string& environment) {
    YamlValue values = YamlValue::mapping().set("environment", environment);
    values["environment"].comment = "-- Label `env` of every object";
    for (const Workload& workload : plan.workloads) {
        if (environment != "dev" || !isLoweredForDevelopment(workload)) {
            continue;
        }
        YamlValue& scaling = values["services"][workload.name]["autoscaling"];
        scaling.set("least", kDevelopmentReplicas);
        if (workload.scaling.by == WorkloadScaling::By::Hpa) {
            for (const auto& [key, value] : developmentExemptions()) {
                scaling["annotations"].set(key, value);
            }
        }
    }
    if (values.find("services") != nullptr) {
        values["services"].comment = "-- One replica is enough for development";
    }
    return values;
}

}  // namespace tideline
