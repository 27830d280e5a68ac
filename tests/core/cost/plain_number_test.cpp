// SPDX-License-Identifier: Apache-2.0
#include "core/cost/plain_number.h"

#include "tests/support/catch.h"

using namespace tideline;

namespace {

Exact fraction(const char* top, const char* bottom) {
    return Exact(Whole(top), Whole(bottom));
}

}  // namespace

TEST_CASE("numbers that end are written whole, others to six digits") {
    CHECK(plainNumber(0) == "0");
    CHECK(plainNumber(1'738'730) == "1,738,730");
    CHECK(plainNumber(-1'000) == "-1,000");
    CHECK(plainNumber(exactOf(0.0000166667)) == "0.0000166667");
    CHECK(plainNumber(fraction("1", "3")) == "0.333333");
    CHECK(plainNumber(fraction("-2", "3")) == "-0.666667");
    CHECK(plainNumber(fraction("20000000", "3")) == "6,666,666.67");
    CHECK(plainNumber(fraction("1", "300000000")) == "0.00000000333333");
}

TEST_CASE("one of something is named in the singular") {
    CHECK(counted(1, "gateways") == "1 gateway");
    CHECK(counted(3, "gateways") == "3 gateways");
    CHECK(counted(1, "batches a second") == "1 batch a second");
    CHECK(counted(1, "units of 4 KB") == "1 unit of 4 KB");
    CHECK(counted(1, "GB-s") == "1 GB-s");
    CHECK(counted(1, "ms") == "1 ms");
    CHECK(counted(exactOf(0.5), "pods") == "0.5 pods");
    CHECK(counted(7, "") == "7");
}

TEST_CASE("numbers of more than 64 bits are written like small ones") {
    CHECK(plainNumber(fraction("18446744073709551615", "1")) == "18,446,744,073,709,551,615");
    CHECK(plainNumber(fraction("18446744073709551616", "1")) == "18,446,744,073,709,551,616");
    CHECK(plainNumber(fraction("100000000000000000000000000000", "3")) == "33,333,333,333,333,333,333,333,333,333.33");
    CHECK(plainNumber(fraction("36893488147419103231", "2")) == "18,446,744,073,709,551,615.5");
    CHECK(plainNumber(fraction("1", "36893488147419103232")) == "0");
}

TEST_CASE("dollars are rounded half away from zero") {
    CHECK(plainDollars(exactOf(150.161)) == "$150.16");
    CHECK(plainDollars(exactOf(0.125)) == "$0.13");
    CHECK(plainDollars(exactOf(-0.125)) == "-$0.13");
    CHECK(plainDollars(exactOf(0.005)) == "$0.005");
    CHECK(plainDollars(exactOf(0.0833335)) == "$0.08");
    CHECK(plainDollars(exactOf(0.00083335)) == "$0.00083335");
    CHECK(plainDollars(exactOf(7)) == "$7.00");
    CHECK(plainDollars(0) == "$0.00");
}
