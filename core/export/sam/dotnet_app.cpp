// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/dotnet_scaffold.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"cs(using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AWS.Lambda.Powertools.Logging;

namespace Edge;

/// <summary>The entry of the function: takes what starts it apart, and hands it to the work.</summary>
public sealed class App
{
    @KEEPS@private readonly Work work;
    private readonly Once once = new();

    public App() : this(new Connections())
    {
    }

    public App(Connections connections)
    {
        @TAKES@work = new Work(connections);
    }

    /// <summary>What Lambda calls with an event.</summary>
    public async Task<Stream> Handle(Stream input)
    {
        var answer = await Take(Items.Of(await JsonNode.ParseAsync(input)));
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(answer));
    }

    private Task<JsonNode?> Take(JsonObject input)
    {
@CASES@    }
)cs";

constexpr std::string_view kBus = R"cs(
    /// <summary>Works on an event of the bus, once.</summary>
    private Task<JsonNode?> OnEvent(JsonObject input)
    {
        return once.Work(Items.Text(input["id"]), Items.Of(input["detail"]), work.On);
    }
)cs";

constexpr std::string_view kObject = R"cs(
    /// <summary>Works on a new object of a bucket, once.</summary>
    private Task<JsonNode?> OnObject(JsonObject input)
    {
        var detail = Items.Of(input["detail"]);
        var item = new JsonObject
        {
            ["id"] = Items.Text(input["id"]),
            ["bucket"] = Items.Text(detail["bucket"]?["name"]),
            ["key"] = Items.Text(detail["object"]?["key"]),
            ["size"] = detail["object"]?["size"]?.DeepClone(),
        };
        return once.Work(Items.Text(input["id"]), item, work.On);
    }
)cs";

constexpr std::string_view kQueue = R"cs(
    /// <summary>Works on a batch of messages; those that fail come again, the others do not.</summary>
    private async Task<JsonNode?> OnMessages(JsonObject input)
    {
        var failures = new JsonArray();
        foreach (var message in input["Records"]!.AsArray())
        {
            var id = Items.Text(message?["messageId"]);@STOP@
            try
            {
                var body = Items.Read(Items.Text(message?["body"]));
                var isEvent = body.ContainsKey("detail-type");
                await once.Work(isEvent ? Items.IdOf(body) : id, isEvent ? Items.Of(body["detail"]) : body, work.On);
            }
            catch (Exception error)
            {
                Logger.LogError(error, $"message {id} failed");
                failures.Add(new JsonObject { ["itemIdentifier"] = id });
            }
        }
        return new JsonObject { ["batchItemFailures"] = failures };
    }
)cs";

constexpr std::string_view kStopInOrder = R"cs(
            if (failures.Count > 0) // What follows a failure waits, or the order is lost.
            {
                failures.Add(new JsonObject { ["itemIdentifier"] = id });
                continue;
            })cs";

constexpr std::string_view kStream = R"cs(
    /// <summary>Works on a batch of records in their order; from the first that fails, they come again.</summary>
    private async Task<JsonNode?> OnRecords(JsonObject input)
    {
        var failures = new JsonArray();
        foreach (var entry in input["Records"]!.AsArray())
        {
            try
            {
                var data = Convert.FromBase64String(Items.Text(entry?["kinesis"]?["data"]));
                await once.Work(Items.Text(entry?["eventID"]), Items.Read(Encoding.UTF8.GetString(data)), work.On);
            }
            catch (Exception error)
            {
                var number = Items.Text(entry?["kinesis"]?["sequenceNumber"]);
                Logger.LogError(error, $"record {number} failed");
                failures.Add(new JsonObject { ["itemIdentifier"] = number });
                break;
            }
        }
        return new JsonObject { ["batchItemFailures"] = failures };
    }
)cs";

