// The connections that are drawn from this service, one method each.
import { setTimeout } from "node:timers/promises";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { env, tracer, type Item } from "./edge.ts";

const secretsManager = tracer.captureAWSv3Client(new SecretsManagerClient({}));

const secrets = new Map<string, Promise<string>>();

/** The secret's text; kept for the life of this process. */
export function secret(id: string): Promise<string> {
  const known = secrets.get(id);
  if (known) {
    return known;
  }
  const read = secretsManager.send(new GetSecretValueCommand({ SecretId: id })).then((found) => found.SecretString ?? "");
  secrets.set(id, read);
  read.catch(() => secrets.delete(id)); // The next caller asks again.
  return read;
}

/** Posts JSON and returns JSON; tries again, ever later, where the other side fails. */
async function post(url: string, body: string, headers: Record<string, string>, seconds: number, attempts: number) {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
        signal: AbortSignal.timeout(seconds * 1000),
      });
      const text = await response.text();
      if (response.ok) {
        return text ? JSON.parse(text) : {};
      }
      if (response.status < 500 || attempt === attempts) {
        throw new Refusal(`${url} answers with ${response.status}`);
      }
    } catch (error) {
      if (error instanceof Refusal || attempt === attempts) {
        throw error;
      }
    }
    await setTimeout(100 * 2 ** attempt);
  }
}

/** The other side answered, and asking again would not help. */
class Refusal extends Error {}

export const connections = {
  /** Calls the service over HTTP. */
  async toUserService(body: Item): Promise<unknown> {
    const headers: Record<string, string> = {};
    return post(env("USER_SERVICE_URL"), JSON.stringify(body), headers, 2, 0);
  },
};
