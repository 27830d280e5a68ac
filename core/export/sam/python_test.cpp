// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/trigger_tests.h"

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead =
    R"py("""Runs the function on its sample events, without network, AWS or packages: python -m unittest discover tests/unit"""
import hashlib
import hmac
import importlib
import io
import json
import os
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "@SLUG@"
MODULES = ("app", "connections", "edge", "work")
CALLS = [@CALLS@]


class Clients:
    """Stands in for every client of AWS, and remembers what was asked of it."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        def ask(**arguments):
            self.asked.append(name)
            return {
                "FailedEntryCount": 0,
                "Payload": io.BytesIO(b"{}"),
                "Body": io.BytesIO(b"sample"),
                "SecretString": "sample-key",
            }

        return ask


class @CLASS@Test(unittest.TestCase):
    def setUp(self):
        os.environ.update({@VARIABLES@})
        os.environ.pop("PROCESSED_TABLE", None)
        for name in MODULES:
            sys.modules.pop(name, None)
        sys.path.insert(0, str(SOURCE))
        self.addCleanup(sys.path.remove, str(SOURCE))
        self.app = importlib.import_module("app")
        self.connections = importlib.import_module("connections")
        self.clients = Clients()
        self.connections.client = lambda name: self.clients
@STORES@        self.done = []
        for name in CALLS:
            self.follow(name)

    def follow(self, name):
        """Remembers that a connection was used. What needs a driver or a network ends here."""
        real = getattr(self.connections, name)

        def used(item):
            self.done.append(name)
            return None if name in (@REPLACED@) else real(item)

        setattr(self.connections, name, used)

    def sample(self, name):
        return json.loads((ROOT / "events" / f"{name}.json").read_text())
)py";

constexpr std::string_view kOnce = R"py(
    def test_@TEST@_uses_every_connection_once(self):
        event = self.sample("@SAMPLE@")
        self.app.handler(event, None)
        self.assertEqual(self.done, CALLS)
        self.app.handler(event, None)
        self.assertEqual(self.done, CALLS, "a second delivery does nothing")
)py";

constexpr std::string_view kPlain = R"py(
    def test_@TEST@_uses_every_connection(self):
        self.app.handler(self.sample("@SAMPLE@"), None)
        self.assertEqual(self.done, CALLS * @TIMES@)
)py";

constexpr std::string_view kRequest = R"py(
    def test_@TEST@_is_answered(self):
        event = self.sample("@SAMPLE@")@SIGN@
        answer = self.app.handler(event, None)
        self.assertEqual(answer["statusCode"], @STATUS@)
        self.assertEqual(self.done, CALLS)

    def test_@TEST@_without_json_is_refused(self):
        event = self.sample("@SAMPLE@")
        event["body"] = "no JSON"@SIGN@
        self.assertEqual(self.app.handler(event, None)["statusCode"], 400)
        self.assertEqual(self.done, [])
)py";

constexpr std::string_view kUnsigned = R"py(
    def test_@TEST@_without_a_signature_is_refused(self):
        self.assertEqual(self.app.handler(self.sample("@SAMPLE@"), None)["statusCode"], 401)
        self.assertEqual(self.done, [])
)py";

constexpr std::string_view kSignBody = R"py(
        mark = hmac.new(b"sample-key", event["body"].encode(), hashlib.sha256).hexdigest()
        event["headers"]["X-Signature"] = mark)py";
constexpr std::string_view kSignState = R"py(
        mark = hmac.new(b"sample-key", b"nonce", hashlib.sha256).hexdigest()
        event["queryStringParameters"] = {"state": f"nonce.{mark}", "code": "sample"})py";

constexpr std::string_view kFailure = R"py(
    def test_@TEST@_that_fails_comes_again(self):
        event = self.sample("@SAMPLE@")
        event["Records"][0]@BREAK@
        answer = self.app.handler(event, None)
        self.assertEqual(answer, {"batchItemFailures": [{"itemIdentifier": event["Records"][0]@ID@}]})
)py";