constexpr std::string_view kTopic = R"cs(
    /// <summary>Works on records of a topic, each partition in its order. A failure lets the whole batch come
    /// again.</summary>
    private async Task<JsonNode?> OnTopic(JsonObject input)
    {
        foreach (var entry in input["records"]!.AsObject().SelectMany(partition => partition.Value!.AsArray()))
        {
            var number = $"{Items.Text(entry?["topic"])}-{entry?["partition"]}-{entry?["offset"]}";
            var value = Convert.FromBase64String(Items.Text(entry?["value"]));
            await once.Work(number, Items.Read(Encoding.UTF8.GetString(value)), work.On);
        }
        return null;
    }
)cs";

constexpr std::string_view kSchedule = R"cs(
    /// <summary>Runs the job of this moment.</summary>
    private async Task<JsonNode?> OnSchedule(JsonObject input)
    {
        return await work.On(new JsonObject { ["id"] = Items.Text(input["id"]), ["time"] = Items.Text(input["time"]) });
    }
)cs";

constexpr std::string_view kLogs = R"cs(
    /// <summary>Unpacks collected log lines.</summary>
    private async Task<JsonNode?> OnLogs(JsonObject input)
    {
        var data = Convert.FromBase64String(Items.Text(input["awslogs"]?["data"]));
        await using var stream = new GZipStream(new MemoryStream(data), CompressionMode.Decompress);
        var packed = Items.Of(await JsonNode.ParseAsync(stream));
        if (Items.Text(packed["messageType"]) != "DATA_MESSAGE")
        {
            return 0;
        }
        var lines = packed["logEvents"]!.AsArray();
        foreach (var line in lines)
        {
            await work.On(new JsonObject
            {
                ["id"] = Items.Text(line?["id"]),
                ["source"] = Items.Text(packed["logGroup"]),
                ["time"] = line?["timestamp"]?.DeepClone(),
                ["text"] = Items.Text(line?["message"]),
            });
        }
        return lines.Count;
    }
)cs";

constexpr std::string_view kTask = R"cs(
    /// <summary>Does one step of the state machine.</summary>
    private async Task<JsonNode?> OnStep(JsonObject input)
    {
        var item = Items.Of(input["input"]);
        switch (Items.Text(input["step"]))
        {
            case "plan":
                return new JsonObject { ["pieces"] = Work.Plan(item) };
            case "finish":
                return new JsonObject { ["id"] = Items.Text(input["execution"]), ["state"] = "finished" };
@STEPS@            default:
                return await work.On(item);
        }
    }
)cs";

constexpr std::string_view kSocket = R"cs(
    private readonly Lazy<AmazonDynamoDBClient> sockets = new(() => new AmazonDynamoDBClient());

    /// <summary>Follows a connection: opened, a message, closed.</summary>
    private async Task<JsonNode?> OnSocket(JsonObject input)
    {
        var request = Items.Of(input["requestContext"]);
        var key = new Dictionary<string, AttributeValue>
        {
            ["id"] = new() { S = Items.Text(request["connectionId"]) },
        };
        switch (Items.Text(request["eventType"]))
        {
            case "CONNECT":
                var endpoint = $"https://{Items.Text(request["domainName"])}/{Items.Text(request["stage"])}";
                var expiration = DateTimeOffset.UtcNow.AddHours(2).ToUnixTimeSeconds();
                key["endpoint"] = new AttributeValue { S = endpoint };
                key["expiration"] = new AttributeValue { N = expiration.ToString(CultureInfo.InvariantCulture) };
                await sockets.Value.PutItemAsync(Items.Variable("CONNECTIONS_TABLE"), key);
                break;
            case "DISCONNECT":
                await sockets.Value.DeleteItemAsync(Items.Variable("CONNECTIONS_TABLE"), key);
                break;
            default:
                await work.On(Items.Read(Items.Text(input["body"])));
                break;
        }
        return new JsonObject { ["statusCode"] = 200 };
    }
)cs";

constexpr std::string_view kInvoke = R"cs(
    /// <summary>Answers a direct call of another service.</summary>
    private async Task<JsonNode?> OnCall(JsonObject input)
    {
        return await work.On(input);
    }
)cs";

