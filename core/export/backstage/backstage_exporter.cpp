// SPDX-License-Identifier: Apache-2.0
#include "core/export/backstage/backstage_exporter.h"

#include "core/export/kubernetes/core_plan.h"
#include "core/export/markdown.h"
#include "core/yaml/yaml_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

struct Catalogue {
    const Analysis& analysis;
    const Bridge& bridge;
    YamlList entities;

    const std::string& label(const ServiceId& id) const { return bridge.labels[id.text]; }
};

YamlValue& addEntity(Catalogue& catalogue, std::string_view kind, const std::string& name, const std::string& title) {
    YamlValue entity;
    entity.set("apiVersion", "backstage.io/v1alpha1").set("kind", kind);
    YamlValue& metadata = entity["metadata"];
    metadata.set("name", name).set("title", title);
    entity["spec"].set("owner", "group:default/" + catalogue.bridge.settings.owner);
    catalogue.entities.push_back(std::move(entity));
    return catalogue.entities.back();
}

bool isResource(const ServiceProfile& profile) {
    return profile.role == Role::Store || profile.role == Role::Channel || profile.role == Role::Platform;
}

// What others call has an interface that somebody must describe.
bool offersApi(const Catalogue& catalogue, const ServiceProfile& profile) {
    if (profile.role != Role::Service) {
        return false;
    }
    const Design& design = catalogue.analysis.figures.design;
    const bool isCalled = std::ranges::any_of(design.connections, [&](const Connection& each) {
        return each.to == profile.id && each.type == ConnectionType::Sync;
    });
    return isCalled || std::any_of(design.entries.begin(), design.entries.end(),
                                   [&](const Entry& entry) { return entry.service == profile.id; });
}

std::string apiName(const Catalogue& catalogue, const ServiceId& id) {
    return shortened(catalogue.label(id) + "-api", 63);
}

std::string apiType(const ServiceProfile& profile) {
    const auto isGrpc = [](const PortSpec& port) { return port.appProtocol.find("grpc") != std::string::npos; };
    return std::ranges::any_of(profile.kind->ports, isGrpc) ? "grpc" : "openapi";
}

std::string definitionOf(const Catalogue& catalogue, const ServiceProfile& profile) {
    const std::string& name = catalogue.label(profile.id);
    if (apiType(profile) == "grpc") {
        std::string package = name;
        std::ranges::replace(package, '-', '_');
        return fmt::format("syntax = \"proto3\";\npackage {}.v1;\n", package);
    }
    return fmt::format("openapi: 3.1.0\ninfo:\n  title: {0}\n  version: 0.1.0\nservers:\n  - url: http://{0}\npaths: "
                       "{{}}\n",
                       name);
}

void addApi(Catalogue& catalogue, const ServiceProfile& profile) {
    YamlValue& entity = addEntity(catalogue, "API", apiName(catalogue, profile.id), profile.name);
    YamlValue& spec = entity["spec"];
    spec.set("definition", definitionOf(catalogue, profile))
        .set("lifecycle", "experimental")
        .set("system", catalogue.bridge.settings.application)
        .set("type", apiType(profile));
}

std::string componentType(const ServiceProfile& profile) {
    if (profile.role == Role::External) {
        return "external-service";
    }
    return profile.kind->key == "static-site" ? "website" : "service";
}

void addRelations(const Catalogue& catalogue, const ServiceProfile& profile, YamlValue& spec) {
    std::set<std::string> uses;
    std::set<std::string> needs;
    for (const Connection& connection : catalogue.analysis.figures.design.connections) {
        const bool isFrom = connection.from == profile.id;
        const bool isReader = connection.to == profile.id;
        if (!isFrom && !isReader) {
            continue;
        }
        const ServiceProfile* other =
            catalogue.analysis.figures.resolved.find(isFrom ? connection.to : connection.from);
        if (other == nullptr || other == &profile) {
            continue;
        }
        if (isResource(*other)) {
            needs.insert("resource:default/" + catalogue.label(other->id));
        } else if (isFrom && offersApi(catalogue, *other)) {
            uses.insert("api:default/" + apiName(catalogue, other->id));
        } else if (isFrom) {
            needs.insert("component:default/" + catalogue.label(other->id));
        }
    }
    const auto put = [&](const char* key, const std::set<std::string>& names) {
        for (const std::string& name : names) {
            spec[key].add(name);
        }
    };
    put("consumesApis", uses);
    put("dependsOn", needs);
}

