// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/dotnet_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kWork = R"cs(using System.Text.Json.Nodes;

namespace Edge;

/// <summary>The work of this function: the file that is yours. Everything beside it is plumbing.</summary>
public sealed class Work
{
    private readonly Connections connections;

    public Work(Connections connections)
    {
        this.connections = connections;
    }

    /// <summary>Works on one item and passes the result on over the drawn connections.</summary>
    public async Task<JsonObject> On(JsonObject item)
    {
@CALLS@        return result;
    }
@PLAN@}
)cs";

constexpr std::string_view kPlan = R"cs(
    /// <summary>Cuts a run into pieces, each well within the fifteen minutes of a function.</summary>
    public static JsonArray Plan(JsonObject item)
    {
        var pieces = new JsonArray();
        for (var number = 0; number < 10; number++)
        {
            pieces.Add(new JsonObject { ["id"] = $"piece-{number}", ["run"] = item["id"]?.DeepClone() });
        }
        return pieces;
    }
)cs";

std::string workClass(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    bool passesOn = false;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            const std::string key = call.name.substr(3);
            const std::string name = camelCase("from_" + key);
            body += fmt::format("        var {} = await connections.{}(item);\n", name, dotnetName(call));
            found += call.kind == SamCallKind::Objects
                         ? fmt::format("        result[\"{}_bytes\"] = {}.Length;\n", key, name)
                         : fmt::format("        result[\"{}\"] = {};\n", key, name);
        }
    }
    body += "        var result = (JsonObject)item.DeepClone();\n" + found;
    for (const SamCall& call : calls) {
        // The steps of a state machine do its calls themselves.
        if (!isFound(call) && !isTask) {
            passesOn = true;
            body += fmt::format("        await connections.{}(result);\n", dotnetName(call));
        }
    }
    std::string text = filledCode(kWork, {{"@CALLS@", body}, {"@PLAN@", isTask ? std::string(kPlan) : ""}});
    if (!passesOn && found.empty()) {
        // A method that awaits nothing is no asynchronous one.
        text = filledCode(
            text, {{"public async Task", "public Task"}, {"return result;", "return Task.FromResult(result);"}});
    }
    return text;
}

}  // namespace

std::string dotnetName(const SamCall& call) {
    std::string name = camelCase(call.name);
    name.front() = 'T';  // of "to_"
    return name;
}

std::string_view dotnetAnswerOf(const SamCall& call) {
    return !isFound(call) ? "Task" : call.kind == SamCallKind::Objects ? "Task<byte[]>" : "Task<JsonObject?>";
}

std::vector<ExportFile> dotnetFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool checks = checksSignatures(service);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const std::string folder = fmt::format("src/{}/", service.slug);
    return {{folder + "Edge.csproj", dotnetProject(calls, checks)},
            {folder + "App.cs", dotnetApp(draft, service)},
            {folder + "Connections.cs", dotnetConnections(calls, checks)},
            {folder + "Items.cs", std::string(dotnetItems())},
            {folder + "Once.cs", filledCode(dotnetOnce(), {{"@BUSY@", busySeconds(service)}})},
            {folder + "Work.cs", workClass(calls, isTask)},
            {folder + "tests/Edge.Tests.csproj", std::string(dotnetTestProject())},
            {folder + "tests/AppTests.cs", dotnetTest(draft, service)}};
}

}  // namespace tideline
