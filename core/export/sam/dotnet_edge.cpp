// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/dotnet_scaffold.h"

namespace tideline {

std::string_view dotnetItems() {
    return R"cs(using System.Text.Json;
using System.Text.Json.Nodes;

namespace Edge;

/// <summary>What travels between services: JSON objects, and what is asked of them.</summary>
public static class Items
{
    /// <summary>A copy of a JSON object; an exception where the node is none.</summary>
    public static JsonObject Of(JsonNode? node)
    {
        return node is JsonObject item ? (JsonObject)item.DeepClone() : throw new JsonException("no JSON object");
    }

    /// <summary>The JSON object that a text is; an exception where it is none.</summary>
    public static JsonObject Read(string text)
    {
        return Of(JsonNode.Parse(text));
    }

    /// <summary>A text as it is, another value as JSON, and a standard where there is nothing.</summary>
    public static string Text(JsonNode? node, string standard = "")
    {
        return node switch
        {
            null => standard,
            JsonValue value when value.TryGetValue(out string? text) => text,
            _ => node.ToJsonString(),
        };
    }

    /// <summary>The item's own id, or "latest" where it has none.</summary>
    public static string IdOf(JsonObject item)
    {
        return Text(item["id"], "latest");
    }

    /// <summary>The value of an environment variable; an exception where it is not set.</summary>
    public static string Variable(string name)
    {
        return Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"the environment variable {name} is not set");
    }
}
)cs";
}

std::string_view dotnetOnce() {
    return R"cs(using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using AWS.Lambda.Powertools.Logging;

namespace Edge;

/// <summary>Does the work of an event once: a second delivery within a day does nothing, a failure lets the event come
/// again.</summary>
public sealed class Once
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    /// <summary>After it a run of this function has surely ended.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(@BUSY@);

    private sealed record Claimed(string State, DateTimeOffset Expiration);

    private readonly string service = Environment.GetEnvironmentVariable("POWERTOOLS_SERVICE_NAME") ?? "service";
    private readonly string? table = Environment.GetEnvironmentVariable("PROCESSED_TABLE");
    private readonly Dictionary<string, Claimed> remembered = []; // Without a table, for the life of this process.
    private readonly Lazy<AmazonDynamoDBClient> client = new(() => new AmazonDynamoDBClient());

    public async Task<JsonNode?> Work(string eventId, JsonObject item, Func<JsonObject, Task<JsonObject>> work)
    {
        var key = $"{service}#{eventId}";
        if (!await Claim(key))
        {
            Logger.LogInformation($"skipped a second delivery of {eventId}");
            return null;
        }
        JsonObject result;
        try
        {
            result = await work(item);
        }
        catch
        {
            await Settle(key, "failed", TimeSpan.FromSeconds(-1));
            throw;
        }
        await Settle(key, "done", Day);
        return result;
    }

    /// <summary>True where nobody has worked on the event yet.</summary>
    private async Task<bool> Claim(string key)
    {
        var now = DateTimeOffset.UtcNow;
        if (string.IsNullOrEmpty(table))
        {
            if (remembered.TryGetValue(key, out var known) && known.Expiration > now)
            {
                return Refuse(known.State);
            }
            remembered[key] = new Claimed("busy", now + LongestWork);
            return true;
        }
        try
        {
            await client.Value.PutItemAsync(new PutItemRequest
            {
                TableName = table,
                Item = new Dictionary<string, AttributeValue>
                {
                    ["id"] = new() { S = key },
                    ["state"] = new() { S = "busy" },
                    ["expiration"] = Seconds(now + LongestWork),
                },
                ConditionExpression = "attribute_not_exists(id) OR expiration < :now",
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":now"] = Seconds(now) },
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            });
            return true;
        }
        catch (ConditionalCheckFailedException refused)
        {
            return Refuse(refused.Item is { } item && item.TryGetValue("state", out var state) ? state.S : "done");
        }
    }

    /// <summary>What has been done is skipped; what is being done elsewhere has to come again.</summary>
    private static bool Refuse(string state)
    {
        return state == "busy"
            ? throw new InvalidOperationException("another delivery of this event is being worked on")
            : false;
    }

    private async Task Settle(string key, string state, TimeSpan keep)
    {
        var expiration = DateTimeOffset.UtcNow + keep;
        if (string.IsNullOrEmpty(table))
        {
            remembered[key] = new Claimed(state, expiration);
            return;
        }
        await client.Value.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = table,
            Key = new Dictionary<string, AttributeValue> { ["id"] = new() { S = key } },
            UpdateExpression = "SET #state = :state, expiration = :expiration",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#state"] = "state" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":state"] = new() { S = state },
                [":expiration"] = Seconds(expiration),
            },
        });
    }

    private static AttributeValue Seconds(DateTimeOffset moment)
    {
        return new AttributeValue { N = moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
    }
}
)cs";
}

}  // namespace tideline