void addComponent(Catalogue& catalogue, const ServiceProfile& profile) {
    const std::string& name = catalogue.label(profile.id);
    YamlValue& entity = addEntity(catalogue, "Component", name, profile.name);
    YamlValue& annotations = entity["metadata"]["annotations"];
    annotations.set("tideline.app/kind", profile.kind->key);
    if (profile.host == Host::Kubernetes) {
        annotations.set("argocd/app-selector", "app.kubernetes.io/part-of=" + catalogue.bridge.settings.application);
        annotations.set("backstage.io/kubernetes-id", name);
        annotations.set("backstage.io/kubernetes-namespace", catalogue.bridge.nameSpace);
        annotations.set("backstage.io/kubernetes-label-selector", "app.kubernetes.io/name=" + name);
    }
    YamlValue& spec = entity["spec"];
    addRelations(catalogue, profile, spec);
    spec.set("lifecycle", "experimental")
        .set("system", catalogue.bridge.settings.application)
        .set("type", componentType(profile));
    if (offersApi(catalogue, profile)) {
        spec["providesApis"].add("api:default/" + apiName(catalogue, profile.id));
    }
}

void addResource(Catalogue& catalogue, const ServiceProfile& profile) {
    YamlValue& entity = addEntity(catalogue, "Resource", catalogue.label(profile.id), profile.name);
    entity["metadata"]["annotations"].set("tideline.app/kind", profile.kind->key);
    entity["spec"].set("system", catalogue.bridge.settings.application).set("type", profile.kind->key);
}

void addSystem(Catalogue& catalogue) {
    const Design& design = catalogue.analysis.figures.design;
    const std::string& name = catalogue.bridge.settings.application;
    YamlValue& entity = addEntity(catalogue, "System", name, design.title.empty() ? name : design.title);
    if (!design.description.empty()) {
        entity["metadata"].set("description", design.description);
    }
}

std::string readme(const Catalogue& catalogue) {
    const ExportSettings& settings = catalogue.bridge.settings;
    return fmt::format(
        "# {}: catalogue of Backstage\n\nRegister `catalog-info.yaml` by its address in {}. The group `{}` must be "
        "known to Backstage.\n\nDescriptions of APIs are empty frames: put the real ones beside the code and point to "
        "them with `$text`.\n",
        markdownText(catalogue.analysis.figures.design.title.empty() ? settings.application
                                                                     : catalogue.analysis.figures.design.title),
        settings.repositoryUrl(), settings.owner);
}

}  // namespace

Result<ExportBundle> buildBackstage(const Analysis& analysis, const ExportOptions& options) {
    const CorePlan plan = TRY(corePlan(analysis, options));
    Catalogue catalogue{analysis, plan.bridge, {}};
    addSystem(catalogue);
    for (const ServiceProfile& profile : analysis.figures.resolved.services) {
        if (isResource(profile)) {
            addResource(catalogue, profile);
        } else {
            addComponent(catalogue, profile);
        }
        if (offersApi(catalogue, profile)) {
            addApi(catalogue, profile);
        }
    }
    auto text = yamlText(catalogue.entities);
    if (!text) {
        return failure(text.error().message, "catalog-info.yaml: " + text.error().where);
    }
    ExportBundle bundle;
    bundle.files = {{"README.md", readme(catalogue)}, {"catalog-info.yaml", std::move(*text)}};
    return bundle;
}

}  // namespace tideline
