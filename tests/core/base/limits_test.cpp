// SPDX-License-Identifier: Apache-2.0
#include "core/base/limits.h"

#include "core/base/shown_text.h"
#include "core/base/utf8.h"
#include "tests/support/catch.h"

#include <set>

namespace tideline {

TEST_CASE("every limit has a name of its own and says what it bounds", "[limits]") {
    std::set<std::string_view> names;
    for (const Limit& row : limitTable()) {
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.meaning.empty());
        CHECK(limitOf(row.id) == row.standard);
        CHECK(row.most >= row.standard);
    }
    CHECK(limitOf(LimitId::Depth) == 64);
    CHECK(limitOf(LimitId::DesignBytes) == 64ULL * 1024 * 1024);
}

TEST_CASE("a limit is raised up to its most and never lowered", "[limits]") {
    CHECK(describe(raiseLimit("depht=100").error()) ==
          "there is no limit 'depht'; `tideline limits` lists them all, as NAME=VALUE");
    CHECK(describe(raiseLimit("depth=10").error()) ==
          "the limit 'depth' can be raised from 64 to at most 500, not to '10'");
    CHECK(describe(raiseLimit("depth=501").error()) ==
          "the limit 'depth' can be raised from 64 to at most 500, not to '501'");
    CHECK(describe(raiseLimit("depth").error()) == "the limit 'depth' can be raised from 64 to at most 500, not to ''");
    REQUIRE(raiseLimit("import-files=501"));
    CHECK(limitOf(LimitId::ImportFiles) == 501);
    REQUIRE(raiseLimit("import-files=500"));
}

TEST_CASE("text of a file is shown escaped and cut", "[limits]") {
    CHECK(shownText("a\n\t\r\x1b\u202e\xff") == "a\\n\\t\\r\\x1b\\u202e\\xff");
    CHECK(shownText(std::string(65, 'x')) == std::string(64, 'x') + "…");
    CHECK(shownText(std::string(64, 'x')) == std::string(64, 'x'));
    CHECK(shownText("订单 é 😀") == "订单 é 😀");
}

TEST_CASE("counts and sizes are written for people", "[limits]") {
    CHECK(shownCount(0) == "0");
    CHECK(shownCount(999) == "999");
    CHECK(shownCount(1'000) == "1,000");
    CHECK(shownCount(1'234'567) == "1,234,567");
    CHECK(shownBytes(1) == "1 byte");
    CHECK(shownBytes(1023) == "1023 bytes");
    CHECK(shownBytes(1024) == "1 KB");
    CHECK(shownBytes(8ULL * 1024 * 1024 + 1) == "8.1 MB");
}

TEST_CASE("bytes that are no UTF-8 are found where they stand", "[limits]") {
    CHECK_FALSE(firstBadByte("aé订😀\U0010ffff"));
    const auto [text, at] = GENERATE(table<std::string, std::size_t>({{"a\x80", 1},
                                                                      {"\xc0\x80", 0},
                                                                      {"ab\xe0\x80\x80", 2},
                                                                      {"\xed\xa0\x80", 0},
                                                                      {"\xf4\x90\x80\x80", 0},
                                                                      {"a\xe8\xae", 1}}));
    CHECK(firstBadByte(text) == at);
}

}  // namespace tideline
