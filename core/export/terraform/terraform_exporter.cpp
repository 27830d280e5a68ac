// SPDX-License-Identifier: Apache-2.0
#include "core/export/terraform/terraform_exporter.h"

#include "core/export/kubernetes/bundle_readme.h"
#include "core/export/kubernetes/core_plan.h"
#include "core/export/markdown.h"
#include "core/export/sam/sam_plan.h"
#include "core/export/terraform/hcl_text.h"
#include "core/export/terraform/scaler.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kVersions = R"hcl(terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.90, < 7.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      app   = local.application
      owner = local.owner
      stage = var.stage
    }
  }
}
)hcl";

constexpr std::string_view kTrust = R"hcl(# Pods take their roles through the agent on their node; no key is stored.
data "aws_iam_policy_document" "pods" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_eks_addon" "pod_identity" {
  count = var.install_pod_identity_agent ? 1 : 0

  cluster_name = var.cluster_name
  addon_name   = "eks-pod-identity-agent"
}
)hcl";

constexpr std::string_view kOperatorOfSecrets = R"hcl(
# External Secrets reads the secrets of this application, and no others.
data "aws_iam_policy_document" "read_secrets" {
  statement {
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = [for secret in aws_secretsmanager_secret.application : secret.arn]
  }
}
)hcl";

/// Who takes a role in the cluster, and what the role may do.
struct OperatorRole {
    std::string_view name;            ///< of the resources
    std::string_view prefix;          ///< of the role in the account
    std::string_view policy;          ///< name of its policy
    std::string_view document;        ///< what the policy says
    std::string_view nameSpace;       ///< of the operator
    std::string_view serviceAccount;  ///< of the operator
};

/// The role with its policy, and the pods that take it.
std::string roleOf(const OperatorRole& who) {
    return fmt::format(R"hcl(
resource "aws_iam_role" "{0}" {{
  name_prefix        = "{1}"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}}

resource "aws_iam_role_policy" "{0}" {{
  name   = "{2}"
  role   = aws_iam_role.{0}.id
  policy = data.aws_iam_policy_document.{3}.json
}}

resource "aws_eks_pod_identity_association" "{0}" {{
  cluster_name    = var.cluster_name
  namespace       = "{4}"
  service_account = "{5}"
  role_arn        = aws_iam_role.{0}.arn
}}
)hcl",
                       who.name, who.prefix, who.policy, who.document, who.nameSpace, who.serviceAccount);
}

/// Secrets of AWS Secrets Manager that the core reads, as the table of its README names them.
std::set<std::string> secretsOf(const CorePlan& plan) {
    std::set<std::string> keys;
    for (const Workload& workload : plan.workloads) {
        for (const CredentialFile& credential : workload.credentials) {
            keys.insert(credential.remoteKey);
        }
    }
    for (const GatewayPlan& gateway : plan.gateways) {
        keys.insert(fmt::format("{}/{}-tls", plan.application(), gateway.name));
    }
    return keys;
}

std::string localsFile(const CorePlan& plan) {
    return fmt::format("locals {{\n  application = {}\n  namespace   = {}\n  owner       = {}\n}}\n",
                       hclText(plan.application()), hclText(plan.bridge.nameSpace), hclText(plan.settings().owner));
}

std::string variable(std::string_view name, std::string_view type, std::string_view description,
                     const std::string& standard) {
    std::string text =
        fmt::format("variable \"{}\" {{\n  description = {}\n  type        = {}\n", name, hclText(description), type);
    text += standard.empty() ? "" : fmt::format("  default     = {}\n", standard);
    return text + "}\n";
}

std::string variablesFile(const CorePlan& plan, bool hasStack) {
    std::string text = variable("region", "string", "Region of the account", hclText(plan.settings().region));
    text += "\n" + variable("stage", "string", "Environment: dev, staging or prod", "");
    text += "\n" + variable("cluster_name", "string", "EKS cluster that runs the core", "");
    text += "\n" + variable("install_pod_identity_agent", "bool",
                            "EKS Auto Mode has the agent built in; other clusters need the add-on", "false");
    if (hasStack) {
        text += "\n" + variable("stack_name", "string", "Stack of the SAM bundle, deployed without EksClusterName", "");
    }
    return text;
}

std::string secretsFile(const CorePlan& plan) {
    std::string text = "# Empty at first: a person writes their values, never Terraform, whose state would keep them.\n"
                       "resource \"aws_secretsmanager_secret\" \"application\" {\n  for_each = toset([\n";
    for (const std::string& key : secretsOf(plan)) {
        text += fmt::format("    {},\n", hclText(key));
    }
    return text + "  ])\n\n  name = each.value\n}\n" + std::string(kOperatorOfSecrets) +
           roleOf({.name = "external_secrets",
                   .prefix = "external-secrets-",
                   .policy = "read-secrets",
                   .document = "read_secrets",
                   .nameSpace = "external-secrets",
                   .serviceAccount = "external-secrets"});
}

