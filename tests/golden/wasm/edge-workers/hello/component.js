// The adapter for WebAssembly components: Spin, SpinKube and wasmCloud hand requests in over wasi:http.
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
