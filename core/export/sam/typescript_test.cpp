// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/trigger_tests.h"
#include "core/export/sam/typescript_scaffold.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead =
    R"ts(// Runs the function on its sample events, without network, AWS or packages: node --test tests/unit/*.test.ts
import assert from "node:assert/strict";
@CRYPTO@import { readFileSync } from "node:fs";
import { beforeEach, mock, test } from "node:test";
import { asked@SECRET@ } from "./offline.ts";

Object.assign(process.env, {@VARIABLES@});
delete process.env.PROCESSED_TABLE; // What was worked on is remembered by the process.
const { handler } = await import("../../src/@SLUG@/app.ts");
const { connections } = await import("../../src/@SLUG@/connections.ts");

/** The connections in the order of their use. Those that need a driver or a network end here. */
const all: string[] = [@CALLS@];
const replaced: string[] = [@REPLACED@];
const done: string[] = [];
const methods = connections as Record<string, (item: any) => Promise<unknown>>;
for (const name of all) {
  const real = methods[name]!;
  mock.method(methods, name, async (item: any) => {
    done.push(name);
    return replaced.includes(name) ? undefined : real(item);
  });
}

beforeEach(() => {
  done.length = 0;
  asked.length = 0;
});

function sample(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../events/${name}.json`, import.meta.url), "utf8"));
}

function run(event: unknown): Promise<any> {
  return (handler as (event: unknown, context: unknown) => Promise<any>)(event, {});
}
)ts";

constexpr std::string_view kOnce = R"ts(
test("@SAMPLE@ uses every connection, once", async () => {
  const event = sample("@SAMPLE@");
  @FRESH@ = "@SAMPLE@"; // No other test has worked on it.
  await run(event);
  assert.deepEqual(done, all);
  await run(event);
  assert.deepEqual(done, all, "a second delivery does nothing");
});
)ts";

constexpr std::string_view kPlain = R"ts(
test("@SAMPLE@ uses every connection", async () => {
  await run(sample("@SAMPLE@"));
  assert.deepEqual(done, @EXPECTED@);
});
)ts";

constexpr std::string_view kRequest = R"ts(
test("@SAMPLE@ is answered", async () => {
  const event = sample("@SAMPLE@");@SIGN@
  const answer = await run(event);
  assert.equal(answer.statusCode, @STATUS@);
  assert.deepEqual(done, all);
});

test("@SAMPLE@ without JSON is refused", async () => {
  const event = sample("@SAMPLE@");
  event.body = "no JSON";@SIGN@
  assert.equal((await run(event)).statusCode, 400);
  assert.deepEqual(done, []);
});
)ts";

constexpr std::string_view kUnsigned = R"ts(
test("@SAMPLE@ without a signature is refused", async () => {
  assert.equal((await run(sample("@SAMPLE@"))).statusCode, 401);
  assert.deepEqual(done, []);
});
)ts";

constexpr std::string_view kSignBody = R"ts(
  event.headers["X-Signature"] = createHmac("sha256", secretText).update(event.body).digest("hex");)ts";
constexpr std::string_view kSignState = R"ts(
  const mark = createHmac("sha256", secretText).update("nonce").digest("hex");
  event.queryStringParameters = { state: `nonce.${mark}`, code: "sample" };)ts";

constexpr std::string_view kFailure = R"ts(
test("@SAMPLE@ that fails comes again", async () => {
  const event = sample("@SAMPLE@");
  const [record] = event.Records;
  @BREAK@
  assert.deepEqual(await run(event), { batchItemFailures: [{ itemIdentifier: @ID@ }] });
});
)ts";

constexpr std::string_view kBatch = R"ts(
test("@SAMPLE@ that fails comes again", async () => {
  const event = sample("@SAMPLE@");
  event.records["sample-0"][0].topic = "broken"; // No other test has worked on it.
  event.records["sample-0"][0].value = Buffer.from("no JSON").toString("base64");
  await assert.rejects(run(event), SyntaxError);
  assert.deepEqual(done, []);
});
)ts";

constexpr std::string_view kStep = R"ts(
test("a step does the work", async () => {
  const event = sample("@SAMPLE@");
  assert.equal((await run(event)).id, event.input.id);
});

test("a plan has pieces", async () => {
  const answer = await run({ step: "plan", execution: "sample", input: {} });
  assert.ok(answer.pieces.length > 0);
});

test("every connection is a step", async () => {
  for (const step of [@STEPS@]) {
    await run({ step, execution: "sample", input: { id: "sample-1" } });
  }
  assert.deepEqual(done, all);
});
)ts";

/// What makes an event of this kind the same event when it comes again.
std::string idOf(SamTriggerKind kind) {
    return kind == SamTriggerKind::Queue    ? "event.Records[0].messageId"
           : kind == SamTriggerKind::Stream ? "event.Records[0].eventID"
           : kind == SamTriggerKind::Topic  ? R"(event.records["sample-0"][0].topic)"
                                            : "event.id";
}

std::string variablesOf(const SamDraft& draft) {
    std::string text;
    for (const auto& [name, value] : draft.environment) {
        text += (text.empty() ? " " : ", ") + name + ": \"sample\"";
    }
    return text.empty() ? text : text + " ";
}

std::string testsOf(const SamTrigger& trigger, const SamDraft& draft, const SamService& service) {
    const bool isSigned = checksSignatures(service);
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isQueue = trigger.kind == SamTriggerKind::Queue;
    const std::vector<std::string> steps = stepNames(draft);
    const auto filled = [&](std::string_view code) {
        return filledCode(
            code, {{"@SAMPLE@", trigger.sample},
                   {"@SIGN@", !isSigned ? "" : std::string(isCallback ? kSignState : kSignBody)},
                   {"@EXPECTED@", trigger.kind == SamTriggerKind::Logs ? "[...all, ...all]" : "all"},
                   {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                   {"@STEPS@", quotedWords(steps)},
                   {"@FRESH@", idOf(trigger.kind)},
                   {"@BREAK@", isQueue ? "record.body = \"no JSON\";"
                                       : "record.kinesis.data = Buffer.from(\"no JSON\").toString(\"base64\");"},
                   {"@ID@", isQueue ? "record.messageId" : "record.kinesis.sequenceNumber"}});
    };
    return filled(testsFor(trigger.kind, isSigned, {kRequest, kUnsigned, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string typescriptTest(const SamDraft& draft, const SamService& service) {
    std::vector<std::string> names;
    std::vector<std::string> replaced;
    for (const SamCall& call : callsInOrder(draft.calls)) {
        names.push_back(camelCase(call.name));
        if (needsNetwork(call.kind)) {
            replaced.push_back(camelCase(call.name));
        }
    }
    const bool signs = checksSignatures(service);
    std::string text = filledCode(kHead, {{"@SLUG@", service.slug},
                                          {"@SECRET@", signs ? ", secretText" : ""},
                                          {"@CRYPTO@", signs ? "import { createHmac } from \"node:crypto\";\n" : ""},
                                          {"@CALLS@", quotedWords(names)},
                                          {"@REPLACED@", quotedWords(replaced)},
                                          {"@VARIABLES@", variablesOf(draft)}});
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
