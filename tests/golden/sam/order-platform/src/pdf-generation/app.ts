// The entry of the function: takes what starts it apart, and hands it to work.
import type { EventBridgeEvent } from "aws-lambda";
import { once, traced, type Item } from "./edge.ts";
import { work } from "./work.ts";

/** Works on an event of the bus, once. */
async function onEvent(event: EventBridgeEvent<string, Item>) {
  return once(event.id, work, event.detail);
}

export const handler = traced(onEvent);
