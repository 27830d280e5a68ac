// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rules.h"

#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/rule_cases.h"

#include <algorithm>
#include <regex>
#include <set>

using namespace tideline;

namespace {

std::vector<Finding> findingsBy(const std::string& rule, const Figures& figures) {
    std::vector<Finding> found = findingsOf(figures);
    std::erase_if(found, [&](const Finding& finding) { return finding.rule != rule; });
    return found;
}

}  // namespace

TEST_CASE("every rule speaks about its design in its own words and leaves the other alone", "[rules]") {
    for (const test::RuleCase& row : test::ruleCases()) {
        INFO(row.rule);
        const std::vector<Finding> found = findingsBy(row.rule, row.triggering);
        REQUIRE(found.size() == 1);
        CHECK(found[0].message == row.message);
        CHECK(found[0].remedy == row.remedy);
        CHECK(findingsBy(row.rule, row.quiet).empty());
    }
}

TEST_CASE("every rule has a design that triggers it", "[rules]") {
    std::set<std::string> tried;
    for (const test::RuleCase& row : test::ruleCases()) {
        tried.insert(row.rule);
    }
    for (const Rule& rule : rules()) {
        INFO(rule.key);
        CHECK(tried.contains(std::string(rule.key)));
    }
}

TEST_CASE("keys of rules are stable words and each stands once", "[rules]") {
    std::set<std::string> keys;
    for (const Rule& rule : rules()) {
        INFO(rule.key);
        CHECK(std::regex_match(std::string(rule.key), std::regex("[a-z]+\\.[a-z]+(-[a-z]+)*")));
        CHECK(keys.insert(std::string(rule.key)).second);
        CHECK_FALSE(rule.title.empty());
        CHECK_FALSE(rule.source.empty());
    }
    CHECK(std::ranges::is_sorted(rules(), {}, &Rule::key));
}

TEST_CASE("messages and remedies are sentences", "[rules]") {
    for (const test::RuleCase& row : test::ruleCases()) {
        for (const Finding& finding : findingsOf(row.triggering)) {
            INFO(finding.message);
            CHECK((finding.message.ends_with('.') || finding.message.ends_with('?')));
            CHECK(finding.remedy.ends_with('.'));
        }
    }
}

TEST_CASE("problems come first and then the order of rules and subjects", "[rules]") {
    const Design design = test::DesignBuilder()
                              .service("b", "relational-database")
                              .service("a", "relational-database")
                              .service("etl", "batch-etl", Host::Function, {{"maxDurationMs", 2'700'000.0}})
                              .data("etl", "a", 50)
                              .design;
    std::vector<std::string> order;
    for (const Finding& finding : findingsOf(test::figuresWithoutBill(design))) {
        const ServiceId* service = std::get_if<ServiceId>(&finding.subject);
        order.push_back(finding.rule + " " +
                        (service != nullptr ? service->text : std::get<ConnectionId>(finding.subject).text));
    }
    CHECK(order == std::vector<std::string>{"placement.duration-over-function-limit etl", "data.no-backup a",
                                            "data.no-backup b", "network.chatty-boundary c1"});
}

TEST_CASE("an accepted finding is marked and stays in the list", "[rules]") {
    Design design = test::DesignBuilder().service("a", "relational-database").design;
    design.accepted.push_back({.rule = "data.no-backup", .subject = "a", .reason = "rebuilt every night"});
    const std::vector<Finding> found = findingsOf(test::figuresWithoutBill(design));
    REQUIRE(found.size() == 1);
    CHECK(found[0].accepted);
}

TEST_CASE("a damped circle is only a hint", "[rules]") {
    const auto severityOfCircle = [](double ratio) {
        const Design design = test::DesignBuilder()
                                  .service("a")
                                  .service("b")
                                  .call("a", "b", ratio)
                                  .call("b", "a", 1)
                                  .entry("a", 10)
                                  .design;
        return findingsBy("events.cycle", test::figuresWithoutBill(design)).at(0).severity;
    };
    CHECK(severityOfCircle(0.9) == Severity::Hint);
    CHECK(severityOfCircle(1.0) == Severity::Problem);
}

TEST_CASE("a cheaper host is not advised where a call would wait across the boundary", "[rules]") {
    const auto advised = [](ConnectionType type, Host hostOfOther) {
        Design design = test::DesignBuilder().service("a").service("b", "http-api", hostOfOther).design;
        design.connections.put({.id = {"c1"}, .from = {"a"}, .to = {"b"}, .type = type});
        Figures figures = test::figuresWithoutBill(design);
        figures.options[ServiceId{"a"}] = {{.host = Host::Function, .possible = true, .difference = {-90'000'000}}};
        return !findingsBy("cost.cheaper-host", figures).empty();
    };
    CHECK_FALSE(advised(ConnectionType::Sync, Host::Kubernetes));
    CHECK_FALSE(advised(ConnectionType::Data, Host::Kubernetes));
    CHECK(advised(ConnectionType::Async, Host::Kubernetes));
    CHECK(advised(ConnectionType::Sync, Host::Function));
    CHECK(advised(ConnectionType::Data, Host::Managed));
}

TEST_CASE("a service in a VPC is not advised to leave for Wasm", "[rules]") {
    const Design design = test::DesignBuilder().service("a", "http-api", Host::Function, {{"inVpc", true}}).design;
    Figures figures = test::figuresWithoutBill(design);
    figures.options[ServiceId{"a"}] = {{.host = Host::Wasm, .possible = true, .difference = {-90'000'000}}};
    CHECK(findingsBy("cost.cheaper-host", figures).empty());
}

TEST_CASE("a host whose price nobody knows is not advised", "[rules]") {
    const Design design = test::DesignBuilder().service("a").design;
    Figures figures = test::figuresWithoutBill(design);
    HostOption managed{.host = Host::Managed, .possible = true, .difference = {-90'000'000}, .unpriced = "Hosted"};
    figures.options[ServiceId{"a"}] = {managed};
    CHECK(findingsBy("cost.cheaper-host", figures).empty());
    managed.unpriced.clear();
    figures.options[ServiceId{"a"}] = {managed};
    CHECK_FALSE(findingsBy("cost.cheaper-host", figures).empty());
}

TEST_CASE("a fix names a host or a field with a value that the subject takes", "[rules]") {
    for (const test::RuleCase& row : test::ruleCases()) {
        for (const Finding& finding : findingsOf(row.triggering)) {
            if (!finding.fix || !std::holds_alternative<ServiceId>(finding.subject)) {
                continue;
            }
            INFO(finding.rule);
            const ServiceProfile* profile = row.triggering.resolved.find(std::get<ServiceId>(finding.subject));
            REQUIRE(profile != nullptr);
            if (finding.fix->field == "host") {
                REQUIRE(hostOfKey(finding.fix->value));
                CHECK(profile->kind->hosting(*hostOfKey(finding.fix->value)) != nullptr);
            } else {
                CHECK(profile->kind->field(finding.fix->field) != nullptr);
            }
        }
    }
}

TEST_CASE("severities are spelled as files and the command line have them", "[rules]") {
    for (const Severity severity : {Severity::Hint, Severity::Warning, Severity::Problem}) {
        CHECK(severityOfKey(keyOf(severity)) == severity);
    }
    CHECK(keyOf(Severity::Problem) == "problem");
    CHECK_FALSE(severityOfKey("Problem"));
}
