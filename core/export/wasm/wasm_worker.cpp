// SPDX-License-Identifier: Apache-2.0
#include "core/export/wasm/wasm_parts.h"
#include "core/json/json_value.h"

#include <fmt/format.h>

namespace tideline {

namespace {

constexpr const char* kCompatibilityDate = "2026-06-01";

constexpr std::string_view kImports =
    R"js(// The adapter for Cloudflare Workers. Variables of the Worker go before the settings of the design.
import { answer } from "./logic.js";
import { post } from "./post.js";
import { settings } from "./settings.js";
)js";

constexpr std::string_view kHandler = R"js(
export default {
  async fetch(request, variables) {
    const { status, body } = await answer(
      { method: request.method, path: new URL(request.url).pathname, body: await request.text() },
      { ...settings, ...variables },
      post,
    );
    return Response.json(body, { status });
  },
};
)js";

// An error leaves the run as failed in the list of past events.
constexpr std::string_view kSchedule = R"js(
export default {
  async scheduled(run, variables) {
    const event = { scheduledTime: new Date(run.scheduledTime).toISOString() };
    const { status, body } = await answer(
      { method: "SCHEDULE", path: "/", body: JSON.stringify(event) },
      { ...settings, ...variables },
      post,
    );
    if (status !== 200) {
      throw new Error(`the run ended with ${status}: ${JSON.stringify(body)}`);
    }
  },
};
)js";

// Connections sleep without cost between messages (hibernation); a room holds those of one path.
constexpr std::string_view kConnections = R"js(import { DurableObject } from "cloudflare:workers";

/** The open connections of one path: what one sends is answered to all. */
export class Room extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  async webSocketMessage(connection, message) {
    const text = typeof message === "string" ? message : new TextDecoder().decode(message);
    const { status, body } = await answer(
      { method: "MESSAGE", path: "/", body: text },
      { ...settings, ...this.env },
      post,
    ).catch((error) => ({ status: 502, body: { error: error.message } }));
    const receivers = status === 200 ? this.ctx.getWebSockets() : [connection];
    for (const receiver of receivers) {
      receiver.send(JSON.stringify(body));
    }
  }
}

export default {
  async fetch(request, variables) {
    const { pathname } = new URL(request.url);
    if (request.headers.get("upgrade") === "websocket") {
      return variables.ROOMS.get(variables.ROOMS.idFromName(pathname)).fetch(request);
    }
    if (pathname.endsWith("/healthz")) {
      return Response.json({ state: "well" });
    }
    return Response.json({ error: "open a WebSocket here" }, { status: 426, headers: { upgrade: "websocket" } });
  },
};
)js";

constexpr std::string_view kSite =
    R"js(// Answers with the files of public/; what is not there is answered by its 404.html.
export default {
  fetch(request, variables) {
    return variables.ASSETS.fetch(request);
  },
};
)js";

std::string page(const std::string& title, std::string_view sentence) {
    return fmt::format("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                       "content=\"width=device-width\">\n<title>{0}</title>\n<h1>{0}</h1>\n<p>{1}</p>\n</html>\n",
                       title, sentence);
}

std::string workerCode(const WasmService& service) {
    using enum WasmService::Shape;
    switch (service.shape) {
    case Handler: return std::string(kImports) + std::string(kHandler);
    case Schedule: return std::string(kImports) + std::string(kSchedule);
    case Connections: return std::string(kImports) + std::string(kConnections);
    case Site: break;
    }
    return std::string(kSite);
}

JsonValue listOf(JsonValue only) {
    JsonValue list = JsonValue::list();
    list.add(std::move(only));
    return list;
}

void setShape(JsonValue& document, const WasmService& service) {
    switch (service.shape) {
    case WasmService::Shape::Handler: return;
    case WasmService::Shape::Schedule:
        document.set("triggers", JsonValue::object().set("crons", listOf(service.cron)));
        return;
    case WasmService::Shape::Connections:
        document.set("durable_objects",
                     JsonValue::object().set(
                         "bindings", listOf(JsonValue::object().set("name", "ROOMS").set("class_name", "Room"))));
        document.set("migrations",
                     listOf(JsonValue::object().set("tag", "v1").set("new_sqlite_classes", listOf("Room"))));
        return;
    case WasmService::Shape::Site:
        document.set("assets", JsonValue::object()
                                   .set("directory", "./public")
                                   .set("binding", "ASSETS")
                                   .set("not_found_handling", "404-page"));
        return;
    }
}

std::string wranglerFile(const CorePlan& plan, const WasmService& service) {
    JsonValue document = JsonValue::object();
    document.set("$schema", "node_modules/wrangler/config-schema.json")
        .set("name", service.name)
        .set("main", "worker.js")
        .set("compatibility_date", kCompatibilityDate)
        .set("workers_dev", false);
    if (service.shape != WasmService::Shape::Schedule) {
        document.set("routes",
                     listOf(JsonValue::object()
                                .set("pattern", fmt::format("{}.{}", service.name, plan.settings().publicHost()))
                                .set("custom_domain", true)));
    }
    setShape(document, service);
    if (!service.keyValues.empty()) {
        JsonValue stores = JsonValue::list();
        for (const std::string& binding : service.keyValues) {
            stores.add(JsonValue::object().set("binding", binding));
        }
        document.set("kv_namespaces", std::move(stores));
    }
    document.set("observability", JsonValue::object().set("enabled", true));
    return jsonText(document);
}

}  // namespace

std::vector<ExportFile> wasmWorker(const CorePlan& plan, const WasmService& service) {
    const std::string folder = service.name + "/";
    std::vector<ExportFile> files{{folder + "worker.js", workerCode(service)},
                                  {folder + "wrangler.jsonc", wranglerFile(plan, service)}};
    if (service.shape == WasmService::Shape::Site) {
        files.push_back({folder + "public/index.html", page(service.name, "Put the files of the site here.")});
        files.push_back({folder + "public/404.html", page(service.name, "There is no such page.")});
    }
    return files;
}

}  // namespace tideline
