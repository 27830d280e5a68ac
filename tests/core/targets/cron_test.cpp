// SPDX-License-Identifier: Apache-2.0
#include "core/targets/cron.h"

#include "tests/support/catch.h"

using namespace tideline;

namespace {

std::string faultOf(std::string_view text, CronReader reader = CronReader::Kubernetes) {
    return cronFault(text, reader).value_or("");
}

}  // namespace

TEST_CASE("schedules that CronJobs take have no fault", "[targets]") {
    for (const char* text : {"0 * * * *", "*/5 8-18 * * MON-FRI", "0 3 1,15 * ?", "59 23 31 12 0", "0 0 29 2 *",
                             "10/20 0 * jan-mar 6", "0 0 30 2 1"}) {
        INFO(text);
        CHECK(faultOf(text) == "");
    }
}

TEST_CASE("what a CronJob does not take about a schedule is said", "[targets]") {
    CHECK(faultOf("0 3 * *") == "it has 4 fields, not five");
    CHECK(faultOf("@daily") == "it has 1 field, not five");
    CHECK(faultOf("0 25 * * *") == "its hour '25' is none of 0 to 23, nor a list, range or step of them");
    CHECK(faultOf("0 3 * * 7") == "its day of the week '7' is none of 0 to 6, nor a list, range or step of them");
    CHECK(faultOf("0 3 0 * *") == "its day of the month '0' is none of 1 to 31, nor a list, range or step of them");
    for (const char* minute : {"*/0", "*/", "5-1", "1-2-3", "1,", "-1", "a", "1/2/3", "+5", "*-5"}) {
        INFO(minute);
        CHECK(faultOf(std::string(minute) + " * * * *") ==
              "its minute '" + std::string(minute) + "' is none of 0 to 59, nor a list, range or step of them");
    }
    CHECK(faultOf("0 0 30 2 *") == "no month of it has such a day, so it never starts");
    CHECK(faultOf("0 0 31 4,6,9,11 *") == "no month of it has such a day, so it never starts");
    CHECK(faultOf("rate(5 minutes)") == "it has 2 fields, not five");
}

TEST_CASE("EventBridge reads a schedule in its own way", "[targets]") {
    const CronReader reader = CronReader::EventBridge;
    for (const char* text : {"0 3 * * 7", "rate(5 minutes)", "cron(0 3 * * ? *)", "0 3 1 * *"}) {
        INFO(text);
        CHECK(faultOf(text, reader) == "");
    }
    CHECK(faultOf("0 3 1 * 1", reader) ==
          "it names a day of the month and a day of the week, and EventBridge takes one of them");
    CHECK(faultOf("cron(0 3 * * ?)", reader) == "cron(…) has six fields, this one 5");
    CHECK(faultOf("rate(minutes)", reader) == "rate(…) holds a number and a unit");
}

TEST_CASE("days of the week are named for readers that count them from another day", "[targets]") {
    CHECK(cronWithDayNames("30 6 * * 1-5") == "30 6 * * MON,TUE,WED,THU,FRI");
    CHECK(cronWithDayNames("0  3 ? * 0") == "0 3 * * SUN");
    CHECK(cronWithDayNames("0 3 * * sat,0") == "0 3 * * SUN,SAT");
    CHECK(cronWithDayNames("0 3 * * */3") == "0 3 * * SUN,WED,SAT");
    CHECK(cronWithDayNames("0 3 1 1-6/2 0-6") == "0 3 1 1-6/2 *");
}
