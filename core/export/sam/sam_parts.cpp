// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/sam_parts.h"

#include "core/export/sam/http_part.h"

#include <array>

namespace tideline {

Result<void> makeGateway(SamBuild& build, const SamService& service) {
    addGateway(build, service);
    return {};
}

std::span<const SamPart> samParts() {
    static constexpr std::array kParts{
        SamPart{SamShape::Bus, makeBus},
        SamPart{SamShape::Queue, makeQueue},
        SamPart{SamShape::Stream, makeStream},
        SamPart{SamShape::Topic, makeTopic},
        SamPart{SamShape::Gateway, makeGateway},
        SamPart{SamShape::Bucket, makeBucket},
        SamPart{SamShape::Table, makeTable},
        SamPart{SamShape::Database, makeDatabase},
        SamPart{SamShape::Cache, makeCache},
        SamPart{SamShape::Search, makeSearch},
        SamPart{SamShape::Site, makeSite},
        SamPart{SamShape::GlueJob, makeGlueJob},
        SamPart{SamShape::LogDelivery, makeLogDelivery},
    };
    return kParts;
}

}  // namespace tideline
