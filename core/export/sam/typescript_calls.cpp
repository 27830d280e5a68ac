// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/typescript_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kPublish = R"ts(
  /** Publishes an event on the bus. */
  async @NAME@(detail: Item): Promise<void> {
    const entry = {
      EventBusName: env("EVENT_BUS_NAME"),
      Source: env("EVENT_SOURCE"),
      DetailType: env("@ENV@"),
      Detail: JSON.stringify(detail),
    };
    const answer = await eventBridge.send(new PutEventsCommand({ Entries: [entry] }));
    if (answer.FailedEntryCount) {
      throw new Error(`the bus refused the event: ${answer.Entries?.[0]?.ErrorCode}`);
    }
  },
)ts";

constexpr std::string_view kSend = R"ts(
  /** Sends a message to the queue. */
  async @NAME@(message: Item): Promise<void> {
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: env("@ENV@_QUEUE_URL"),
        MessageBody: JSON.stringify(message),@GROUP@
      }),
    );
  },
)ts";

constexpr std::string_view kPutRecord = R"ts(
  /** Puts a record into the stream; records of one id keep their order. */
  async @NAME@(record: Item): Promise<void> {
    await kinesis.send(
      new PutRecordCommand({
        StreamName: env("@ENV@_STREAM"),
        Data: Buffer.from(JSON.stringify(record)),
        PartitionKey: String(record.id ?? "0"),
      }),
    );
  },
)ts";

constexpr std::string_view kInvoke = R"ts(
  /** Calls the function and waits for its answer. */
  async @NAME@(request: Item): Promise<unknown> {
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: env("@ENV@_FUNCTION"), Payload: JSON.stringify(request) }),
    );
    if (answer.FunctionError) {
      throw new Error(`the function failed: ${answer.FunctionError}`);
    }
    return JSON.parse(answer.Payload?.transformToString() || "null");
  },
)ts";

constexpr std::string_view kStart = R"ts(
  /** Starts the state machine. */
  async @NAME@(item: Item): Promise<void> {
    await stepFunctions.send(
      new StartExecutionCommand({ stateMachineArn: env("@ENV@_STATE_MACHINE_ARN"), input: JSON.stringify(item) }),
    );
  },
)ts";

constexpr std::string_view kPutObject = R"ts(
  /** Keeps a result in the bucket. */
  async @NAME@(result: Item): Promise<void> {
    await s3.send(
      new PutObjectCommand({
        Bucket: env("@ENV@_BUCKET"),
        Key: `results/${result.id ?? "latest"}.json`,
        Body: JSON.stringify(result),
        ContentType: "application/json",
      }),
    );
  },
)ts";

constexpr std::string_view kGetObject = R"ts(
  /** Reads an object from the bucket. */
  async @NAME@(item: Item): Promise<Uint8Array> {
    const found = await s3.send(
      new GetObjectCommand({ Bucket: env("@ENV@_BUCKET"), Key: String(item.key ?? item.id) }),
    );
    return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  },
)ts";

constexpr std::string_view kPutItem = R"ts(
  /** Keeps a result in the table. */
  async @NAME@(result: Item): Promise<void> {
    await dynamodb.send(
      new PutItemCommand({
        TableName: env("@ENV@_TABLE"),
        Item: { pk: { S: String(result.id ?? "latest") }, sk: { S: "result" }, body: { S: JSON.stringify(result) } },
      }),
    );
  },
)ts";

constexpr std::string_view kGetItem = R"ts(
  /** Reads an item from the table. */
  async @NAME@(item: Item): Promise<Item | undefined> {
    const found = await dynamodb.send(
      new GetItemCommand({
        TableName: env("@ENV@_TABLE"),
        Key: { pk: { S: String(item.id ?? "latest") }, sk: { S: "result" } },
      }),
    );
    return found.Item?.body?.S ? JSON.parse(found.Item.body.S) : undefined;
  },
)ts";

constexpr std::string_view kRequest = R"ts(
  /** Calls the service over HTTP. */
  async @NAME@(body: Item): Promise<unknown> {
    const headers: Record<string, string> = {@HEADERS@};
    return post(env("@ENV@_URL"), JSON.stringify(body), headers, @SECONDS@, @RETRIES@);
  },
)ts";

