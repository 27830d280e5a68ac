// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/java_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kPublish = R"java(
    /** Publishes an event on the bus. */
    void @NAME@(ObjectNode detail) {
        var answer = client(EventBridgeClient.builder()).putEvents(put -> put.entries(entry -> entry
                .eventBusName(env("EVENT_BUS_NAME"))
                .source(env("EVENT_SOURCE"))
                .detailType(env("@ENV@"))
                .detail(detail.toString())));
        if (answer.failedEntryCount() > 0) {
            throw new IllegalStateException("the bus refused the event: " + answer.entries().getFirst().errorCode());
        }
    }
)java";

constexpr std::string_view kSend = R"java(
    /** Sends a message to the queue. */
    void @NAME@(ObjectNode message) {
        client(SqsClient.builder()).sendMessage(send -> send
                .queueUrl(env("@ENV@_QUEUE_URL"))@GROUP@
                .messageBody(message.toString()));
    }
)java";

constexpr std::string_view kPutRecord = R"java(
    /** Puts a record into the stream; records of one id keep their order. */
    void @NAME@(ObjectNode record) {
        client(KinesisClient.builder()).putRecord(put -> put
                .streamName(env("@ENV@_STREAM"))
                .data(SdkBytes.fromUtf8String(record.toString()))
                .partitionKey(record.path("id").asText("0")));
    }
)java";

constexpr std::string_view kInvoke = R"java(
    /** Calls the function and waits for its answer. */
    void @NAME@(ObjectNode request) {
        var answer = client(LambdaClient.builder()).invoke(invoke -> invoke
                .functionName(env("@ENV@_FUNCTION"))
                .payload(SdkBytes.fromUtf8String(request.toString())));
        if (answer.functionError() != null) {
            throw new IllegalStateException("the function failed: " + answer.functionError());
        }
    }
)java";

constexpr std::string_view kStart = R"java(
    /** Starts the state machine. */
    void @NAME@(ObjectNode item) {
        client(SfnClient.builder()).startExecution(start -> start
                .stateMachineArn(env("@ENV@_STATE_MACHINE_ARN"))
                .input(item.toString()));
    }
)java";

constexpr std::string_view kPutObject = R"java(
    /** Keeps a result in the bucket. */
    void @NAME@(ObjectNode result) {
        client(S3Client.builder()).putObject(put -> put
                .bucket(env("@ENV@_BUCKET"))
                .key("results/" + idOf(result) + ".json")
                .contentType("application/json"), RequestBody.fromString(result.toString()));
    }
)java";

constexpr std::string_view kGetObject = R"java(
    /** Reads an object from the bucket. */
    byte[] @NAME@(ObjectNode item) {
        return client(S3Client.builder()).getObjectAsBytes(get -> get
                .bucket(env("@ENV@_BUCKET"))
                .key(item.path("key").asText(idOf(item)))).asByteArray();
    }
)java";

constexpr std::string_view kPutItem = R"java(
    /** Keeps a result in the table. */
    void @NAME@(ObjectNode result) {
        client(DynamoDbClient.builder()).putItem(put -> put
                .tableName(env("@ENV@_TABLE"))
                .item(Map.of("pk", AttributeValue.fromS(idOf(result)), "sk", AttributeValue.fromS("result"),
                        "body", AttributeValue.fromS(result.toString()))));
    }
)java";

constexpr std::string_view kGetItem = R"java(
    /** Reads an item from the table; an empty text where there is none. */
    String @NAME@(ObjectNode item) {
        var found = client(DynamoDbClient.builder()).getItem(get -> get
                .tableName(env("@ENV@_TABLE"))
                .key(Map.of("pk", AttributeValue.fromS(idOf(item)), "sk", AttributeValue.fromS("result"))));
        return found.hasItem() ? found.item().get("body").s() : "";
    }
)java";

