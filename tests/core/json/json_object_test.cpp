// SPDX-License-Identifier: Apache-2.0
#include "core/json/json_object.h"

#include "core/json/json_value.h"
#include "tests/support/catch.h"

#include <cmath>

namespace tideline {

namespace {

std::string refusalOf(std::string text) {
    const auto tree = JsonTree::read({.name = "a.json", .text = std::move(text)}, 10'000'000);
    return tree ? "accepted" : describe(tree.error());
}

JsonTree treeOf(std::string text) {
    Result<JsonTree> tree = JsonTree::read({.name = "a.json", .text = std::move(text)}, 10'000'000);
    REQUIRE(tree.has_value());
    return std::move(*tree);
}

}  // namespace

TEST_CASE("members are read by their type and the others are kept byte for byte", "[json]") {
    const JsonTree tree = treeOf("{\"a\": \"x\\n\\u00e9\", \"odd\" : [1,\n  2.50],\"n\": -1.5e3 , \"s\": true, "
                                 "\"nothing\": null, \"t\": [\"p\", \"q\"], \"last\":12}");
    JsonObject object = *JsonObject::of(JsonPlace::rootOf(tree));
    CHECK(*object.text("a") == "x\n\u00e9");
    CHECK(*object.number("n", {-1e6, 1e6}) == -1500);
    CHECK(*object.flag("s", false));
    CHECK(*object.text("nothing", "standard") == "standard");
    CHECK(*object.texts("t") == std::vector<std::string>{"p", "q"});
    CHECK(object.extras() == std::vector<std::pair<std::string, std::string>>{{"odd", "[1,\n  2.50]"}, {"last", "12"}});
}

TEST_CASE("a member of the wrong type is refused with its path", "[json]") {
    const JsonTree tree = treeOf(R"({"rows": [{"name": 12, "on": "yes", "x": 1e9, "a/b~c": {}}]})");
    JsonObject root = *JsonObject::of(JsonPlace::rootOf(tree));
    JsonObject row = *JsonObject::of(root.list("rows")->front());
    CHECK(describe(row.text("name").error()) == "/rows/0/name: expected a text, found the number 12");
    CHECK(describe(row.flag("on", false).error()) == "/rows/0/on: expected true or false, found the text 'yes'");
    CHECK(describe(row.number("x", {0, 1e7}).error()) ==
          "/rows/0/x: expected a number from 0 to 10,000,000, found 1e9");
    CHECK(describe(row.number("y", {0, 10}).error()) ==
          "/rows/0/y: this member is missing; a number from 0 to 10 is expected");
    CHECK(describe(row.text("title").error()) == "/rows/0/title: this member is missing; a text is expected");
    CHECK(describe(row.text("a/b~c").error()) == "/rows/0/a~1b~0c: expected a text, found an object");
    CHECK(describe(root.text("rows").error()) == "/rows: expected a text, found a list");
    CHECK(describe(JsonObject::of(*row.member("name")).error()) ==
          "/rows/0/name: expected an object, found the number 12");
}

TEST_CASE("a text that is not JSON is refused with line and column", "[json]") {
    const auto [text, message] = GENERATE(table<std::string, std::string>({
        {"{\"a\": 1,}", "a.json:1:9: this is not valid JSON; '}' cannot stand here"},
        {"{\"a\": 1 // no\n}", "a.json:1:9: this is not valid JSON; '/' cannot stand here"},
        {"{\"a\": NaN}", "a.json:1:7: this is not valid JSON; 'N' cannot stand here"},
        {"{\"a\": 1e400}", "a.json:1:7: the number is too large"},
        {"{\"a\": [1, 2", "a.json:1:12: the text ends in the middle; the file was cut off, or a bracket is not closed"},
        {"{\n  \"a\": \"b",
         "a.json:2:10: the text ends in the middle; the file was cut off, or a bracket is not closed"},
        {"{\"a\": \"x\ny\"}",
         "a.json:1:9: a text may not hold a line break or control character; write it as an escape such as \\n"},
        {"{\"a\": 1} {}", "a.json:1:10: this is not valid JSON; '{' cannot stand here"},
        {"{\"a\": \"\xff\"}", "a.json:1:8: byte 8 is not UTF-8; save the file as UTF-8"},
        {"\xff\xfe{", "a.json: the file is UTF-16; save it as UTF-8"},
        {"{\"a\": 1,\n\"b\": 2,\n\"a\": 3}",
         "a.json: the member 'a' is given on line 1 and again on line 3; keep one of them"},
    }));
    CHECK(refusalOf(text) == message);
}

TEST_CASE("JSON beyond the limits is refused with the limit", "[json]") {
    CHECK(refusalOf(std::string(64, '[') + std::string(64, ']')) == "accepted");
    CHECK(refusalOf(std::string(65, '[')) ==
          "a.json:1:65: there are more than 64 levels of nesting; the file may be damaged or harmful");
    CHECK(refusalOf(std::string(9'000'000, '[')) ==
          "a.json:1:65: there are more than 64 levels of nesting; the file may be damaged or harmful");
    CHECK(refusalOf("\"" + std::string(1024 * 1024 + 1, 'x') + "\"") ==
          "a.json:1:1: a text of 1.1 MB is longer than the limit of 1 MB");
    CHECK(refusalOf(std::string(10'000'001, ' ')) == "a.json: the file has 9.6 MB, and the limit is 9.6 MB");
}

TEST_CASE("a byte order mark before JSON is read over", "[json]") {
    const JsonTree tree = treeOf("\xef\xbb\xbf{\"a\": 1, \"b\": 2}");
    JsonObject object = *JsonObject::of(JsonPlace::rootOf(tree));
    CHECK(*object.number("a", {0, 9}) == 1);
    CHECK(object.extras().front().second == "2");
}

TEST_CASE("JSON is written one member a line with short lists on one", "[json]") {
    JsonValue value = JsonValue::object();
    value.set("text", "a\"b\\c\n\t\x01é").set("whole", 12).set("number", 0.1).set("large", 1.5e300).set("zero", -0.0);
    value.set("on", true).set("nothing", nullptr).set("short", JsonValue::list().add(1).add("x"));
    value.set("empty", JsonValue::list())
        .set("none", JsonValue::object())
        .set("raw", JsonValue::Raw{"0.3333333333333"});
    value.set("rows", JsonValue::list().add(JsonValue::object().set("id", "a").set("b", 2)));
    CHECK(jsonText(value) == R"({
  "text": "a\"b\\c\n\t\u0001é",
  "whole": 12,
  "number": 0.1,
  "large": 1.5e+300,
  "zero": 0,
  "on": true,
  "nothing": null,
  "short": [1, "x"],
  "empty": [],
  "none": {},
  "raw": 0.3333333333333,
  "rows": [
    {
      "id": "a",
      "b": 2
    }
  ]
}
)");
    CHECK(jsonLine(JsonValue::object().set("id", "a").set("list", JsonValue::list().add(1).add(2))) ==
          R"({"id": "a", "list": [1, 2]})");
}

TEST_CASE("text that is not UTF-8 is written with replacement characters", "[json]") {
    CHECK(jsonLine(JsonValue("a\xff")) == "\"a\xef\xbf\xbd\"");
}

}  // namespace tideline
