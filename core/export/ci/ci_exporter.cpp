// SPDX-License-Identifier: Apache-2.0
#include "core/export/ci/ci_exporter.h"

#include "core/export/ci/workflow_texts.h"
#include "core/export/kubernetes/core_plan.h"
#include "core/export/markdown.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/language.h"
#include "core/export/sam/sam_exporter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tideline {

namespace {

struct CiPlan {
    CorePlan core;
    SamPlan edge;
    std::vector<std::string> images;  ///< services whose image is built here
    SamParameters parameters;         ///< of the stack

    bool hasCore() const { return !core.workloads.empty(); }
    bool hasEdge() const { return parameters.hasResources; }
    bool runs(std::string_view language) const {
        return std::ranges::any_of(edge.services, [&](const SamService& each) {
            return runsCode(each.shape) && languageOf(each).language->key == language;
        });
    }
};

/// A job with the steps that several jobs share, marks of the exporter left open.
std::string job(std::string_view text) {
    return filledCode(text, {{"@CHECKOUT@", std::string(checkoutStep())},
                             {"@MATRIX@", std::string(environmentMatrix())},
                             {"@PYTHON@", std::string(pythonStep())},
                             {"@AWS@", std::string(awsStep())}});
}

/// Tools that functions are built and tested with, where the runner's own are others or missing: Node.js 24,
/// Java 21, .NET 10, Cargo Lambda.
std::string toolSteps(const CiPlan& plan) {
    std::string steps;
    steps += plan.runs("nodejs")
                 ? "      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0\n"
                   "        with:\n          node-version: \"24\"\n"
                 : "";
    steps += plan.runs("java") ? "      - run: echo \"JAVA_HOME=$JAVA_HOME_21_X64\" >> \"$GITHUB_ENV\"\n" : "";
    steps += plan.runs("dotnet")
                 ? "      - uses: actions/setup-dotnet@d4c94342e560b34958eacfc5d055d21461ed1c5d # v5.0.0\n"
                   "        with:\n          dotnet-version: \"10.0.x\"\n"
                 : "";
    steps += plan.runs("rust") ? "      - run: pip install cargo-lambda==1.9.2\n" : "";
    return steps;
}

std::string checkWorkflow(const CiPlan& plan, const ExportOptions& options) {
    const std::string environments = fmt::format("{}", fmt::join(options.environments, ", "));
    std::string text(checkWorkflowHead());
    if (plan.hasCore()) {
        text += filledCode(job(checkCoreJob()), {{"@ENVIRONMENTS@", environments}});
        text += filledCode(job(checkChartJob()),
                           {{"@ENVIRONMENTS@", environments}, {"@APPLICATION@", plan.core.application()}});
    }
    if (plan.hasEdge()) {
        std::string tests;
        for (const SamLanguage& language : samLanguages()) {
            tests += plan.runs(language.key) ? fmt::format("          {}\n", language.test) : "";
        }
        text += filledCode(job(checkEdgeJob()),
                           {{"@TOOLS@", toolSteps(plan)}, {"@TESTS@", tests.empty() ? "          true\n" : tests}});
    }
    return text;
}

std::string rollouts(const CorePlan& core) {
    std::string text;
    for (const Workload& workload : core.workloads) {
        const bool isAwaited = workload.shape == WorkloadShape::Deployment ||
                               workload.shape == WorkloadShape::StatefulSet ||
                               workload.shape == WorkloadShape::DaemonSet;
        std::string kind(objectKindOf(workload.shape));
        std::ranges::transform(kind, kind.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        text += isAwaited ? fmt::format("          kubectl -n {} rollout status {}/{} --timeout=10m\n",
                                        core.bridge.nameSpace, kind, workload.name)
                          : "";
    }
    return text.empty() ? "          true\n" : text;
}

/// "SenderAddress" as SENDER_ADDRESS: the variable of an environment that holds a parameter of the stack.
std::string variableFor(std::string_view parameter) {
    std::string name;
    for (const char c : parameter) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        name += isCapital && !name.empty() ? "_" : "";
        name += isCapital || c < 'a' || c > 'z' ? c : static_cast<char>(c - 'a' + 'A');
    }
    return name;
}

/// The job that deploys the stack, with what its parameters without a standard take from the environment. Pods get
/// their roles with the stack where the environment names their cluster.
std::string edgeJob(const CiPlan& plan) {
    std::string variables;
    std::string parameters;
    const auto add = [&](const std::string& parameter, const std::string& variable) {
        variables += fmt::format("          {0}: ${{{{ vars.{0} }}}}\n", variable);
        parameters += fmt::format("          \"{}=${}\"\n", parameter, variable);
    };
    for (const std::string& parameter : plan.parameters.required) {
        add(parameter, variableFor(parameter));
    }
    if (plan.parameters.takesCluster) {
        add("EksClusterName", "POD_IDENTITY_CLUSTER");
    }
    if (plan.parameters.takesCoreGroup && plan.hasCore()) {
        add("CoreSecurityGroupId", "CORE_SECURITY_GROUP_ID");
    }
    return filledCode(job(deployEdgeJob()), {{"@MINUTES@", plan.parameters.makesBrokers ? "60" : "30"},
                                             {"@REGION@", plan.core.settings().region},
                                             {"@TOOLS@", toolSteps(plan)},
                                             {"@VARIABLES@", variables},
                                             {"@PARAMETERS@", parameters}});
}

std::string deployWorkflow(const CiPlan& plan, const ExportOptions& options) {
    const std::string& region = plan.core.settings().region;
    std::string text = filledCode(deployWorkflowHead(),
                                  {{"@ENVIRONMENTS@", fmt::format("{}", fmt::join(options.environments, ", "))}});
    text += plan.hasEdge() ? edgeJob(plan) : "";
    if (plan.hasCore()) {
        text += filledCode(job(deployCoreJob()), {{"@NEEDS@", plan.hasEdge() ? "    needs: edge\n" : ""},
                                                  {"@REGION@", region},
                                                  {"@ROLLOUTS@", rollouts(plan.core)}});
    }
    return text;
}

std::string readme(const CiPlan& plan) {
    std::string text = fmt::format(
        "# {}: workflows\n\nCopy `.github` to the root of the repository, beside the folders `kubernetes`, `helm` and "
        "`sam` of this export.\n\n| Workflow | Starts | Does |\n|---|---|---|\n"
        "| `check` | with every change | judges manifests, chart and template, runs the unit tests |\n",
        markdownText(plan.core.title));
    if (!plan.images.empty()) {
        text += "| `images` | when `services/` changes on main | builds, scans, publishes and signs the image of each "
                "service |\n";
    }
    text += "| `deploy` | by hand, for one environment | deploys the edge, then the core |\n\n"
            "Actions are pinned by commit; Dependabot proposes newer ones. There is no stored key: AWS trusts the "
            "tokens of GitHub's OpenID Connect.\n\n## Once\n\n"
            "1. Make a role that trusts `token.actions.githubusercontent.com` for this repository and the environment "
            "it deploys.\n"
            "2. For each environment, set the variables `AWS_ROLE_ARN`";
    for (const std::string& parameter : plan.parameters.required) {
        text += fmt::format(", `{}`", variableFor(parameter));
    }
    text += plan.hasCore() ? " and `EKS_CLUSTER`, and give the role an EKS access entry in the namespace.\n" : ".\n";
    if (plan.parameters.takesCluster) {
        text +=
            "   Set `POD_IDENTITY_CLUSTER` to the cluster's name too, unless Terraform makes the associations: then "
            "the stack gives\n   the pods their roles.\n";
    }
    if (plan.parameters.takesCoreGroup && plan.hasCore()) {
        text += "   Set `CORE_SECURITY_GROUP_ID` to the security group of the cluster's nodes or pods, which may then "
                "reach "
                "the stores\n   and brokers of the stack.\n";
    }
    if (plan.hasEdge()) {
        text += "   Every other parameter of the stack has a standard. What you give one belongs into "
                "`--parameter-overrides` of\n   `deploy.yml`, which takes the place of the list in "
                "`samconfig.toml`.\n";
    }
    text += "3. Protect the environments that matter with reviewers.\n";
    if (!plan.images.empty()) {
        text += "\n## Images\n\nEach service of yours has its source and Dockerfile in `services/NAME`. After `images` "
                "has run, set the digests that its summary shows:\n\n```sh\ncd kubernetes/overlays/prod\n";
        for (const std::string& name : plan.images) {
            text += fmt::format("kustomize edit set image {0}=ghcr.io/OWNER/REPOSITORY/{0}@sha256:DIGEST\n", name);
        }
        text += "```\n";
    }
    return text;
}

}  // namespace

