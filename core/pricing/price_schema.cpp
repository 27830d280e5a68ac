// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_schema.h"

#include "core/yaml/schema_text.h"

#include <array>

namespace tideline {

namespace {

SchemaText priceSchema() {
    const std::array<std::string, 2> architectures{"arm64", "amd64"};
    const SchemaText number = schemaOfNumber();
    const SchemaText text = schemaOfText();
    return schemaOfMapping({
        {"key!", text},
        {"title!", text},
        {"unit!", text},
        {"per", number},
        {"value", number},
        {"tiers", schemaOfList(schemaOfMapping({{"upTo", number}, {"value!", number}}))},
        {"userSupplied", schemaOfFlag()},
        {"includedPerMonth", number},
        {"freePerMonth", number},
        {"roundUpTo", number},
        {"freeGroup", text},
        {"freeNote", text},
        {"rule", text},
        {"grade", text},
        {"node", schemaOfMapping({{"vcpu!", number},
                                  {"cpuMillis!", number},
                                  {"memoryMib!", number},
                                  {"maxPods!", number},
                                  {"arch!", schemaOfWords(architectures)},
                                  {"gpus", number}})},
        {"source", schemaOfMapping({{"title!", text}, {"url!", text}, {"asOf!", text}})},
    });
}

}  // namespace

std::string priceBookSchema() {
    const SchemaText text = schemaOfText();
    return schemaDocument("Price book of Tideline", {{"title!", text},
                                                     {"currency!", text},
                                                     {"region!", text},
                                                     {"asOf!", text},
                                                     {"hoursPerMonth", schemaOfNumber()},
                                                     {"prices", schemaOfList(priceSchema())}});
}

}  // namespace tideline
