// Runs without network and packages: node --test
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
