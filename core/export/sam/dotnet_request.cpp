// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"
#include "core/export/sam/dotnet_scaffold.h"
#include "core/export/sam/python_scaffold.h"

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"cs(
    private static JsonObject Answer(int status, JsonObject body)
    {
        return new JsonObject
        {
            ["statusCode"] = status,
            ["headers"] = new JsonObject { ["content-type"] = "application/json" },
            ["body"] = body.ToJsonString(),
        };
    }

    private static string BodyOf(JsonObject request)
    {
        var body = Items.Text(request["body"]);
        var bytes = new byte[body.Length];
        // What is no base 64 is no JSON either, and is refused as that.
        return (request["isBase64Encoded"]?.GetValue<bool>() ?? false)
            && Convert.TryFromBase64String(body, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : body;
    }

    /// <summary>Answers a call of the API.</summary>
    private async Task<JsonNode?> OnRequest(JsonObject request)
    {@CHECK@
        JsonObject item;
        try
        {
            var body = BodyOf(request);
            item = body.Length == 0 ? new JsonObject() : Items.Read(body);
        }
        catch (JsonException)
        {
            return Answer(400, new JsonObject { ["error"] = "the body is not a JSON object" });
        }@QUERY@
        return Answer(@STATUS@, await work.On(item));
    }
@SIGNED@)cs";

constexpr std::string_view kCheck = R"cs(
        if (!await IsSigned(request))
        {
            return Answer(401, new JsonObject { ["error"] = "the signature does not match" });
        })cs";

constexpr std::string_view kQuery = R"cs(
        foreach (var (name, value) in request["queryStringParameters"] as JsonObject ?? new JsonObject())
        {
            item[name] = value?.DeepClone();
        })cs";

constexpr std::string_view kSignedBody = R"cs(
    /// <summary>True where the header x-signature is the HMAC of the body under the shared secret.</summary>
    private async Task<bool> IsSigned(JsonObject request)
    {
        foreach (var (name, mark) in request["headers"] as JsonObject ?? new JsonObject())
        {
            if (name.Equals("x-signature", StringComparison.OrdinalIgnoreCase))
            {
                return await IsMarked(BodyOf(request), Items.Text(mark));
            }
        }
        return false;
    }
)cs";

constexpr std::string_view kSignedState = R"cs(
    /// <summary>True where the parameter state is "NONCE.HMAC" with the HMAC of the nonce under our secret: the sign-in
    /// began here.</summary>
    private async Task<bool> IsSigned(JsonObject request)
    {
        var parts = Items.Text(request["queryStringParameters"]?["state"]).Split('.', 2);
        return parts.Length == 2 && await IsMarked(parts[0], parts[1]);
    }
)cs";

constexpr std::string_view kMark = R"cs(
    /// <summary>True where mark is the HMAC of a text under the shared secret.</summary>
    private async Task<bool> IsMarked(string text, string mark)
    {
        var id = Environment.GetEnvironmentVariable("SIGNING_SECRET_ARN") ?? "";
        var key = Encoding.UTF8.GetBytes(await connections.Secret(id));
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(mark));
    }
)cs";

}  // namespace

std::string dotnetRequestCode(const SamService& service) {
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isSigned = checksSignatures(service);
    const std::string check(isCallback ? kSignedState : kSignedBody);
    return filledCode(kRequest, {{"@CHECK@", isSigned ? std::string(kCheck) : ""},
                                 {"@QUERY@", isCallback ? std::string(kQuery) : ""},
                                 {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                                 {"@SIGNED@", isSigned ? check + std::string(kMark) : ""}});
}

}  // namespace tideline
