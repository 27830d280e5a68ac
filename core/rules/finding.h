// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tideline {

/// Hint: worth knowing. Warning: works until something ordinary happens. Problem: will not work, or loses data or money.
enum class Severity { Hint, Warning, Problem };
/// "hint", "warning", "problem".
std::string_view keyOf(Severity severity);
std::optional<Severity> severityOfKey(std::string_view key);

/// What a finding is about; monostate = the design.
using Subject = std::variant<std::monostate, ServiceId, ConnectionId>;

/// A change that settles a finding in one click, in words the edit module knows.
struct Fix {
    std::string title;  ///< "Place it on Kubernetes"
    std::string field;  ///< of the subject: "host", or a field key
    std::string value;
    bool operator==(const Fix&) const = default;
};

/// It was done, and you should know.
struct Finding {
    std::string rule;  ///< "capacity.replicas-over-limit": stable; used to accept a finding
    Severity severity = Severity::Warning;
    Subject subject;
    std::string message;  ///< one sentence with the numbers that led to it
    std::string remedy;  ///< an imperative sentence
    std::optional<Fix> fix;
    bool accepted = false;  ///< a person has accepted it, with a reason
    bool operator==(const Finding&) const = default;
};

}  // namespace tideline
