// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/project_files.h"

#include "core/export/markdown.h"
#include "core/export/sam/deployed_count.h"
#include "core/export/sam/language.h"
#include "core/export/sam/standard_parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

/// The values that a stage is deployed with: its name, and a sample for each parameter that has no standard.
std::string overrides(const SamBuild& build, const std::string& stage) {
    std::string text = "Stage=" + stage;
    for (const std::string& name : build.tmpl.requiredParameters()) {
        text += fmt::format(" {}={}", name, sampleParameter(name));
    }
    return text;
}

std::string samConfig(const SamBuild& build) {
    const ExportSettings& settings = build.plan->bridge.settings;
    std::string text =
        build.tmpl.requiredParameters().empty()
            ? ""
            : "# What follows Stage in parameter_overrides are samples: replace them before you deploy.\n";
    text += fmt::format(R"(version = 0.1

[default.global.parameters]
stack_name = "{0}"
region = "{1}"

[default.build.parameters]
cached = true
parallel = true

[default.validate.parameters]
lint = true

[default.deploy.parameters]
capabilities = "CAPABILITY_IAM"
resolve_s3 = true
confirm_changeset = true
)",
                        settings.application, settings.region);
    for (const std::string& stage : build.plan->options->environments) {
        text += fmt::format(R"(
[{0}.global.parameters]
stack_name = "{1}-{0}"
region = "{2}"

[{0}.deploy.parameters]
capabilities = "CAPABILITY_IAM"
resolve_s3 = true
confirm_changeset = {3}
parameter_overrides = "{4}"
)",
                            stage, settings.application, settings.region, stage == "prod" ? "true" : "false",
                            overrides(build, stage));
    }
    return text;
}

std::string functionTable(const SamBuild& build) {
    std::string text;
    for (const SamService& service : build.plan->services) {
        if (runsCode(service.shape)) {
            text += fmt::format("| {} | `src/{}/` | {} |\n", markdownText(service.profile->name), service.slug,
                                languageOf(service).language->title);
        }
    }
    return text.empty() ? "" : "\n| Service | Folder | Language |\n|---|---|---|\n" + text;
}

bool hasLanguage(const SamBuild& build, std::string_view key) {
    return std::ranges::any_of(build.plan->services, [&](const SamService& service) {
        return runsCode(service.shape) && languageOf(service).language->key == key;
    });
}

/// True where unit tests of the language are among the files: those of services, and of functions that write for them.
bool hasTests(const SamBuild& build, std::string_view key) {
    const auto isTest = [](const ExportFile& file) {
        return file.path.starts_with("tests/unit/test_") && file.path.ends_with(".py");
    };
    return hasLanguage(build, key) || (key == "python" && std::ranges::any_of(build.files, isTest));
}

std::string testLines(const SamBuild& build) {
    std::string text;
    for (const SamLanguage& language : samLanguages()) {
        text += hasTests(build, language.key) ? std::string(language.test) + "\n" : "";
    }
    return text;
}

std::string noteList(const SamBuild& build) {
    std::string text;
    const auto add = [&](const ExportNote& note) { text += "- " + markdownText(note.message) + "\n"; };
    std::ranges::for_each(build.plan->notes, add);
    std::ranges::for_each(build.notes, add);
    return text.empty() ? "" : "\n## What to know\n\n" + text;
}

std::string requiredSection(const SamBuild& build) {
    const YamlValue parameters = build.tmpl.parameters();
    std::string rows;
    for (const std::string& name : build.tmpl.requiredParameters()) {
        const YamlValue& definition = *parameters.find(name);
        rows += fmt::format("| `{}` | {} |\n", name,
                            markdownText(std::get<std::string>(definition.find("Description")->variant())));
    }
    return rows.empty() ? ""
                        : "\nThese parameters have no standard; `samconfig.toml` holds samples to be replaced:\n\n"
                          "| Parameter | What it is |\n|---|---|\n" +
                              rows;
}

struct StoreRow {
    SamShape shape;
    std::string_view url, outputs;
};
constexpr std::array kStores{
    StoreRow{SamShape::Database, "postgres://USER:PASSWORD@HOST:5432/app?sslmode=require", "`Host`, `SecretArn`"},
    StoreRow{SamShape::Cache, "rediss://:TOKEN@HOST:6379", "`Host`, `SecretArn`"},
    StoreRow{SamShape::Search, "https://HOST", "`Url`"},
};

/// Stores of this stack that pods of the core open: they read an address from a secret that nobody but a person can
/// put together, for it holds a password that the store itself makes and rotates.
std::string storeSecrets(const SamBuild& build) {
    std::string rows;
    for (const SamService& service : build.plan->services) {
        const auto store = std::ranges::find(kStores, service.shape, &StoreRow::shape);
        const auto links = build.plan->linksTo(service);
        const bool isRead =
            std::ranges::any_of(links, [](const SamLink* link) { return link->from->shape == SamShape::Core; });
        if (store != kStores.end() && isRead) {
            rows += fmt::format(
                "| `{}` | `{}` | {} |\n", build.plan->bridge.secretKey(service.profile->id), store->url,
                store->outputs.empty() ? "" : fmt::format("outputs `{}…`: {}", service.logicalId, store->outputs));
        }
    }
    return rows.empty() ? ""
                        : "\nPods read the addresses of these stores from secrets of their own, property `url`. Write "
                          "them after the first\ndeployment, and again when the store's own secret is rotated:\n\n"
                          "| Secret | Text | From |\n|---|---|---|\n" +
                              rows;
}

