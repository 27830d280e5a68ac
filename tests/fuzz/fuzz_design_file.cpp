// SPDX-License-Identifier: Apache-2.0
#include "core/base/assert.h"
#include "core/file/design_file.h"

#include <cstddef>
#include <cstdint>
#include <string>

/// A design that is read is written so that it reads back equal, and writing it again gives the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tideline;
    const auto opened = readDesign({.name = "fuzz", .text = std::string(reinterpret_cast<const char*>(data), size)});
    if (!opened) {
        TIDELINE_ASSERT(!opened.error().message.empty() && !opened.error().where.empty(),
                        "a refusal says why and where");
        return 0;
    }
    const std::string text = designText(opened->design);
    const auto again = readDesign({.name = "again", .text = text});
    TIDELINE_ASSERT(again.has_value(), "what is written can be read");
    TIDELINE_ASSERT(again->design == opened->design, "what is written reads back equal");
    TIDELINE_ASSERT(again->repairs.empty(), "a repaired design needs no repair");
    TIDELINE_ASSERT(designText(again->design) == text, "the same design gives the same bytes");
    return 0;
}
