// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/typescript_scaffold.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"ts(
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
@SIGNED@
/** Answers a call of the API. */
async function onRequest(event: HttpEvent) {@CHECK@
  const item = itemOf(bodyOf(event));
  if (!item) {
    return answer(400, { error: "the body is not a JSON object" });
  }
  return answer(@STATUS@, await work(@ITEM@));
}
)ts";

constexpr std::string_view kEqual = R"ts(
/** Compares in a time that does not tell where the texts differ. */
function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
)ts";

constexpr std::string_view kSignedBody = R"ts(
/** True where the header x-signature is the HMAC of the body under the shared secret. */
async function isSigned(event: HttpEvent): Promise<boolean> {
  const key = await secret(env("SIGNING_SECRET_ARN"));
  const mark = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === "x-signature")?.[1];
  return isEqual(createHmac("sha256", key).update(bodyOf(event)).digest("hex"), mark ?? "");
}
)ts";

constexpr std::string_view kSignedState = R"ts(
/** True where the parameter state is "<nonce>.<HMAC of the nonce>" under our secret: the sign-in began here. */
async function isSigned(event: HttpEvent): Promise<boolean> {
  const key = await secret(env("SIGNING_SECRET_ARN"));
  const [nonce = "", mark = ""] = (event.queryStringParameters?.state ?? "").split(".");
  return isEqual(createHmac("sha256", key).update(nonce).digest("hex"), mark);
}
)ts";

constexpr std::string_view kCheck = R"ts(
  if (!(await isSigned(event))) {
    return answer(401, { error: "the signature does not match" });
  })ts";

constexpr std::string_view kBus = R"ts(
/** Works on an event of the bus, once. */
async function onEvent(event: EventBridgeEvent<string, Item>) {
  return once(event.id, work, event.detail);
}
)ts";

constexpr std::string_view kObject = R"ts(
type ObjectCreated = EventBridgeEvent<
  "Object Created",
  { bucket: { name: string }; object: { key: string; size?: number } }
>;

/** Works on a new object of a bucket, once. */
async function onObject(event: ObjectCreated) {
  const { bucket, object } = event.detail;
  return once(event.id, work, { id: event.id, bucket: bucket.name, key: object.key, size: object.size ?? 0 });
}
)ts";

constexpr std::string_view kQueue = R"ts(
/** Works on a batch of messages; those that fail come again, the others do not. */
async function onMessages(event: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchItemFailure[] = [];
  for (const record of event.Records) {@STOP@
    try {
      const body = JSON.parse(record.body);
      const isEvent = typeof body === "object" && body !== null && "detail-type" in body && "id" in body;
      await once(isEvent ? body.id : record.messageId, work, isEvent ? body.detail : body);
    } catch (error) {
      logger.error("a message failed", { error: error as Error, eventId: record.messageId });
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
}
)ts";

constexpr std::string_view kStopInOrder = R"ts(
    if (batchItemFailures.length > 0) {
      // What follows a failure waits, or the order is lost.
      batchItemFailures.push({ itemIdentifier: record.messageId });
      continue;
    })ts";

