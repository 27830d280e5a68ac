// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_object.h"

#include "tests/support/catch.h"

namespace tideline {

namespace {

const char* const kKind = R"(title: Cache
version: "1.10"
memory: 512
price: 0.0000166667
public: true
nothing: ~
tags: [a, b, "3"]
ports:
  - 1
extra: 1
)";

YamlNode kindDocument() {
    return *readYamlDocument({.name = "kinds/cache.yaml", .text = kKind});
}

}  // namespace

TEST_CASE("members are read by their type", "[yaml]") {
    const YamlNode document = kindDocument();
    YamlObject object = *YamlObject::of(document, "kinds/cache.yaml");
    CHECK(*object.text("title") == "Cache");
    CHECK(*object.text("version") == "1.10");
    CHECK(*object.number("memory") == 512);
    CHECK(*object.optionalDecimal("price") == "0.0000166667");
    CHECK(*object.flag("public", false));
    CHECK(*object.flag("absent", true));
    CHECK(*object.texts("tags") == std::vector<std::string>{"a", "b", "3"});
    CHECK(object.list("ports")->size() == 1);
    CHECK(object.list("absent")->empty());
    CHECK(object.member("absent") == nullptr);
    CHECK_FALSE(*object.optionalText("absent"));
    CHECK(object.has("extra"));
    CHECK(object.names().size() == 9);
}

TEST_CASE("a member of the wrong type is refused with its place", "[yaml]") {
    const YamlNode document = kindDocument();
    YamlObject object = *YamlObject::of(document, "kinds/cache.yaml");
    CHECK(describe(object.text("memory").error()) ==
          "kinds/cache.yaml:3:9: expected a text, found the number 512; put it in quotes");
    CHECK(describe(object.text("public").error()) ==
          "kinds/cache.yaml:5:9: expected a text, found the switch true; put it in quotes");
    CHECK(describe(object.text("nothing").error()) == "kinds/cache.yaml:6:10: expected a text, found nothing");
    CHECK(describe(object.text("tags").error()) == "kinds/cache.yaml:7:7: expected a text, found a list");
    CHECK(describe(object.number("title").error()) ==
          "kinds/cache.yaml:1:8: expected a number, found the text 'Cache'");
    CHECK(describe(object.number("version").error()) ==
          "kinds/cache.yaml:2:10: expected a number, found the text '1.10'");
    CHECK(describe(object.flag("title", true).error()) ==
          "kinds/cache.yaml:1:8: expected true or false, found the text 'Cache'");
    CHECK(describe(object.texts("ports").error()) ==
          "kinds/cache.yaml:9:5: expected a text, found the number 1; put it in quotes");
    CHECK(describe(object.list("title").error()) == "kinds/cache.yaml:1:8: expected a list, found the text 'Cache'");
    CHECK(describe(YamlObject::of(document.members[0].second, "kinds/cache.yaml").error()) ==
          "kinds/cache.yaml:1:8: expected a mapping, found the text 'Cache'");
}

TEST_CASE("a missing member is named at the mapping", "[yaml]") {
    const YamlNode document = kindDocument();
    YamlObject object = *YamlObject::of(document, "kinds/cache.yaml");
    CHECK(describe(object.text("key").error()) ==
          "kinds/cache.yaml:1:1: the member 'key' is missing; a text is expected");
    CHECK(describe(object.number("units").error()) ==
          "kinds/cache.yaml:1:1: the member 'units' is missing; a number is expected");
}

TEST_CASE("numbers beyond what a program can count are refused", "[yaml]") {
    const YamlNode document = *readYamlDocument({.name = "p.yaml", .text = "a: 1e400\nb: 017\nc: .5\nd: 1_000\n"});
    YamlObject object = *YamlObject::of(document, "p.yaml");
    CHECK(describe(object.number("a").error()) == "p.yaml:1:4: the number 1e400 is too large or too small");
    CHECK(describe(object.number("b").error()) == "p.yaml:2:4: expected a number, found the text '017'");
    CHECK(describe(object.number("c").error()) == "p.yaml:3:4: expected a number, found the text '.5'");
    CHECK(describe(object.number("d").error()) == "p.yaml:4:4: expected a number, found the text '1_000'");
}

TEST_CASE("a member that nobody knows is refused with the nearest name", "[yaml]") {
    const YamlNode document = *readYamlDocument({.name = "k.yaml", .text = "titel: Cache\nkey: cache\n"});
    YamlObject object = *YamlObject::of(document, "k.yaml");
    CHECK_FALSE(*object.optionalText("title"));
    CHECK(*object.text("key") == "cache");
    CHECK(describe(object.finish().error()) == "k.yaml:1:1: there is no member 'titel'; did you mean 'title'?");
}

TEST_CASE("a member unlike all others is refused with the names that are known", "[yaml]") {
    const YamlNode document = *readYamlDocument({.name = "k.yaml", .text = "banana: 1\n"});
    YamlObject object = *YamlObject::of(document, "k.yaml");
    CHECK_FALSE(*object.optionalText("title"));
    CHECK_FALSE(*object.optionalText("key"));
    CHECK(describe(object.finish().error()) == "k.yaml:1:1: there is no member 'banana'; known here: title, key");
}

TEST_CASE("a suggestion is near and capitals do not count", "[yaml]") {
    const std::vector<std::string> known{"gbSeconds", "requests", "podVcpuHours"};
    CHECK(suggestion("gbSecond", known) == "; did you mean 'gbSeconds'?");
    CHECK(suggestion("GBSECONDS", known) == "; did you mean 'gbSeconds'?");
    CHECK(suggestion("reqeusts", known) == "; did you mean 'requests'?");
    CHECK(suggestion("storage", known).empty());
    CHECK(suggestion("", known).empty());
}

}  // namespace tideline
