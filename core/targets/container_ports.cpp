// SPDX-License-Identifier: Apache-2.0
#include "core/targets/container_ports.h"

#include <algorithm>

namespace tideline {

std::vector<ContainerPort> containerPorts(const ServiceKind& kind, const Hosting& hosting) {
    const bool hasGateway = std::ranges::count(hosting.manifests, "gateway") > 0;
    std::vector<ContainerPort> ports;
    for (const PortSpec& spec : kind.ports) {
        const bool endsAtGateway = hasGateway && spec.appProtocol == "https";
        if (!endsAtGateway) {
            ports.push_back({&spec, spec.port < 1024 ? spec.port + 8000 : spec.port});
        }
    }
    return ports;
}

}  // namespace tideline
