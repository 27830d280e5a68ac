// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/dotnet_scaffold.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/trigger_tests.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"cs(using System.Runtime.CompilerServices;
@USES@using System.Text.Json.Nodes;
using Xunit;

namespace Edge.Tests;

/// <summary>Runs the function on its sample events, without AWS: dotnet test</summary>
public sealed class AppTests
{
    private static readonly string[] All = [@CALLS@];

    private readonly Followed connections = new();
    private readonly App app;

    public AppTests()
    {
        app = new App(connections);
    }

    /// <summary>Takes the place of every connection, and keeps the names of those that were used.</summary>
    private sealed class Followed : Connections
    {
        public List<string> Done { get; } = [];
@REPLACE@    }

    private static JsonObject Sample(string name, [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "events");
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, $"{name}.json")))!.AsObject();
    }

    private async Task<JsonNode?> Run(JsonObject input)
    {
        return await JsonNode.ParseAsync(await app.Handle(new MemoryStream(Encoding.UTF8.GetBytes(input.ToJsonString()))));
    }
)cs";

constexpr std::string_view kOnce = R"cs(
    [Fact]
    public async Task Sample@TEST@UsesEveryConnectionOnce()
    {
        for (var delivery = 0; delivery < 2; delivery++) // A second delivery does nothing.
        {
            await Run(Sample("@SAMPLE@"));
            Assert.Equal(All, connections.Done);
        }
    }
)cs";

constexpr std::string_view kPlain = R"cs(
    [Fact]
    public async Task Sample@TEST@UsesEveryConnection()
    {
        await Run(Sample("@SAMPLE@"));
        Assert.Equal(@EXPECTED@, connections.Done);
    }
)cs";

constexpr std::string_view kRequest = R"cs(
    [Fact]
    public async Task Sample@TEST@IsAnswered()
    {
        var answer = await Run(@CHANGE@);
        Assert.Equal(@STATUS@, answer!["statusCode"]!.GetValue<int>());
        Assert.Equal(All, connections.Done);
    }

    [Fact]
    public async Task Sample@TEST@WithoutJsonIsRefused()
    {
        var input = Sample("@SAMPLE@");
        input["body"] = "no JSON";
        var answer = await Run(@SIGN@);
        Assert.Equal(400, answer!["statusCode"]!.GetValue<int>());
        Assert.Empty(connections.Done);
    }
)cs";

constexpr std::string_view kUnsigned = R"cs(
    [Fact]
    public async Task Sample@TEST@WithoutSignatureIsRefused()
    {
        var answer = await Run(Sample("@SAMPLE@"));
        Assert.Equal(401, answer!["statusCode"]!.GetValue<int>());
        Assert.Empty(connections.Done);
    }

    /// <summary>Makes a request one of a caller who knows the secret.</summary>
    private static JsonObject Signed(JsonObject input)
    {
        @MARK@
        return input;
    }

    private static string MarkOf(string text)
    {
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes("sample-key"), Encoding.UTF8.GetBytes(text));
        return Convert.ToHexStringLower(mark);
    }
)cs";
constexpr std::string_view kMarkBody =
    R"cs(input["headers"]!["X-Signature"] = MarkOf(input["body"]!.GetValue<string>());)cs";
constexpr std::string_view kMarkState = R"cs(var state = $"nonce.{MarkOf("nonce")}";
        input["queryStringParameters"] = new JsonObject { ["state"] = state, ["code"] = "sample" };)cs";

constexpr std::string_view kFailure = R"cs(
    [Fact]
    public async Task Sample@TEST@ThatFailsComesAgain()
    {
        var input = Sample("@SAMPLE@");
        var entry = input["Records"]![0]!;
        entry@BREAK@;
        var answer = await Run(input);
        var failure = Assert.Single(answer!["batchItemFailures"]!.AsArray());
        Assert.Equal(entry@ID@!.GetValue<string>(), failure!["itemIdentifier"]!.GetValue<string>());
        Assert.Empty(connections.Done);
    }
)cs";