constexpr std::string_view kBatch = R"py(
    def test_@TEST@_that_fails_comes_again(self):
        event = self.sample("@SAMPLE@")
        for partition in event["records"].values():
            partition[0]["value"] = "bm8gSlNPTg=="
        with self.assertRaises(ValueError):
            self.app.handler(event, None)
)py";

constexpr std::string_view kStep = R"py(
    def test_a_step_does_the_work(self):
        event = self.sample("@SAMPLE@")
        self.assertEqual(self.app.handler(event, None)["id"], event["input"]["id"])

    def test_a_plan_has_pieces(self):
        answer = self.app.handler({"step": "plan", "execution": "sample", "input": {}}, None)
        self.assertTrue(answer["pieces"])

    def test_every_connection_is_a_step(self):
        for name in CALLS:
            self.app.handler({"step": name, "execution": "sample", "input": {"id": "sample-1"}}, None)
        self.assertEqual(self.done, CALLS)
)py";

constexpr std::string_view kEnd = R"py(

if __name__ == "__main__":
    unittest.main()
)py";

std::string quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "\"" : ", \"") + word + "\"";
    }
    return text;
}

/// The clients that are not of AWS: the same stands in for them.
std::string storesOf(const std::vector<SamCall>& calls) {
    const auto has = [&](SamCallKind kind) {
        return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
    };
    std::string text;
    text += has(SamCallKind::Documents) ? "        self.connections.collection = lambda *place: self.clients\n" : "";
    text += has(SamCallKind::Stored) ? "        self.connections.store = lambda *place: self.clients\n" : "";
    return text;
}

std::string variablesOf(const SamDraft& draft) {
    std::string text;
    for (const auto& [name, value] : draft.environment) {
        text += (text.empty() ? "\"" : ", \"") + name + "\": \"sample\"";
    }
    return text;
}

std::string testsOf(const SamTrigger& trigger, const SamService& service) {
    const bool isSigned = checksSignatures(service);
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const std::string sign = !isSigned ? "" : std::string(isCallback ? kSignState : kSignBody);
    const auto filled = [&](std::string_view code) {
        return filledCode(
            code, {{"@TEST@", snakeCase(trigger.sample)},
                   {"@SAMPLE@", trigger.sample},
                   {"@SIGN@", sign},
                   {"@TIMES@", trigger.kind == SamTriggerKind::Logs ? "2" : "1"},
                   {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                   {"@BREAK@", trigger.kind == SamTriggerKind::Queue ? R"(["body"] = "no JSON")"
                                                                     : R"(["kinesis"]["data"] = "bm8gSlNPTg==")"},
                   {"@ID@",
                    trigger.kind == SamTriggerKind::Queue ? R"(["messageId"])" : R"(["kinesis"]["sequenceNumber"])"}});
    };
    return filled(testsFor(trigger.kind, isSigned, {kRequest, kUnsigned, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string pythonTest(const SamDraft& draft, const SamService& service) {
    std::vector<std::string> names;
    std::vector<std::string> replaced;
    for (const SamCall& call : callsInOrder(draft.calls)) {
        names.push_back(call.name);
        if (needsNetwork(call.kind)) {
            replaced.push_back(call.name);
        }
    }
    std::string className = camelCase(service.slug);
    className.front() = static_cast<char>(className.front() - 32);
    std::string replacedText = quoted(replaced);
    replacedText += replaced.size() == 1 ? "," : "";
    std::string text = filledCode(kHead, {{"@SLUG@", service.slug},
                                          {"@CALLS@", quoted(names)},
                                          {"@CLASS@", className},
                                          {"@REPLACED@", replacedText},
                                          {"@STORES@", storesOf(draft.calls)},
                                          {"@VARIABLES@", variablesOf(draft)}});
    std::vector<std::string> seen;
    for (const SamTrigger& trigger : draft.triggers) {
        if (std::ranges::find(seen, trigger.sample) == seen.end()) {
            seen.push_back(trigger.sample);
            text += testsOf(trigger, service);
        }
    }
    return text + std::string(kEnd);
}

}  // namespace tideline
