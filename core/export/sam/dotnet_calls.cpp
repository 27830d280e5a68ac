// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/dotnet_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kPublish = R"cs(
        var answer = await bus.Value.PutEventsAsync(new Amazon.EventBridge.Model.PutEventsRequest
        {
            Entries =
            [
                new Amazon.EventBridge.Model.PutEventsRequestEntry
                {
                    EventBusName = Items.Variable("EVENT_BUS_NAME"),
                    Source = Items.Variable("EVENT_SOURCE"),
                    DetailType = Items.Variable("@ENV@"),
                    Detail = item.ToJsonString(),
                },
            ],
        });
        if (answer.FailedEntryCount > 0)
        {
            throw new InvalidOperationException($"the bus refused the event: {answer.Entries[0].ErrorCode}");
        })cs";

constexpr std::string_view kSend = R"cs(
        await queues.Value.SendMessageAsync(new Amazon.SQS.Model.SendMessageRequest
        {
            QueueUrl = Items.Variable("@ENV@_QUEUE_URL"),
            MessageBody = item.ToJsonString(),@GROUP@
        });)cs";

constexpr std::string_view kPutRecord = R"cs(
        await streams.Value.PutRecordAsync(new Amazon.Kinesis.Model.PutRecordRequest
        {
            StreamName = Items.Variable("@ENV@_STREAM"),
            Data = new MemoryStream(Encoding.UTF8.GetBytes(item.ToJsonString())),
            PartitionKey = Items.IdOf(item),
        });)cs";

constexpr std::string_view kInvoke = R"cs(
        var answer = await functions.Value.InvokeAsync(new Amazon.Lambda.Model.InvokeRequest
        {
            FunctionName = Items.Variable("@ENV@_FUNCTION"),
            Payload = item.ToJsonString(),
        });
        if (!string.IsNullOrEmpty(answer.FunctionError))
        {
            throw new InvalidOperationException($"the function failed: {answer.FunctionError}");
        })cs";

constexpr std::string_view kStart = R"cs(
        await machines.Value.StartExecutionAsync(new Amazon.StepFunctions.Model.StartExecutionRequest
        {
            StateMachineArn = Items.Variable("@ENV@_STATE_MACHINE_ARN"),
            Input = item.ToJsonString(),
        });)cs";

constexpr std::string_view kPutObject = R"cs(
        await objects.Value.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest
        {
            BucketName = Items.Variable("@ENV@_BUCKET"),
            Key = $"results/{Items.IdOf(item)}.json",
            ContentBody = item.ToJsonString(),
            ContentType = "application/json",
        });)cs";

constexpr std::string_view kGetObject = R"cs(
        var key = Items.Text(item["key"], Items.IdOf(item));
        using var found = await objects.Value.GetObjectAsync(Items.Variable("@ENV@_BUCKET"), key);
        using var bytes = new MemoryStream();
        await found.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();)cs";

constexpr std::string_view kPutItem = R"cs(
        await items.Value.PutItemAsync(Items.Variable("@ENV@_TABLE"), new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = Items.IdOf(item) },
            ["sk"] = new() { S = "result" },
            ["body"] = new() { S = item.ToJsonString() },
        });)cs";

constexpr std::string_view kGetItem = R"cs(
        var found = await items.Value.GetItemAsync(Items.Variable("@ENV@_TABLE"), new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = Items.IdOf(item) },
            ["sk"] = new() { S = "result" },
        });
        return found.Item is { } kept && kept.TryGetValue("body", out var body) ? Items.Read(body.S) : null;)cs";

constexpr std::string_view kRequest = R"cs(@OPEN@
        await Post(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, Items.Variable("@ENV@_URL"));
            request.Content = new StringContent(item.ToJsonString(), Encoding.UTF8, "application/json");@KEY@
            return request;
        }, TimeSpan.FromSeconds(@SECONDS@), @RETRIES@);)cs";

constexpr std::string_view kQuery = R"cs(
        var host = Items.Variable("@ENV@_HOST");
        var port = int.Parse(Items.Variable("@ENV@_PORT"), CultureInfo.InvariantCulture);
