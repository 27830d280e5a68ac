// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/java_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kHelpers = R"java(
    static String env(String name) {
        return Objects.requireNonNull(System.getenv(name), () -> "the environment variable " + name + " is not set");
    }

    static String idOf(ObjectNode item) {
        return item.path("id").asText("latest");
    }
)java";

constexpr std::string_view kClient = R"java(
    private final Map<Class<?>, Object> clients = new HashMap<>();

    /** One client a service of AWS, built when it is first needed. */
    @SuppressWarnings("unchecked")
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return (C) clients.computeIfAbsent(builder.getClass(),
                type -> builder.httpClientBuilder(UrlConnectionHttpClient.builder()).build());
    }
)java";

constexpr std::string_view kSecret = R"java(
    private final Map<String, String> secrets = new HashMap<>();

    /** The secret's text; kept for the life of this process. */
    String secret(String id) {
        return secrets.computeIfAbsent(id,
                name -> client(SecretsManagerClient.builder()).getSecretValue(get -> get.secretId(name)).secretString());
    }
)java";

constexpr std::string_view kPost = R"java(
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Sends a request; tries again, ever later, where the other side fails. */
    private static void post(HttpRequest.Builder request, Duration timeout, int retries) throws IOException {
        for (int attempt = 0; ; attempt++) {
            int status = 0;
            try {
                status = HTTP.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status < 400) {
                    return;
                }
                if (status < 500 || attempt == retries) {
                    throw new IllegalStateException("the other side answers with " + status);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            } catch (IOException error) {
                if (attempt == retries) {
                    throw error;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(100L << attempt).toNanos());
        }
    }
)java";

void add(std::set<std::string>& imports, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        imports.emplace(name);
    }
}

bool hasKind(const std::vector<SamCall>& calls, SamCallKind kind) {
    return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
}

bool isOfCore(const SamCall& call) {
    return call.kind == SamCallKind::Documents || call.kind == SamCallKind::Stored;
}

