// SPDX-License-Identifier: Apache-2.0
#include "core/edit/edit_sequence.h"

namespace tideline {

Edit inOneStep(std::vector<Edit> parts, std::string label) {
    return {std::move(label), {}, [parts = std::move(parts)](Design design) -> Result<Design> {
                for (const Edit& part : parts) {
                    design = TRY(part.apply(std::move(design)));
                }
                return design;
            }};
}

}  // namespace tideline
