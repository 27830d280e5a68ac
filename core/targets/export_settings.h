// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/design/design.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tideline {

/// What the exports of a design need to know of the place where they are deployed, and which options it switches on,
/// from `settings.exports`. The standards of the first group are samples that a person replaces; every README names
/// them.
struct ExportSettings {
    std::string application;  ///< label from the design's title: namespace, chart, stack, first part of names
    std::string region = "us-east-1";
    std::string account = "111122223333";  ///< twelve digits
    std::string domain = "example.com";    ///< public names are <application>.<domain>
    std::string owner = "platform-team";   ///< label of whoever looks after it
    std::string email = "platform-team@example.com";
    std::string repository;  ///< https address of the git repository; empty = a sample

    std::string vpcCidr = "10.0.0.0/8";    ///< addresses from which functions in the VPC come
    std::string samAuthorizer = "iam";     ///< who may call the public API of the functions: iam, jwt
    /// How events of a bus reach the core: "queue" (its pods read a queue and KEDA scales them) or "push" (an API
    /// destination calls services that speak HTTP; the others keep the queue).
    std::string coreDelivery = "queue";

    bool istioAmbient = false;   ///< mutual TLS between pods by Istio without sidecars
    bool otelCollector = false;  ///< a collector of ours in the namespace, and the variables that point at it
    std::string otlpBackend = "http://tempo.observability.svc:4318";  ///< where that collector sends
    bool kyverno = false;        ///< ValidatingPolicies for the namespace, in audit
    bool knative = false;        ///< services that answer HTTP run on Knative, down to none
    bool kserve = false;         ///< servers of models run as InferenceServices of KServe
    bool k3s = false;            ///< an edge site on K3s; the standard follows the flavour
    int nodePort = 0;  ///< port of each K3s node that leads to the gateway, 30000 to 32767; 0 = its balancer
    std::string workingHours;  ///< "08:00-18:00": workers that scale to zero keep one replica then; empty = never
    std::string timeZone = "Etc/UTC";  ///< of the working hours
    std::string fileSystem = "fs-0123456789abcdef0";  ///< of EFS, that shared volumes lie on
    std::string kafkaBrokers;  ///< of MSK, as get-bootstrap-brokers tells them for clients that sign; empty = samples
    bool eksAutoNodes = false;  ///< NodeClass and NodePool of EKS Auto Mode; the standard follows the flavour
    bool operator==(const ExportSettings&) const = default;

    std::string repositoryUrl() const {
        return repository.empty() ? "https://github.com/example/" + application : repository;
    }

    std::string publicHost() const { return application + "." + domain; }
};

/// One key of `settings.exports`: the only list of them, and the only place where their values are checked.
struct ExportOption {
    std::string_view key;
    std::variant<std::string ExportSettings::*, bool ExportSettings::*, int ExportSettings::*> member;
    std::string_view expected;  ///< what a value has to be, for "expected …"
    std::string_view meaning;  ///< a sentence
    bool (*isGoodText)(std::string_view) = nullptr;
    std::vector<std::string_view> choices = {};  ///< texts: one of these
    int least = 0, most = 0;  ///< whole numbers
};

/// All options, in the order in which they are listed.
std::span<const ExportOption> exportOptions();
/// What holds where a design says nothing: "us-east-1", "1", "false"; empty for a text without a standard.
std::string standardText(const ExportOption& option);

/// A value that cannot stand, or a key that nothing reads; `message` is "expected …, found …" for the first, empty for
/// the second.
struct SettingFault {
    std::string key, message;
};
/// In the order of the keys.
std::vector<SettingFault> settingFaults(const Design& design);

/// Fails for a value that the grammar of its place does not take; `where` is "/settings/exports/<key>". Keys that
/// nothing reads are left alone.
Result<ExportSettings> exportSettingsOf(const Design& design);

}  // namespace tideline
