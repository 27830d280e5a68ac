// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/design.h"

#include <vector>

namespace tideline {

/// A word of the settings or of an entry that this version does not know. Files keep such words, as a newer version may
/// know them.
struct UnknownWord {
    ServiceId service;  ///< of the entry; empty = the settings
    std::string message;  ///< a sentence with the nearest word, or all of a short list
    std::string place;  ///< "settings.cluster.flavour"
    std::string meanwhile;  ///< what holds until it is corrected, to follow "until then"
};

/// In the order of the file: cluster, bus, bill, entries.
std::vector<UnknownWord> unknownWords(const Design& design);

}  // namespace tideline
