// Runs the function on its sample events, without network, AWS or packages: node --test tests/unit/*.test.ts
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, mock, test } from "node:test";
import { asked } from "./offline.ts";

Object.assign(process.env, { PROCESSED_TABLE: "sample" });
delete process.env.PROCESSED_TABLE; // What was worked on is remembered by the process.
const { handler } = await import("../../src/pdf-generation/app.ts");
const { connections } = await import("../../src/pdf-generation/connections.ts");

/** The connections in the order of their use. Those that need a driver or a network end here. */
const all: string[] = [];
const replaced: string[] = [];
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

test("pdf-generation-c15 uses every connection, once", async () => {
  const event = sample("pdf-generation-c15");
  event.id = "pdf-generation-c15"; // No other test has worked on it.
  await run(event);
  assert.deepEqual(done, all);
  await run(event);
  assert.deepEqual(done, all, "a second delivery does nothing");
});
