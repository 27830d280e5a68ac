// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/rust_scaffold.h"
#include "core/export/sam/rust_uses.h"
#include "core/export/sam/trigger_tests.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"rs(
/// The connections in the order of their use.
const ALL: [&str; @COUNT@] = @CALLS@;

/// Takes the place of every connection, and keeps the names of those that were used.
#[derive(Clone, Default)]
struct Followed(Rc<RefCell<Vec<&'static str>>>);

impl Followed {
    fn used(&self) -> Vec<&'static str> {
        self.0.borrow().clone()
    }
}

impl Connections for Followed {@REPLACE@}

fn function() -> (App<Followed>, Followed) {
    let followed = Followed::default();
    (App::new(followed.clone(), None), followed)
}
)rs";

constexpr std::string_view kSample = R"rs(
fn sample(name: &str) -> Value {
    let text = fs::read_to_string(format!("../../events/{name}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}
)rs";

constexpr std::string_view kOnce = R"rs(
#[tokio::test]
async fn sample_@TEST@_uses_every_connection_once() {
    let (app, followed) = function();
    for _ in 0..2 {
        app.handle(sample("@SAMPLE@")).await.unwrap();
        assert_eq!(followed.used(), ALL); // A second delivery does nothing.
    }
}
)rs";

constexpr std::string_view kPlain = R"rs(
#[tokio::test]
async fn sample_@TEST@_uses_every_connection() {
    let (app, followed) = function();
    app.handle(sample("@SAMPLE@")).await.unwrap();
    assert_eq!(followed.used(), @EXPECTED@);
}
)rs";

constexpr std::string_view kRequest = R"rs(
#[tokio::test]
async fn sample_@TEST@_is_answered() {
    let (app, followed) = function();
    let event = @CHANGE@;
    let answer = app.handle(event).await.unwrap();
    assert_eq!(answer["statusCode"], @STATUS@);
    assert_eq!(followed.used(), ALL);
}

#[tokio::test]
async fn sample_@TEST@_without_json_is_refused() {
    let (app, followed) = function();
    let mut event = sample("@SAMPLE@");
    event["body"] = "no JSON".into();@SIGN@
    let answer = app.handle(event).await.unwrap();
    assert_eq!(answer["statusCode"], 400);
    assert!(followed.used().is_empty());
}
)rs";

constexpr std::string_view kUnsigned = R"rs(
#[tokio::test]
async fn sample_@TEST@_without_signature_is_refused() {
    let (app, followed) = function();
    let answer = app.handle(sample("@SAMPLE@")).await.unwrap();
    assert_eq!(answer["statusCode"], 401);
    assert!(followed.used().is_empty());
}

/// Makes a request one of a caller who knows the secret.
fn signed(mut event: Value) -> Value {
    let mut mark = Hmac::<Sha256>::new_from_slice(b"sample-key").unwrap();
    @MARK@
    event
}
)rs";
constexpr std::string_view kMarkBody = R"rs(mark.update(event["body"].as_str().unwrap().as_bytes());
    event["headers"]["X-Signature"] = hex::encode(mark.finalize().into_bytes()).into();)rs";
constexpr std::string_view kMarkState = R"rs(mark.update(b"nonce");
    let state = format!("nonce.{}", hex::encode(mark.finalize().into_bytes()));
    event["queryStringParameters"] = json!({"state": state, "code": "sample"});)rs";

constexpr std::string_view kFailure = R"rs(
#[tokio::test]
async fn sample_@TEST@_that_fails_comes_again() {
    let (app, followed) = function();
    let mut event = sample("@SAMPLE@");
    event["Records"][0]@BREAK@.into();
    let id = event["Records"][0]@ID@.clone();
    let answer = app.handle(event).await.unwrap();
    let failures = json!([{"itemIdentifier": id}]);
    assert_eq!(answer["batchItemFailures"], failures);
    assert!(followed.used().is_empty());
}
)rs";

constexpr std::string_view kBatch = R"rs(
#[tokio::test]
async fn sample_@TEST@_that_fails_comes_again() {
    let (app, followed) = function();
    let mut event = sample("@SAMPLE@");
    event["records"]["sample-0"][0]["value"] = "bm8gSlNPTg==".into();
    assert!(app.handle(event).await.is_err());
    assert!(followed.used().is_empty());
}
)rs";

