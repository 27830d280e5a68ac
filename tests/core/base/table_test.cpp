// SPDX-License-Identifier: Apache-2.0
#include "core/base/table.h"

#include "core/design/design.h"
#include "tests/support/catch.h"

using namespace tideline;

namespace {

Service named(const std::string& id, const std::string& name) {
    Service service;
    service.id = {id};
    service.name = name;
    return service;
}

}  // namespace

TEST_CASE("a table gives its rows in the order of their ids") {
    Table<Service> table;
    table.put(named("orders", "Orders"));
    table.put(named("api", "API"));
    table.put(named("mail", "Mail"));
    std::vector<std::string> ids;
    for (const Service& service : table) {
        ids.push_back(service.id.text);
    }
    CHECK(ids == std::vector<std::string>{"api", "mail", "orders"});
}

TEST_CASE("putting a row of a known id replaces it in the copy alone") {
    Table<Service> before;
    before.put(named("api", "API"));
    Table<Service> after = before;
    after.put(named("api", "Public API"));
    CHECK(before.find({"api"})->name == "API");
    CHECK(after.find({"api"})->name == "Public API");
    CHECK_FALSE(before == after);
}

TEST_CASE("a copied table shares its rows until one is replaced") {
    Table<Service> before;
    before.put(named("api", "API"));
    before.put(named("mail", "Mail"));
    Table<Service> after = before;
    after.remove({"mail"});
    CHECK(after.size() == 1);
    CHECK(before.find({"api"}) == after.find({"api"}));
    CHECK(after.find({"mail"}) == nullptr);
}

TEST_CASE("the difference of two designs names the rows that were added and removed and changed") {
    Design before;
    before.services.put(named("api", "API"));
    before.services.put(named("mail", "Mail"));
    Design after = before;
    after.services.put(named("api", "Public API"));
    after.services.remove({"mail"});
    after.services.put(named("search", "Search"));
    const DesignChange change = difference(before, after);
    CHECK(change.services.added == std::vector<ServiceId>{{"search"}});
    CHECK(change.services.removed == std::vector<ServiceId>{{"mail"}});
    CHECK(change.services.changed == std::vector<ServiceId>{{"api"}});
    CHECK(change.affectsAnalysis());
}

TEST_CASE("moving a card changes no figure") {
    Design before;
    before.services.put(named("api", "API"));
    before.layout.put({.id = {"api"}, .x = 16, .y = 52});
    Design after = before;
    after.layout.put({.id = {"api"}, .x = 248, .y = 52});
    const DesignChange change = difference(before, after);
    CHECK_FALSE(change.affectsAnalysis());
    CHECK_FALSE(change.empty());
    CHECK(change.layout.changed == std::vector<ServiceId>{{"api"}});
}