constexpr std::string_view kStream = R"ts(
/** Works on a batch of records in their order; from the first that fails, they come again. */
async function onRecords(event: KinesisStreamEvent): Promise<KinesisStreamBatchResponse> {
  for (const record of event.Records) {
    try {
      const item = JSON.parse(Buffer.from(record.kinesis.data, "base64").toString());
      await once(record.eventID, work, item);
    } catch (error) {
      logger.error("a record failed", { error: error as Error, eventId: record.eventID });
      return { batchItemFailures: [{ itemIdentifier: record.kinesis.sequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
)ts";

constexpr std::string_view kTopic = R"ts(
/** Works on records of a topic, each partition in its order. A failure lets the whole batch come again. */
async function onTopic(event: MSKEvent) {
  for (const record of Object.values(event.records).flat()) {
    const number = `${record.topic}-${record.partition}-${record.offset}`;
    await once(number, work, JSON.parse(Buffer.from(record.value, "base64").toString()));
  }
}
)ts";

constexpr std::string_view kSchedule = R"ts(
/** Runs the job of this moment. */
async function onSchedule(event: ScheduledEvent) {
  return work({ id: event.id, time: event.time });
}
)ts";

constexpr std::string_view kLogs = R"ts(
/** Unpacks collected log lines. */
async function onLogs(event: CloudWatchLogsEvent): Promise<number> {
  const packed: CloudWatchLogsDecodedData = JSON.parse(
    gunzipSync(Buffer.from(event.awslogs.data, "base64")).toString(),
  );
  if (packed.messageType !== "DATA_MESSAGE") {
    return 0;
  }
  for (const line of packed.logEvents) {
    await work({ id: line.id, source: packed.logGroup, time: line.timestamp, text: line.message });
  }
  return packed.logEvents.length;
}
)ts";

constexpr std::string_view kTask = R"ts(
interface Step {
  step: string;
  execution: string;
  input: Item;
}

/** The connections that the state machine uses as steps of their own. */
const steps: Record<string, (item: Item) => Promise<unknown>> = {@STEPS@};

/** Does one step of the state machine. */
async function onStep({ step, execution, input }: Step) {
  if (step === "plan") {
    return { pieces: plan(input) };
  }
  if (step === "finish") {
    return { id: execution, state: "finished" };
  }
  const call = steps[step];
  if (call) {
    await call(input);
    return input;
  }
  return work(input);
}
)ts";

constexpr std::string_view kSocket = R"ts(
const dynamodb = tracer.captureAWSv3Client(new DynamoDBClient({}));

/** Follows a connection: opened, a message, closed. */
async function onSocket(event: APIGatewayProxyWebsocketEventV2) {
  const { connectionId, domainName, eventType, stage } = event.requestContext;
  const TableName = env("CONNECTIONS_TABLE");
  const key = { id: { S: connectionId } };
  if (eventType === "CONNECT") {
    const expiration = Math.floor(Date.now() / 1000) + 2 * 60 * 60;
    const Item = { ...key, endpoint: { S: `https://${domainName}/${stage}` }, expiration: { N: String(expiration) } };
    await dynamodb.send(new PutItemCommand({ TableName, Item }));
  } else if (eventType === "DISCONNECT") {
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: key }));
  } else {
    await work(JSON.parse(event.body || "{}"));
  }
  return { statusCode: 200 };
}
)ts";

constexpr std::string_view kInvoke = R"ts(
/** Answers a direct call of another service. */
async function onCall(event: Item) {
  return work(event);
}
)ts";

/// What tells the events of one kind apart, the function that takes them, its code, its types of the package
/// aws-lambda, and its type of the event.
struct TriggerRow {
    SamTriggerKind kind;
    std::string_view test, function, code, types, event;
};
constexpr std::array kTriggers{
    TriggerRow{SamTriggerKind::Socket, R"("connectionId" in (event.requestContext ?? {}))", "onSocket", kSocket,
               "APIGatewayProxyWebsocketEventV2", "APIGatewayProxyWebsocketEventV2"},
    TriggerRow{SamTriggerKind::Http, R"("requestContext" in event)", "onRequest", kRequest,
               "APIGatewayProxyEvent APIGatewayProxyEventV2", "HttpEvent"},
    TriggerRow{SamTriggerKind::Object, R"(event.source === "aws.s3")", "onObject", kObject, "EventBridgeEvent",
               "ObjectCreated"},
    TriggerRow{SamTriggerKind::Schedule, R"(event.source === "aws.scheduler")", "onSchedule", kSchedule,
               "ScheduledEvent", "ScheduledEvent"},
    TriggerRow{SamTriggerKind::Bus, R"("detail-type" in event)", "onEvent", kBus, "EventBridgeEvent",
               "EventBridgeEvent<string, Item>"},
    TriggerRow{SamTriggerKind::Stream, R"("kinesis" in (event.Records?.[0] ?? {}))", "onRecords", kStream,
               "KinesisStreamBatchResponse KinesisStreamEvent", "KinesisStreamEvent"},
    TriggerRow{SamTriggerKind::Topic, R"(event.eventSource === "aws:kafka")", "onTopic", kTopic, "MSKEvent",
               "MSKEvent"},
    TriggerRow{SamTriggerKind::Queue, R"("Records" in event)", "onMessages", kQueue,
               "SQSBatchItemFailure SQSBatchResponse SQSEvent", "SQSEvent"},
    TriggerRow{SamTriggerKind::Logs, R"("awslogs" in event)", "onLogs", kLogs,
               "CloudWatchLogsDecodedData CloudWatchLogsEvent", "CloudWatchLogsEvent"},
    TriggerRow{SamTriggerKind::Task, R"("step" in event)", "onStep", kTask, "", "Step"},
    TriggerRow{SamTriggerKind::Invoke, "", "onCall", kInvoke, "", "Item"},
};

using Rows = std::vector<const TriggerRow*>;

Rows rowsFor(const std::vector<SamTrigger>& triggers) {
    Rows rows;
    for (const TriggerRow& row : kTriggers) {
        if (std::ranges::any_of(triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; })) {
            rows.push_back(&row);
        }
    }
    return rows;
}