constexpr std::string_view kRequest = R"java(
    /** Calls the service over HTTP. */
    void @NAME@(ObjectNode body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(env("@ENV@_URL")))@OPEN@
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        post(request, Duration.ofSeconds(@SECONDS@), @RETRIES@);
    }
)java";

constexpr std::string_view kQuery = R"java(
    /** Keeps an item in the database, in a table of one row an id. */
    void @NAME@(ObjectNode item) throws IOException {
        String host = env("@ENV@_HOST");
        int port = Integer.parseInt(env("@ENV@_PORT"));
@LOGIN@
        var login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("sslmode", "@SSLMODE@");
        login.setProperty("socketTimeout", "@SECONDS@");
        String place = "jdbc:postgresql://" + host + ":" + port + "/" + database;
        try (var connection = DriverManager.getConnection(place, login); var create = connection.createStatement()) {
            create.execute("CREATE TABLE IF NOT EXISTS @SERVICE@_items (id text PRIMARY KEY, body text NOT NULL)");
            try (var insert = connection.prepareStatement("INSERT INTO @SERVICE@_items (id, body) VALUES (?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body")) {
                insert.setString(1, idOf(item));
                insert.setString(2, item.toString());
                insert.executeUpdate();
            }
        } catch (SQLException error) {
            throw new IOException(error);
        }
    }
)java";

constexpr std::string_view kCached = R"java(
    /** Keeps a result in the cache for an hour. */
    void @NAME@(ObjectNode result) throws IOException {
        var login = JSON.readTree(secret(env("@ENV@_@SECRET@")));
        var place = new HostAndPort(env("@ENV@_HOST"), Integer.parseInt(env("@ENV@_PORT")));
        var settings = DefaultJedisClientConfig.builder().ssl(@SSL@).timeoutMillis(@SECONDS@ * 1000)
                .password(login.path("token").asText(login.path("password").asText())).build();
        try (var cache = new Jedis(place, settings)) {
            cache.setex("@SERVICE@:" + idOf(result), 3600, result.toString());
        }
    }
)java";

constexpr std::string_view kSearch = R"java(
    /** Puts a document into the index; the request is signed with the rights of this function. */
    void @NAME@(ObjectNode result) throws IOException {
        var place = URI.create(env("@ENV@_URL") + "/@SERVICE@/_doc/" + URLEncoder.encode(idOf(result), UTF_8));
        var unsigned = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(place)
                .putHeader("content-type", "application/json").build();
        var signed = AwsV4HttpSigner.create().sign(sign -> sign
                .identity(DefaultCredentialsProvider.builder().build().resolveCredentials())
                .request(unsigned)
                .payload(() -> new ByteArrayInputStream(result.toString().getBytes(UTF_8)))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "es")
                .putProperty(AwsV4HttpSigner.REGION_NAME, env("AWS_REGION"))).request();
        var request = HttpRequest.newBuilder(place).POST(HttpRequest.BodyPublishers.ofString(result.toString()));
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        post(request, Duration.ofSeconds(@SECONDS@), @RETRIES@);
    }
)java";

constexpr std::string_view kDeliver = R"java(
    /** Hands a record to the delivery stream, which writes it into its bucket. */
    void @NAME@(ObjectNode result) {
        client(FirehoseClient.builder()).putRecord(put -> put
                .deliveryStreamName(env("@ENV@_DELIVERY_STREAM"))
                .record(record -> record.data(SdkBytes.fromUtf8String(result + "\n"))));
    }
)java";

constexpr std::string_view kMail = R"java(
    /** Sends a mail; what names no address goes to the sender, so that nothing is lost. */
    void @NAME@(ObjectNode result) {
        String sender = env("SENDER_ADDRESS");
        client(SesClient.builder()).sendEmail(send -> send
                .source(sender)
                .destination(to -> to.toAddresses(result.path("email").asText(sender)))
                .message(mail -> mail
                        .subject(text -> text.charset("UTF-8").data(result.path("subject").asText("News for you")))
                        .body(body -> body.text(text -> text.charset("UTF-8")
                                .data(result.path("text").asText(result.toString()))))));
    }
)java";

