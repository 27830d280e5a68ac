// SPDX-License-Identifier: Apache-2.0
#include "core/design/new_design.h"

namespace tideline {

Design newDesign() {
    Design design;
    design.title = "Untitled";
    design.zones = {
        {.id = {"kubernetes-core"}, .title = "Kubernetes core", .type = "cluster", .copies = 1, .extras = {}},
        {.id = {"bus"}, .title = "Event bus", .type = "bus", .copies = 1, .extras = {}},
        {.id = {"serverless-edge"}, .title = "Serverless edge", .type = "functions", .copies = 1, .extras = {}},
    };
    return design;
}

}  // namespace tideline