constexpr std::string_view kBatch = R"cs(
    [Fact]
    public async Task Sample@TEST@ThatFailsComesAgain()
    {
        var input = Sample("@SAMPLE@");
        input["records"]!["sample-0"]![0]!["value"] = "bm8gSlNPTg==";
        await Assert.ThrowsAnyAsync<Exception>(() => Run(input));
        Assert.Empty(connections.Done);
    }
)cs";

constexpr std::string_view kStep = R"cs(
    private Task<JsonNode?> Step(string name)
    {
        return Run(new JsonObject { ["step"] = name, ["input"] = new JsonObject { ["id"] = "sample-1" } });
    }

    [Fact]
    public async Task APlanHasPieces()
    {
        var answer = await Step("plan");
        Assert.Equal(10, answer!["pieces"]!.AsArray().Count);
    }

    [Fact]
    public async Task EveryConnectionIsAStep()
    {
        foreach (var name in All)
        {
            await Step(name);
        }
        Assert.Equal(All, connections.Done);
    }
)cs";

std::string replacements(const std::vector<SamCall>& calls, bool checksSignatures) {
    std::string text;
    for (const SamCall& call : calls) {
        const std::string_view answer = !isFound(call)                      ? "Task.CompletedTask"
                                        : call.kind == SamCallKind::Objects ? "Task.FromResult(Array.Empty<byte>())"
                                                                            : "Task.FromResult<JsonObject?>(null)";
        text +=
            fmt::format("\n        public override {} {}(JsonObject item)\n        {{\n            Done.Add(\"{}\");\n"
                        "            return {};\n        }}\n",
                        dotnetAnswerOf(call), dotnetName(call), call.name, answer);
    }
    if (checksSignatures) {
        text += "\n        public override Task<string> Secret(string id)\n        {\n"
                "            return Task.FromResult(\"sample-key\");\n        }\n";
    }
    return text;
}

std::string testsOf(const SamTrigger& trigger, const SamService& service) {
    const bool isSigned = checksSignatures(service);
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isQueue = trigger.kind == SamTriggerKind::Queue;
    std::string name = camelCase(trigger.sample);
    if (name.front() >= 'a' && name.front() <= 'z') {
        name.front() = static_cast<char>(name.front() - 32);
    }
    const auto filled = [&](std::string_view code) {
        return filledCode(
            code, {{"@MARK@", std::string(isCallback ? kMarkState : kMarkBody)},
                   {"@CHANGE@", isSigned ? "Signed(Sample(\"@SAMPLE@\"))" : "Sample(\"@SAMPLE@\")"},
                   {"@SIGN@", isSigned ? "Signed(input)" : "input"},
                   {"@TEST@", name},
                   {"@SAMPLE@", trigger.sample},
                   {"@EXPECTED@", trigger.kind == SamTriggerKind::Logs ? "All.Concat(All)" : "All"},
                   {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                   {"@BREAK@", isQueue ? R"(["body"] = "no JSON")" : R"(["kinesis"]!["data"] = "bm8gSlNPTg==")"},
                   {"@ID@", isQueue ? R"(["messageId"])" : R"(["kinesis"]!["sequenceNumber"])"}});
    };
    return filled(testsFor(trigger.kind, isSigned, {kRequest, kUnsigned, kStep, kOnce, kFailure, kBatch, kPlain}));
}

}  // namespace

std::string dotnetTest(const SamDraft& draft, const SamService& service) {
    std::string tests;
    std::vector<std::string> seen;
    for (const SamTrigger& trigger : draft.triggers) {
        if (std::ranges::find(seen, trigger.sample) == seen.end()) {
            seen.push_back(trigger.sample);
            tests += testsOf(trigger, service);
        }
    }
    const bool marks = tests.find("HMACSHA256") != std::string::npos;
    return filledCode(kHead, {{"@USES@", std::string(marks ? "using System.Security.Cryptography;\n" : "") +
                                             "using System.Text;\n"},
                              {"@CALLS@", quotedWords(stepNames(draft))},
                              {"@REPLACE@", replacements(callsInOrder(draft.calls), checksSignatures(service))}}) +
           tests + "}\n";
}

}  // namespace tideline
