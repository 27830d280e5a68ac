// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"

#include "tests/support/catch.h"

using namespace tideline;

TEST_CASE("numbers within sentences have groups of three digits and no needless zeros", "[base]") {
    CHECK(numberText(0) == "0");
    CHECK(numberText(8) == "8");
    CHECK(numberText(1048576) == "1,048,576");
    CHECK(numberText(1000) == "1,000");
    CHECK(numberText(999) == "999");
    CHECK(numberText(-1234.5) == "-1,234.5");
    CHECK(numberText(2.256) == "2.26");
    CHECK(numberText(1.2) == "1.2");
    CHECK(numberText(0.5, 0) == "0");
}

TEST_CASE("a small number is not shown as nothing", "[base]") {
    CHECK(numberText(0.0031) == "0.0031");
    CHECK(numberText(0.00001) == "0.00001");
    CHECK(numberText(0.005) == "0.01");
}

TEST_CASE("money within sentences is rounded to cents half away from zero", "[base]") {
    CHECK(dollarsText({65'700'000}) == "$65.70");
    CHECK(dollarsText({1'204'000'000}) == "$1,204.00");
    CHECK(dollarsText({-1'204'000'000}) == "-$1,204.00");
    CHECK(dollarsText({5'000}) == "$0.01");
    CHECK(dollarsText({4'999}) == "$0.00");
    CHECK(dollarsText({-4'999}) == "$0.00");
}
