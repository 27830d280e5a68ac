// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tideline {

/// Paths that a file of Rust uses: "std::env", "crate::edge::Item".
using RustUses = std::set<std::string, std::less<>>;

/// The lines at the head of a file, one a module, in the order and grouping that rustfmt keeps: the standard library,
/// other crates, this crate.
std::string rustUses(const RustUses& paths);

/// Texts as a list in brackets, as rustfmt breaks it.
std::string rustList(const std::vector<std::string>& texts);

}  // namespace tideline
