// SPDX-License-Identifier: Apache-2.0
#include "core/design/host.h"

namespace tideline {

namespace {

struct HostRow {
    Host host;
    std::string_view key;
    std::string_view name;
};

constexpr std::array kRows{
    HostRow{Host::Kubernetes, "kubernetes", "Kubernetes"},
    HostRow{Host::Function, "function", "functions"},
    HostRow{Host::Wasm, "wasm", "Wasm"},
    HostRow{Host::Managed, "managed", "a managed service"},
};

}  // namespace

std::string_view keyOf(Host host) {
    return kRows[static_cast<std::size_t>(host)].key;
}

std::optional<Host> hostOfKey(std::string_view key) {
    for (const HostRow& row : kRows) {
        if (row.key == key) {
            return row.host;
        }
    }
    return std::nullopt;
}

std::string_view nameOf(Host host) {
    return kRows[static_cast<std::size_t>(host)].name;
}

}  // namespace tideline
