// SPDX-License-Identifier: Apache-2.0
#include "core/cost/category.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array kCategories{
    BillCategory{"service", "Services"},
    BillCategory{"control-plane", "Control plane"},
    BillCategory{"nodes", "Nodes"},
    BillCategory{"auto-mode", "Auto Mode"},
    BillCategory{"disks", "Node disks"},
    BillCategory{"load-balancer", "Load balancer"},
    BillCategory{"lcu", "Load balancer capacity"},
    BillCategory{"nat-hours", "NAT gateways"},
    BillCategory{"nat-data", "NAT data"},
    BillCategory{"ipv4", "Public addresses"},
    BillCategory{"cross-az", "Data between zones"},
    BillCategory{"transfer", "Transfer out"},
    BillCategory{"logs", "Logs"},
    BillCategory{"traces", "Traces"},
    BillCategory{"front-door", "Front doors"},
    BillCategory{"support", "Support"},
    BillCategory{"people", "People and tools"},
};

struct MeterCategory {
    std::string_view meter, category;
};

constexpr std::array kOfMeters{
    MeterCategory{"logGb", "logs"},
    MeterCategory{"logGbMonths", "logs"},
    MeterCategory{"traces", "traces"},
    MeterCategory{"internetGb", "transfer"},
    MeterCategory{"httpRequests512k", "front-door"},
    MeterCategory{"calls", "front-door"},
    MeterCategory{"websocketMessages", "front-door"},
    MeterCategory{"connectionMinutes", "front-door"},
    MeterCategory{"controlPlaneHours", "control-plane"},
    MeterCategory{"nodeHours", "nodes"},
    MeterCategory{"gpuNodeHours", "nodes"},
    MeterCategory{"loadBalancerHours", "load-balancer"},
    MeterCategory{"lcuHours", "lcu"},
    MeterCategory{"natHours", "nat-hours"},
    MeterCategory{"natGb", "nat-data"},
    MeterCategory{"ipv4Hours", "ipv4"},
    MeterCategory{"crossAzGb", "cross-az"},
};

}  // namespace

std::span<const BillCategory> billCategories() {
    return kCategories;
}

const BillCategory* findBillCategory(std::string_view key) {
    const auto row = std::ranges::find(kCategories, key, &BillCategory::key);
    return row != kCategories.end() ? &*row : nullptr;
}

bool isServiceOff(const Design& design, const ServiceId& id) {
    return design.settings.bill.off.contains(id.text) && findBillCategory(id.text) == nullptr;
}

std::string_view categoryOfMeter(std::string_view meter) {
    const auto row = std::ranges::find(kOfMeters, meter, &MeterCategory::meter);
    return row != kOfMeters.end() ? row->category : "service";
}

}  // namespace tideline
