// SPDX-License-Identifier: Apache-2.0
#include "core/export/wasm/wasm_exporter.h"

#include "core/export/markdown.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/http_part.h"
#include "core/export/wasm/wasm_parts.h"
#include "core/targets/cron.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

/// Components run outside the VPC: they come by the public gateway where it leads to the service.
std::string addressOfPods(CorePlan& plan, const ServiceProfile& to) {
    const std::string inside = plan.bridge.coreHost(to.id);
    const Workload* workload = plan.find(to.id);
    if (workload != nullptr) {
        for (const WorkloadRoute& route : workload->routes) {
            if (route.host != inside) {
                return "https://" + route.host + (route.path == "/" ? "" : route.path);
            }
        }
    }
    return "https://" + inside;
}

/// The address under which a component reaches a service; empty where HTTP alone does not.
std::string addressOf(CorePlan& plan, const ServiceProfile& to) {
    const std::string& label = plan.bridge.labels[to.id.text];
    const bool speaksHttp = to.role == Role::Service || to.role == Role::External;
    if (!speaksHttp) {
        return {};
    }
    if (to.role == Role::External) {
        return fmt::format("https://{}.{}", label, plan.settings().domain);
    }
    if (to.host == Host::Kubernetes) {
        return addressOfPods(plan, to);
    }
    return to.host == Host::Wasm ? fmt::format("https://{}.{}", label, plan.settings().publicHost())
                                 : fmt::format("https://api.{}/{}", plan.settings().publicHost(), label);
}

/// Why a function does not let a component in as it stands; empty where it does.
std::string barTo(const CorePlan& plan, const ServiceProfile& from, const ServiceProfile& to) {
    if (to.host != Host::Function || isPublicRoute({.profile = &to})) {
        return {};
    }
    if (to.text("exposure", "auto") == "private") {
        return fmt::format("'{0}' is private and has no address, and '{1}' runs outside of AWS: let '{0}' be reached "
                           "from the internet, or let a service with an address call it",
                           to.name, from.name);
    }
    const std::string door = to.text("frontDoor", "http-api");
    if (door == "http-api" && plan.settings().samAuthorizer == "jwt") {
        return fmt::format("the API before '{}' wants a token of its issuer, and '{}' sends none: keep one as a secret "
                           "of the platform, and send it in post.js as the header authorization",
                           to.name, from.name);
    }
    return fmt::format("'{}' lets in requests that are signed with keys of AWS, and '{}' signs none: sign them in "
                       "post.js with the keys of somebody who may call it, kept as secrets of the platform, or let "
                       "the API take tokens (setting samAuthorizer: jwt)",
                       to.name, from.name);
}

WasmService::Shape shapeOf(const ServiceProfile& profile) {
    using enum WasmService::Shape;
    if (profile.role == Role::Job) {
        return Schedule;
    }
    if (profile.kind->isConstrained("persistent-connections")) {
        return Connections;
    }
    return profile.kind->key == "static-site" ? Site : Handler;
}

Result<std::string> cronOf(const ServiceProfile& profile) {
    const std::string cron = profile.text("scheduleCron", "0 * * * *");
    if (const auto fault = cronFault(cron, CronReader::Kubernetes)) {
        return failure(fmt::format("'{}' starts by '{}', which no Worker takes: {}", profile.name, cron, *fault),
                       fmt::format("/services/{}/fields/scheduleCron", profile.id.text));
    }
    return cronWithDayNames(cron);
}

/// Binds a store of the edge to the Worker; false for what is none.
bool bindsKeyValues(CorePlan& plan, const ServiceProfile& to, WasmService& service) {
    const Hosting* hosting = to.hosting();
    const bool isStore = hosting != nullptr && hosting->managedAs == "Cloudflare Workers KV";
    if (!isStore || service.shape == WasmService::Shape::Site) {
        return false;
    }
    const std::string binding = restyled(plan.bridge.labels[to.id.text], NameStyle::Variable);
    if (std::ranges::count(service.keyValues, binding) == 0) {
        service.keyValues.push_back(binding);
        plan.note(*service.profile, fmt::format("'{}' is settings.{} in the logic of '{}' as a Worker; Spin and "
                                                "wasmCloud have key-value stores of their own",
                                                to.name, binding, service.profile->name));
    }
    return true;
}

/// The field names the language of a function; a component has one of its own.
void noteLanguage(CorePlan& plan, const ServiceProfile& profile) {
    const FieldValues& given = plan.analysis->figures.design.services.find(profile.id)->fields;
    const auto runtime = given.find("runtime");
    const std::string* asked = runtime == given.end() ? nullptr : std::get_if<std::string>(&runtime->second);
    if (asked != nullptr && *asked != "nodejs") {
        plan.note(profile,
                  fmt::format("'{}' asks for the language {}, which is that of a function: on WebAssembly it is "
                              "written in JavaScript, one logic for components and Workers",
                              profile.name, *asked));
    }
}

