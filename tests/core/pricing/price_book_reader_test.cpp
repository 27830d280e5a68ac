// SPDX-License-Identifier: Apache-2.0
#include "core/pricing/price_book.h"
#include "tests/support/catch.h"

using namespace tideline;

namespace {

const std::string kBook = R"(title: List
currency: USD
region: here
asOf: "2026-11"
prices:
  - key: a.calls
    title: Calls
    unit: calls
    per: 1000000
    tiers:
      - { upTo: 10, value: 2 }
      - { upTo: 20, value: 1.5 }
      - { value: 1 }
    source: { title: Page, url: "https://example.com/", asOf: "2026-11-02" }
  - key: a.hours
    title: Hours
    unit: hours
    value: 0.1
    freePerMonth: 5
    freeGroup: a
    node: { vcpu: 2, cpuMillis: 1930, memoryMib: 6844, maxPods: 29, arch: arm64 }
    source: { title: Page, url: "https://example.com/", asOf: "2026-11-02" }
  - key: a.mail
    title: Mail
    unit: emails
    freeGroup: a
    userSupplied: true
)";

std::string errorFor(const std::string& text, const std::string& replacement) {
    std::string changed = kBook;
    const std::size_t at = changed.find(text);
    REQUIRE(at != std::string::npos);
    changed.replace(at, text.size(), replacement);
    const Result<PriceBook> book = readPriceBook({"prices/list.yaml", changed});
    return book ? "no error" : describe(book.error());
}

}  // namespace

TEST_CASE("a price book gives prices as they are written", "[pricing]") {
    const Result<PriceBook> book = readPriceBook({"prices/list.yaml", kBook});
    REQUIRE(book);
    CHECK(book->hoursPerMonth == 730);
    CHECK_FALSE(book->statesHours);
    const Price& calls = *book->find("a.calls");
    CHECK(calls.per == 1'000'000);
    CHECK(calls.tiers[1].value == Exact(3, 2));
    CHECK(calls.book == "List");
    CHECK(book->find("a.hours")->node->maxPods == 29);
    CHECK(book->find("a.mail")->userSupplied);
    CHECK(book->find("a.mail")->freePerMonth == Exact(5));
    CHECK(book->find("a.none") == nullptr);
}

TEST_CASE("a price that cannot be right says where", "[pricing]") {
    CHECK(errorFor("upTo: 20", "upTo: 10") ==
          "prices/list.yaml:12:9: the tier ends at 10, but the one before it at 10; tiers rise");
    CHECK(errorFor("{ value: 1 }", "{ upTo: 30, value: 1 }") ==
          "prices/list.yaml:11:7: there is no price for more than 30; the last tier has no 'upTo'");
    CHECK(errorFor("upTo: 20, ", "") ==
          "prices/list.yaml:13:9: a tier without 'upTo' has no end, so no tier can follow it");
    CHECK(errorFor("value: 2 }", "value: -2 }") ==
          "prices/list.yaml:11:28: -2 is below 0; a price or an amount is 0 or more");
    CHECK(errorFor("per: 1000000", "per: 0") ==
          "prices/list.yaml:9:10: 0 is not an amount; leave the member out, or give more than 0");
    CHECK(
        errorFor("    value: 0.1\n", "") ==
        "prices/list.yaml:15:10: price 'a.hours' has no value; give one of 'value', 'tiers' and 'userSupplied: true'");
    CHECK(errorFor("userSupplied: true", "userSupplied: true\n    value: 3") ==
          "prices/list.yaml:23:10: price 'a.mail' has more than one value; give one of 'value', 'tiers' and "
          "'userSupplied: true'");
    CHECK(errorFor("value: 0.1", "value: ten") == "prices/list.yaml:18:12: expected a number, found the text 'ten'");
    CHECK(errorFor("key: a.hours", "key: a.calls") ==
          "prices/list.yaml:15:5: price 'a.calls' stands twice; the first is at prices/list.yaml:6:5");
    CHECK(errorFor("key: a.hours", "key: A.Hours") ==
          "prices/list.yaml:15:10: 'A.Hours' is no key of a price; expected lower-case words joined by points, such as "
          "aws.lambda.requests");
    CHECK(errorFor("unit: hours", "units: hours") ==
          "prices/list.yaml:15:5: the member 'unit' is missing; a text is expected");
    CHECK(errorFor("    freePerMonth: 5\n", "") ==
          "prices/list.yaml:15:5: no price of free group 'a' says how much is free; give one of them 'freePerMonth'");
    CHECK(errorFor("userSupplied: true", "userSupplied: true\n    freePerMonth: 6") ==
          "prices/list.yaml:23:5: free group 'a' has 5 by price 'a.hours', but 6 here; a group shares one amount");
    CHECK(errorFor("unit: hours", "unit: GB") ==
          "prices/list.yaml:21:11: a machine is billed by 'hours', but the unit of this price is 'GB'");
    CHECK(errorFor("arch: arm64", "arch: x86_64") == "prices/list.yaml:21:75: expected arm64 or amd64, found 'x86_64'");
}

TEST_CASE("every price says where it comes from and when it was so", "[pricing]") {
    CHECK(errorFor("    source: { title: Page, url: \"https://example.com/\", asOf: \"2026-11-02\" }\n", "") ==
          "prices/list.yaml:6:5: the price has no source; give 'source: { title, url, asOf }'");
    CHECK(errorFor("https://example.com/", "example.com") ==
          "prices/list.yaml:14:33: expected an address that begins with https://, found 'example.com'");
    CHECK(errorFor("\"2026-11-02\"", "\"2026-13\"") == "prices/list.yaml:14:63: expected a day such as \"2026-08-16\" "
                                                       "or a month such as \"2026-11\", found '2026-13'");
    CHECK(errorFor("source: { title: Page,", "source: { titel: Page,") ==
          "prices/list.yaml:14:13: the member 'title' is missing; a text is expected");
}

TEST_CASE("a book says its currency and the hours of its month", "[pricing]") {
    CHECK(errorFor("currency: USD", "currency: dollars") ==
          "prices/list.yaml:2:11: expected three capital letters such as USD, found 'dollars'");
    CHECK(errorFor("region: here", "region: here\nhoursPerMonth: 24") ==
          "prices/list.yaml:4:16: 24 hours are no month; expected 672 to 744");
    CHECK(errorFor("region: here", "region: here\nhourPerMonth: 720") ==
          "prices/list.yaml:4:1: there is no member 'hourPerMonth'; did you mean 'hoursPerMonth'?");
    const Result<PriceBook> book = readPriceBook({"prices/list.yaml", "hoursPerMonth: 720\n" + kBook});
    REQUIRE(book);
    CHECK(book->hoursPerMonth == 720);
    CHECK(book->statesHours);
}
