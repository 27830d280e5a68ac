// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/rust_scaffold.h"
#include "core/export/sam/rust_uses.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

constexpr std::string_view kApp = R"rs(
/// The function, with the connections that it works over.
pub struct App<C> {
    connections: C,
    once: Once,@FIELDS@
}

impl<C: Connections> App<C> {
    /// Without settings of AWS, as in tests, it remembers what it has done in this process only.
    pub fn new(connections: C, settings: Option<&SdkConfig>) -> Self {
        Self {
            connections,
            once: Once::new(settings),@VALUES@
        }
    }

    /// @HANDLES@
    pub async fn handle(&self, event: Value) -> Result<Value, Error> {
        let span = info_span!("function", service = self.once.service());
        // Boxed, because the work of all connections makes a type that compilers refuse to nest further.
        Box::pin(self.take(event)).instrument(span).await
    }

    async fn take(&self, event: Value) -> Result<Value, Error> {
@CASES@    }
)rs";

constexpr std::string_view kStopInOrder = R"rs(
            if !answer.batch_item_failures.is_empty() {
                answer.add_failure(id); // What follows a failure waits, or the order is lost.
                continue;
            })rs";

using Rows = std::vector<const RustTrigger*>;

Rows rowsFor(const std::vector<SamTrigger>& triggers) {
    Rows rows;
    for (const RustTrigger& row : rustTriggers()) {
        if (std::ranges::any_of(triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; })) {
            rows.push_back(&row);
        }
    }
    return rows;
}

bool hasKind(const Rows& rows, SamTriggerKind kind) {
    return std::ranges::find(rows, kind, &RustTrigger::kind) != rows.end();
}

std::string usesOf(const Rows& rows, const SamService& service) {
    RustUses uses{"aws_config::SdkConfig",
                  "lambda_runtime::tracing::Instrument",
                  "lambda_runtime::tracing::info_span",
                  "serde_json::Value",
                  "crate::connections::Connections",
                  "crate::edge::Error",
                  "crate::edge::Once",
                  "crate::work::work"};
    const auto add = [&](std::string_view words) {
        for (const std::string& word : wordsOf(words)) {
            uses.insert(word);
        }
    };
    for (const RustTrigger* row : rows) {
        add(row->uses);
    }
    if (hasKind(rows, SamTriggerKind::Http)) {
        const bool isCallback = service.profile->kind->key == "auth-callback";
        add(isCallback || checksSignatures(service) ? "std::collections::HashMap" : "");
        add(checksSignatures(service) ? "std::env hmac::Hmac hmac::KeyInit hmac::Mac sha2::Sha256" : "");
    }
    return rustUses(uses);
}

std::string casesOf(const Rows& rows) {
    const auto call = [](const RustTrigger& row) {
        const bool isRaw =
            row.kind == SamTriggerKind::Task || row.kind == SamTriggerKind::Socket || row.kind == SamTriggerKind::Logs;
        return fmt::format("self.{}({}).await", row.method, isRaw ? "event" : "serde_json::from_value(event)?");
    };
    std::string text;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        text += fmt::format("        if {} {{\n            return {};\n        }}\n", rows[i]->test, call(*rows[i]));
    }
    return text + fmt::format("        {}\n", call(*rows.back()));
}

std::string stepsOf(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        const std::string_view pattern =
            !isFound(call) ? "            \"{0}\" => {{\n                self.connections.{0}(&input).await?;\n"
                             "                Ok(input.into())\n            }}\n"
            : findsBytes(call)
                ? "            \"{0}\" => Ok(json!({{\"bytes\": self.connections.{0}(&input).await?.len()}})),\n"
                : "            \"{0}\" => Ok(self.connections.{0}(&input).await?.into()),\n";
        text += fmt::format(fmt::runtime(pattern), call.name);
    }
    return text;
}

}  // namespace

std::string rustApp(const SamDraft& draft, const SamService& service) {
    const Rows rows = rowsFor(draft.triggers);
    const bool isSocket = hasKind(rows, SamTriggerKind::Socket);
    const bool isHttp = hasKind(rows, SamTriggerKind::Http);
    const RustRequest request = isHttp ? rustRequest(service) : RustRequest{};
    const bool keepsOrder = service.profile->flag("ordered");
    std::string text =
        "//! Takes what starts the function apart, and hands it to the work.\n\n" + usesOf(rows, service);
    text += filledCode(
        kApp,
        {{"@FIELDS@", isSocket ? "\n    sockets: Option<Table>," : ""},
         {"@VALUES@", isSocket ? "\n            sockets: Table::named(settings, \"CONNECTIONS_TABLE\")," : ""},
         {"@HANDLES@", rows.size() == 1 ? "Does what an event asks for." : "Finds out what started the function."},
         {"@CASES@", casesOf(rows)}});
    for (const RustTrigger* row : rows) {
        text += row->kind == SamTriggerKind::Http
                    ? request.methods
                    : filledCode(row->code, {{"@STOP@", keepsOrder ? std::string(kStopInOrder) : ""},
                                             {"@STEPS@", stepsOf(callsInOrder(draft.calls))}});
    }
    return text + "}\n" + request.type;
}

}  // namespace tideline