/// Output names of the SAM stack by which its roles are found, and the accounts that take them.
std::string identitiesFile(const CorePlan& core, const SamPlan& edge) {
    std::string text = "# The SAM stack knows what each service may do; here its pods get that role.\n"
                       "data \"aws_cloudformation_stack\" \"edge\" {\n  name = var.stack_name\n}\n\n"
                       "locals {\n  # service account = output of the stack with its role\n  identities = {\n";
    std::size_t longest = 0;
    for (const CoreIdentity& identity : core.bridge.identities) {
        longest = std::max(longest, hclText(identity.serviceAccount).size());
    }
    for (const CoreIdentity& identity : core.bridge.identities) {
        const std::string account = hclText(identity.serviceAccount);
        text += fmt::format("    {:{}} = {}\n", account, longest,
                            hclText(edge.find(identity.service)->logicalId + "CoreRoleArn"));
    }
    return text + "  }\n}\n\nresource \"aws_eks_pod_identity_association\" \"service\" {\n  # a service that calls "
                  "nothing by its role has none in the stack\n  for_each = {\n    for account, output in "
                  "local.identities : account => output\n    if contains(keys("
                  "data.aws_cloudformation_stack.edge.outputs), output)\n  }\n\n  cluster_name    = var.cluster_name\n "
                  " namespace       = local.namespace\n  "
                  "service_account = each.key\n  role_arn        = "
                  "data.aws_cloudformation_stack.edge.outputs[each.value]\n}\n";
}

std::string scalerFile(const CorePlan& core) {
    const Scaler scaler = scalerOf(core);
    if (scaler.statements.empty()) {
        return {};
    }
    return "# KEDA looks at what waits for pods to scale them, and at nothing else.\n" + scaler.data +
           "data \"aws_iam_policy_document\" \"scale\" {\n" + scaler.statements + "}\n" +
           roleOf({.name = "keda",
                   .prefix = "keda-",
                   .policy = "look-at-what-waits",
                   .document = "scale",
                   .nameSpace = "keda",
                   .serviceAccount = "keda-operator"});
}

std::string outputsFile(bool hasSecrets, bool hasStack) {
    std::string text =
        !hasSecrets ? ""
                    : "output \"secrets\" {\n  description = \"Secrets to be filled in, by name\"\n  value       = { "
                      "for name, secret in aws_secretsmanager_secret.application : name => secret.arn }\n}\n";
    if (hasStack) {
        text += (hasSecrets ? "\n" : "");
        text += "output \"identities\" {\n  description = \"Role of each service account\"\n  value       = { for "
                "account, link in aws_eks_pod_identity_association.service : account => link.role_arn }\n}\n";
    }
    return text;
}

std::string readme(const CorePlan& plan, bool hasStack) {
    std::string text = fmt::format(
        "# {}: Terraform\n\nWhat neither the manifests nor the SAM stack make, for Terraform 1.9 or OpenTofu 1.9 and "
        "newer: the secrets that External Secrets reads, empty, and the roles of service accounts by EKS Pod "
        "Identity. The cluster itself is not made here.\n\n",
        markdownText(plan.title));
    text += hasStack ? "Deploy the SAM bundle first, without `EksClusterName`: bus, queues and roles are its, and the "
                       "associations are made here instead.\n\n"
                     : "";
    text += fmt::format("```sh\nterraform init\nterraform apply -var stage=prod -var cluster_name=CLUSTER{}\n```\n\n"
                        "Keep the state in a bucket of yours: add a `backend` to `versions.tf`.\n",
                        hasStack ? fmt::format(" -var stack_name={}-prod", plan.application()) : "");
    const std::string secrets = secretsTable(plan);
    return text + (secrets.empty() ? "" : "\nThen write the values:\n\n" + secrets);
}

}  // namespace

Result<ExportBundle> buildTerraform(const Analysis& analysis, const ExportOptions& options) {
    const CorePlan core = TRY(corePlan(analysis, options));
    const SamPlan edge = TRY(samPlan(analysis, options));
    ExportBundle bundle;
    const bool hasStack = !core.bridge.identities.empty();
    const bool hasSecrets = !secretsOf(core).empty();
    if (!hasSecrets && !hasStack) {
        bundle.notes.push_back(
            {"", "no service of the core needs a secret or a role of AWS; there is nothing to make"});
        return bundle;
    }
    bundle.files = {{"README.md", readme(core, hasStack)},
                    {"locals.tf", localsFile(core)},
                    {"outputs.tf", outputsFile(hasSecrets, hasStack)},
                    {"pod_identity.tf", std::string(kTrust)},
                    {"variables.tf", variablesFile(core, hasStack)},
                    {"versions.tf", std::string(kVersions)}};
    if (hasSecrets) {
        bundle.files.push_back({"secrets.tf", secretsFile(core)});
    }
    if (hasStack) {
        bundle.files.push_back({"identities.tf", identitiesFile(core, edge)});
    }
    if (!hasPodIdentity(core)) {
        bundle.notes.push_back({"", "the roles are taken by EKS Pod Identity, which pods of this cluster do not have: "
                                    "make an OIDC provider of IAM for the cluster's issuer, and let the roles trust it "
                                    "in place of `pod_identity.tf` and the associations"});
    }
    if (std::string scaler = scalerFile(core); !scaler.empty()) {
        bundle.files.push_back({"keda.tf", std::move(scaler)});
    }
    std::ranges::sort(bundle.files);
    return bundle;
}

}  // namespace tideline
