// SPDX-License-Identifier: Apache-2.0
#include "core/export/compose/compose_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

bool isLocal(const Workload& workload) {
    return whyNotLocal(workload).empty();
}

/// The service whose secret it is: the part of the key after the application.
std::string ownerOf(const CredentialFile& credential) {
    return credential.remoteKey.substr(credential.remoteKey.rfind('/') + 1);
}

/// The text of an address, with the variable `password` of the shell in it.
std::string urlOf(const CorePlan& plan, const std::string& owner) {
    const auto at = std::ranges::find(plan.workloads, owner, &Workload::name);
    if (at == plan.workloads.end() || at->mainPort() == nullptr) {
        return "https://" + owner + ".example.com";
    }
    const std::string place = fmt::format("{}:{}", owner, at->mainPort()->container);
    const std::string& port = at->mainPort()->name;
    if (port == "postgres" || port == "postgresql") {
        return fmt::format("postgres://app:$password@{}/app?sslmode=disable", place);
    }
    if (port == "redis") {
        return fmt::format("redis://:$password@{}", place);
    }
    if (port == "amqp" || port == "nats" || port == "client") {
        return fmt::format("{}://app:$password@{}", port == "amqp" ? "amqp" : "nats", place);
    }
    if (port == "mongodb") {
        return fmt::format("mongodb://app:$password@{}/app?authSource=admin", place);
    }
    if (port == "mqtt") {
        return fmt::format("mqtt://app:$password@{}", place);
    }
    return "http://" + place;
}

std::string valueOf(const CorePlan& plan, const CredentialFile& credential) {
    if (credential.property == "username") {
        return "app";
    }
    if (credential.property == "password" || credential.property == "cookie") {
        return "$password";
    }
    return credential.property == "url" ? urlOf(plan, ownerOf(credential)) : "local";
}

/// A template of External Secrets as a text in which the shell puts the values.
std::string shellText(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        escaped += c == '$' || c == '`' || c == '\\' ? "\\" + std::string(1, c) : std::string(1, c);
    }
    const TextPairs known{{"{{ .username }}", "app"}, {"{{ .password }}", "$password"}};
    for (const auto& [mark, value] : known) {
        for (std::size_t at = escaped.find(mark); at != std::string::npos; at = escaped.find(mark, at + value.size())) {
            escaped.replace(at, mark.size(), value);
        }
    }
    return escaped;
}

}  // namespace

std::string secretFile(const CredentialFile& credential) {
    return fmt::format("{}-{}", ownerOf(credential), credential.property);
}

std::string templateFile(const Workload& workload, const std::string& file) {
    std::string name = fmt::format("{}-{}", workload.name, file);
    std::ranges::replace(name, '.', '-');
    std::ranges::replace(name, '_', '-');
    return name;
}

YamlValue composeConfigs(const CorePlan& plan) {
    YamlValue configs = YamlValue::mapping();
    for (const Workload& workload : plan.workloads) {
        for (const ConfigFile& file : workload.files) {
            if (isLocal(workload)) {
                std::string text = file.text;
                for (const Workload& server : plan.workloads) {
                    const std::string found = server.address() + "/;";
                    const std::size_t at = server.address().empty() ? std::string::npos : text.find(found);
                    if (at != std::string::npos) {
                        text.replace(at, found.size(), localAddress(server) + "/;");
                    }
                }
                configs[templateFile(workload, file.name)].set("content", composeText(text));
            }
        }
    }
    return configs;
}

YamlValue composeSecrets(const CorePlan& plan) {
    std::set<std::string> names;
    for (const Workload& workload : plan.workloads) {
        if (!isLocal(workload)) {
            continue;
        }
        for (const CredentialFile& credential : workload.credentials) {
            names.insert(secretFile(credential));
        }
        for (const auto& [file, text] : workload.credentialTemplates) {
            names.insert(templateFile(workload, file));
        }
    }
    YamlValue secrets = YamlValue::mapping();
    for (const std::string& name : names) {
        secrets[name].set("file", "./secrets/" + name);
    }
    return secrets;
}

YamlValue composeVolumes(const CorePlan& plan) {
    YamlValue volumes = YamlValue::mapping();
    for (const Workload& workload : plan.workloads) {
        if ((workload.volume || keptFolder(workload) != nullptr) && isLocal(workload)) {
            volumes.set(workload.name, YamlValue::mapping());
        }
        for (const SharedVolume& shared : workload.sharedVolumes) {
            if (isLocal(workload)) {
                volumes.set(shared.claim, YamlValue::mapping());
            }
        }
    }
    return volumes;
}

std::string secretsScript(const CorePlan& plan) {
    std::map<std::string, std::map<std::string, std::string>> byOwner;  // owner -> file -> text for the shell
    for (const Workload& workload : plan.workloads) {
        for (const CredentialFile& credential : workload.credentials) {
            byOwner[ownerOf(credential)][secretFile(credential)] = valueOf(plan, credential);
        }
        for (const auto& [file, text] : workload.credentialTemplates) {
            byOwner[workload.name][templateFile(workload, file)] = shellText(text);
        }
    }
    std::string script = "#!/bin/sh\n# Makes up the secrets of compose.yaml, once: what is there stays as it is.\n"
                         "set -eu\nunset CDPATH\ncd \"$(dirname \"$0\")\"\nmkdir -p secrets\n"
                         "printf '*\\n' > secrets/.gitignore\n\n"
                         "# One password a store, kept from the first run on.\n"
                         "password_of() {\n"
                         "  [ -s \"secrets/.$1\" ] || od -An -N18 -tx1 /dev/urandom | tr -d ' \\n' > \"secrets/.$1\"\n"
                         "  cat \"secrets/.$1\"\n}\n";
    for (const auto& [owner, files] : byOwner) {
        script += fmt::format("\npassword=$(password_of {})\n", owner);
        for (const auto& [file, text] : files) {
            const bool isOneLine = text.find('\n') == std::string::npos;
            script +=
                isOneLine && text.find('"') == std::string::npos
                    ? fmt::format("printf '%s' \"{}\" > secrets/{}\n", text, file)
                    : fmt::format("cat > secrets/{} <<EOF\n{}{}EOF\n", file, text, text.ends_with('\n') ? "" : "\n");
        }
    }
    return script;
}

}  // namespace tideline
