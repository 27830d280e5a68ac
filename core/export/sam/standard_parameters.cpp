// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/standard_parameters.h"

#include "core/base/assert.h"
#include "core/export/sam/cfn_value.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

struct ParameterRow {
    std::string_view name, group, type;
    /// Absent where a person has to choose: null pointer data.
    std::string_view standard;
    std::string_view pattern, description;
};

constexpr std::string_view kRequired{};
constexpr std::string_view kEmpty{""};
constexpr std::string_view kLayerArn = "^(arn:aws[a-z-]*:lambda:.*)?$";

constexpr std::array kParameters{
    ParameterRow{"AlarmTopicArn", "Operation", "String", kEmpty, "^(arn:aws[a-z-]*:sns:.*)?$",
                 "SNS topic that alarms notify; empty leaves alarms without actions"},
    ParameterRow{"EksClusterName", "Kubernetes core", "String", kEmpty, "^[0-9A-Za-z_-]{0,100}$",
                 "EKS cluster that runs the core; empty leaves out the Pod Identity associations"},
    ParameterRow{"CoreSecurityGroupId", "Network", "String", kEmpty, "^(sg-[0-9a-f]+)?$",
                 "Security group of the cluster's nodes or pods, which may reach the stores; empty admits none"},
    ParameterRow{"CoreListenerArn", "Kubernetes core", "String", kEmpty, "^(arn:aws[a-z-]*:elasticloadbalancing:.*)?$",
                 "Listener of the core's internal load balancer; empty leaves out the routes into the core"},
    ParameterRow{"CoreLogGroupName", "Kubernetes core", "String", kEmpty, "^[A-Za-z0-9_/.#-]{0,512}$",
                 "Log group of the core's containers, collected as well; empty leaves it out"},
    ParameterRow{"VpcId", "Network", "AWS::EC2::VPC::Id", kRequired, "", "VPC of the managed stores and their clients"},
    ParameterRow{
        "PrivateSubnetIds", "Network", "List<AWS::EC2::Subnet::Id>", kRequired, "",
        "Private subnets in two zones, or three where Kafka stands in three, for the managed stores and their clients"},
    ParameterRow{"VpcSubnetIds", "Network", "CommaDelimitedList", kEmpty, "",
                 "Private subnets for functions that call into the VPC; empty keeps them outside"},
    ParameterRow{"VpcSecurityGroupIds", "Network", "CommaDelimitedList", kEmpty, "",
                 "Security groups for functions that call into the VPC"},
    ParameterRow{"JwtIssuer", "API", "String", kRequired, "^https://.+$", "Issuer of the tokens that the API accepts"},
    ParameterRow{"JwtAudience", "API", "String", kRequired, "^.+$", "Audience that the tokens must name"},
    ParameterRow{"SenderAddress", "Email", "String", kRequired, "^[^@ ]+@[^@ ]+[.][^@ ]+$",
                 "Verified address that mails are sent from"},
    ParameterRow{
        "OtlpEndpoint", "Telemetry", "String", "http://localhost:4318", "^https?://.+$",
        "Where functions send their traces, by OTLP over HTTP; the standard is a collector in a layer of each"},
    ParameterRow{"TelemetryLayerPython", "Telemetry", "String", kEmpty, kLayerArn,
                 "Layer of OpenTelemetry that instruments functions in Python; empty leaves that to their code"},
    ParameterRow{"TelemetryLayerJava", "Telemetry", "String", kEmpty, kLayerArn,
                 "Layer of OpenTelemetry that instruments functions in Java; empty leaves that to their code"},
};

YamlValue definitionOf(const ParameterRow& row) {
    YamlValue value = YamlValue::mapping();
    value.set("Type", row.type);
    if (row.standard.data() != nullptr) {
        value.set("Default", row.standard);
    }
    if (!row.pattern.empty()) {
        value.set("AllowedPattern", row.pattern);
    }
    value.set("Description", row.description);
    return value;
}

CfnParameter choiceParameter(std::string_view name, std::string_view description, std::int64_t standard,
                             const std::vector<std::int64_t>& choices) {
    YamlList allowed;
    for (const std::int64_t choice : choices) {
        allowed.emplace_back(choice);
    }
    return {std::string(name), "Operation",
            YamlMembers{{"Type", "Number"},
                        {"Default", standard},
                        {"AllowedValues", std::move(allowed)},
                        {"Description", description}}};
}

CfnParameter reservedConcurrency() {
    return {"ReservedConcurrency", "Operation",
            YamlMembers{{"Type", "Number"},
                        {"Default", 0},
                        {"MinValue", 0},
                        {"Description", "Reserved concurrency of each function; 0 leaves it unreserved"}}};
}

}  // namespace

CfnParameter standardParameter(std::string_view name) {
    if (name == "LogRetentionDays") {
        return choiceParameter(name, "Days for which CloudWatch keeps the logs", 30, {1, 7, 30, 90, 365});
    }
    if (name == "ReservedConcurrency") {
        return reservedConcurrency();
    }
    const auto row = std::ranges::find(kParameters, name, &ParameterRow::name);
    TIDELINE_ASSERT(row != kParameters.end(), "the parameter has a row");
    return {std::string(name), std::string(row->group), definitionOf(*row)};
}

std::string_view sampleParameter(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> samples{
        {{"VpcId", "vpc-0123456789abcdef0"},
         {"PrivateSubnetIds", "subnet-0123456789abcdef0,subnet-0fedcba9876543210,subnet-00112233445566778"},
         {"JwtIssuer", "https://issuer.example.com"},
         {"JwtAudience", "audience"},
         {"SenderAddress", "sender@example.com"}}};
    const auto row = std::ranges::find(samples, name, [](const auto& pair) { return pair.first; });
    TIDELINE_ASSERT(row != samples.end(), "a parameter without a standard has a sample");
    return row->second;
}

YamlValue conditionNotEqual(YamlValue value, YamlValue other) {
    return tagged("!Not", YamlList{tagged("!Equals", YamlList{std::move(value), std::move(other)})});
}

StandardCondition standardCondition(std::string_view name) {
    if (name == "InVpc") {
        YamlValue joined = tagged("!Join", YamlList{"", cfnRef("VpcSubnetIds")});
        return {"VpcSubnetIds", conditionNotEqual(std::move(joined), "")};
    }
    if (name == "HasReserved") {
        return {"ReservedConcurrency", conditionNotEqual(cfnRef("ReservedConcurrency"), 0)};
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> given{
        {{"HasAlarmTopic", "AlarmTopicArn"},
         {"HasCluster", "EksClusterName"},
         {"HasCoreSecurityGroup", "CoreSecurityGroupId"},
         {"HasCoreListener", "CoreListenerArn"},
         {"HasCoreLogGroup", "CoreLogGroupName"}}};
    const auto row = std::ranges::find(given, name, [](const auto& pair) { return pair.first; });
    TIDELINE_ASSERT(row != given.end(), "the condition has a row");
    return {std::string(row->second), conditionNotEqual(cfnRef(row->second), "")};
}

}  // namespace tideline