constexpr std::string_view kStep = R"rs(
#[tokio::test]
async fn a_plan_has_pieces() {
    let (app, _) = function();
    let event = json!({"step": "plan", "input": {}});
    let answer = app.handle(event).await.unwrap();
    assert_eq!(answer["pieces"].as_array().unwrap().len(), 10);
}

#[tokio::test]
async fn every_connection_is_a_step() {
    let (app, followed) = function();
    for name in ALL {
        let event = json!({"step": name, "input": {"id": "sample-1"}});
        app.handle(event).await.unwrap();
    }
    assert_eq!(followed.used(), ALL);
}
)rs";

std::string replacements(const std::vector<SamCall>& calls, bool isSigned) {
    std::string text;
    for (const SamCall& call : calls) {
        const std::string_view answer = !isFound(call) ? "()" : findsBytes(call) ? "Vec::new()" : "None";
        text += fmt::format("\n    async fn {0}(&self, _: &Item) -> Result<{1}, Error> {{\n"
                            "        self.0.borrow_mut().push(\"{0}\");\n        Ok({2})\n    }}\n",
                            call.name, rustAnswerOf(call), answer);
    }
    if (isSigned) {
        text += "\n    async fn secret(&self, _: &str) -> Result<String, Error> {\n        Ok(\"sample-key\".into())\n"
                "    }\n";
    }
    return text;
}

std::string testsOf(const SamTrigger& trigger, const SamService& service) {
    const bool isSigned = checksSignatures(service);
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isQueue = trigger.kind == SamTriggerKind::Queue;
    const auto filled = [&](std::string_view code) {
        return filledCode(code,
                          {{"@MARK@", std::string(isCallback ? kMarkState : kMarkBody)},
                           {"@CHANGE@", isSigned ? "signed(sample(\"@SAMPLE@\"))" : "sample(\"@SAMPLE@\")"},
                           {"@TEST@", snakeCase(trigger.sample)},
                           {"@SAMPLE@", trigger.sample},
                           {"@SIGN@", isSigned ? "\n    let event = signed(event);" : ""},
                           {"@EXPECTED@", trigger.kind == SamTriggerKind::Logs ? "ALL.repeat(2)" : "ALL"},
                           {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                           {"@BREAK@", isQueue ? R"(["body"] = "no JSON")" : R"(["kinesis"]["data"] = "bm8gSlNPTg==")"},
                           {"@ID@", isQueue ? R"(["messageId"])" : R"(["kinesis"]["sequenceNumber"])"}});
    };
    return filled(testsFor(trigger.kind, isSigned, {kRequest, kUnsigned, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string rustTest(const SamDraft& draft, const SamService& service) {
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    std::string tests;
    std::vector<std::string> seen;
    for (const SamTrigger& trigger : draft.triggers) {
        if (std::ranges::find(seen, trigger.sample) == seen.end()) {
            seen.push_back(trigger.sample);
            tests += testsOf(trigger, service);
        }
    }
    const auto uses = [&](std::string_view word) { return tests.find(word) != std::string::npos; };
    const bool isSigned = checksSignatures(service) && uses("Hmac");
    RustUses paths{"function::app::App", "function::connections::Connections", "serde_json::Value",
                   "std::cell::RefCell", "std::rc::Rc"};
    if (!calls.empty()) {
        paths.insert({"function::edge::Error", "function::edge::Item"});
    }
    if (checksSignatures(service)) {
        paths.emplace("function::edge::Error");
    }
    if (isSigned) {
        paths.insert({"hmac::Hmac", "hmac::KeyInit", "hmac::Mac", "sha2::Sha256"});
    }
    if (uses("json!")) {
        paths.emplace("serde_json::json");
    }
    if (uses("sample(")) {
        paths.emplace("std::fs");
    } else {
        paths.erase("serde_json::Value");
    }
    return "//! Runs the function on its sample events, without AWS: cargo test\n\n" + rustUses(paths) +
           filledCode(kHead, {{"@COUNT@", std::to_string(calls.size())},
                              {"@CALLS@", rustList(stepNames(draft))},
                              {"@REPLACE@", replacements(calls, checksSignatures(service))}}) +
           (uses("sample(") ? std::string(kSample) : "") + tests;
}

}  // namespace tideline
