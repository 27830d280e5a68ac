// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_circles.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

/// A link by which the caller's resource names the called one.
bool namesTheOther(const SamLink& link) {
    return runsCode(link.from->shape) && runsCode(link.to->shape) && link.connection->type == ConnectionType::Sync;
}

struct Walk {
    const SamPlan& plan;
    std::vector<const SamService*> path, done;

    /// The link that leads back into the path; null where there is none.
    const SamLink* closing(const SamService& from) {
        path.push_back(&from);
        for (const SamLink& link : plan.links) {
            if (link.from != &from || !namesTheOther(link) || std::ranges::count(done, link.to) > 0) {
                continue;
            }
            if (std::ranges::count(path, link.to) > 0) {
                return &link;
            }
            if (const SamLink* found = closing(*link.to)) {
                return found;
            }
        }
        done.push_back(&from);
        path.pop_back();
        return nullptr;
    }
};

}  // namespace

Result<void> checkCallCircles(const SamPlan& plan) {
    Walk walk{plan, {}, {}};
    for (const SamService& service : plan.services) {
        if (std::ranges::count(walk.done, &service) > 0) {
            continue;
        }
        const SamLink* link = walk.closing(service);
        if (link == nullptr) {
            continue;
        }
        std::string circle;
        const auto start = std::ranges::find(walk.path, link->to);
        for (auto at = start; at != walk.path.end(); ++at) {
            circle += fmt::format("'{}' calls ", (*at)->profile->name);
        }
        return failure(fmt::format("{}'{}' in a circle, and CloudFormation makes no functions that need each other; "
                                   "make one of these connections an event",
                                   circle, link->to->profile->name),
                       fmt::format("/connections/{}", link->connection->id.text));
    }
    return {};
}

}  // namespace tideline
