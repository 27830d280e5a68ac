// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/rust_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kWork =
    R"rs(//! The work of this function: the file that is yours. Everything beside it is plumbing.

@USES@use crate::connections::Connections;
use crate::edge::{Error, Item};

/// Does the work on one item and passes the result on over the drawn connections.
pub async fn work(@CONNECTIONS@: &impl Connections, item: Item) -> Result<Item, Error> {
@CALLS@    Ok(result)
}
@PLAN@)rs";

constexpr std::string_view kPlan = R"rs(
/// Cuts a run into pieces, each well within the fifteen minutes of a function.
pub fn plan(item: &Item) -> Vec<Value> {
    (0..10)
        .map(|number| json!({"id": format!("piece-{number}"), "run": item.get("id")}))
        .collect()
}
)rs";

std::string workModule(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    bool passesOn = false;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            const std::string key = call.name.substr(3);
            body += fmt::format("    let from_{} = connections.{}(&item).await?;\n", key, call.name);
            found += findsBytes(call)
                         ? fmt::format("    result.insert(\"{0}_bytes\".into(), from_{0}.len().into());\n", key)
                         : fmt::format("    result.insert(\"{0}\".into(), from_{0}.into());\n", key);
        }
    }
    body += found.empty() ? "    let result = item;\n" : "    let mut result = item;\n" + found;
    for (const SamCall& call : calls) {
        // The steps of a state machine do its calls themselves.
        if (!isFound(call) && !isTask) {
            passesOn = true;
            body += fmt::format("    connections.{}(&result).await?;\n", call.name);
        }
    }
    return filledCode(kWork, {{"@USES@", isTask ? "use serde_json::{Value, json};\n\n" : ""},
                              {"@CONNECTIONS@", passesOn || !found.empty() ? "connections" : "_connections"},
                              {"@CALLS@", body},
                              {"@PLAN@", isTask ? std::string(kPlan) : ""}});
}

}  // namespace

YamlValue rustMetadata() {
    return YamlMembers{{"BuildMethod", "rust-cargolambda"}};
}

std::string_view rustAnswerOf(const SamCall& call) {
    return !isFound(call) ? "()" : findsBytes(call) ? "Vec<u8>" : "Option<Item>";
}

std::vector<ExportFile> rustFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const std::string folder = fmt::format("src/{}/", service.slug);
    return {{folder + "Cargo.toml", rustManifest(draft, service)},
            {folder + "src/main.rs", std::string(rustMain())},
            {folder + "src/lib.rs", std::string(rustLibrary())},
            {folder + "src/app.rs", rustApp(draft, service)},
            {folder + "src/work.rs", workModule(calls, isTask)},
            {folder + "src/connections.rs", rustConnections(calls, checksSignatures(service))},
            {folder + "src/edge.rs", filledCode(rustEdgeModule(), {{"@BUSY@", busySeconds(service)}})},
            {folder + "tests/app.rs", rustTest(draft, service)}};
}

}  // namespace tideline