Result<WasmService> serviceOf(CorePlan& plan, const ServiceProfile& profile) {
    WasmService service;
    service.profile = &profile;
    service.shape = shapeOf(profile);
    service.isComponent = !runsOnWorkersAlone(profile);
    service.name = plan.bridge.labels[profile.id.text];
    service.route = "/...";
    service.memoryMb = std::clamp(static_cast<int>(profile.number("wasmMemoryMb", 64)), 16, 4096);
    noteLanguage(plan, profile);
    if (service.shape == WasmService::Shape::Schedule) {
        service.cron = TRY(cronOf(profile));
    }
    for (const Connection& connection : plan.analysis->figures.design.connections) {
        const ServiceProfile* to = connection.from == profile.id ? plan.profile(connection.to) : nullptr;
        if (to == nullptr || to == &profile || bindsKeyValues(plan, *to, service)) {
            continue;
        }
        std::string url = addressOf(plan, *to);
        std::string name = camelCase(plan.bridge.labels[to->id.text]);
        const bool isThere = std::ranges::count(service.calls, name, &WasmCall::name) > 0;
        if (url.empty()) {
            plan.note(profile,
                      fmt::format("'{}' speaks to '{}', which takes no plain HTTP; put a service in between, or "
                                  "write the call into its logic.js",
                                  profile.name, to->name));
        } else if (!isThere) {
            if (std::string bar = barTo(plan, profile, *to); !bar.empty()) {
                plan.note(profile, std::move(bar));
            }
            service.calls.push_back({std::move(name), std::move(url)});
        }
    }
    return service;
}

std::string readme(const CorePlan& plan, const std::vector<WasmService>& services,
                   const std::vector<ExportNote>& notes) {
    std::string text = fmt::format(
        "# {}: WebAssembly\n\nA folder a service. `logic.js` is yours; `component.js` hands it the requests of a "
        "component, `worker.js` those of Cloudflare. What starts by a schedule, keeps connections open or serves files "
        "is "
        "a Worker alone. All of it is JavaScript; the field *Language of the function* is for services that run as "
        "functions.\n\n| Service | Folder | Calls | Runs on |\n|---|---|---|---|\n",
        markdownText(plan.title));
    for (const WasmService& service : services) {
        text += fmt::format(
            "| {} | `{}/` | {} | {} |\n", markdownText(service.profile->name), service.name, service.calls.size(),
            service.isComponent ? "Spin, SpinKube, wasmCloud, Cloudflare Workers" : "Cloudflare Workers");
    }
    text +=
        "\n## Test\n\n```sh\nnpm test\n```\n\n## Run\n\n| Platform | Needs | Command |\n|---|---|---|\n"
        "| Spin | Spin 3 or newer | `spin build --up` |\n"
        "| SpinKube | its operator, executor `containerd-shim-spin` | `spin registry push IMAGE && kubectl apply -f "
        "spinkube.yaml` |\n"
        "| wasmCloud | its operator, version 2 | `npm run build && wash oci push IMAGE dist/NAME.wasm && kubectl "
        "apply -f wasmcloud.yaml` |\n"
        "| Cloudflare Workers | an account | `npx wrangler deploy` |\n\n"
        "Addresses in `settings.js` and image names are made from the settings of the design's export. Both ask "
        "for a registry that the cluster may read.\n";
    if (!notes.empty()) {
        text += "\n## Notes\n\n";
        for (const ExportNote& note : notes) {
            text += fmt::format("- {}\n", markdownText(note.message));
        }
    }
    return text;
}

}  // namespace

bool runsOnWorkersAlone(const ServiceProfile& profile) {
    const Hosting* hosting = profile.kind->hosting(Host::Wasm);
    return hosting != nullptr && hosting->wasmTargets == std::vector<std::string>{"cloudflare-workers"};
}

Result<ExportBundle> buildWasm(const Analysis& analysis, const ExportOptions& options) {
    CorePlan plan = TRY(corePlan(analysis, options));
    plan.notes.clear();
    std::vector<WasmService> services;
    ExportBundle bundle;
    for (const ServiceProfile& profile : analysis.figures.resolved.services) {
        if (profile.host == Host::Wasm && profile.role == Role::Store) {
            plan.note(profile,
                      fmt::format("'{}' is a store of the provider, not a component; create it there and bind it "
                                  "to the components that use it",
                                  profile.name));
        } else if (profile.host == Host::Wasm) {
            services.push_back(TRY(serviceOf(plan, profile)));
        }
    }
    bundle.notes = plan.notes;
    if (services.empty()) {
        bundle.notes.push_back({"", "no service is drawn on WebAssembly; there is nothing to export"});
        return bundle;
    }
    for (const WasmService& service : services) {
        std::ranges::move(wasmCode(service), std::back_inserter(bundle.files));
        std::ranges::move(wasmWorker(plan, service), std::back_inserter(bundle.files));
        if (service.isComponent) {
            std::ranges::move(TRY(wasmPlatforms(plan, service)), std::back_inserter(bundle.files));
        }
    }
    bundle.files.push_back({"README.md", readme(plan, services, bundle.notes)});
    std::ranges::sort(bundle.files);
    return bundle;
}

}  // namespace tideline
