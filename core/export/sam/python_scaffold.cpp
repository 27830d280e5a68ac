// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/python_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/http_part.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kWork =
    R"py("""The work of this function: the file that is yours. Everything beside it is plumbing."""
@IMPORT@

def work(item):
    """Works on one item and passes the result on over the drawn connections."""
@CALLS@)py";

constexpr std::string_view kPlan = R"py(

def plan(item):
    """Cuts a run into pieces, each well within the fifteen minutes of a function."""
    return [{"id": f"piece-{number}", "run": item.get("id") if isinstance(item, dict) else None}
            for number in range(10)]
)py";

std::string workModule(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            // "from_" keeps the name from being a word of the language.
            body += fmt::format("    from_{} = connections.{}(item)\n", call.name.substr(3), call.name);
            found += findsBytes(call) ? fmt::format(", \"{0}_bytes\": len(from_{0})", call.name.substr(3))
                                      : fmt::format(", \"{0}\": from_{0}", call.name.substr(3));
        }
    }
    body += "    result = {**item" + found + "}\n";
    const bool isDoneByMachine = isTask;
    for (const SamCall& call : calls) {
        if (!isFound(call) && !isDoneByMachine) {
            body += fmt::format("    connections.{}(result)\n", call.name);
        }
    }
    body += "    return result\n";
    const bool imports = body.find("connections.") != std::string::npos;
    return filledCode(kWork, {{"@IMPORT@", imports ? "import connections\n" : ""}, {"@CALLS@", body}}) +
           (isTask ? std::string(kPlan) : "");
}

std::string requirements(const std::vector<SamCall>& calls) {
    std::string text = "aws-lambda-powertools[tracer]>=3,<4\n";
    const auto has = [&](SamCallKind kind) {
        return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
    };
    text += has(SamCallKind::Query) ? "pg8000>=1.31,<2\n" : "";
    text += has(SamCallKind::Documents) ? "pymongo>=4.10,<5\n" : "";
    text += has(SamCallKind::Cached) ? "redis>=5,<9\n" : "";
    return text;
}

}  // namespace

bool checksSignatures(const SamService& service) {
    return isPublicRoute(service) && usesPolicy(service, "AWSSecretsManagerGetSecretValuePolicy");
}

std::vector<SamCall> callsInOrder(const std::vector<SamCall>& calls) {
    std::vector<SamCall> ordered = calls;
    std::ranges::stable_partition(ordered, [](const SamCall& call) { return call.isRead; });
    return ordered;
}

bool isOncePerEvent(SamTriggerKind kind) {
    return kind == SamTriggerKind::Bus || kind == SamTriggerKind::Object || kind == SamTriggerKind::Queue ||
           kind == SamTriggerKind::Stream || kind == SamTriggerKind::Topic;
}

std::vector<ExportFile> pythonFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const std::string folder = fmt::format("src/{}/", service.slug);
    return {{folder + "app.py", pythonApp(draft.triggers, service)},
            {folder + "work.py", workModule(calls, isTask)},
            {folder + "connections.py", pythonConnections(calls, checksSignatures(service))},
            {folder + "edge.py", filledCode(pythonEdgeModule(), {{"@BUSY@", busySeconds(service)}})},
            {folder + "requirements.txt", requirements(calls)},
            {fmt::format("tests/unit/test_{}.py", snakeCase(service.slug)), pythonTest(draft, service)}};
}

}  // namespace tideline
