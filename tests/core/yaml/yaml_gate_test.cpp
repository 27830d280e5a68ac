// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_gate.h"

#include "tests/support/catch.h"

using namespace std::string_literals;

namespace tideline {

namespace {

std::string refusalOf(std::string text) {
    const auto read = readYaml({.name = "orders.yaml", .text = std::move(text)});
    return read ? "accepted" : describe(read.error());
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

}  // namespace

TEST_CASE("a YAML text becomes a tree with lines and columns", "[yaml]") {
    const auto document =
        readYamlDocument({.name = "a.yaml", .text = "title: Cache\nlist:\n  - 12\n  - \"12\"\n  - !Ref Bus\n"});
    REQUIRE(document.has_value());
    REQUIRE(document->members.size() == 2);
    CHECK(document->members[0].first.text == "title");
    CHECK(document->members[0].second.text == "Cache");
    CHECK(document->members[0].second.place == YamlPlace{1, 8});
    const YamlNode& list = document->members[1].second;
    REQUIRE(list.elements.size() == 3);
    CHECK_FALSE(list.elements[0].quoted);
    CHECK(list.elements[1].quoted);
    CHECK(list.elements[1].place == YamlPlace{4, 5});
    CHECK(list.elements[2].tag == "!Ref");
}

TEST_CASE("a byte order mark and carriage returns are read over", "[yaml]") {
    const auto document = readYamlDocument({.name = "a.yaml",
                                            .text = "\xef\xbb\xbf"
                                                    "a: 1\r\nb: 2\r\n"});
    REQUIRE(document.has_value());
    CHECK(document->members[0].first.text == "a");
    CHECK(document->members[1].second.text == "2");
}

TEST_CASE("aliases stand for a copy of what they name", "[yaml]") {
    const auto document = readYamlDocument({.name = "a.yaml", .text = "a: &x [1, 2]\nb: *x\n"});
    REQUIRE(document.has_value());
    CHECK(document->members[1].second.elements.size() == 2);
    CHECK(document->members[1].second.place == YamlPlace{2, 4});
}

TEST_CASE("several documents are read in order and an empty text holds none", "[yaml]") {
    CHECK(readYaml({.name = "a.yaml", .text = "---\na: 1\n---\n---\nb: 2\n"})->size() == 3);
    CHECK(readYaml({.name = "a.yaml", .text = "# nothing\n"})->empty());
    CHECK(describe(readYamlDocument({.name = "a.yaml", .text = ""}).error()) ==
          "a.yaml: the file is empty; one YAML document was expected");
    CHECK(describe(readYamlDocument({.name = "a.yaml", .text = "1\n---\n2\n"}).error()) ==
          "a.yaml: the file holds 2 documents; one was expected");
}

TEST_CASE("a text that is not YAML is refused with line and column and reason", "[yaml]") {
    const auto [text, message] = GENERATE(table<std::string, std::string>({
        {",", "orders.yaml:1:1: this is not valid YAML: a value was expected"},
        {"a: b: c\n", "orders.yaml:1:5: this is not valid YAML: a ':' stands where no key can be; put the text in "
                      "quotes or indent the key like its neighbours"},
        {"a: 1\n  b: 2\n", "orders.yaml:2:4: this is not valid YAML: a ':' stands where no key can be; put the text in "
                           "quotes or indent the key like its neighbours"},
        {"a: 1\nb\n", "orders.yaml:3:1: this is not valid YAML: a ':' behind the key was expected"},
        {"[a, b\n", "orders.yaml:2:1: this is not valid YAML: a ',' or ']' was expected"},
        {"{a: 1\n", "orders.yaml:2:1: this is not valid YAML: a ',' or '}' was expected"},
        {"a: \"b\n", "orders.yaml:2:1: this is not valid YAML: a quote is opened and never closed"},
        {"a: \"\\q\"\n", "orders.yaml:1:5: this is not valid YAML: there is no such escape in double quotes; write "
                         "\\\\ for a backslash"},
        {"a: @b\n", "orders.yaml:1:4: this is not valid YAML: no value can start with this character; put the text "
                    "in quotes"},
        {"a: !x!y z\n", "orders.yaml:1:4: this is not valid YAML: the tag's prefix is not declared; leave the tag "
                        "out"},
        {"a:\n\tb: 1\n", "orders.yaml:2:1: the line starts with a tab; YAML needs spaces"},
        {"a: {{ .Values.x }}\nb: {{ if }}{{\n",
         "orders.yaml:1:5: this is a Helm template, not a manifest; run `helm template NAME CHART > out.yaml` and read "
         "out.yaml"},
    }));
    CHECK(refusalOf(text) == message);
}

TEST_CASE("bytes that no person wrote are refused with their place", "[yaml]") {
    const auto [text, message] = GENERATE(table<std::string, std::string>({
        {"\xff\xfe"
         "a\0"s,
         "orders.yaml: the file is UTF-16; save it as UTF-8"},
        {"\xfe\xff"
         "\0a"s,
         "orders.yaml: the file is UTF-16; save it as UTF-8"},
        {"\xff\xfe\0\0a\0\0\0"s, "orders.yaml: the file is UTF-32; save it as UTF-8"},
        {"a: 1\nb: \xff\n", "orders.yaml:2:4: byte 9 is not UTF-8; save the file as UTF-8"},
        {"a: \xed\xa0\x80\n", "orders.yaml:1:4: byte 4 is not UTF-8; save the file as UTF-8"},
        {"a: \xc0\x80\n", "orders.yaml:1:4: byte 4 is not UTF-8; save the file as UTF-8"},
        {"a: 1\nb: x\x1by\n", "orders.yaml:2:5: there is an invisible control character (0x1B) here; remove it"},
        {"\0a: 1"s, "orders.yaml:1:1: there is an invisible control character (0x00) here; remove it"},
        {"a: 1\n\xef\xbb\xbf"
         "b: 2\n",
         "orders.yaml:2:1: there is an invisible control character (0xFEFF) here; remove it"},
    }));
    CHECK(refusalOf(text) == message);
}

TEST_CASE("a key that stands there twice is refused with both places", "[yaml]") {
    CHECK(refusalOf("a: 1\nb: 2\nc:\n  image: x\n  port: 1\n  image: y\n") ==
          "orders.yaml:6:3: 'image' is given on line 4 and again on line 6; keep one of them");
    CHECK(refusalOf("a: 1\n\"a\": 2\n") == "orders.yaml:2:1: 'a' is given on line 1 and again on line 2; keep one of "
                                           "them");
    CHECK(refusalOf("? [a, b]\n: 1\n") == "orders.yaml:1:3: a key must be a single text, not a list or mapping");
    CHECK(refusalOf("a: &x [1]\n*x : 1\n") == "orders.yaml:2:1: a key must be a single text, not a list or mapping");
}

TEST_CASE("aliases that exhaust memory are refused", "[yaml]") {
    std::string laughs = "a: &a [" + repeated("x, ", 9) + "x]\n";
    for (char name = 'b'; name <= 'i'; ++name) {
        const std::string former = "*"s + static_cast<char>(name - 1);
        laughs += name + ": &"s + name + " [" + repeated(former + ", ", 9) + former + "]\n";
    }
    CHECK(refusalOf(laughs) == "orders.yaml:6:16: the aliases in this file expand to more than 500,000 values; such "
                               "files are used to exhaust memory");
    CHECK(refusalOf("&w\n- *w\n") == "orders.yaml:2:3: *w refers to itself");
    CHECK(refusalOf("a: &m {<<: *m}\n") == "orders.yaml:1:12: *m refers to itself");
    CHECK(refusalOf("a: *w\n") == "orders.yaml:1:4: *w refers to nothing; there is no anchor &w above it");
    CHECK(refusalOf("a: &x 1\n---\nb: *x\n") ==
          "orders.yaml:3:4: *x refers to nothing; there is no anchor &x above it");
    CHECK(refusalOf("a: &x 1\nb: [" + repeated("*x, ", 1001) + "]\n") ==
          "orders.yaml:2:4005: there are more than 1,000 aliases, which is the limit; split the file");
}

TEST_CASE("texts beyond the limits are refused with the limit", "[yaml]") {
    CHECK(refusalOf(repeated("[", 64) + repeated("]", 64)) == "accepted");
    CHECK(refusalOf(repeated("[", 65)) == "orders.yaml:1:65: there are more than 64 levels of nesting; no known tool "
                                          "writes this, so the file may be damaged or harmful");
    CHECK(refusalOf(repeated("- ", 100'000) + "1").starts_with("orders.yaml:1:129: there are more than 64 levels"));
    CHECK(refusalOf(repeated("[", 1'000'000)).starts_with("orders.yaml:1:65: there are more than 64 levels"));
    CHECK(refusalOf(repeated("- 1\n", 250'000)) ==
          "orders.yaml:250000:3: there are more than 250,000 values, which is the limit; split the file");
    CHECK(refusalOf(repeated("---\na\n", 1'001)) ==
          "orders.yaml:2001:1: there are more than 1,000 documents, which is the limit; split the file");
    CHECK(refusalOf(repeated("- &a 1\n", 1'001)) ==
          "orders.yaml:1001:3: there are more than 1,000 anchors, which is the limit; split the file");
    CHECK(refusalOf("a: " + std::string(1024 * 1024 + 1, 'x')) ==
          "orders.yaml:1:4: a text of 1.1 MB is longer than the limit of 1 MB");
    CHECK(refusalOf("\"" + std::string(1025, 'k') + "\": 1") != "accepted");
    CHECK(refusalOf("a: &" + std::string(257, 'n') + " 1") ==
          "orders.yaml:1:4: the name '" + std::string(64, 'n') +
              "…' of an anchor or tag has 257 bytes; the limit is 256 bytes");
    CHECK(refusalOf(std::string(8 * 1024 * 1024 + 1, '#')) ==
          "orders.yaml: the file has 8.1 MB, and the limit is 8 MB; split it, or take only the part that is needed");
}

}  // namespace tideline