std::set<std::string> importsOf(const std::vector<SamCall>& calls, bool readsSecrets, bool takesClients) {
    std::set<std::string> imports;
    add(imports, {"com.fasterxml.jackson.databind.node.ObjectNode", "java.util.Objects"});
    if (takesClients) {
        add(imports,
            {"java.util.HashMap", "java.util.Map", "software.amazon.awssdk.awscore.client.builder.AwsClientBuilder",
             "software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder",
             "software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient"});
    }
    if (readsSecrets) {
        add(imports, {"software.amazon.awssdk.services.secretsmanager.SecretsManagerClient"});
    }
    for (const SamCall& call : calls) {
        if (const JavaCall& row = javaCall(call); !row.client.empty()) {
            imports.insert("software.amazon.awssdk.services." + std::string(row.client));
        }
    }
    if (hasKind(calls, SamCallKind::PutRecord) || hasKind(calls, SamCallKind::Invoke) ||
        hasKind(calls, SamCallKind::Deliver)) {
        add(imports, {"software.amazon.awssdk.core.SdkBytes"});
    }
    for (const SamCall& call : calls) {
        if (call.kind == SamCallKind::Objects && !isFound(call)) {
            add(imports, {"software.amazon.awssdk.core.sync.RequestBody"});
        }
        if (call.kind == SamCallKind::Items) {
            add(imports, {"software.amazon.awssdk.services.dynamodb.model.AttributeValue"});
        }
        if (call.kind == SamCallKind::Query && !isOpenedBySecret(call)) {
            add(imports, {"software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                          "software.amazon.awssdk.regions.Region", "software.amazon.awssdk.services.rds.RdsUtilities"});
        }
        if (call.kind == SamCallKind::Cached || isOfCore(call) ||
            (call.kind == SamCallKind::Query && isOpenedBySecret(call))) {
            add(imports, {"com.fasterxml.jackson.databind.ObjectMapper"});
        }
        if (isOfCore(call)) {
            add(imports, {"java.io.IOException"});
        }
        if (call.kind == SamCallKind::Stored && !isFound(call)) {
            add(imports, {"software.amazon.awssdk.core.sync.RequestBody",
                          "software.amazon.awssdk.services.s3.model.PutObjectRequest",
                          "software.amazon.awssdk.services.s3.model.S3Exception"});
        }
        if (call.kind == SamCallKind::Documents && !isFound(call)) {
            add(imports, {"com.mongodb.client.model.ReplaceOptions"});
        }
        if (needsNetwork(call.kind)) {
            add(imports, {"java.io.IOException"});
        }
    }
    if (hasKind(calls, SamCallKind::Request) || hasKind(calls, SamCallKind::Search)) {
        add(imports,
            {"java.io.InterruptedIOException", "java.net.URI", "java.net.http.HttpClient", "java.net.http.HttpRequest",
             "java.net.http.HttpResponse", "java.time.Duration", "java.util.concurrent.locks.LockSupport"});
    }
    if (hasKind(calls, SamCallKind::Documents)) {
        add(imports, {"com.mongodb.MongoClientSettings", "com.mongodb.MongoCredential", "com.mongodb.ServerAddress",
                      "com.mongodb.client.MongoClient", "com.mongodb.client.MongoClients",
                      "com.mongodb.client.MongoCollection", "com.mongodb.client.model.Filters", "java.util.List",
                      "java.util.concurrent.TimeUnit", "org.bson.Document"});
    }
    if (hasKind(calls, SamCallKind::Stored)) {
        add(imports,
            {"java.net.URI", "java.time.Duration", "software.amazon.awssdk.auth.credentials.AwsBasicCredentials",
             "software.amazon.awssdk.auth.credentials.StaticCredentialsProvider",
             "software.amazon.awssdk.awscore.retry.AwsRetryStrategy",
             "software.amazon.awssdk.core.checksums.RequestChecksumCalculation",
             "software.amazon.awssdk.core.checksums.ResponseChecksumValidation",
             "software.amazon.awssdk.regions.Region"});
    }
    if (hasKind(calls, SamCallKind::Query)) {
        add(imports, {"java.sql.DriverManager", "java.sql.SQLException", "java.util.Properties"});
    }
    if (hasKind(calls, SamCallKind::Cached)) {
        add(imports, {"redis.clients.jedis.DefaultJedisClientConfig", "redis.clients.jedis.HostAndPort",
                      "redis.clients.jedis.Jedis"});
    }
    if (hasKind(calls, SamCallKind::Search)) {
        add(imports, {"java.io.ByteArrayInputStream", "java.net.URLEncoder",
                      "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider",
                      "software.amazon.awssdk.http.SdkHttpMethod", "software.amazon.awssdk.http.SdkHttpRequest",
                      "software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner"});
    }
    return imports;
}

}  // namespace

std::string javaConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const bool readsSecrets = checksSignatures || std::ranges::any_of(calls, isOpenedBySecret);
    const bool takesClients =
        readsSecrets || std::ranges::any_of(calls, [](const SamCall& call) { return !javaCall(call).client.empty(); });
    const std::set<std::string> imports = importsOf(calls, readsSecrets, takesClients);
    std::string text = "package edge;\n\n";
    text += hasKind(calls, SamCallKind::Search) ? "import static java.nio.charset.StandardCharsets.UTF_8;\n\n" : "";
    for (const std::string& name : imports) {
        text += "import " + name + ";\n";
    }
    text += "\n/** The connections that are drawn from this service, one method each; tests put methods of their own "
            "here. */\n"
            "class Connections {";
    const bool reads = imports.contains("com.fasterxml.jackson.databind.ObjectMapper");
    text += reads ? "\n    private static final ObjectMapper JSON = new ObjectMapper();\n" : "";
    text += kHelpers;
    text += takesClients ? kClient : "";
    text += readsSecrets ? kSecret : "";
    text += hasKind(calls, SamCallKind::Request) || hasKind(calls, SamCallKind::Search) ? kPost : "";
    text += hasKind(calls, SamCallKind::Documents) ? javaCollection() : "";
    text += hasKind(calls, SamCallKind::Stored) ? javaStore() : "";
    for (const SamCall& call : calls) {
        text += javaCallCode(call);
    }
    return text + "}\n";
}

}  // namespace tideline
