// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tideline {

/// The grammars that exported names follow (export.md 3.2).
enum class NameStyle {
    Label,      ///< order-service: DNS-1035 label; Kubernetes objects, chart keys, files and folders
    LogicalId,  ///< OrderService: letters and digits, starts with a letter; CloudFormation
    Variable,   ///< ORDER_SERVICE: environment variables, without words by which linters find secrets
};

/// Something that needs a name in an export. `id` is the id of its row, `text` what a person called it.
struct NameRequest {
    std::string id, text;
};

/// Something that did not get the plain form of what a person called it.
struct NameChange {
    std::string id, text, name;
    std::string reason;  ///< one sentence
    bool isTaken = false;  ///< another element has the plain name; else the text holds what names may not hold
};

/// Names of the elements of one namespace of a target. A name follows from the element itself; only where two
/// elements come to the same name, all but one carry a hash of their id (the one whose text is the name keeps it, else
/// the one with the smallest id). So the order of elements does not matter, and an element that shares its name with
/// nobody is never renamed by another.
class NameMap {
public:
    /// Fails for an element without a name. `reserved` are names that nobody gets, compared without case.
    static Result<NameMap> of(std::span<const NameRequest> requests, NameStyle style,
                              std::span<const std::string_view> reserved = {});

    /// The id must be one of the requests.
    const std::string& operator[](const std::string& id) const;
    bool contains(const std::string& id) const { return m_names.contains(id); }
    const std::map<std::string, std::string>& all() const { return m_names; }
    /// By id; what a person should know.
    const std::vector<NameChange>& changes() const { return m_changes; }

private:
    std::map<std::string, std::string> m_names;  // id -> name
    std::vector<NameChange> m_changes;
};

/// The text in the grammar of a style, at most 40 characters, never empty; different texts may give the same.
std::string nameFor(std::string_view text, NameStyle style);
/// Six letters and digits that follow from the id alone.
std::string idHash(std::string_view id);
/// order-service in another style: OrderService, ORDER_SERVICE.
std::string restyled(std::string_view label, NameStyle style);
/// A label of at most `longest` characters: cut, with a hash of the whole label at its end where it is too long.
std::string shortened(std::string_view label, std::size_t longest);

/// Names that mean something to Kubernetes, kustomize, Helm or a file system, so that no service gets them.
std::span<const std::string_view> reservedLabels();

}  // namespace tideline