constexpr std::string_view kQuery = R"ts(
  /** Keeps an item in the database, in a table of one row an id. */
  async @NAME@(item: Item): Promise<void> {
    const host = env("@ENV@_HOST");
    const port = Number(env("@ENV@_PORT"));
@LOGIN@
    const client = new pg.Client({ host, port, user, password, database, ssl: @SSL@, query_timeout: @SECONDS@ * 1000 });
    await client.connect();
    try {
      await client.query("CREATE TABLE IF NOT EXISTS @SERVICE@_items (id text PRIMARY KEY, body text NOT NULL)");
      await client.query(
        "INSERT INTO @SERVICE@_items (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body",
        [String(item.id ?? "latest"), JSON.stringify(item)],
      );
    } finally {
      await client.end();
    }
  },
)ts";

constexpr std::string_view kLoginByIam = R"ts(    const user = env("@ENV@_USER");
    const database = env("@ENV@_DATABASE");
    const password = await new Signer({ hostname: host, port, username: user }).getAuthToken();)ts";
constexpr std::string_view kLoginBySecret = R"ts(    const login = JSON.parse(await secret(env("@ENV@_SECRET_NAME")));
    const { username: user, password, database = "app" } = login;)ts";

constexpr std::string_view kKeepDocument = R"ts(
  /** Keeps an item in the database, one document an id. */
  async @NAME@(item: Item): Promise<void> {
    const items = await collection("@ENV@", "@SERVICE@_items", @SECONDS@);
    const _id = String(item.id ?? "latest");
    await items.replaceOne({ _id }, { body: item }, { upsert: true });
  },
)ts";

constexpr std::string_view kFindDocument = R"ts(
  /** Reads the document of an item. */
  async @NAME@(item: Item): Promise<Item | undefined> {
    const items = await collection("@ENV@", "@SERVICE@_items", @SECONDS@);
    const found = await items.findOne({ _id: String(item.id ?? "latest") });
    return found?.body;
  },
)ts";

constexpr std::string_view kStoreObject = R"ts(
  /** Keeps a result in the object store, whose bucket is made when it is first needed. */
  async @NAME@(result: Item): Promise<void> {
    const files = await store("@ENV@", @SECONDS@, @RETRIES@);
    const Bucket = env("@ENV@_BUCKET");
    const put = new PutObjectCommand({
      Bucket,
      Key: `results/${result.id ?? "latest"}.json`,
      Body: JSON.stringify(result),
      ContentType: "application/json",
    });
    try {
      await files.send(put);
    } catch (error) {
      if ((error as Error).name !== "NoSuchBucket") {
        throw error;
      }
      await files.send(new CreateBucketCommand({ Bucket }));
      await files.send(put);
    }
  },
)ts";

constexpr std::string_view kFetchObject = R"ts(
  /** Reads an object from the object store. */
  async @NAME@(item: Item): Promise<Uint8Array> {
    const files = await store("@ENV@", @SECONDS@, @RETRIES@);
    const found = await files.send(
      new GetObjectCommand({ Bucket: env("@ENV@_BUCKET"), Key: String(item.key ?? item.id) }),
    );
    return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  },
)ts";

constexpr std::string_view kCached = R"ts(
  /** Keeps a result in the cache for an hour. */
  async @NAME@(result: Item): Promise<void> {
    const login = JSON.parse(await secret(env("@ENV@_@SECRET@")));
    const cache = createClient({
      socket: { host: env("@ENV@_HOST"), port: Number(env("@ENV@_PORT")), tls: @SSL@, connectTimeout: @SECONDS@ * 1000 },
      password: login.token ?? login.password,
    });
    await cache.connect();
    try {
      await cache.set(`@SERVICE@:${result.id ?? "latest"}`, JSON.stringify(result), { EX: 3600 });
    } finally {
      await cache.close();
    }
  },
)ts";

constexpr std::string_view kSearch = R"ts(
  /** Puts a document into the index; the request is signed with the rights of this function. */
  async @NAME@(result: Item): Promise<unknown> {
    const url = new URL(`/@SERVICE@/_doc/${encodeURIComponent(result.id ?? "latest")}`, env("@ENV@_URL"));
    const body = JSON.stringify(result);
    const signer = new SignatureV4({
      service: "es",
      region: env("AWS_REGION"),
      credentials: defaultProvider(),
      sha256: Sha256,
    });
    const signed = await signer.sign({
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: { host: url.hostname, "content-type": "application/json" },
      body,
    });
    return post(url.href, body, signed.headers, @SECONDS@, @RETRIES@);
  },
)ts";