/// What tells the events of one kind apart, the method that takes them and its code.
struct TriggerRow {
    SamTriggerKind kind;
    std::string_view test, method, code;
};
constexpr std::array kTriggers{
    TriggerRow{SamTriggerKind::Socket, "input[\"requestContext\"]?[\"connectionId\"] is not null", "OnSocket", kSocket},
    TriggerRow{SamTriggerKind::Http, "input.ContainsKey(\"requestContext\")", "OnRequest", ""},
    TriggerRow{SamTriggerKind::Object, "Items.Text(input[\"source\"]) == \"aws.s3\"", "OnObject", kObject},
    TriggerRow{SamTriggerKind::Schedule, "Items.Text(input[\"source\"]) == \"aws.scheduler\"", "OnSchedule", kSchedule},
    TriggerRow{SamTriggerKind::Bus, "input.ContainsKey(\"detail-type\")", "OnEvent", kBus},
    TriggerRow{SamTriggerKind::Stream, "input[\"Records\"]?[0]?[\"kinesis\"] is not null", "OnRecords", kStream},
    TriggerRow{SamTriggerKind::Topic, "Items.Text(input[\"eventSource\"]) == \"aws:kafka\"", "OnTopic", kTopic},
    TriggerRow{SamTriggerKind::Queue, "input.ContainsKey(\"Records\")", "OnMessages", kQueue},
    TriggerRow{SamTriggerKind::Logs, "input.ContainsKey(\"awslogs\")", "OnLogs", kLogs},
    TriggerRow{SamTriggerKind::Task, "input.ContainsKey(\"step\")", "OnStep", kTask},
    TriggerRow{SamTriggerKind::Invoke, "", "OnCall", kInvoke},
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

std::string casesOf(const Rows& rows) {
    std::string text;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        text += fmt::format("        if ({})\n        {{\n            return {}(input);\n        }}\n", rows[i]->test,
                            rows[i]->method);
    }
    return text + fmt::format("        return {}(input);\n", rows.back()->method);
}

std::string stepsOf(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        text += fmt::format("            case \"{}\":\n                await connections.{}(item);\n"
                            "                return item;\n",
                            call.name, dotnetName(call));
    }
    return text;
}

/// The head without the lines of namespaces that the code below does not use.
std::string headFor(const std::string& code, const std::string& cases) {
    std::string head(kHead);
    const auto leave = [&](std::string_view line, std::initializer_list<std::string_view> words) {
        const auto isUsed = [&](std::string_view word) { return code.find(word) != std::string::npos; };
        if (std::ranges::none_of(words, isUsed)) {
            head.erase(head.find(line), line.size());
        }
    };
    leave("using System.Globalization;\n", {"CultureInfo"});
    leave("using System.IO.Compression;\n", {"GZipStream"});
    leave("using System.Security.Cryptography;\n", {"HMACSHA256"});
    leave("using System.Text;\n", {"Encoding."});
    leave("using Amazon.DynamoDBv2;\nusing Amazon.DynamoDBv2.Model;\n", {"AmazonDynamoDBClient"});
    leave("using AWS.Lambda.Powertools.Logging;\n", {"Logger."});
    const bool keeps = code.find(" connections.") != std::string::npos;
    return filledCode(head, {{"@CASES@", cases},
                             {"@KEEPS@", keeps ? "private readonly Connections connections;\n    " : ""},
                             {"@TAKES@", keeps ? "this.connections = connections;\n        " : ""}});
}

}  // namespace

std::string dotnetApp(const SamDraft& draft, const SamService& service) {
    const Rows rows = rowsFor(draft.triggers);
    std::string code;
    for (const TriggerRow* row : rows) {
        code +=
            row->kind == SamTriggerKind::Http
                ? dotnetRequestCode(service)
                : filledCode(row->code, {{"@STOP@", service.profile->flag("ordered") ? std::string(kStopInOrder) : ""},
                                         {"@STEPS@", stepsOf(callsInOrder(draft.calls))}});
    }
    return headFor(code, casesOf(rows)) + code + "}\n";
}

}  // namespace tideline
