// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/inputs.h"
#include "core/analysis/analysis.h"
#include "core/disk/write_bundle.h"
#include "core/export/exporter.h"
#include "core/yaml/yaml_object.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

struct Options {
    std::string file, folder, profile = "standard";
    std::vector<std::string> targets;
    bool force = false, dryRun = false;
};

/// The exporters of the keys that were given, each once, in the order of the table.
Result<std::vector<const Exporter*>> chosen(const std::vector<std::string>& keys) {
    std::vector<std::string> known;
    for (const Exporter& exporter : exporters()) {
        known.emplace_back(exporter.key);
    }
    for (const std::string& key : keys) {
        if (findExporter(key) == nullptr) {
            return failure(
                fmt::format("there is no target '{}'{}; 'tideline targets' lists them", key, suggestion(key, known)));
        }
    }
    std::vector<const Exporter*> targets;
    for (const Exporter& exporter : exporters()) {
        if (std::ranges::find(keys, exporter.key) != keys.end()) {
            targets.push_back(&exporter);
        }
    }
    return targets;
}

Input<ExportOptions> optionsFor(const CommandLine& line, const std::string& profile) {
    ExportOptions options;
    options.profile = profile == "hardened" ? ExportProfile::Hardened : ExportProfile::Standard;
    Result<std::vector<SourceText>> chart = dataFolderOf(line).chartFiles(realDisk());
    if (!chart) {
        return tl::unexpected(Stop{ExitCode::FileFailed, chart.error()});
    }
    options.chartTemplates = std::move(*chart);
    return options;
}

Input<std::vector<TargetBundle>> buildAll(const CommandLine& line, const Options& options) {
    const Result<std::vector<const Exporter*>> targets = chosen(options.targets);
    if (!targets) {
        return tl::unexpected(Stop{ExitCode::InputRefused, targets.error()});
    }
    Input<Inputs> inputs = loadInputs(line, options.file);
    if (!inputs) {
        return tl::unexpected(inputs.error());
    }
    remarkStandards(line, options.file, *inputs);
    const Input<ExportOptions> exportOptions = optionsFor(line, options.profile);
    if (!exportOptions) {
        return tl::unexpected(exportOptions.error());
    }
    const Analysis analysis = analyze(std::move(inputs->design), inputs->catalog, inputs->prices);
    std::vector<TargetBundle> bundles;
    for (const Exporter* target : *targets) {
        Result<ExportBundle> bundle = target->build(analysis, *exportOptions);
        if (!bundle) {
            Error error = bundle.error();
            error.message += "; nothing was written";
            return tl::unexpected(Stop{ExitCode::InputRefused, std::move(error)});
        }
        for (const ExportNote& note : bundle->notes) {
            remark(line, fmt::format("{}: {}", target->key, note.message));
        }
        bundles.push_back({.target = std::string(target->key), .bundle = std::move(*bundle)});
    }
    return bundles;
}

/// Every file that is not the same as before, and a closing line that counts.
std::string planText(const BundlePlan& plan, const Options& options) {
    std::string text;
    for (const PlannedFile& file : plan.files) {
        if (file.state != FileState::Same) {
            text += fmt::format("{:8} {}{}\n", keyOf(file.state), file.path,
                                file.beside.empty() ? "" : fmt::format(" ({})", file.beside));
        }
    }
    return text + fmt::format("{} {}: {} new, {} changed, {} the same\n", options.dryRun ? "would write" : "wrote",
                              options.folder, plan.count(FileState::New), plan.count(FileState::Changed),
                              plan.count(FileState::Same));
}

void remarkKept(const BundlePlan& plan) {
    for (const PlannedFile& file : plan.files) {
        if (file.state == FileState::Edited) {
            fmt::print(stderr, "tideline: {} was edited and is kept; ours is beside it as {}\n", file.path,
                       file.beside);
        } else if (file.state == FileState::ObsoleteKept) {
            fmt::print(stderr, "tideline: {} is no part of the design any more, but was edited and is kept\n",
                       file.path);
        }
    }
}

ExitCode runExport(const CommandLine& line, const Options& options) {
    const Input<std::vector<TargetBundle>> bundles = buildAll(line, options);
    if (!bundles) {
        return refuse(bundles.error());
    }
    const BundlePlace place{.folder = options.folder,
                            .edited = options.force ? EditedFiles::Replace : EditedFiles::Keep};
    const Result<BundlePlan> plan = options.dryRun ? planBundles(*bundles, place) : writeBundles(*bundles, place);
    if (!plan) {
        return refuse(ExitCode::FileFailed, plan.error());
    }
    const bool kept =
        !options.force && (plan->count(FileState::Edited) > 0 || plan->count(FileState::ObsoleteKept) > 0);
    if (kept) {
        remarkKept(*plan);
    }
    const ExitCode code = kept ? ExitCode::DoneBut : ExitCode::Done;
    return line.common.quiet ? code : print(planText(*plan, options), code);
}

}  // namespace

void declareExport(CLI::App& program, CommandLine& line) {
    auto options = std::make_shared<Options>();
    CLI::App* command = addCommand(program, "export", "write a design as files that deploy");
    command->add_option("DESIGN", options->file, "a *.tideline file, or -")->type_name("")->required();
    command->add_option("--target", options->targets, "one or several, see 'tideline targets'")
        ->delimiter(',')
        ->type_name("T[,T...]")
        ->required();
    command->add_option("-o,--output", options->folder, "folder; each target gets a folder in it")
        ->type_name("DIR")
        ->required();
    command->add_option("--profile", options->profile, "standard, or hardened: own keys, VPC and reserved concurrency")
        ->check(CLI::IsMember({"standard", "hardened"}))
        ->type_name("WORD")
        ->capture_default_str();
    command->add_flag("--force", options->force, "write over files that were edited; theirs is kept as NAME.bak");
    command->add_flag("--dry-run", options->dryRun, "say what would be written, and write nothing");
    command->callback([&line, options] { line.run = [options](CommandLine& at) { return runExport(at, *options); }; });
}

}  // namespace tideline
