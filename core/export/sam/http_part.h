// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_draft.h"

namespace tideline {

/// A route from an API to a function: an event of the function, and its trigger for the scaffold. `gateway` is null for
/// the API that all functions without a drawn gateway share.
void addRoute(SamBuild& build, const SamService& function, const SamService* gateway);
/// True where callers cannot sign their requests: the function checks what it is given.
bool isPublicRoute(const SamService& function);
/// The API of a drawn gateway.
void addGateway(SamBuild& build, const SamService& gateway);
/// A route from a gateway to a service of the core, through the listener of its internal load balancer.
void addCoreRoute(SamBuild& build, const SamService& gateway, const SamService& core);
/// Lets a site's pages call the APIs.
void allowOrigin(SamBuild& build, const SamService& site);

}  // namespace tideline
