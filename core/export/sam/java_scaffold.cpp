// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/java_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kWork = R"java(package edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
@IMPORTS@
/** The work of this function: the file that is yours. Everything beside it is plumbing. */
final class Work {
    private final Connections connections;

    Work(Connections connections) {
        this.connections = connections;
    }

    /** Works on one item and passes the result on over the drawn connections. */
    ObjectNode on(ObjectNode item) throws IOException {
@CALLS@        return result;
    }
@PLAN@}
)java";

constexpr std::string_view kPlan = R"java(
    /** Cuts a run into pieces, each well within the fifteen minutes of a function. */
    List<ObjectNode> plan(ObjectNode item) {
        return IntStream.range(0, 10)
                .mapToObj(number -> item.objectNode().put("id", "piece-" + number).put("run", item.path("id").asText()))
                .toList();
    }
)java";

std::string workClass(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            const std::string name = camelCase("from_" + call.name.substr(3));
            const std::string key = camelCase(call.name.substr(3));
            body += fmt::format("        var {} = connections.{}(item);\n", name, camelCase(call.name));
            found += findsBytes(call) ? fmt::format("        result.put(\"{}Bytes\", {}.length);\n", key, name)
                                      : fmt::format("        result.put(\"{}\", {});\n", key, name);
        }
    }
    body += "        ObjectNode result = item.deepCopy();\n" + found;
    for (const SamCall& call : calls) {
        // The steps of a state machine do its calls themselves.
        body += isFound(call) || isTask ? "" : fmt::format("        connections.{}(result);\n", camelCase(call.name));
    }
    return filledCode(kWork,
                      {{"@IMPORTS@", isTask ? "import java.util.List;\nimport java.util.stream.IntStream;\n" : ""},
                       {"@CALLS@", body},
                       {"@PLAN@", isTask ? std::string(kPlan) : ""}});
}

}  // namespace

std::vector<ExportFile> javaFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool checks = checksSignatures(service);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const std::string folder = fmt::format("src/{}/", service.slug);
    const std::string code = folder + "src/main/java/edge/";
    return {{folder + "pom.xml", javaPom(service, calls, checks)},
            {code + "App.java", javaApp(draft, service)},
            {code + "Connections.java", javaConnections(calls, checks)},
            {code + "Once.java", filledCode(javaOnce(), {{"@BUSY@", busySeconds(service)}})},
            {code + "Work.java", workClass(calls, isTask)},
            {folder + "src/test/java/edge/AppTest.java", javaTest(draft, service)}};
}

}  // namespace tideline