std::string bridgeSection(const SamBuild& build) {
    if (build.plan->bridge.identities.empty()) {
        return storeSecrets(build).empty() ? "" : "\n## The core on Kubernetes\n" + storeSecrets(build);
    }
    const bool hasKafka =
        std::ranges::any_of(build.plan->services, [](const SamService& each) { return each.shape == SamShape::Topic; });
    const bool takesGroup = build.tmpl.uses("CoreSecurityGroupId");
    return "\n## The core on Kubernetes\n\n"
           "Events of a bus reach the core by a rule and a queue; its pods read the queue and KEDA scales them. The "
           "core speaks to a\nbus by PutEvents. " +
           std::string(hasKafka ? "To Kafka its pods and KEDA speak themselves, signed by their roles. " : "") +
           "Both sides know buses, queues and\nclusters by the same names, so one account and region holds one stage.\n"
           "Give the name of the cluster, and the service accounts get their roles by EKS Pod Identity" +
           (takesGroup ? "; give the security group of\nits nodes or pods, and they reach the stores and brokers"
                       : "") +
           fmt::format(". Write into `parameter_overrides` of the stage\nin `samconfig.toml` (on a command line they "
                       "would take the place of all that stands there):\n\n```\nEksClusterName=my-cluster{}\n```\n",
                       takesGroup ? " CoreSecurityGroupId=sg-0123456789abcdef0" : "") +
           storeSecrets(build);
}

std::string arrivalSection(const SamBuild& build) {
    const bool hasArrivals =
        std::ranges::any_of(build.files, [](const ExportFile& file) { return file.path == "events/arrivals.json"; });
    return !hasArrivals ? ""
                        : "\n## Try the bus\n\n`events/put/` holds an event for each connection from the bus and each "
                          "service that publishes it; `events/arrivals.json`\nsays which resource of the stack it "
                          "reaches.\n\n```sh\naws events put-events --cli-input-json file://events/put/NAME.json\n"
                          "```\n";
}

std::string readme(const SamBuild& build) {
    const std::string title = build.plan->title.empty() ? build.plan->application : build.plan->title;
    std::string text =
        fmt::format("# {}: the serverless edge\n\nAn application of AWS SAM: `template.yaml` holds what runs "
                    "outside the cluster, `src/` its functions.\n",
                    markdownText(title));
    text += functionTable(build);
    text +=
        "\n## Deploy\n\n```sh\nsam validate --lint\nsam build\nsam deploy --guided\n```\n\n"
        "Each stage has its own section in `samconfig.toml`: `sam deploy --config-env prod`.\n" +
        fmt::format("The stack holds {} resources of CloudFormation, which takes 500.\n", deployedCount(build.tmpl)) +
        (hasLanguage(build, "rust")
             ? "\nFunctions in Rust are compiled by Cargo Lambda, which `pip install cargo-lambda` brings.\n"
             : "") +
        requiredSection(build);
    if (const std::string tests = testLines(build); !tests.empty()) {
        text += "\n## Test\n\nThe unit tests run the functions on the sample events of `events/`, without AWS; those "
                "in Python and "
                "TypeScript without\nnetwork and packages too.\n\n```sh\n" +
                tests + "```\n\nChange `work` in each folder; the files beside it are plumbing.\n";
    }
    text += bridgeSection(build);
    text += arrivalSection(build);
    text += "\n## When something fails\n\nEvents that no target took wait in the queue `EdgeDeadLetters` for two "
            "weeks, with the "
            "reason as attributes; every other queue has a\ndead-letter queue of its own. Alarms watch them, the "
            "errors and "
            "throttles of functions, and the 5xx of APIs; give\n`AlarmTopicArn` to be told.\n";
    const bool readsKafka = std::ranges::any_of(build.drafts, [](const auto& row) {
        return std::ranges::count(row.second.triggers, SamTriggerKind::Topic, &SamTrigger::kind) > 0;
    });
    text += readsKafka
                ? "\nOf a batch of Kafka that fails for good, `EdgeDeadLetters` gets the topic, partition and offsets, "
                  "not the records: they stay in\nthe topic for its retention, to be read again from there.\n"
                : "";
    return text + noteList(build);
}

}  // namespace

std::vector<ExportFile> projectFiles(const SamBuild& build) {
    std::vector<ExportFile> files{{"samconfig.toml", samConfig(build)}, {"README.md", readme(build)}};
    for (const SamLanguage& language : samLanguages()) {
        if (language.shared != nullptr && hasLanguage(build, language.key)) {
            std::ranges::copy(language.shared(), std::back_inserter(files));
        }
    }
    return files;
}

}  // namespace tideline
