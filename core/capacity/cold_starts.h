// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// Seconds that a provider keeps an idle environment (cost.md 2.8).
inline constexpr double kKeepAliveSeconds = 600;

/// Share of the requests that meet a cold start, 0 to 1, for requests that arrive by chance at `rps` a second and take
/// `seconds` each: environments are tried in order, and each goes away after `keepAlive` seconds without a request
/// (ordered overflow, cost.md 2.8). A little low at a high load. 0 where nothing arrives.
double coldShare(double rps, double seconds, double keepAlive = kKeepAliveSeconds);

}  // namespace tideline
