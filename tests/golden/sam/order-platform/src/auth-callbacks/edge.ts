// What every function shares: logs in JSON, traces, metrics, and doing the work of an event once.
import { Logger } from "@aws-lambda-powertools/logger";
import { MetricUnit, Metrics } from "@aws-lambda-powertools/metrics";
import { Tracer } from "@aws-lambda-powertools/tracer";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import type { Context } from "aws-lambda";

/** What travels between services: a JSON object. */
export type Item = Record<string, any>;

export const logger = new Logger();
export const tracer = new Tracer();
const metrics = new Metrics();

const service = process.env.POWERTOOLS_SERVICE_NAME ?? "service";
const day = 24 * 60 * 60;
const longestWork = 15; // Seconds after which a run of this function has surely ended.

/** A setting that the template gives; a missing one is a fault of the deployment. */
export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`the environment variable ${name} is not set`);
  }
  return value;
}

/** Traces a handler, logs what it fails at, and sends its metrics. */
export function traced<Event, Answer>(handler: (event: Event) => Promise<Answer>) {
  return async (event: Event, context: Context): Promise<Answer> => {
    logger.addContext(context);
    const parent = tracer.getSegment();
    const segment = parent?.addNewSubsegment(`## ${service}`);
    if (segment) {
      tracer.setSegment(segment);
    }
    tracer.annotateColdStart();
    tracer.addServiceNameAnnotation();
    try {
      return await handler(event);
    } catch (error) {
      tracer.addErrorAsMetadata(error as Error);
      logger.error("the function failed", error as Error);
      throw error;
    } finally {
      segment?.close();
      if (parent) {
        tracer.setSegment(parent);
      }
      metrics.publishStoredMetrics();
    }
  };
}

/** Another delivery of the same event is being worked on; this one has to come again. */
export class StillBusy extends Error {}

type State = "busy" | "done" | "failed";

const remembered = new Map<string, { state: State; expiration: number }>(); // Without a table, for the life of this process.
const table = process.env.PROCESSED_TABLE;
const dynamodb = table ? tracer.captureAWSv3Client(new DynamoDBClient({})) : undefined;
const now = () => Math.floor(Date.now() / 1000);

/** True where nobody has worked on the event yet. */
async function claim(key: string): Promise<boolean> {
  const moment = now();
  if (!dynamodb) {
    const known = remembered.get(key);
    if (known && known.expiration > moment) {
      return refuse(known.state);
    }
    remembered.set(key, { state: "busy", expiration: moment + longestWork });
    return true;
  }
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: table,
        Item: { id: { S: key }, state: { S: "busy" }, expiration: { N: String(moment + longestWork) } },
        ConditionExpression: "attribute_not_exists(id) OR expiration < :now",
        ExpressionAttributeValues: { ":now": { N: String(moment) } },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return refuse((error.Item?.state?.S ?? "done") as State);
    }
    throw error;
  }
}

function refuse(state: State): boolean {
  if (state === "busy") {
    throw new StillBusy();
  }
  return false;
}

async function settle(key: string, state: State, seconds: number): Promise<void> {
  const expiration = now() + seconds;
  if (!dynamodb) {
    remembered.set(key, { state, expiration });
    return;
  }
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: table,
      Key: { id: { S: key } },
      UpdateExpression: "SET #state = :state, expiration = :expiration",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":state": { S: state }, ":expiration": { N: String(expiration) } },
    }),
  );
}

/** Does the work unless an event of this id has been worked on within a day. A failure lets the event come again. */
export async function once<Result>(
  eventId: string,
  work: (item: Item) => Promise<Result>,
  item: Item,
): Promise<Result | undefined> {
  const key = `${service}#${eventId}`;
  if (!(await claim(key))) {
    logger.info("skipped a second delivery", { eventId });
    return undefined;
  }
  let result: Result;
  try {
    result = await work(item);
  } catch (error) {
    await settle(key, "failed", -1);
    throw error;
  }
  await settle(key, "done", day);
  metrics.addMetric("Worked", MetricUnit.Count, 1);
  return result;
}
