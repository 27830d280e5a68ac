// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/java_scaffold.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/trigger_tests.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"java(package edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
@THROWS@import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the function on its sample events, without AWS: mvn test */
class AppTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALL = List.of(@CALLS@);

    private final List<String> done = new ArrayList<>();
    private final App app = new App(new Connections() {
@REPLACE@    });

    private static ObjectNode sample(String name) throws IOException {
        return (ObjectNode) JSON.readTree(new File("../../events/" + name + ".json"));
    }

    private JsonNode run(JsonNode event) throws IOException {
        var output = new ByteArrayOutputStream();
        app.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new Quiet());
        return JSON.readTree(output.toByteArray());
    }
)java";

constexpr std::string_view kEnd = R"java(
    /** A context that logs nothing. */
    private static final class Quiet implements Context {
        public String getAwsRequestId() {
            return "sample";
        }

        public String getLogGroupName() {
            return "sample";
        }

        public String getLogStreamName() {
            return "sample";
        }

        public String getFunctionName() {
            return "sample";
        }

        public String getFunctionVersion() {
            return "1";
        }

        public String getInvokedFunctionArn() {
            return "sample";
        }

        public CognitoIdentity getIdentity() {
            return null;
        }

        public ClientContext getClientContext() {
            return null;
        }

        public int getRemainingTimeInMillis() {
            return 1000;
        }

        public int getMemoryLimitInMB() {
            return 128;
        }

        public LambdaLogger getLogger() {
            return new LambdaLogger() {
                public void log(String message) {}

                public void log(byte[] message) {}
            };
        }
    }
}
)java";

constexpr std::string_view kOnce = R"java(
    @Test
    void @TEST@UsesEveryConnectionOnce() throws IOException {
        run(sample("@SAMPLE@"));
        assertEquals(ALL, done);
        run(sample("@SAMPLE@"));
        assertEquals(ALL, done, "a second delivery does nothing");
    }
)java";

constexpr std::string_view kPlain = R"java(
    @Test
    void @TEST@UsesEveryConnection() throws IOException {
        run(sample("@SAMPLE@"));
        assertEquals(ALL, done);
    }
)java";

constexpr std::string_view kRequest = R"java(
    @Test
    void @TEST@IsAnswered() throws IOException {
        assertEquals(200, run(sample("@SAMPLE@")).path("statusCode").asInt());
        assertEquals(ALL, done);
    }

    @Test
    void @TEST@WithoutJsonIsRefused() throws IOException {
        assertEquals(400, run(sample("@SAMPLE@").put("body", "no JSON")).path("statusCode").asInt());
        assertEquals(List.of(), done);
    }
)java";

constexpr std::string_view kFailure = R"java(
    @Test
    void @TEST@ThatFailsComesAgain() throws IOException {
        ObjectNode event = sample("@SAMPLE@");
        ObjectNode entry = (ObjectNode) event.path("Records").path(0);
        @BREAK@
        JsonNode failures = run(event).path("batchItemFailures");
        assertEquals(@ID@, failures.path(0).path("itemIdentifier").asText());
        assertEquals(List.of(), done);
    }
)java";

constexpr std::string_view kBatch = R"java(
    @Test
    void @TEST@ThatFailsComesAgain() throws IOException {
        ObjectNode event = sample("@SAMPLE@");
        ((ObjectNode) event.path("records").path("sample-0").path(0)).put("value", "bm8gSlNPTg==");
        assertThrows(IOException.class, () -> run(event));
        assertEquals(List.of(), done);
    }
)java";

constexpr std::string_view kStep = R"java(
    private JsonNode step(String name) throws IOException {
        ObjectNode event = JSON.createObjectNode().put("step", name).put("execution", "sample");
        event.putObject("input").put("id", "sample-1");
        return run(event);
    }

    @Test
    void aPlanHasPieces() throws IOException {
        assertEquals(10, step("plan").path("pieces").size());
    }

    @Test
    void everyConnectionIsAStep() throws IOException {
        for (String name : List.<String>of(@STEPS@)) {
            step(name);
        }
        assertEquals(ALL, done);
    }
)java";

std::string replacements(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        const std::string name = camelCase(call.name);
        const bool isBytes = findsBytes(call);
        const std::string_view type = !isFound(call) ? "void" : isBytes ? "byte[]" : "String";
        const std::string_view end = !isFound(call) ? ""
                                     : isBytes      ? "            return new byte[0];\n"
                                                    : "            return \"\";\n";
        text +=
            fmt::format("        @Override\n        {1} {0}(ObjectNode item) {{\n            done.add(\"{0}\");\n{2}"
                        "        }}\n",
                        name, type, end);
        text += &call == &calls.back() ? "" : "\n";
    }
    return text;
}

std::string testsOf(const SamTrigger& trigger, const std::vector<SamCall>& calls) {
    const bool isQueue = trigger.kind == SamTriggerKind::Queue;
    std::vector<std::string> steps;
    for (const SamCall& call : calls) {
        steps.push_back(call.name);
    }
    const auto filled = [&](std::string_view code) {
        return filledCode(
            code, {{"@TEST@", camelCase(trigger.sample)},
                   {"@SAMPLE@", trigger.sample},
                   {"@STEPS@", quotedWords(steps)},
                   {"@BREAK@", isQueue ? R"(entry.put("body", "no JSON");)"
                                       : R"(((ObjectNode) entry.path("kinesis")).put("data", "bm8gSlNPTg==");)"},
                   {"@ID@", isQueue ? R"(entry.path("messageId").asText())"
                                    : R"(entry.path("kinesis").path("sequenceNumber").asText())"}});
    };
    return filled(testsFor(trigger.kind, false, {kRequest, {}, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string javaTest(const SamDraft& draft, const SamService&) {
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    std::vector<std::string> names;
    for (const SamCall& call : calls) {
        names.push_back(camelCase(call.name));
    }
    std::string tests;
    std::vector<std::string> seen;
    for (const SamTrigger& trigger : draft.triggers) {
        if (std::ranges::find(seen, trigger.sample) == seen.end()) {
            seen.push_back(trigger.sample);
            tests += testsOf(trigger, calls);
        }
    }
    const bool throws = tests.find("assertThrows") != std::string::npos;
    return filledCode(kHead,
                      {{"@THROWS@", throws ? "import static org.junit.jupiter.api.Assertions.assertThrows;\n\n" : "\n"},
                       {"@CALLS@", quotedWords(names)},
                       {"@REPLACE@", replacements(calls)}}) +
           tests + std::string(kEnd);
}

}  // namespace tideline
