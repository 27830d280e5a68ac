// SPDX-License-Identifier: Apache-2.0
#include "core/base/exact.h"

#include "tests/support/catch.h"

using namespace tideline;

TEST_CASE("a decimal that a person wrote is held exactly") {
    CHECK(exactOf(0.35) == Exact(7, 20));
    CHECK(exactOf("0.0000166667") == Exact(166667, 10000000000LL));
    CHECK(exactOf("3e-8") * 100000000 == 3);
    CHECK(exactOf(-1.5) == Exact(-3, 2));
    CHECK(exactOf(1e15) == Exact(1000000000000000LL));
    CHECK(exactOf("12.5E+2") == 1250);
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
