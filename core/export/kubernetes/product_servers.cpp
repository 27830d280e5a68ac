// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {
namespace {

// One path per service behind the gateway; the prefix is taken off, as the services know nothing of it.
// What every call tells: nginx forgets these lines where a location has one of its own.
std::string forwardedHeaders(const std::string& indent, const std::string& host) {
    return fmt::format("{0}proxy_set_header Host {1};\n"
                       "{0}proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\n"
                       "{0}proxy_set_header X-Forwarded-Proto https;\n",
                       indent, host);
}

std::string proxyLocations(const CorePlan& plan, const Workload& workload) {
    std::string text;
    for (const CallEnds& call : plan.calls) {
        const Workload* server = call.client == workload.profile ? plan.find(call.server->id) : nullptr;
        if (server == nullptr || !server->address().starts_with("http://")) {
            continue;
        }
        const auto timeout = call.connection->fields.find("timeoutMs");
        const bool isTimed =
            timeout != call.connection->fields.end() && std::holds_alternative<double>(timeout->second);
        const bool staysOpen = server->profile->kind->isConstrained("persistent-connections");
        text += fmt::format("\n    location /{}/ {{\n        proxy_pass {}/;\n", server->name, server->address());
        const bool isOfKnative = server->shape == WorkloadShape::Knative;  // whose gateway goes by the host
        if (staysOpen || isOfKnative) {
            text += forwardedHeaders("        ", isOfKnative ? server->name + "." + server->domain : "$host");
        }
        if (staysOpen) {
            text += "        proxy_http_version 1.1;\n"
                    "        proxy_set_header Upgrade $http_upgrade;\n"
                    "        proxy_set_header Connection upgrade;\n"
                    "        proxy_read_timeout 3600s;\n";
        } else if (isTimed) {
            text += fmt::format("        proxy_read_timeout {:.0f}ms;\n", std::get<double>(timeout->second));
        }
        text += "    }\n";
    }
    return text;
}

std::string gatewayConfig(const CorePlan& plan, const Workload& workload) {
    const double limit = workload.profile->number("rateLimitRps", 0);
    std::string text;
    if (limit > 0) {
        text += fmt::format("limit_req_zone $binary_remote_addr zone=clients:10m rate={:.0f}r/s;\n", limit);
    }
    text += "server {\n"
            "    listen 8080;\n"
            "    server_tokens off;\n"
            "\n" +
            forwardedHeaders("    ", "$host");
    if (limit > 0) {
        text += fmt::format("    limit_req zone=clients burst={:.0f} nodelay;\n", limit);
    }
    text += "\n"
            "    location = /healthz {\n"
            "        access_log off;\n"
            "        return 200;\n"
            "    }\n"
            "\n"
            "    location = /readyz {\n"
            "        access_log off;\n"
            "        return 200;\n"
            "    }\n"
            "\n"
            "    location = /stub_status {\n"
            "        stub_status;\n"
            "        allow 127.0.0.1;\n"
            "        deny all;\n"
            "    }\n";
    return text + proxyLocations(plan, workload) + "\n    location / {\n        return 404;\n    }\n}\n";
}

}  // namespace

// A gateway gets its paths as a file; a site serves the folder that its image holds.
void prepareNginx(const CorePlan& plan, Workload& workload) {
    if (!workload.hasPart("gateway")) {
        return;
    }
    workload.filesPath = "/etc/nginx/conf.d";
    workload.files = {{"default.conf", gatewayConfig(plan, workload)}};
    addMetricsExporter(workload, {.image = "docker.io/nginx/nginx-prometheus-exporter:1.5.1",
                                  .port = 9113,
                                  .args = {"--nginx.scrape-uri=http://127.0.0.1:8080/stub_status"},
                                  .environment = {},
                                  .readsCredentials = false});
}

// Chromium and LibreOffice keep their profiles in the home folder.
void prepareGotenberg(const CorePlan&, Workload& workload) {
    workload.environment.emplace_back("HOME", "/tmp");
    workload.supplementalGroups = {1001};
    workload.scratch.front().size = "512Mi";
    workload.resources["limits"].set("ephemeral-storage", "1Gi");
    workload.metricsPort = "http";
    workload.metricsPath = "/prometheus/metrics";
    workload.graceSeconds = 60;
}

// Logs come over the network: the files of a node need a hostPath, which restricted pod security refuses.
void prepareFluentBit(const CorePlan&, Workload& workload) {
    workload.files = {{"fluent-bit.yaml", "service:\n"
                                          "  flush: 5\n"
                                          "  http_server: true\n"
                                          "  http_listen: 0.0.0.0\n"
                                          "  http_port: 2020\n"
                                          "  health_check: true\n"
                                          "pipeline:\n"
                                          "  inputs:\n"
                                          "    - name: forward\n"
                                          "      listen: 0.0.0.0\n"
                                          "      port: 24224\n"
                                          "      mem_buf_limit: 32MB\n"
                                          "  filters:\n"
                                          "    - name: kubernetes\n"
                                          "      match: kube.*\n"
                                          "      merge_log: true\n"
                                          "  outputs:\n"
                                          "    - name: stdout\n"
                                          "      match: '*'\n"
                                          "      format: json_lines\n"}};
    workload.command = {"/fluent-bit/bin/fluent-bit"};
    workload.args = {"--config", workload.filesPath + "/fluent-bit.yaml"};
    workload.clusterReads = {"namespaces", "pods"};
    workload.ports.insert(workload.ports.begin(), {"forward", 24224, 24224, ""});
    workload.metricsPort = "http";
    workload.metricsPath = "/api/v1/metrics/prometheus";
    NetworkRule api;
    api.cidr = "0.0.0.0/0";
    api.except = {"169.254.169.254/32"};
    api.ports = {443, 6443};
    workload.egress.push_back(std::move(api));
}

// A run has to do something and end; the person's own image replaces it.
void prepareBusybox(const CorePlan&, Workload& workload) {
    if (workload.command.empty()) {
        workload.command = {"/bin/sh", "-c", "date"};
    }
}

}  // namespace tideline
