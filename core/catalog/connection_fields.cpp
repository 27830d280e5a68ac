// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/connection_fields.h"

#include <vector>

namespace tideline {

std::span<const FieldSpec> connectionFields() {
    static const std::vector<FieldSpec> kFields{
        {.key = "event",
         .title = "Event",
         .unit = "",
         .standard = std::string(),
         .note = "Name of the event, which is also the topic"},
        {.key = "timeoutMs", .title = "Gives up after", .unit = "ms", .least = 1, .most = 86'400'000},
        {.key = "retries", .title = "Tries again", .unit = "times", .least = 0, .most = 1000},
        {.key = "failureShare", .title = "Share that fails", .unit = "", .least = 0, .most = 1},
        {.key = "writes", .title = "Writes", .unit = "", .standard = false},
        {.key = "deadLetter", .title = "Dead letter queue", .unit = "", .standard = false},
        {.key = "ordered", .title = "In order", .unit = "", .standard = false},
        {.key = "key",
         .title = "In order by",
         .unit = "",
         .standard = std::string(),
         .note =
             "What messages that stay in order have in common, such as a customer: a note for who writes the sender"},
        {.key = "streaming", .title = "Streams", .unit = "", .standard = false},
    };
    return kFields;
}

}  // namespace tideline
