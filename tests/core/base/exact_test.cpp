// SPDX-License-Identifier: Apache-2.0
#include "core/base/exact.h"

#include "tests/support/catch.h"

#include <cstdlib>
#include <string_view>

using namespace tideline;

TEST_CASE("a decimal that a person wrote is held exactly") {
    CHECK(exactOf(0.35) == Exact(7, 20));
    CHECK(exactOf("0.0000166667") == Exact(166667, 10000000000LL));
    CHECK(exactOf("3e-8") * 100000000 == 3);
    CHECK(exactOf(-1.5) == Exact(-3, 2));
    CHECK(exactOf(1e15) == Exact(1000000000000000LL));
    CHECK(exactOf("12.5E+2") == 1250);
}

TEST_CASE("an exact number becomes the nearest double, ties to even") {
    CHECK(approximately(Exact(1, 3)) == 1.0 / 3);
    CHECK(approximately(Exact(0)) == 0);
    for (const char* text : {"0.1000000000000000055511151231257827", "123456789012345678901234567890.123",
                             "0.0000000000000000000000000000012345678901234567891", "9007199254740993.5", "1e300"}) {
        INFO(text);
        CHECK(approximately(exactOf(std::string_view(text))) == std::strtod(text, nullptr));
        CHECK(approximately(-exactOf(std::string_view(text))) == -std::strtod(text, nullptr));
    }
    const Exact tie = Exact(18014398509481984LL) + 2;  // between 2^54 and the double behind it
    CHECK(approximately(tie) == 18014398509481984.0);
    CHECK(approximately(tie + exactOf("1e-30")) == 18014398509481988.0);
    CHECK(approximately(tie - exactOf("1e-30")) == 18014398509481984.0);
    CHECK(approximately(tie + 4) == 18014398509481992.0);
}

TEST_CASE("money is rounded once to whole micro-units half away from zero") {
    CHECK(roundedMoney(exactOf("0.1033335")).micros == 103334);
    CHECK(roundedMoney(exactOf("-0.1033335")).micros == -103334);
    CHECK(roundedMoney(exactOf("0.00000049")).micros == 0);
    CHECK(roundedMoney(exactOf("150.161")).micros == 150161000);
}

TEST_CASE("an unrounded number prints in its shortest form") {
    CHECK(shortestText(exactOf("0.1033335")) == "0.1033335");
    CHECK(shortestText(Exact(150161, 1000)) == "150.161");
    CHECK(shortestText(Exact(145316863)) == "145316863");
    CHECK(shortestText(Exact(-1, 8)) == "-0.125");
    CHECK(shortestText(Exact(1, 3)) == "0.33333333333333331");
    CHECK(shortestText(Exact(0)) == "0");
}