bool hasKind(const Rows& rows, SamTriggerKind kind) {
    return std::ranges::any_of(rows, [&](const TriggerRow* row) { return row->kind == kind; });
}

std::string importLine(const std::set<std::string>& names, std::string_view from, bool isType = false) {
    return names.empty()
               ? ""
               : fmt::format("import {}{{ {} }} from \"{}\";\n", isType ? "type " : "", fmt::join(names, ", "), from);
}

std::string head(const Rows& rows, const SamService& service) {
    const bool isSigned = checksSignatures(service) && hasKind(rows, SamTriggerKind::Http);
    std::set<std::string> types;
    std::set<std::string> edge{"traced"};
    std::set<std::string> edgeTypes;
    for (const TriggerRow* row : rows) {
        for (const std::string& name : wordsOf(row->types)) {
            types.insert(name);
        }
        if (isOncePerEvent(row->kind)) {
            edge.insert("once");
        }
        if (row->kind == SamTriggerKind::Queue || row->kind == SamTriggerKind::Stream) {
            edge.insert("logger");
        }
        if (row->kind == SamTriggerKind::Http || row->kind == SamTriggerKind::Bus ||
            row->kind == SamTriggerKind::Task || row->kind == SamTriggerKind::Invoke) {
            edgeTypes.insert("type Item");
        }
    }
    if (rows.size() > 1) {
        edgeTypes.insert("type Item");
    }
    if (isSigned) {
        edge.insert("env");
    }
    if (hasKind(rows, SamTriggerKind::Socket)) {
        edge.merge(std::set<std::string>{"env", "tracer"});
    }
    edge.merge(edgeTypes);
    std::string text = "// The entry of the function: takes what starts it apart, and hands it to work.\n";
    text += isSigned ? "import { createHmac, timingSafeEqual } from \"node:crypto\";\n" : "";
    text += hasKind(rows, SamTriggerKind::Logs) ? "import { gunzipSync } from \"node:zlib\";\n" : "";
    text += hasKind(rows, SamTriggerKind::Socket)
                ? "import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from \"@aws-sdk/client-dynamodb\";\n"
                : "";
    text += importLine(types, "aws-lambda", true);
    std::set<std::string> connections;
    if (hasKind(rows, SamTriggerKind::Task)) {
        connections.insert("connections");
    }
    if (isSigned) {
        connections.insert("secret");
    }
    text += importLine(connections, "./connections.ts");
    text += importLine(edge, "./edge.ts");
    return text + (hasKind(rows, SamTriggerKind::Task) ? "import { plan, work } from \"./work.ts\";\n"
                                                       : "import { work } from \"./work.ts\";\n");
}

std::string requestCode(const SamService& service) {
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isSigned = checksSignatures(service);
    const std::string check(isCallback ? kSignedState : kSignedBody);
    return filledCode(kRequest, {{"@SIGNED@", isSigned ? std::string(kEqual) + check : ""},
                                 {"@CHECK@", isSigned ? std::string(kCheck) : ""},
                                 {"@ITEM@", isCallback ? "{ ...item, ...event.queryStringParameters }" : "item"},
                                 {"@STATUS@", isSigned && !isCallback ? "202" : "200"}});
}

std::string stepsOf(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        text += fmt::format("\n  {}: (item) => connections.{}(item),", call.name, camelCase(call.name));
    }
    return text.empty() ? "" : text + "\n";
}

std::string handlerCode(const Rows& rows) {
    if (rows.size() == 1) {
        return fmt::format("\nexport const handler = traced({});\n", rows.front()->function);
    }
    std::string text = "\nexport const handler = traced(async (event: Item): Promise<unknown> => {\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isLast = i + 1 == rows.size();
        text += isLast ? "" : fmt::format("  if ({}) {{\n  ", rows[i]->test);
        text += fmt::format("  return {}(event as {});\n", rows[i]->function, rows[i]->event);
        text += isLast ? "" : "  }\n";
    }
    return text + "});\n";
}

}  // namespace

std::string typescriptApp(const SamDraft& draft, const SamService& service) {
    const Rows rows = rowsFor(draft.triggers);
    const bool keepsOrder = service.profile->flag("ordered");
    std::string text = head(rows, service);
    for (const TriggerRow* row : rows) {
        text += row->kind == SamTriggerKind::Http
                    ? requestCode(service)
                    : filledCode(row->code, {{"@STOP@", keepsOrder ? std::string(kStopInOrder) : ""},
                                             {"@STEPS@", stepsOf(callsInOrder(draft.calls))}});
    }
    return text + handlerCode(rows);
}

}  // namespace tideline