constexpr std::string_view kDeliver = R"ts(
  /** Hands a record to the delivery stream, which writes it into its bucket. */
  async @NAME@(result: Item): Promise<void> {
    await firehose.send(
      new DeliverRecordCommand({
        DeliveryStreamName: env("@ENV@_DELIVERY_STREAM"),
        Record: { Data: Buffer.from(`${JSON.stringify(result)}\n`) },
      }),
    );
  },
)ts";

constexpr std::string_view kMail = R"ts(
  /** Sends a mail; what names no address goes to the sender, so that nothing is lost. */
  async @NAME@(result: Item): Promise<void> {
    const sender = env("SENDER_ADDRESS");
    await ses.send(
      new SendEmailCommand({
        Source: sender,
        Destination: { ToAddresses: [result.email ?? sender] },
        Message: {
          Subject: { Data: String(result.subject ?? "News for you"), Charset: "UTF-8" },
          Body: { Text: { Data: String(result.text ?? JSON.stringify(result)), Charset: "UTF-8" } },
        },
      }),
    );
  },
)ts";

constexpr std::array kCode{
    TypescriptCall{SamCallKind::Publish, false, kPublish, "eventBridge", "PutEventsCommand"},
    TypescriptCall{SamCallKind::Send, false, kSend, "sqs", "SendMessageCommand"},
    TypescriptCall{SamCallKind::PutRecord, false, kPutRecord, "kinesis", "PutRecordCommand"},
    TypescriptCall{SamCallKind::Invoke, false, kInvoke, "lambda", "InvokeCommand"},
    TypescriptCall{SamCallKind::Start, false, kStart, "stepFunctions", "StartExecutionCommand"},
    TypescriptCall{SamCallKind::Objects, true, kGetObject, "s3", "GetObjectCommand"},
    TypescriptCall{SamCallKind::Objects, false, kPutObject, "s3", "PutObjectCommand"},
    TypescriptCall{SamCallKind::Items, true, kGetItem, "dynamodb", "GetItemCommand"},
    TypescriptCall{SamCallKind::Items, false, kPutItem, "dynamodb", "PutItemCommand"},
    TypescriptCall{SamCallKind::Request, false, kRequest, "", ""},
    TypescriptCall{SamCallKind::Query, false, kQuery, "", ""},
    TypescriptCall{SamCallKind::Documents, true, kFindDocument, "", ""},
    TypescriptCall{SamCallKind::Documents, false, kKeepDocument, "", ""},
    TypescriptCall{SamCallKind::Stored, true, kFetchObject, "", ""},
    TypescriptCall{SamCallKind::Stored, false, kStoreObject, "", ""},
    TypescriptCall{SamCallKind::Cached, false, kCached, "", ""},
    TypescriptCall{SamCallKind::Search, false, kSearch, "", ""},
    TypescriptCall{SamCallKind::Deliver, false, kDeliver, "firehose", "PutRecordCommand as DeliverRecordCommand"},
    TypescriptCall{SamCallKind::Mail, false, kMail, "ses", "SendEmailCommand"},
};

}  // namespace

const TypescriptCall& typescriptCall(const SamCall& call) {
    return *std::ranges::find_if(
        kCode, [&](const TypescriptCall& row) { return row.kind == call.kind && (!row.isRead || call.isRead); });
}

std::string typescriptCallCode(const SamCall& call) {
    const bool isOpened = hasVariable(call, "_SECRET_NAME");
    return filledCode(
        typescriptCall(call).code,
        {{"@GROUP@", isGrouped(call) ? "\n        MessageGroupId: String(message.id ?? \"0\")," : ""},
         {"@HEADERS@", isOpened ? " authorization: `Bearer ${await secret(env(\"@ENV@_SECRET_NAME\"))}` " : ""},
         {"@LOGIN@", std::string(isOpened ? kLoginBySecret : kLoginByIam)},
         {"@SSL@", speaksTls(call) ? "true" : "false"},
         {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
         {"@NAME@", camelCase(call.name)},
         {"@ENV@", call.environment},
         {"@SERVICE@", placeOf(call)},
         {"@SECONDS@", std::to_string(secondsOf(call))},
         {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace tideline
