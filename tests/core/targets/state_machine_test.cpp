// SPDX-License-Identifier: Apache-2.0
#include "core/targets/state_machine.h"

#include "tests/support/catch.h"

using namespace tideline;

TEST_CASE("a state machine whose steps lead to states has no fault", "[targets]") {
    const StateMachineCheck check = checkStateMachine(R"({"StartAt": "Reserve", "States": {
        "Reserve": {"Type": "Task", "Next": "Paid", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Failed"}]},
        "Paid": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "Done"}], "Default": "Failed"},
        "Done": {"Type": "Succeed"}, "Failed": {"Type": "Fail"}}})")
                                        .value();
    CHECK(check.missing.empty());
    CHECK(check.unreachable.empty());
    CHECK(check.endless.empty());
}

TEST_CASE("steps that lead nowhere and states that nothing leads to are found", "[targets]") {
    const StateMachineCheck check = checkStateMachine(R"({"StartAt": "Check", "States": {
        "Check": {"Type": "Choice", "Choices": [{"Next": "NotifyBackorder"}], "Default": "Ship"},
        "Ship": {"Type": "Task"},
        "Forgotten": {"Type": "Pass", "End": true}}})")
                                        .value();
    CHECK(check.missing == std::vector<MissingState>{{"Check", "NotifyBackorder"}});
    CHECK(check.unreachable == std::vector<std::string>{"Forgotten"});
    CHECK(check.endless == std::vector<std::string>{"Ship"});
}

TEST_CASE("a branch knows its own states only", "[targets]") {
    const StateMachineCheck check = checkStateMachine(R"({"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "One", "States": {"One": {"Type": "Pass", "Next": "Both"}}}]},
        "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Gone", "States": {}}}}})")
                                        .value();
    CHECK(check.missing == std::vector<MissingState>{{"One", "Both"}, {"", "Gone"}});
    CHECK(check.unreachable == std::vector<std::string>{"Each"});
}

TEST_CASE("what is no state machine says what was expected", "[targets]") {
    CHECK(checkStateMachine("{}").error() == Error{"expected an object with StartAt and States", "definition:1:1"});
    CHECK_FALSE(checkStateMachine("{\"StartAt\": ").has_value());
}
