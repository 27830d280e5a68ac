// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/go_scaffold.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/trigger_tests.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"go(package main

// Runs the function on its sample events, without AWS: go test ./...

import (
	"context"
@IMPORTS@)

// all are the connections in the order of their use.
var all = []string{@CALLS@}

// follow takes the place of every connection, and returns the names of those that were used.
func follow(t *testing.T) *[]string {
	t.Helper()
	remembered = map[string]claimed{}
	t.Setenv("PROCESSED_TABLE", "")
	done := []string{}
@REPLACE@	return &done
}

// run hands a sample event to the function; change may change it first.
func run(t *testing.T, name string, change func(event map[string]any)) (any, error) {
	t.Helper()
	text, err := os.ReadFile("../../events/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var event map[string]any
	if err := json.Unmarshal(text, &event); err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(event)
	}
	if text, err = json.Marshal(event); err != nil {
		t.Fatal(err)
	}
	return @HANDLE@
}

func expect(t *testing.T, done *[]string, wanted []string) {
	t.Helper()
	if !slices.Equal(*done, wanted) {
		t.Errorf("used %v, expected %v", *done, wanted)
	}
}
)go";

constexpr std::string_view kOneHandler = R"go(
// with reads an event as what a handler takes.
func with[Event any](ctx context.Context, text []byte, handler func(context.Context, Event) (any, error)) (any, error) {
	var event Event
	if err := json.Unmarshal(text, &event); err != nil {
		return nil, err
	}
	return handler(ctx, event)
}
)go";

constexpr std::string_view kOnce = R"go(
func Test@TEST@UsesEveryConnectionOnce(t *testing.T) {
	done := follow(t)
	for range 2 { // A second delivery does nothing.
		if _, err := run(t, "@SAMPLE@", nil); err != nil {
			t.Fatal(err)
		}
		expect(t, done, all)
	}
}
)go";

constexpr std::string_view kPlain = R"go(
func Test@TEST@UsesEveryConnection(t *testing.T) {
	done := follow(t)
	if _, err := run(t, "@SAMPLE@", nil); err != nil {
		t.Fatal(err)
	}
	expect(t, done, @EXPECTED@)
}
)go";

constexpr std::string_view kRequest = R"go(
func statusOf(t *testing.T, change func(event map[string]any)) int {
	t.Helper()
	answer, err := run(t, "@SAMPLE@", change)
	if err != nil {
		t.Fatal(err)
	}
	return answer.(events.APIGatewayV2HTTPResponse).StatusCode
}

func Test@TEST@IsAnswered(t *testing.T) {
	done := follow(t)
	if status := statusOf(t, @CHANGE@); status != @STATUS@ {
		t.Errorf("answered with %d", status)
	}
	expect(t, done, all)
}

func Test@TEST@WithoutJSONIsRefused(t *testing.T) {
	done := follow(t)
	status := statusOf(t, func(event map[string]any) {
		event["body"] = "no JSON"@SIGN@
	})
	if status != 400 {
		t.Errorf("answered with %d", status)
	}
	expect(t, done, nil)
}
)go";

constexpr std::string_view kUnsigned = R"go(
func Test@TEST@WithoutSignatureIsRefused(t *testing.T) {
	done := follow(t)
	if status := statusOf(t, func(map[string]any) { secrets.Store("", "sample-key") }); status != 401 {
		t.Errorf("answered with %d", status)
	}
	expect(t, done, nil)
}

// sign makes a request one of a caller who knows the secret.
func sign(event map[string]any) {
	secrets.Store("", "sample-key")
	mark := hmac.New(sha256.New, []byte("sample-key"))
	@MARK@
}
)go";
constexpr std::string_view kMarkBody = R"go(mark.Write([]byte(event["body"].(string)))
	event["headers"].(map[string]any)["X-Signature"] = hex.EncodeToString(mark.Sum(nil)))go";
constexpr std::string_view kMarkState = R"go(mark.Write([]byte("nonce"))
	state := "nonce." + hex.EncodeToString(mark.Sum(nil))
	event["queryStringParameters"] = map[string]any{"state": state, "code": "sample"})go";

constexpr std::string_view kFailure = R"go(
func Test@TEST@ThatFailsComesAgain(t *testing.T) {
	done := follow(t)
	answer, err := run(t, "@SAMPLE@", func(event map[string]any) {
		record := event["Records"].([]any)[0].(map[string]any)
		@BREAK@
	})
	if err != nil {
		t.Fatal(err)
	}
	if failures := answer.(events.@RESPONSE@).BatchItemFailures; len(failures) != 1 {
		t.Errorf("%d of 1 come again", len(failures))
	}
	expect(t, done, nil)
}
)go";

constexpr std::string_view kBatch = R"go(
func Test@TEST@ThatFailsComesAgain(t *testing.T) {
	done := follow(t)
	_, err := run(t, "@SAMPLE@", func(event map[string]any) {
		partition := event["records"].(map[string]any)["sample-0"].([]any)
		partition[0].(map[string]any)["value"] = "bm8gSlNPTg=="
	})
	if err == nil {
		t.Error("the batch does not come again")
	}
	expect(t, done, nil)
}
)go";