Result<ExportBundle> buildCi(const Analysis& analysis, const ExportOptions& options) {
    CiPlan plan;
    plan.core = TRY(corePlan(analysis, options));
    plan.edge = TRY(samPlan(analysis, options));
    plan.parameters = TRY(samParametersOf(plan.edge));
    for (const Workload& workload : plan.core.workloads) {
        if (workload.isOurs()) {
            plan.images.push_back(workload.name);
        }
    }
    ExportBundle bundle;
    if (!plan.hasCore() && !plan.hasEdge()) {
        bundle.notes.push_back({"", "nothing of this design is deployed; there is nothing for a workflow to do"});
        return bundle;
    }
    bundle.files = {{".github/dependabot.yml", std::string(dependabotFile())},
                    {".github/workflows/check.yml", checkWorkflow(plan, options)},
                    {".github/workflows/deploy.yml", deployWorkflow(plan, options)},
                    {"README.md", readme(plan)}};
    if (!plan.images.empty()) {
        bundle.files.push_back(
            {".github/workflows/images.yml",
             filledCode(job(imagesWorkflow()), {{"@SERVICES@", fmt::format("{}", fmt::join(plan.images, ", "))}})});
    }
    std::ranges::sort(bundle.files);
    return bundle;
}

}  // namespace tideline
