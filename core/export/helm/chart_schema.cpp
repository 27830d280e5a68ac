// SPDX-License-Identifier: Apache-2.0
#include "core/export/helm/chart_schema.h"

#include "core/export/helm/chart_keys.h"

#include <string>

namespace tideline {
namespace {

constexpr const char* kLabelPattern = "^[a-z]([-a-z0-9]*[a-z0-9])?$";
constexpr const char* kQuantityPattern = "^[0-9]+(Ki|Mi|Gi|Ti)$";

JsonValue typed(const char* type) {
    return JsonValue::object().set("type", type);
}

JsonValue text() {
    return typed("string");
}

JsonValue filledText() {
    return text().set("minLength", 1);
}

JsonValue matching(const char* pattern) {
    return text().set("pattern", pattern);
}

JsonValue label() {
    return matching(kLabelPattern).set("maxLength", 63);
}

JsonValue flag() {
    return typed("boolean");
}

JsonValue whole(int least, int most) {
    return typed("integer").set("minimum", least).set("maximum", most);
}

JsonValue port() {
    return whole(1, 65535);
}

JsonValue oneOf(std::initializer_list<const char*> words) {
    JsonValue list = JsonValue::list();
    for (const char* word : words) {
        list.add(word);
    }
    return text().set("enum", std::move(list));
}

JsonValue listOf(JsonValue element) {
    return typed("array").set("items", std::move(element));
}

// What Kubernetes checks itself.
JsonValue open() {
    return typed("object");
}

JsonValue mapOf(JsonValue value) {
    return typed("object").set("additionalProperties", std::move(value));
}

/// An object with these members and no others.
class Closed {
public:
    Closed& optional(const char* name, JsonValue schema) {
        m_members.set(name, std::move(schema));
        return *this;
    }
    Closed& required(const char* name, JsonValue schema) {
        m_required.add(name);
        m_hasRequired = true;
        return optional(name, std::move(schema));
    }
    JsonValue value() const {
        JsonValue schema = typed("object").set("additionalProperties", false).set("properties", m_members);
        if (m_hasRequired) {
            schema.set("required", m_required);
        }
        return schema;
    }

private:
    JsonValue m_members = JsonValue::object();
    JsonValue m_required = JsonValue::list();
    bool m_hasRequired = false;
};

JsonValue imageSchema() {
    return Closed()
        .required("repository", matching("^[a-z0-9][-a-z0-9._/:]*$"))
        .required("tag", matching("^[A-Za-z0-9_][-A-Za-z0-9_.]*$"))
        .optional("digest", matching("^(sha256:[0-9a-f]{64})?$"))
        .value();
}

JsonValue portSchema() {
    return Closed()
        .required("name", matching("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$").set("maxLength", 15))
        .required("container", whole(1024, 65535))
        .required("service", port())
        .optional("appProtocol", filledText())
        .optional("sidecar", flag())
        .value();
}

JsonValue scalingSchema() {
    const JsonValue authentication =
        Closed()
            .optional("podIdentity", flag())
            .optional("secrets",
                      listOf(Closed().required("parameter", filledText()).required("file", filledText()).value()))
            .value();
    return Closed()
        .required("by", oneOf({"cpu", "events"}))
        .required("least", whole(0, 100000))
        .required("most", whole(1, 100000))
        .optional("cpuPercent", whole(1, 100))
        .optional("fallbackReplicas", whole(0, 100000))
        .optional("pollingSeconds", whole(1, 86400))
        .optional("cooldownSeconds", whole(0, 86400))
        .optional("authentication", authentication)
        .optional("triggers", listOf(open()).set("minItems", 1))
        .optional("annotations", mapOf(text()))
        .value();
}

JsonValue ruleSchema() {
    return Closed()
        .optional("service", label())
        .optional("label", filledText())
        .optional("namespace", label())
        .optional("cidr", matching("^[0-9a-f.:]+/[0-9]{1,3}$"))
        .optional("except", listOf(matching("^[0-9a-f.:]+/[0-9]{1,3}$")))
        .optional("ports", listOf(port()))
        .value();
}

JsonValue routeSchema() {
    return Closed()
        .required("protocol", oneOf({"http", "grpc"}))
        .required("gateway", label())
        .required("host", filledText())
        .optional("listener", oneOf({"https", "names"}))
        .required("path", matching("^/"))
        .required("port", port())
        .optional("timeoutSeconds", whole(1, 86400))
        .value();
}

JsonValue credentialsSchema() {
    const JsonValue file = Closed()
                               .required("file", matching("^[-._a-zA-Z0-9]+$"))
                               .required("key", filledText())
                               .required("property", filledText())
                               .value();
    return Closed()
        .required("path", matching("^/"))
        .required("data", listOf(file).set("minItems", 1))
        .optional("templates", mapOf(text()))
        .value();
}

JsonValue alertSchema() {
    return Closed()
        .required("name", matching("^[A-Za-z0-9]+$"))
        .required("summary", filledText())
        .required("expression", filledText())
        .required("hold", matching("^[0-9]+(s|m|h)$"))
        .required("severity", filledText())
        .value();
}

JsonValue objectSchema() {
    return Closed()
        .required("apiVersion", filledText())
        .required("kind", filledText())
        .required("name", label())
        .required("spec", open())
        .optional("labels", mapOf(text()))
        .optional("annotations", mapOf(text()))
        .value();
}

JsonValue additionSchema() {
    const JsonValue object = Closed()
                                 .required("apiVersion", filledText())
                                 .required("kind", filledText())
                                 .required("name", filledText())
                                 .required("namespaced", flag())
                                 .required("body", open())
                                 .optional("namespace", label())
                                 .optional("annotations", mapOf(text()))
                                 .value();
    return Closed()
        .required("enabled", flag())
        .required("api", filledText())
        .required("objects", listOf(object).set("minItems", 1))
        .value();
}

void addPodMembers(Closed& service) {
    const JsonValue scratch = Closed()
                                  .required("name", label())
                                  .required("path", matching("^/"))
                                  .required("size", matching(kQuantityPattern))
                                  .optional("inMemory", flag())
                                  .value();
    const JsonValue volume = Closed()
                                 .required("size", matching(kQuantityPattern))
                                 .required("accessMode", oneOf({"ReadWriteOnce", "ReadWriteMany", "ReadWriteOncePod"}))
                                 .required("path", matching("^/"))
                                 .optional("storageClass", text())
                                 .value();
    service.optional("command", listOf(text()))
        .optional("args", listOf(text()))
        .optional("resources", open())
        .optional("ports", listOf(portSchema()))
        .optional(
            "probes",
            Closed().optional("liveness", open()).optional("readiness", open()).optional("startup", open()).value())
        .optional("config", mapOf(text()))
        .optional("podFields", mapOf(text()))
        .optional("files", Closed().required("path", matching("^/")).required("data", mapOf(text())).value())
        .optional("credentials", credentialsSchema())
        .optional("scratch", listOf(scratch))
        .optional("volume", volume)
        .optional("sharedVolumes", listOf(Closed().required("claim", label()).required("path", matching("^/")).value()))
        .optional("tolerations", listOf(open()))
        .optional("initContainers", listOf(open()))
        .optional("sidecars", listOf(open()))
        .optional("podSecurityContext", open())
        .optional("securityContext", open())
        .optional("preStopSeconds", whole(0, 3600))
        .optional("graceSeconds", whole(0, 86400));
}

JsonValue serviceSchema() {
    Closed service;
    service
        .required("workload", oneOf({"deployment", "stateful-set", "daemon-set", "cron-job", "job", "scaled-job",
                                     "inference-service", "knative-service", "operator"}))
        .required("description", text())
        .required("component", label())
        .optional("image", imageSchema())
        .optional("annotations", mapOf(text()))
        .optional("replicas", whole(1, 100000))
        .optional("autoscaling", scalingSchema())
        .optional("serverless", Closed()
                                    .required("least", whole(0, 100000))
                                    .required("most", whole(1, 100000))
                                    .required("concurrency", whole(0, 1000))
                                    .required("timeoutSeconds", whole(1, 600))
                                    .required("public", flag())
                                    .value());
    addPodMembers(service);
    service.optional("clusterService", flag())
        .optional("headlessService", label())
        .optional("podsHost", filledText())
        .optional("network",
                  Closed().required("ingress", listOf(ruleSchema())).required("egress", listOf(ruleSchema())).value())
        .optional("routes", listOf(routeSchema()))
        .optional("metrics", Closed().required("port", filledText()).required("path", matching("^/")).value())
        .optional("alerts", listOf(alertSchema()))
        .optional("schedule",
                  Closed().optional("cron", filledText()).required("deadlineSeconds", whole(1, 604800)).value())
        .optional("clusterReads", listOf(filledText()))
        .optional("disruptionBudget", flag())
        .optional("objects", listOf(objectSchema()));
    return service.value();
}

JsonValue defaultsSchema() {
    return Closed()
        .required("imagePullPolicy", oneOf({"Always", "IfNotPresent", "Never"}))
        .required("minReadySeconds", whole(0, 3600))
        .required("podSecurityContext", open())
        .required("revisionHistoryLimit", whole(0, 100))
        .required("scalingBehavior", open())
        .required("securityContext", open())
        .value();
}

JsonValue secretStoreSchema() {
    return Closed()
        .required("create", flag())
        .required("name", filledText())
        .required("region", filledText())
        .required("refreshInterval", matching("^([0-9]+h)?([0-9]+m)?([0-9]+s)?$"))
        .value();
}

JsonValue gatewaysSchema() {
    const JsonValue gateway = Closed()
                                  .required("host", filledText())
                                  .optional("namedHosts", filledText())
                                  .required("internal", flag())
                                  .required("certificateKey", filledText())
                                  .value();
    return Closed()
        .required("namespace", label())
        .required("className", filledText())
        .required("port", port())
        .required("cloudBalancer", flag())
        .required("items", mapOf(gateway))
        .value();
}

JsonValue priorityClassSchema() {
    return Closed()
        .required("name", filledText())
        .required("value", whole(-2147483647, 1000000000))
        .required("description", text())
        .value();
}

// The same sentence as above the key in values.yaml.
JsonValue described(JsonValue schema, const char* key) {
    return schema.set("description", meaningOf(chartKeys(), key));
}

}  // namespace

JsonValue chartSchema() {
    JsonValue services = typed("object")
                             .set("additionalProperties", false)
                             .set("patternProperties", JsonValue::object().set(kLabelPattern, serviceSchema()));
    const JsonValue test = Closed().optional("service", label()).optional("image", imageSchema()).value();
    Closed chart;
    chart.optional("global", open())
        .required("environment", described(matching("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"), "environment"))
        .required("namespace", described(matching("^([a-z0-9]([-a-z0-9]*[a-z0-9])?)?$"), "namespace"))
        .required("owner", described(filledText(), "owner"))
        .required("email", described(filledText(), "email"))
        .required("operators", described(Closed().required("assume", flag()).value(), "operators"))
        .required("priorityClass", described(priorityClassSchema(), "priorityClass"))
        .required("defaultDeny", described(flag(), "defaultDeny"))
        .required("secretStore", described(secretStoreSchema(), "secretStore"))
        .required("gateways", described(gatewaysSchema(), "gateways"))
        .optional("additions", described(mapOf(additionSchema()), "additions"))
        .required("connectionTest", described(test, "connectionTest"))
        .required("defaults", described(defaultsSchema(), "defaults"))
        .required("services", described(std::move(services), "services"));
    JsonValue schema = JsonValue::object()
                           .set("$schema", "https://json-schema.org/draft/2020-12/schema")
                           .set("title", "Values of the chart");
    const JsonValue closed = chart.value();
    for (const auto& [name, value] : std::get<JsonValue::Members>(closed.variant())) {
        schema.set(name, value);
    }
    return schema;
}

}  // namespace tideline
