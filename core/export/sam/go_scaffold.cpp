// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/go_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kPlan = R"go(
// plan cuts a run into pieces, each well within the fifteen minutes of a function.
func plan(item Item) []Item {
	pieces := make([]Item, 10)
	for number := range pieces {
		pieces[number] = Item{"id": fmt.Sprintf("piece-%d", number), "run": item["id"]}
	}
	return pieces
}
)go";

std::string workModule(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            const std::string name = camelCase("from_" + call.name.substr(3));
            body += fmt::format("\t{}, err := {}(ctx, item)\n\tif err != nil {{\n\t\treturn nil, err\n\t}}\n", name,
                                camelCase(call.name));
            const std::string key = call.name.substr(3);
            found += findsBytes(call) ? fmt::format("\tresult[\"{}_bytes\"] = len({})\n", key, name)
                                      : fmt::format("\tresult[\"{}\"] = {}\n", key, name);
        }
    }
    body += "\tresult := maps.Clone(item)\n";
    if (!found.empty()) {
        body += found;
    }
    for (const SamCall& call : calls) {
        // The steps of a state machine do its calls themselves.
        body += isFound(call) || isTask
                    ? ""
                    : fmt::format("\tif err := {}(ctx, result); err != nil {{\n\t\treturn nil, err\n\t}}\n",
                                  camelCase(call.name));
    }
    return "package main\n\n// The work of this function: the file that is yours. Everything beside it is plumbing.\n\n"
           "import (\n\t\"context\"\n" +
           std::string(isTask ? "\t\"fmt\"\n" : "") +
           "\t\"maps\"\n)\n\n// work does the work on one item and passes the result on over the drawn connections.\n"
           "func work(ctx context.Context, item Item) (Item, error) {\n" +
           body + "\treturn result, nil\n}\n" + (isTask ? std::string(kPlan) : "");
}

}  // namespace

YamlValue goMetadata() {
    return YamlMembers{{"BuildMethod", "go1.x"}};
}

std::vector<ExportFile> goFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const std::string folder = fmt::format("src/{}/", service.slug);
    return {{folder + "main.go", goApp(draft, service)},
            {folder + "work.go", workModule(calls, isTask)},
            {folder + "connections.go", goConnections(calls, checksSignatures(service))},
            {folder + "edge.go", filledCode(goEdgeModule(), {{"@BUSY@", busySeconds(service)}})},
            {folder + "go.mod", filledCode(goModule(), {{"@NAME@", service.slug}})},
            {folder + "go.sum", std::string(goSums())},
            {folder + "main_test.go", goTest(draft, service)}};
}

}  // namespace tideline