@LOGIN@
        var place = new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = host,
            Port = port,
            Username = user,
            Password = password,
            Database = database,
            SslMode = Npgsql.SslMode.@SSLMODE@,
            Timeout = @SECONDS@,
            CommandTimeout = @SECONDS@,
        };
        await using var connection = new Npgsql.NpgsqlConnection(place.ConnectionString);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText = "CREATE TABLE IF NOT EXISTS @SERVICE@_items (id text PRIMARY KEY, body text NOT NULL)";
        await create.ExecuteNonQueryAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO @SERVICE@_items (id, body) VALUES ($1, $2)"
            + " ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body";
        insert.Parameters.Add(new Npgsql.NpgsqlParameter { Value = Items.IdOf(item) });
        insert.Parameters.Add(new Npgsql.NpgsqlParameter { Value = item.ToJsonString() });
        await insert.ExecuteNonQueryAsync();)cs";

constexpr std::string_view kCached = R"cs(
        var login = Items.Read(await Secret(Items.Variable("@ENV@_@SECRET@")));
        var settings = new StackExchange.Redis.ConfigurationOptions
        {
            Ssl = @SSL@,
            Password = Items.Text(login["token"], Items.Text(login["password"])),
            ConnectTimeout = @SECONDS@ * 1000,
            AsyncTimeout = @SECONDS@ * 1000,
        };
        var port = int.Parse(Items.Variable("@ENV@_PORT"), CultureInfo.InvariantCulture);
        settings.EndPoints.Add(Items.Variable("@ENV@_HOST"), port);
        await using var cache = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(settings);
        var key = $"@SERVICE@:{Items.IdOf(item)}";
        await cache.GetDatabase().StringSetAsync(key, item.ToJsonString(), TimeSpan.FromHours(1));)cs";

constexpr std::string_view kSearch = R"cs(
        var place = $"{Items.Variable("@ENV@_URL")}/@SERVICE@/_doc/{Uri.EscapeDataString(Items.IdOf(item))}";
        var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentials(null).GetCredentialsAsync();
        await Post(() => Signed(new Uri(place), item.ToJsonString(), credentials), TimeSpan.FromSeconds(@SECONDS@),
            @RETRIES@);)cs";

constexpr std::string_view kDeliver = R"cs(
        await deliveries.Value.PutRecordAsync(new Amazon.KinesisFirehose.Model.PutRecordRequest
        {
            DeliveryStreamName = Items.Variable("@ENV@_DELIVERY_STREAM"),
            Record = new Amazon.KinesisFirehose.Model.Record
            {
                Data = new MemoryStream(Encoding.UTF8.GetBytes(item.ToJsonString() + "\n")),
            },
        });)cs";

constexpr std::string_view kMail = R"cs(
        var sender = Items.Variable("SENDER_ADDRESS");
        Amazon.SimpleEmail.Model.Content Content(string name, string standard)
        {
            return new() { Data = Items.Text(item[name], standard), Charset = "UTF-8" };
        }
        await mails.Value.SendEmailAsync(new Amazon.SimpleEmail.Model.SendEmailRequest
        {
            Source = sender,
            Destination = new Amazon.SimpleEmail.Model.Destination { ToAddresses = [Items.Text(item["email"], sender)] },
            Message = new Amazon.SimpleEmail.Model.Message
            {
                Subject = Content("subject", "News for you"),
                Body = new Amazon.SimpleEmail.Model.Body { Text = Content("text", item.ToJsonString()) },
            },
        });)cs";

