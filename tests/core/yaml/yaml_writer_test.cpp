// SPDX-License-Identifier: Apache-2.0
#include "core/yaml/yaml_writer.h"

#include "core/yaml/yaml_gate.h"
#include "tests/support/catch.h"

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <sstream>

using namespace std::string_literals;

namespace tideline {

namespace {

std::string written(const YamlValue& value, YamlOrder order = YamlOrder::Sorted) {
    const auto text = yamlText(value, {.order = order});
    return text ? *text : describe(text.error());
}

std::string writtenScalar(const std::string& text) {
    return written(YamlValue::mapping().set("v", text));
}

/// Texts that at least one reader takes for something else, and texts that break readers.
std::vector<std::string> hostileTexts() {
    std::ifstream file(TIDELINE_TEST_DATA "/data/reference/hostile_scalars.txt");
    std::vector<std::string> texts;
    for (std::string line; std::getline(file, line);) {
        // One JSON-like text a line: YAML's double quotes are a superset of what stands there.
        texts.push_back(YAML::Load(line).as<std::string>());
    }
    return texts;
}

}  // namespace

TEST_CASE("a document is written as people write manifests", "[yaml]") {
    YamlValue document = YamlValue::mapping();
    document.set("spec", YamlValue::mapping()
                             .set("replicas", 3)
                             .set("ports", YamlList{YamlValue::mapping().set("port", 80).set("name", "http"),
                                                    YamlList{"a", YamlList{}}}));
    document.set("kind", "Service").set("apiVersion", "v1").set("data", YamlValue::mapping());
    document["metadata"].set("name", "orders").set("annotations", YamlValue::mapping().set("a/b", "true"));
    CHECK(written(document) == R"(apiVersion: v1
kind: Service
metadata:
  annotations:
    a/b: "true"
  name: orders
spec:
  ports:
    - name: http
      port: 80
    -
      - a
      - []
  replicas: 3
data: {}
)");
}

TEST_CASE("members keep their order where that is asked for", "[yaml]") {
    YamlValue document =
        YamlValue::mapping().set("b", 1).set("a", YamlValue::mapping().set("d", true).set("c", nullptr));
    CHECK(written(document, YamlOrder::AsGiven) == "b: 1\na:\n  d: true\n  c: null\n");
    CHECK(written(document) == "a:\n  c: null\n  d: true\nb: 1\n");
}

TEST_CASE("CloudFormation short forms are written as tags", "[yaml]") {
    YamlValue document = YamlValue::mapping();
    document.set("Arn", tagged("!GetAtt", "Orders.Arn"))
        .set("Bus", tagged("!Ref", "Bus"))
        .set("Name", tagged("!Sub", "${AWS::StackName}-orders"))
        .set("When", tagged("!If", YamlList{"HasCluster", tagged("!Ref", "Cluster"), tagged("!Ref", "AWS::NoValue")}))
        .set("Where", YamlList{tagged("!Select", YamlList{0, tagged("!GetAZs", "")})});
    CHECK(written(document) == R"(Arn: !GetAtt Orders.Arn
Bus: !Ref Bus
Name: !Sub "${AWS::StackName}-orders"
When: !If
  - HasCluster
  - !Ref Cluster
  - !Ref "AWS::NoValue"
Where:
  - !Select
    - 0
    - !GetAZs ""
)");
}

TEST_CASE("comments of the exporter stand above their member", "[yaml]") {
    YamlValue document = YamlValue::mapping();
    document.comment = "Made by Tideline\n\nRead this";
    document.set("a", 1);
    document["a"].comment = "one";
    YamlValue step = YamlValue::mapping().set("run", "x");
    step["run"].comment = "first";
    document.set("list", YamlList{step});
    CHECK(written(document) ==
          "# Made by Tideline\n#\n# Read this\n# one\na: 1\nlist:\n  -\n    # first\n    run: x\n");
}

TEST_CASE("numbers are written so that every reader takes them for numbers", "[yaml]") {
    const auto [number, text] = GENERATE(table<double, std::string>({
        {0, "0"},
        {-0.0, "0"},
        {3, "3"},
        {-2.5, "-2.5"},
        {0.1, "0.1"},
        {1e6, "1000000"},
        {1e20, "1.0e+20"},
        {1.5e-7, "1.5e-07"},
        {5e-7, "5.0e-07"},
        {1000000.5, "1000000.5"},
    }));
    CHECK(written(YamlValue::mapping().set("v", number)) == "v: " + text + "\n");
}

TEST_CASE("a text is plain only where four readers agree on it", "[yaml]") {
    const auto plain = GENERATE("orders"s, "a/b.c-d_e", "/healthz", "_x", "nginx", "t2.micro", std::string(80, 'a'));
    CHECK(writtenScalar(plain) == "v: " + plain + "\n");
}

TEST_CASE("a text that a reader may take for something else is quoted", "[yaml]") {
    const auto text =
        GENERATE("no"s, "Yes", "ON", "off", "y", "N", "TRUE", "null", "Nan", "inf", "~", "1e3", "012", "=",
                 "2024-01-01", "1:20", "a b", "a: b", "#a", "-", "", "---", "{{ .Values.x }}", "$(HOME)");
    CHECK(writtenScalar(text) == "v: \"" + text + "\"\n");
    CHECK(writtenScalar(std::string(81, 'a')) == "v: \"" + std::string(81, 'a') + "\"\n");
}

TEST_CASE("invisible characters are written as escapes that every reader knows", "[yaml]") {
    const auto [text, quoted] = GENERATE(table<std::string, std::string>({
        {"a\r\nb", R"("a\r\nb")"},
        {"a\tb", R"("a\tb")"},
        {"a\"b\\c/d", R"("a\"b\\c/d")"},
        {"a\x7f"
         "b",
         R"("a\x7Fb")"},
        {"a\x01"
         "b",
         R"("a\x01b")"},
        {std::string("a\0b", 3), R"("a\x00b")"},
        {"\u0085", R"("\x85")"},
        {"\u2028", R"("\u2028")"},
        {"\u202egnp.exe", R"("\u202Egnp.exe")"},
        {"a\ufeffb", R"("a\uFEFFb")"},
        {"\U0001f600 é", "\"\U0001f600 é\""},
        {"\U0001fffe", R"("\U0001FFFE")"},
    }));
    CHECK(writtenScalar(text) == "v: " + quoted + "\n");
}

TEST_CASE("a clean text of several lines is a literal block", "[yaml]") {
    CHECK(writtenScalar("a\nb") == "v: |-\n  a\n  b\n");
    CHECK(writtenScalar("a\n\nb: c # d\n") == "v: |\n  a\n\n  b: c # d\n");
    CHECK(writtenScalar("a\n\n\n") == "v: |+\n  a\n\n\n");
    CHECK(writtenScalar("---\nkind: Secret") == "v: |-\n  ---\n  kind: Secret\n");
    CHECK(writtenScalar("a {\n  b;\n}\n") == "v: |\n  a {\n    b;\n  }\n");
    CHECK(writtenScalar(" a\nb") == "v: \" a\\nb\"\n");
    CHECK(writtenScalar("a \nb") == "v: \"a \\nb\"\n");
    CHECK(writtenScalar("\nb") == "v: \"\\nb\"\n");
    CHECK(writtenScalar("\n") == "v: \"\\n\"\n");
    CHECK(writtenScalar("a\tc\nb") == "v: \"a\\tc\\nb\"\n");
    CHECK(written("a\nb") == "\"a\\nb\"\n");
}

TEST_CASE("keys follow the rule of texts", "[yaml]") {
    CHECK(written(YamlValue::mapping().set("on", 1)) == "\"on\": 1\n");
    CHECK(written(YamlValue::mapping().set("a b", 1)) == "\"a b\": 1\n");
    CHECK(written(YamlValue::mapping().set("a\nb", 1)) == "\"a\\nb\": 1\n");
}

TEST_CASE("a text that is not UTF-8 is refused with the place of its member", "[yaml]") {
    YamlValue document = YamlValue::mapping();
    document["metadata"].set("names", YamlList{"ok", "a\xff"});
    CHECK(written(document) == "metadata/names/1: the text is not UTF-8 from byte 2 on; write it again");
}

TEST_CASE("a key that no reader would find is refused", "[yaml]") {
    CHECK(written(YamlValue::mapping().set(std::string(1001, 'k'), 1)) ==
          std::string(64, 'k') + "…: a name of 1,001 characters cannot be a key in YAML; the limit is 1,000");
}

TEST_CASE("several documents are separated and read back as many", "[yaml]") {
    const std::vector<YamlValue> documents{YamlValue::mapping().set("a", "x\n\n"), YamlValue::list(), YamlValue()};
    const std::string text = *yamlText(documents);
    CHECK(text == "a: |+\n  x\n\n---\n[]\n---\nnull\n");
    CHECK(readYaml({.name = "x", .text = text})->size() == 3);
}

TEST_CASE("every hostile text comes back equal as value and key and element", "[yaml]") {
    const std::vector<std::string> texts = hostileTexts();
    REQUIRE(texts.size() > 100);
    for (const std::string& text : texts) {
        INFO(text);
        YamlValue document = YamlValue::mapping();
        document.set("v", text).set("list", YamlList{text, YamlValue::mapping().set("deep", text)});
        const std::string key = text.empty() || text.size() > 1000 ? "short" : text;
        document["map"].set(key, "behind");
        const std::string yaml = written(document);

        const YAML::Node other = YAML::Load(yaml);
        CHECK(other["v"].as<std::string>() == text);
        CHECK(other["list"][0].as<std::string>() == text);
        CHECK(other["list"][1]["deep"].as<std::string>() == text);
        CHECK(other["map"].begin()->first.as<std::string>() == key);
        CHECK(other["map"].begin()->second.as<std::string>() == "behind");

        const auto own = readYamlDocument({.name = "x", .text = yaml});
        REQUIRE(own.has_value());
        CHECK(own->members.back().second.text == text);
    }
}

}  // namespace tideline
