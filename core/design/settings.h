// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/field_value.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

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
    bool extendedSupport = false;    ///< the version of Kubernetes is in extended support
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

/// What a design costs beyond the bill of the providers: a line of the people-and-tools table.
struct PeopleLine {
    std::string key, title;
    double monthly = 0;                      ///< dollars
    std::string appliesTo = "kubernetes";    ///< kubernetes, functions, both
    /// 0 to 1: what a design without pods pays of it (kubernetes, both), or one without functions (functions).
    double share = 0;
    Extras extras;
    bool operator==(const PeopleLine&) const = default;
};

/// The provider's support plan: a share of the bill, by tiers, and at least a sum.
struct SupportPlan {
    struct Tier {
        std::optional<double> upTo;  ///< dollars of the bill, absent = no end
        double share = 0;            ///< 0 to 1
        bool operator==(const Tier&) const = default;
    };
    double least = 0;  ///< dollars a month
    std::vector<Tier> tiers;
    Extras extras;
    bool operator==(const SupportPlan&) const = default;
};

/// A discount that a person states: savings plan, reservation, spot, a contract.
struct Discount {
    std::string prices;    ///< a key, or its beginning up to a point: "aws.ec2."
    std::string title;     ///< "Compute savings plan, 1 year"
    double off = 0;        ///< 0 to 1: taken off the list price
    double coverage = 1;   ///< 0 to 1: share of the use that has it
    double reserve = 0;    ///< 0 to 1: added for what is lost, such as interruptions of spot machines
    Extras extras;
    bool operator==(const Discount&) const = default;
};

struct BillSettings {
    std::set<std::string> off;            ///< categories of lines, or ids of services, that are left out
    std::set<std::string> on;             ///< categories that are off unless switched on: people, support
    std::map<std::string, double> fixed;  ///< category -> dollars a month, "set by hand"
    std::vector<PeopleLine> people;       ///< empty = the table of the articles
    std::optional<SupportPlan> support;
    std::vector<Discount> discounts;
    Extras extras;
    bool operator==(const BillSettings&) const = default;
};

/// An input that is known only as a range, for bands and probabilities.
struct InputRange {
    std::string input;  ///< "services/api/durationMs", "connections/c1/callsPerRequest", "prices/aws.nat.gb", ...
    double low = 0, high = 0;
    std::optional<double> likely;  ///< the most likely value; absent = all values alike
    Extras extras;
    bool operator==(const InputRange&) const = default;
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
    std::vector<InputRange> ranges;       ///< inputs that are uncertain
    Extras extras;
    bool operator==(const DesignSettings&) const = default;
};

}  // namespace tideline
