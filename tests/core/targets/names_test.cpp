// SPDX-License-Identifier: Apache-2.0
#include "core/targets/names.h"

#include "tests/support/catch.h"

#include <algorithm>

using namespace tideline;

namespace {

std::map<std::string, std::string> namesOf(std::vector<NameRequest> requests, NameStyle style = NameStyle::Label) {
    return NameMap::of(requests, style, reservedLabels()).value().all();
}

std::string nameOf(const std::string& text, NameStyle style = NameStyle::Label) {
    return namesOf({{"id-1", text}}, style).at("id-1");
}

}  // namespace

TEST_CASE("a name becomes a label of small letters and single hyphens", "[names]") {
    CHECK(nameOf("Order service") == "order-service");
    CHECK(nameOf("order_service") == "order-service");
    CHECK(nameOf("-orders-") == "orders");
    CHECK(nameOf("Cache (Redis)") == "cache-redis");
    CHECK(nameOf("../../etc/passwd") == "etc-passwd");
    CHECK(nameOf("3D viewer") == "s-3d-viewer");
}

TEST_CASE("a name that no label can hold ends in a hash of the id", "[names]") {
    CHECK(nameOf("订单") == "service-" + idHash("id-1"));
    CHECK(nameOf("---") == "service-" + idHash("id-1"));
    CHECK(nameOf("straße") == "stra-e-" + idHash("id-1"));
    CHECK(nameOf("strasse") == "strasse");
    const std::string cut = nameOf(std::string(300, 'a'));
    CHECK(cut == std::string(33, 'a') + "-" + idHash("id-1"));
    CHECK(cut.size() == 40);
}

TEST_CASE("names that systems keep for themselves get a prefix", "[names]") {
    CHECK(nameOf("CON") == "service-con");
    CHECK(nameOf("default") == "service-default");
    CHECK(nameOf("kustomization") == "service-kustomization");
}

TEST_CASE("two elements with one name stay apart whatever their order", "[names]") {
    const NameRequest exact{"b", "order-service"}, other{"a", "order_service"}, third{"c", "Order Service"};
    const auto names = namesOf({exact, other, third});
    CHECK(names.at("b") == "order-service");
    CHECK(names.at("a") == "order-service-" + idHash("a"));
    CHECK(names.at("c") == "order-service-" + idHash("c"));
    CHECK(namesOf({third, other, exact}) == names);
}

TEST_CASE("a further element renames nobody who does not share its name", "[names]") {
    std::vector<NameRequest> requests{{"m", "Orders"}, {"n", "Users"}, {"o", "订单"}, {"p", std::string(60, 'x')}};
    const auto before = namesOf(requests);
    requests.insert(requests.begin(), {"a", "Payments"});
    auto after = namesOf(requests);
    after.erase("a");
    CHECK(after == before);
}

TEST_CASE("a name that had to change is told with its reason", "[names]") {
    const std::vector<NameRequest> requests{{"a", "order_service"}, {"b", "order-service"}};
    const auto changes = NameMap::of(requests, NameStyle::Label).value().changes();
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].text == "order_service");
    CHECK(changes[0].reason ==
          "another element takes the name 'order-service', so it is called 'order-service-" + idHash("a") + "'");
}

TEST_CASE("an element without a name is refused", "[names]") {
    const std::vector<NameRequest> requests{{"s7", ""}};
    const auto names = NameMap::of(requests, NameStyle::Label);
    REQUIRE(!names);
    CHECK(describe(names.error()) == "s7: an element needs a name before it can be exported");
}

TEST_CASE("logical ids hold letters and digits only and are never intrinsics", "[names]") {
    constexpr std::array<std::string_view, 2> kReserved{"Ref", "AppBus"};
    const std::vector<NameRequest> requests{{"a", "Ref"}, {"b", "Order service"}, {"c", "app bus"}, {"d", "3D"}};
    const auto names = NameMap::of(requests, NameStyle::LogicalId, kReserved).value();
    CHECK(names["a"] == "RefResource");
    CHECK(names["b"] == "OrderService");
    CHECK(names["c"] == "AppBusResource");
    CHECK(names["d"] == "S3d");
}

TEST_CASE("variables avoid the words by which linters find secrets", "[names]") {
    CHECK(nameOf("Orders DB", NameStyle::Variable) == "ORDERS_DB");
    CHECK(nameOf("Token service", NameStyle::Variable).starts_with("SERVICE_"));
    CHECK(nameOf("Keycloak", NameStyle::Variable).starts_with("SERVICE_"));
}

TEST_CASE("a label is shortened with a hash of the whole", "[names]") {
    CHECK(shortened("order-service", 52) == "order-service");
    const std::string label = std::string(50, 'a') + "-metrics";
    CHECK(shortened(label, 52).size() == 52);
    CHECK(shortened(label, 52).ends_with(idHash(label)));
}
