// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/field_value.h"

#include <optional>
#include <set>

namespace tideline {

struct ClusterSettings {
    std::string flavour = "eks-nodes";  ///< eks-nodes, eks-auto, eks-fargate, gke-standard, gke-autopilot, aks, k3s
    std::string billing = "nodes";      ///< nodes, pods
    std::string nodePrice = "aws.ec2.m7g-large";
    std::string gpuNode;             ///< price key; empty = the one that the kind names
    double zones = 3;                ///< availability zones, >= 1
    std::optional<double> nodes;     ///< fixed number all month; absent = by the pods
    std::optional<double> natGateways;  ///< absent = one a zone
    bool autoscaled = true;          ///< nodes of each hour of the week, or of the peak
    std::string logSink = "cloudwatch";  ///< cloudwatch, none
    double nodeStartS = 90;
    std::vector<std::string> deploySystems;  ///< argo-cd, sam, ...
    std::vector<std::string> traceBackends;  ///< tempo, x-ray, ...
    Extras extras;
    bool operator==(const ClusterSettings&) const = default;
};

struct BusSettings {
    std::string product = "eventbridge-rules";  ///< eventbridge-rules, kafka
    std::string service;                        ///< id of the service that is the bus; empty = none
    std::string bridgeToCore, bridgeToEdge;     ///< how both sides are joined, in words
    Extras extras;
    bool operator==(const BusSettings&) const = default;
};

struct BillSettings {
    std::set<std::string> off;            ///< categories of lines, or ids of services, that are left out
    std::map<std::string, double> fixed;  ///< category -> dollars a month, "set by hand"
    Extras extras;
    bool operator==(const BillSettings&) const = default;
};

struct DesignSettings {
    ClusterSettings cluster;
    BusSettings bus;
    FieldValues team;          ///< engineers, platformEngineers, stage, portability, ...
    FieldValues answers;       ///< of the checklist
    FieldValues scoreInputs;   ///< of the published score
    FieldValues exports;       ///< options of the exporters
    bool freeAmounts = false;  ///< bills apply the free amounts of the account
    BillSettings bill;
    std::vector<std::string> priceBooks;  ///< names of further price books, later ones win
    Extras extras;
    bool operator==(const DesignSettings&) const = default;
};

}  // namespace tideline