constexpr std::array kRows{
    JavaCall{SamCallKind::Publish, false, kPublish, "eventbridge.EventBridgeClient", "eventbridge"},
    JavaCall{SamCallKind::Send, false, kSend, "sqs.SqsClient", "sqs"},
    JavaCall{SamCallKind::PutRecord, false, kPutRecord, "kinesis.KinesisClient", "kinesis"},
    JavaCall{SamCallKind::Invoke, false, kInvoke, "lambda.LambdaClient", "lambda"},
    JavaCall{SamCallKind::Start, false, kStart, "sfn.SfnClient", "sfn"},
    JavaCall{SamCallKind::Objects, true, kGetObject, "s3.S3Client", "s3"},
    JavaCall{SamCallKind::Objects, false, kPutObject, "s3.S3Client", "s3"},
    JavaCall{SamCallKind::Items, true, kGetItem, "dynamodb.DynamoDbClient", "dynamodb"},
    JavaCall{SamCallKind::Items, false, kPutItem, "dynamodb.DynamoDbClient", "dynamodb"},
    JavaCall{SamCallKind::Request, false, kRequest, "", ""},
    JavaCall{SamCallKind::Query, false, kQuery, "", ""},
    JavaCall{SamCallKind::Cached, false, kCached, "", ""},
    JavaCall{SamCallKind::Search, false, kSearch, "", "http-auth-aws"},
    JavaCall{SamCallKind::Deliver, false, kDeliver, "firehose.FirehoseClient", "firehose"},
    JavaCall{SamCallKind::Mail, false, kMail, "ses.SesClient", "ses"},
};

// Pieces that differ by how a call is opened.
constexpr std::string_view kLoginByIam = R"java(        String user = env("@ENV@_USER");
        String database = env("@ENV@_DATABASE");
        String password = RdsUtilities.builder().region(Region.of(env("AWS_REGION")))
                .credentialsProvider(DefaultCredentialsProvider.builder().build()).build()
                .generateAuthenticationToken(token -> token.hostname(host).port(port).username(user));)java";
constexpr std::string_view kLoginBySecret =
    R"java(        var opened = JSON.readTree(secret(env("@ENV@_SECRET_NAME")));
        String user = opened.path("username").asText();
        String database = opened.path("database").asText("app");
        String password = opened.path("password").asText();)java";
constexpr std::string_view kOpen = R"java(
                .header("authorization", "Bearer " + secret(env("@ENV@_SECRET_NAME"))))java";

}  // namespace

const JavaCall& javaCall(const SamCall& call) {
    const auto isHow = [&](const JavaCall& row) { return row.kind == call.kind && (!row.isRead || call.isRead); };
    const auto row = std::ranges::find_if(kRows, isHow);
    return row != kRows.end() ? *row : *std::ranges::find_if(javaStoreCalls(), isHow);
}

std::string javaCallCode(const SamCall& call) {
    const bool isOpened = hasVariable(call, "_SECRET_NAME");
    return filledCode(
        javaCall(call).code,
        {{"@GROUP@", isGrouped(call) ? "\n                .messageGroupId(message.path(\"id\").asText(\"0\"))" : ""},
         {"@OPEN@", isOpened ? std::string(kOpen) : ""},
         {"@LOGIN@", std::string(isOpened ? kLoginBySecret : kLoginByIam)},
         {"@SSLMODE@", speaksTls(call) ? "require" : "disable"},
         {"@SSL@", speaksTls(call) ? "true" : "false"},
         {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
         {"@NAME@", camelCase(call.name)},
         {"@ENV@", call.environment},
         {"@SERVICE@", placeOf(call)},
         {"@SECONDS@", std::to_string(secondsOf(call))},
         {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace tideline
