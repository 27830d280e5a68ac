// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/kind_schema.h"

#include "core/catalog/vocabulary.h"
#include "core/json/json_tree.h"
#include "core/pricing/price_schema.h"
#include "tests/support/catch.h"

using namespace tideline;

TEST_CASE("the schemas of kinds and prices are JSON", "[catalog][pricing]") {
    for (const std::string& schema : {kindSchema(), priceBookSchema()}) {
        const Result<JsonTree> tree = JsonTree::read({"schema.json", schema}, 1 << 20);
        REQUIRE(tree);
        CHECK(tree->root().kind == JsonNode::Kind::Object);
        CHECK(schema.ends_with("}\n"));
    }
}

TEST_CASE("the schema of a kind offers every word of the vocabulary", "[catalog]") {
    const std::string schema = kindSchema();
    const auto offers = [&](std::string_view word) {
        return schema.find("\"" + std::string(word) + "\"") != std::string::npos;
    };
    for (const MeterWord& meter : meterWords()) {
        INFO(meter.key);
        CHECK(offers(meter.key));
    }
    for (const Word& condition : conditionWords()) {
        INFO(condition.key);
        CHECK(offers(condition.key));
    }
    for (const Word& part : partWords()) {
        INFO(part.key);
        CHECK(offers(part.key));
    }
}

TEST_CASE("the schema of prices begins as editors expect it", "[pricing]") {
    CHECK(priceBookSchema().starts_with("{\n"
                                        "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                                        "  \"title\": \"Price book of Tideline\",\n"
                                        "  \"type\": \"object\",\n"
                                        "  \"additionalProperties\": false,\n"
                                        "  \"required\": [\"title\", \"currency\", \"region\", \"asOf\"],\n"));
}
