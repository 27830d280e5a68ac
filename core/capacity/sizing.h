// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

namespace tideline {

/// MiB of memory for an index of so many vectors of four-byte numbers: half as much again for the graph over them,
/// rounded up to whole steps of 2,048 MiB (cost.md and domain.md 4, T20; the factor 1.5 is editorial).
double vectorIndexMib(double vectors, double dimensions);

/// Share of the time in which a chain of calls works, where each part is needed and fails on its own: the product.
double availabilityOfChain(std::span<const double> parts);

}  // namespace tideline
