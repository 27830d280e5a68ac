// The entry of the function: takes what starts it apart, and hands it to work.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from "aws-lambda";
import { secret } from "./connections.ts";
import { env, traced, type Item } from "./edge.ts";
import { work } from "./work.ts";

type HttpEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

function answer(statusCode: number, body: unknown) {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

function bodyOf(event: HttpEvent): string {
  const body = event.body ?? "";
  return event.isBase64Encoded ? Buffer.from(body, "base64").toString() : body;
}

/** The JSON object that a text is, if it is one. */
function itemOf(text: string): Item | undefined {
  try {
    const item = JSON.parse(text || "{}");
    return typeof item === "object" && item !== null && !Array.isArray(item) ? item : undefined;
  } catch {
    return undefined;
  }
}

/** Compares in a time that does not tell where the texts differ. */
function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** True where the parameter state is "<nonce>.<HMAC of the nonce>" under our secret: the sign-in began here. */
async function isSigned(event: HttpEvent): Promise<boolean> {
  const key = await secret(env("SIGNING_SECRET_ARN"));
  const [nonce = "", mark = ""] = (event.queryStringParameters?.state ?? "").split(".");
  return isEqual(createHmac("sha256", key).update(nonce).digest("hex"), mark);
}

/** Answers a call of the API. */
async function onRequest(event: HttpEvent) {
  if (!(await isSigned(event))) {
    return answer(401, { error: "the signature does not match" });
  }
  const item = itemOf(bodyOf(event));
  if (!item) {
    return answer(400, { error: "the body is not a JSON object" });
  }
  return answer(200, await work({ ...item, ...event.queryStringParameters }));
}

export const handler = traced(onRequest);
