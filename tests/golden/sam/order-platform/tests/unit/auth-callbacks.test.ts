// Runs the function on its sample events, without network, AWS or packages: node --test tests/unit/*.test.ts
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, mock, test } from "node:test";
import { asked, secretText } from "./offline.ts";

Object.assign(process.env, { SIGNING_SECRET_ARN: "sample", USER_SERVICE_URL: "sample" });
delete process.env.PROCESSED_TABLE; // What was worked on is remembered by the process.
const { handler } = await import("../../src/auth-callbacks/app.ts");
const { connections } = await import("../../src/auth-callbacks/connections.ts");

/** The connections in the order of their use. Those that need a driver or a network end here. */
const all: string[] = ["toUserService"];
const replaced: string[] = ["toUserService"];
const done: string[] = [];
const methods = connections as Record<string, (item: any) => Promise<unknown>>;
for (const name of all) {
  const real = methods[name]!;
  mock.method(methods, name, async (item: any) => {
    done.push(name);
    return replaced.includes(name) ? undefined : real(item);
  });
}

beforeEach(() => {
  done.length = 0;
  asked.length = 0;
});

function sample(name: string): any {
  return JSON.parse(readFileSync(new URL(`../../events/${name}.json`, import.meta.url), "utf8"));
}

function run(event: unknown): Promise<any> {
  return (handler as (event: unknown, context: unknown) => Promise<any>)(event, {});
}

test("auth-callbacks-request is answered", async () => {
  const event = sample("auth-callbacks-request");
  const mark = createHmac("sha256", secretText).update("nonce").digest("hex");
  event.queryStringParameters = { state: `nonce.${mark}`, code: "sample" };
  const answer = await run(event);
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(done, all);
});

test("auth-callbacks-request without JSON is refused", async () => {
  const event = sample("auth-callbacks-request");
  event.body = "no JSON";
  const mark = createHmac("sha256", secretText).update("nonce").digest("hex");
  event.queryStringParameters = { state: `nonce.${mark}`, code: "sample" };
  assert.equal((await run(event)).statusCode, 400);
  assert.deepEqual(done, []);
});

test("auth-callbacks-request without a signature is refused", async () => {
  assert.equal((await run(sample("auth-callbacks-request"))).statusCode, 401);
  assert.deepEqual(done, []);
});
