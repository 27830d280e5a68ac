// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/dotnet_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

constexpr std::string_view kSecret = R"cs(
    private readonly Dictionary<string, string> known = []; // Texts of secrets, for the life of this process.

    /// <summary>The text of a secret.</summary>
    public virtual async Task<string> Secret(string id)
    {
        if (!known.TryGetValue(id, out var text))
        {
            var get = new Amazon.SecretsManager.Model.GetSecretValueRequest { SecretId = id };
            text = (await secrets.Value.GetSecretValueAsync(get)).SecretString ?? "";
            known[id] = text;
        }
        return text;
    }
)cs";

constexpr std::string_view kPost = R"cs(
    private static readonly HttpClient Http = new();

    /// <summary>Sends a request; tries again, ever later, where the other side fails.</summary>
    private static async Task Post(Func<HttpRequestMessage> request, TimeSpan limit, int retries)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var timeout = new CancellationTokenSource(limit);
                using var answer = await Http.SendAsync(request(), timeout.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (Exception error) when (attempt < retries && MayPass(error))
            {
                await Task.Delay(100 << Math.Min(attempt, 10));
            }
        }
    }

    /// <summary>True for failures of the network and of the other side, not for what it refused.</summary>
    private static bool MayPass(Exception error)
    {
        return error is OperationCanceledException
            || (error is HttpRequestException failed && (failed.StatusCode is null || (int)failed.StatusCode >= 500));
    }
)cs";

constexpr std::string_view kSigned = R"cs(
    /// <summary>A request of OpenSearch under AWS Signature Version 4.</summary>
    private static HttpRequestMessage Signed(Uri place, string body, ImmutableCredentials credentials)
    {
        var region = Items.Variable("AWS_REGION");
        var moment = DateTime.UtcNow.ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture);
        var scope = $"{moment[..8]}/{region}/es/aws4_request";
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = place.Authority,
            ["x-amz-content-sha256"] = Hash(body),
            ["x-amz-date"] = moment,
        };
        if (!string.IsNullOrEmpty(credentials.Token))
        {
            headers["x-amz-security-token"] = credentials.Token;
        }
        var names = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"));
        // The path is escaped once more than it is sent.
        var path = string.Join('/', place.AbsolutePath.Split('/').Select(part => Uri.EscapeDataString(part)));
        var canonical = $"POST\n{path}\n\n{lines}\n{names}\n{headers["x-amz-content-sha256"]}";
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }
        var text = $"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{Hash(canonical)}";
        var mark = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        var request = new HttpRequestMessage(HttpMethod.Post, place);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers.Where(header => header.Key != "host"))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        request.Headers.TryAddWithoutValidation("authorization",
            $"AWS4-HMAC-SHA256 Credential={credentials.AccessKey}/{scope}, SignedHeaders={names}, Signature={mark}");
        return request;
    }

    private static string Hash(string text)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
)cs";

bool hasKind(const std::vector<SamCall>& calls, SamCallKind kind) {
    return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
}

/// The lines of namespaces that a text needs.
std::string usingsOf(std::string_view code) {
    struct Row {
        std::string_view word, space;
    };
    constexpr Row kSpaces[] = {{"CultureInfo", "System.Globalization"},
                               {"HMACSHA256", "System.Security.Cryptography"},
                               {"Encoding.", "System.Text"},
                               {"JsonObject", "System.Text.Json.Nodes"},
                               {"AttributeValue", "Amazon.DynamoDBv2.Model"},
                               {"ImmutableCredentials", "Amazon.Runtime"},
                               {"DefaultAWSCredentialsIdentityResolver", "Amazon.Runtime.Credentials"}};
    std::string text;
    for (const Row& row : kSpaces) {
        text += code.find(row.word) != std::string_view::npos ? fmt::format("using {};\n", row.space) : "";
    }
    return text.empty() ? text : text + "\n";
}

}  // namespace

std::string dotnetConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const bool readsSecrets = checksSignatures || std::ranges::any_of(calls, isOpenedBySecret);
    std::map<std::string_view, std::string_view> clients;
    for (const SamCall& call : calls) {
        if (const DotnetCall& row = dotnetCall(call); !row.field.empty()) {
            clients[row.field] = row.client;
        }
    }
    if (readsSecrets) {
        clients["secrets"] = "Amazon.SecretsManager.AmazonSecretsManagerClient";
    }
    std::string code;
    for (const auto& [field, client] : clients) {
        code += fmt::format("    private readonly Lazy<{0}> {1} = new(() => new());\n", client, field);
    }
    code += readsSecrets ? kSecret : "";
    code += hasKind(calls, SamCallKind::Request) || hasKind(calls, SamCallKind::Search) ? kPost : "";
    code += hasKind(calls, SamCallKind::Search) ? kSigned : "";
    for (const SamCall& call : calls) {
        code += dotnetCallCode(call);
    }
    code.erase(0, std::min(code.find_first_not_of('\n'), code.size()));
    return usingsOf(code) +
           "namespace Edge;\n\n/// <summary>The connections that are drawn from this service, one method each; tests "
           "put "
           "methods of their own\n/// here.</summary>\npublic class Connections\n{\n" +
           code + "}\n";
}

}  // namespace tideline
