// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/catalog.h"

#include <QString>
#include <optional>
#include <vector>

namespace tideline {

/// Kinds that the words of `text` find by title, key or synonym, in palette order; all of them for an empty text.
/// With a `host` only those that can run there.
std::vector<const ServiceKind*> matchingKinds(const Catalog& catalog, const QString& text, std::optional<Host> host);

/// The kind whose title or synonym is nearest to a word that finds nothing ("kafak"); null where none is near.
const ServiceKind* nearestKind(const Catalog& catalog, const QString& text);

/// The icon of a kind, `service` where the set has none by that name.
QString iconOf(const ServiceKind& kind);

}  // namespace tideline
