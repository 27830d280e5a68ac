// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/go_scaffold.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kStopInOrder = R"go(
		if len(failures) > 0 { // What follows a failure waits, or the order is lost.
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: message.MessageId})
			continue
		})go";

// A topic's event holds its records by partition, under the name of the list that queues and streams have: it is told
// apart before the list is read.
constexpr std::string_view kTopicFirst = R"go(
	var source struct{ EventSource string }
	if json.Unmarshal(event, &source) == nil && source.EventSource == "aws:kafka" {
		return with(ctx, event, onTopic)
	})go";

constexpr std::string_view kSeveral = R"go(
// handle finds out what started the function.
func handle(ctx context.Context, event json.RawMessage) (any, error) {@TOPIC@
	var seen struct {
		Source         string
		DetailType     *string         `json:"detail-type"`
		Step           *string         `json:"step"`
		AWSLogs        json.RawMessage `json:"awslogs"`
		Records        []struct{ Kinesis json.RawMessage }
		RequestContext *struct{ ConnectionID string }
	}
	if err := json.Unmarshal(event, &seen); err != nil {
		return nil, err
	}
	switch {
@CASES@	}
}

// with reads an event as what a handler takes.
func with[Event any](ctx context.Context, text []byte, handler func(context.Context, Event) (any, error)) (any, error) {
	var event Event
	if err := json.Unmarshal(text, &event); err != nil {
		return nil, err
	}
	return handler(ctx, event)
}
)go";

using Rows = std::vector<const GoTrigger*>;

Rows rowsFor(const std::vector<SamTrigger>& triggers) {
    Rows rows;
    for (const GoTrigger& row : goTriggers()) {
        if (std::ranges::any_of(triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; })) {
            rows.push_back(&row);
        }
    }
    return rows;
}

std::string importBlock(const Rows& rows, const SamService& service) {
    std::set<std::string> standard{"context"};
    std::set<std::string> others{"github.com/aws/aws-lambda-go/lambda"};
    const auto add = [&](const std::string& path) {
        (path.find('.') == std::string::npos ? standard : others).insert(path);
    };
    for (const GoTrigger* row : rows) {
        std::ranges::for_each(wordsOf(row->imports), add);
        if (row->kind == SamTriggerKind::Http && checksSignatures(service)) {
            std::ranges::for_each(wordsOf("crypto/hmac crypto/sha256 encoding/hex os strings"), add);
        }
    }
    if (rows.size() > 1) {
        add("encoding/json");
    }
    std::string text = "import (\n";
    for (const std::string& path : standard) {
        text += "\t\"" + path + "\"\n";
    }
    text += "\n";
    for (const std::string& path : others) {
        text += "\t\"" + path + "\"\n";
    }
    return text + ")\n";
}

std::string stepsOf(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        text += fmt::format("\tcase \"{}\":\n", call.name);
        text += isFound(call) ? fmt::format("\t\treturn {}(ctx, event.Input)\n", camelCase(call.name))
                              : fmt::format("\t\treturn event.Input, {}(ctx, event.Input)\n", camelCase(call.name));
    }
    return text;
}

std::string handlerCode(const Rows& rows) {
    if (rows.size() == 1) {
        return "";
    }
    Rows listed = rows;
    std::erase_if(listed, [](const GoTrigger* row) { return row->kind == SamTriggerKind::Topic; });
    std::string cases;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        cases += i + 1 == listed.size() ? "\tdefault:\n" : fmt::format("\tcase {}:\n", listed[i]->test);
        cases += fmt::format("\t\treturn with(ctx, event, {})\n", listed[i]->function);
    }
    const bool hasTopic = listed.size() < rows.size();
    return filledCode(kSeveral, {{"@TOPIC@", hasTopic ? std::string(kTopicFirst) : ""}, {"@CASES@", cases}});
}

}  // namespace

std::string goApp(const SamDraft& draft, const SamService& service) {
    const Rows rows = rowsFor(draft.triggers);
    const bool keepsOrder = service.profile->flag("ordered");
    std::string text =
        "// The entry of the function: takes what starts it apart, and hands it to work.\npackage main\n\n" +
        importBlock(rows, service) +
        fmt::format("\nfunc main() {{\n\tlambda.Start({})\n}}\n", rows.size() == 1 ? rows.front()->function : "handle");
    for (const GoTrigger* row : rows) {
        text += row->kind == SamTriggerKind::Http
                    ? goRequestCode(service)
                    : filledCode(row->code, {{"@STOP@", keepsOrder ? std::string(kStopInOrder) : ""},
                                             {"@STEPS@", stepsOf(callsInOrder(draft.calls))}});
    }
    return text + handlerCode(rows);
}

}  // namespace tideline