constexpr std::array kRows{
    DotnetCall{SamCallKind::Publish, false, "Publishes an event on the bus.", kPublish, "bus",
               "Amazon.EventBridge.AmazonEventBridgeClient", "AWSSDK.EventBridge"},
    DotnetCall{SamCallKind::Send, false, "Sends a message to the queue.", kSend, "queues", "Amazon.SQS.AmazonSQSClient",
               "AWSSDK.SQS"},
    DotnetCall{SamCallKind::PutRecord, false, "Puts a record into the stream; records of one id keep their order.",
               kPutRecord, "streams", "Amazon.Kinesis.AmazonKinesisClient", "AWSSDK.Kinesis"},
    DotnetCall{SamCallKind::Invoke, false, "Calls the function and waits for its answer.", kInvoke, "functions",
               "Amazon.Lambda.AmazonLambdaClient", "AWSSDK.Lambda"},
    DotnetCall{SamCallKind::Start, false, "Starts the state machine.", kStart, "machines",
               "Amazon.StepFunctions.AmazonStepFunctionsClient", "AWSSDK.StepFunctions"},
    DotnetCall{SamCallKind::Objects, true, "Reads an object from the bucket.", kGetObject, "objects",
               "Amazon.S3.AmazonS3Client", "AWSSDK.S3"},
    DotnetCall{SamCallKind::Objects, false, "Keeps a result in the bucket.", kPutObject, "objects",
               "Amazon.S3.AmazonS3Client", "AWSSDK.S3"},
    DotnetCall{SamCallKind::Items, true, "Reads an item from the table; null where there is none.", kGetItem, "items",
               "Amazon.DynamoDBv2.AmazonDynamoDBClient", "AWSSDK.DynamoDBv2"},
    DotnetCall{SamCallKind::Items, false, "Keeps a result in the table.", kPutItem, "items",
               "Amazon.DynamoDBv2.AmazonDynamoDBClient", "AWSSDK.DynamoDBv2"},
    DotnetCall{SamCallKind::Request, false, "Calls the service over HTTP.", kRequest, "", "", ""},
    DotnetCall{SamCallKind::Query, false, "Keeps an item in the database, in a table of one row an id.", kQuery, "", "",
               "Npgsql"},
    DotnetCall{SamCallKind::Cached, false, "Keeps a result in the cache for an hour.", kCached, "", "",
               "StackExchange.Redis"},
    DotnetCall{SamCallKind::Search, false,
               "Puts a document into the index; the request is signed with the rights of this function.", kSearch, "",
               "", ""},
    DotnetCall{SamCallKind::Deliver, false, "Hands a record to the delivery stream, which writes it into its bucket.",
               kDeliver, "deliveries", "Amazon.KinesisFirehose.AmazonKinesisFirehoseClient", "AWSSDK.KinesisFirehose"},
    DotnetCall{SamCallKind::Mail, false,
               "Sends a mail; what names no address goes to the sender, so that nothing is lost.", kMail, "mails",
               "Amazon.SimpleEmail.AmazonSimpleEmailServiceClient", "AWSSDK.SimpleEmail"},
};

// Pieces that differ by how a call is opened.
constexpr std::string_view kOpen = R"cs(
        var key = await Secret(Items.Variable("@ENV@_SECRET_NAME"));)cs";
constexpr std::string_view kKey = R"cs(
            request.Headers.TryAddWithoutValidation("authorization", $"Bearer {key}");)cs";
constexpr std::string_view kLoginByIam = R"cs(        var user = Items.Variable("@ENV@_USER");
        var database = Items.Variable("@ENV@_DATABASE");
        var region = Amazon.RegionEndpoint.GetBySystemName(Items.Variable("AWS_REGION"));
        var credentials = DefaultAWSCredentialsIdentityResolver.GetCredentials(null);
        var password = await Amazon.RDS.Util.RDSAuthTokenGenerator.GenerateAuthTokenAsync(credentials, region, host,
            port, user);)cs";
constexpr std::string_view kLoginBySecret =
    R"cs(        var login = Items.Read(await Secret(Items.Variable("@ENV@_SECRET_NAME")));
        var user = Items.Text(login["username"]);
        var database = Items.Text(login["database"], "app");
        var password = Items.Text(login["password"]);)cs";

}  // namespace

const DotnetCall& dotnetCall(const SamCall& call) {
    return *std::ranges::find_if(
        kRows, [&](const DotnetCall& row) { return row.kind == call.kind && (!row.isRead || call.isRead); });
}

std::string dotnetCallCode(const SamCall& call) {
    const bool isOpened = hasVariable(call, "_SECRET_NAME");
    const DotnetCall& row = dotnetCall(call);
    // Bodies begin with the end of the line of their brace.
    const std::string frame =
        "\n    /// <summary>@COMMENT@</summary>\n    public virtual async @ANSWER@ @NAME@(JsonObject item)\n    {" +
        std::string(row.code) + "\n    }\n";
    return filledCode(frame, {{"@COMMENT@", std::string(row.comment)},
                              {"@ANSWER@", std::string(dotnetAnswerOf(call))},
                              {"@GROUP@", isGrouped(call) ? "\n            MessageGroupId = Items.IdOf(item)," : ""},
                              {"@OPEN@", isOpened ? std::string(kOpen) : ""},
                              {"@KEY@", isOpened ? std::string(kKey) : ""},
                              {"@LOGIN@", std::string(isOpened ? kLoginBySecret : kLoginByIam)},
                              {"@SSLMODE@", speaksTls(call) ? "Require" : "Disable"},
                              {"@SSL@", speaksTls(call) ? "true" : "false"},
                              {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
                              {"@NAME@", dotnetName(call)},
                              {"@ENV@", call.environment},
                              {"@SERVICE@", placeOf(call)},
                              {"@SECONDS@", std::to_string(secondsOf(call))},
                              {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace tideline
