// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"
#include "core/export/wasm/wasm_parts.h"
#include "core/json/json_value.h"

#include <fmt/format.h>

namespace tideline {

namespace {

constexpr std::string_view kLogic =
    R"js(// What this service does: the file that is yours. It knows no platform; the adapters beside it hand requests in.

/**
 * Answers one request.
 * @param {{method: string, path: string, body: string}} request
 * @param {Record<string, string>} settings addresses of what it calls
 * @param {(url: string, body: unknown) => Promise<unknown>} post sends JSON and returns JSON
 * @returns {Promise<{status: number, body: unknown}>}
 */
export async function answer(request, settings, post) {
  if (request.path.endsWith("/healthz")) {
    return { status: 200, body: { state: "well" } };
  }
  let item = {};
  if (request.body) {
    try {
      item = JSON.parse(request.body);
    } catch {
      return { status: 400, body: { error: "the body is not JSON" } };
    }
  }
  if (typeof item !== "object" || item === null || Array.isArray(item)) {
    return { status: 400, body: { error: "the body is not a JSON object" } };
  }
  const result = { ...item };
@CALLS@  return { status: 200, body: result };
}
)js";

constexpr std::string_view kComponent =
    R"js(// The adapter for WebAssembly components: Spin, SpinKube and wasmCloud hand requests in over wasi:http.
import { answer } from "./logic.js";
import { post } from "./post.js";
import { settings } from "./settings.js";

async function respond(request) {
  const { status, body } = await answer(
    { method: request.method, path: new URL(request.url).pathname, body: await request.text() },
    settings,
    post,
  );
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

addEventListener("fetch", (event) => event.respondWith(respond(event.request)));
)js";

constexpr std::string_view kPost = R"js(/** Sends JSON and returns JSON. */
export async function post(url, body) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`${new URL(url).hostname} answered ${answer.status}`);
  }
  const text = await answer.text();
  return text ? JSON.parse(text) : null;
}
)js";

constexpr std::string_view kTest = R"js(// Runs without network and packages: node --test
import assert from "node:assert/strict";
import test from "node:test";
import { answer } from "./logic.js";
import { settings } from "./settings.js";

const ask = (body, path = "/") => {
  const called = [];
  const post = async (url) => {
    called.push(url);
    return { seen: true };
  };
  return answer({ method: "POST", path, body }, settings, post).then((reply) => ({ ...reply, called }));
};

test("a request is answered and passed on over every drawn connection", async () => {
  const { status, body, called } = await ask('{"id":"sample-1"}');
  assert.equal(status, 200);
  assert.equal(body.id, "sample-1");
  assert.deepEqual(called, Object.values(settings));
});

test("a body that is not a JSON object is refused and passed on to nobody", async () => {
  for (const text of ["no JSON", "[]", "null", "1"]) {
    const { status, called } = await ask(text);
    assert.equal(status, 400);
    assert.deepEqual(called, []);
  }
});

test("the health check calls nobody", async () => {
  const { status, called } = await ask("", "/healthz");
  assert.equal(status, 200);
  assert.deepEqual(called, []);
});
)js";

std::string calls(const WasmService& service) {
    std::string text;
    for (const WasmCall& call : service.calls) {
        text += fmt::format("  result.{0} = await post(settings.{0}, item);\n", call.name);
    }
    return text;
}

std::string settingsModule(const WasmService& service) {
    std::string text = "// Addresses of what this service calls, as they are drawn.\nexport const settings = {\n";
    for (const WasmCall& call : service.calls) {
        text += fmt::format("  {}: {},\n", call.name, jsonLine(JsonValue(call.url)));
    }
    return text + "};\n";
}

std::string package(const WasmService& service) {
    JsonValue scripts = JsonValue::object();
    JsonValue tools = JsonValue::object();
    if (service.isComponent) {
        scripts.set("build", "npm run bundle && npm run componentize")
            .set("bundle", "esbuild component.js --bundle --format=esm --target=es2022 --outfile=build/bundle.js")
            .set("componentize",
                 fmt::format("mkdir -p dist && j2w --input build/bundle.js --output dist/{}.wasm", service.name));
        tools.set("@spinframework/build-tools", "^1.0.7").set("esbuild", "^0.25.0");
    }
    scripts.set("test", "node --test");
    tools.set("wrangler", service.keyValues.empty() ? "^4.0.0" : "^4.45.0");  // from then on it makes stores itself
    JsonValue document = JsonValue::object();
    document.set("name", service.name)
        .set("version", "1.0.0")
        .set("private", true)
        .set("type", "module")
        .set("scripts", std::move(scripts));
    if (service.isComponent) {
        document.set("dependencies", JsonValue::object().set("@spinframework/wasi-http-proxy", "^1.0.0"));
    }
    document.set("devDependencies", std::move(tools));
    return jsonText(document);
}

}  // namespace

std::vector<ExportFile> wasmCode(const WasmService& service) {
    const std::string folder = service.name + "/";
    std::vector<ExportFile> files{{folder + "package.json", package(service)},
                                  {folder + ".gitignore", "build/\ndist/\nnode_modules/\n"}};
    if (service.shape == WasmService::Shape::Site) {
        return files;
    }
    files.push_back({folder + "logic.js", filledCode(kLogic, {{"@CALLS@", calls(service)}})});
    files.push_back({folder + "post.js", std::string(kPost)});
    files.push_back({folder + "settings.js", settingsModule(service)});
    files.push_back({folder + "logic.test.js", std::string(kTest)});
    if (service.isComponent) {
        files.push_back({folder + "component.js", std::string(kComponent)});
    }
    return files;
}

}  // namespace tideline