constexpr std::string_view kStep = R"go(
func TestAPlanHasPieces(t *testing.T) {
	follow(t)
	answer, err := onStep(context.Background(), step{Step: "plan", Input: Item{}})
	if err != nil || len(answer.(Item)["pieces"].([]Item)) == 0 {
		t.Errorf("planned %v, %v", answer, err)
	}
}

func TestEveryConnectionIsAStep(t *testing.T) {
	done := follow(t)
	for _, name := range []string{@STEPS@} {
		if _, err := onStep(context.Background(), step{Step: name, Input: Item{"id": "sample-1"}}); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, done, all)
}
)go";

std::string replacements(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        const std::string name = camelCase(call.name);
        const std::string_view type = !isFound(call) ? "error" : findsBytes(call) ? "([]byte, error)" : "(Item, error)";
        text += fmt::format(
            "\t{0} = func(context.Context, Item) {1} {{\n\t\tdone = append(done, \"{0}\")\n\t\treturn {2}\n\t}}\n",
            name, type, isFound(call) ? "nil, nil" : "nil");
    }
    return text;
}

std::string testName(const std::string& sample) {
    std::string name = camelCase(sample);
    name.front() = static_cast<char>(name.front() - 32);
    return name;
}

struct FunctionRow {
    SamTriggerKind kind;
    std::string_view function;
};
constexpr FunctionRow kFunctions[] = {
    {SamTriggerKind::Socket, "onSocket"}, {SamTriggerKind::Http, "onRequest"},
    {SamTriggerKind::Object, "onObject"}, {SamTriggerKind::Schedule, "onSchedule"},
    {SamTriggerKind::Bus, "onEvent"},     {SamTriggerKind::Stream, "onRecords"},
    {SamTriggerKind::Topic, "onTopic"},   {SamTriggerKind::Queue, "onMessages"},
    {SamTriggerKind::Logs, "onLogs"},     {SamTriggerKind::Task, "onStep"},
    {SamTriggerKind::Invoke, "onCall"},
};

bool hasKind(const SamDraft& draft, SamTriggerKind kind) {
    return std::ranges::any_of(draft.triggers, [&](const SamTrigger& trigger) { return trigger.kind == kind; });
}

/// How the test calls the function: by its only handler, or by the one that finds out.
std::string handleOf(const SamDraft& draft) {
    std::vector<std::string_view> used;
    for (const FunctionRow& row : kFunctions) {
        if (hasKind(draft, row.kind)) {
            used.push_back(row.function);
        }
    }
    return used.size() == 1 ? fmt::format("with(context.Background(), text, {})", used.front())
                            : "handle(context.Background(), text)";
}

std::string importsOf(const SamDraft& draft, const SamService& service) {
    const bool isHttp = hasKind(draft, SamTriggerKind::Http);
    std::string text =
        isHttp && checksSignatures(service) ? "\t\"crypto/hmac\"\n\t\"crypto/sha256\"\n\t\"encoding/hex\"\n" : "";
    text += "\t\"encoding/json\"\n\t\"os\"\n\t\"slices\"\n\t\"testing\"\n";
    const bool takesEvents = isHttp || hasKind(draft, SamTriggerKind::Queue) || hasKind(draft, SamTriggerKind::Stream);
    return text + (takesEvents ? "\n\t\"github.com/aws/aws-lambda-go/events\"\n" : "");
}

std::string testsOf(const SamTrigger& trigger, const SamDraft& draft, const SamService& service) {
    const bool isSigned = checksSignatures(service);
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isQueue = trigger.kind == SamTriggerKind::Queue;
    const std::vector<std::string> steps = stepNames(draft);
    const auto filled = [&](std::string_view code) {
        return filledCode(code,
                          {{"@MARK@", std::string(isCallback ? kMarkState : kMarkBody)},
                           {"@TEST@", testName(trigger.sample)},
                           {"@SAMPLE@", trigger.sample},
                           {"@CHANGE@", isSigned ? "sign" : "nil"},
                           {"@SIGN@", isSigned ? "\n\t\tsign(event)" : ""},
                           {"@EXPECTED@", trigger.kind == SamTriggerKind::Logs ? "slices.Repeat(all, 2)" : "all"},
                           {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                           {"@STEPS@", quotedWords(steps)},
                           {"@RESPONSE@", isQueue ? "SQSEventResponse" : "KinesisEventResponse"},
                           {"@BREAK@", isQueue ? R"(record["body"] = "no JSON")"
                                               : R"(record["kinesis"].(map[string]any)["data"] = "bm8gSlNPTg==")"}});
    };
    return filled(testsFor(trigger.kind, isSigned, {kRequest, kUnsigned, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string goTest(const SamDraft& draft, const SamService& service) {
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    std::vector<std::string> names;
    for (const SamCall& call : calls) {
        names.push_back(camelCase(call.name));
    }
    const std::string handle = handleOf(draft);
    std::string text = filledCode(kHead, {{"@IMPORTS@", importsOf(draft, service)},
                                          {"@CALLS@", quotedWords(names)},
                                          {"@REPLACE@", replacements(calls)},
                                          {"@HANDLE@", handle}});
    text += handle.starts_with("with") ? kOneHandler : "";
    std::vector<std::string> seen;
    for (const SamTrigger& trigger : draft.triggers) {
        if (std::ranges::find(seen, trigger.sample) == seen.end()) {
            seen.push_back(trigger.sample);
            text += testsOf(trigger, draft, service);
        }
    }
    return text;
}

}  // namespace tideline
