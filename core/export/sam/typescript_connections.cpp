// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/typescript_scaffold.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kSecret = R"ts(
const secrets = new Map<string, Promise<string>>();

/** The secret's text; kept for the life of this process. */
export function secret(id: string): Promise<string> {
  const known = secrets.get(id);
  if (known) {
    return known;
  }
  const read = secretsManager.send(new GetSecretValueCommand({ SecretId: id })).then((found) => found.SecretString ?? "");
  secrets.set(id, read);
  read.catch(() => secrets.delete(id)); // The next caller asks again.
  return read;
}
)ts";

constexpr std::string_view kPost = R"ts(
/** Posts JSON and returns JSON; tries again, ever later, where the other side fails. */
async function post(url: string, body: string, headers: Record<string, string>, seconds: number, attempts: number) {
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...headers },
        signal: AbortSignal.timeout(seconds * 1000),
      });
      const text = await response.text();
      if (response.ok) {
        return text ? JSON.parse(text) : {};
      }
      if (response.status < 500 || attempt === attempts) {
        throw new Refusal(`${url} answers with ${response.status}`);
      }
    } catch (error) {
      if (error instanceof Refusal || attempt === attempts) {
        throw error;
      }
    }
    await setTimeout(100 * 2 ** attempt);
  }
}

/** The other side answered, and asking again would not help. */
class Refusal extends Error {}
)ts";

constexpr std::string_view kCollection = R"ts(
const mongos = new Map<string, MongoClient>();

/** A collection of a MongoDB in the cluster, which speaks without TLS inside the network. */
async function collection(name: string, place: string, seconds: number) {
  const login = JSON.parse(await secret(env(`${name}_SECRET_NAME`)));
  let mongo = mongos.get(name);
  if (!mongo) {
    mongo = new MongoClient(`mongodb://${env(`${name}_HOST`)}:${env(`${name}_PORT`)}`, {
      auth: { username: login.username, password: login.password },
      connectTimeoutMS: seconds * 1000,
      serverSelectionTimeoutMS: seconds * 1000,
      socketTimeoutMS: seconds * 1000,
    });
    mongos.set(name, mongo);
  }
  return mongo.db(login.database ?? "app").collection<{ _id: string; body: Item }>(place);
}
)ts";

constexpr std::string_view kStore = R"ts(
const stores = new Map<string, S3Client>();

/** The client of an object store in the cluster, which speaks S3 without TLS inside the network. */
async function store(name: string, seconds: number, retries: number) {
  const login = JSON.parse(await secret(env(`${name}_SECRET_NAME`)));
  let files = stores.get(name);
  if (!files) {
    files = new S3Client({
      endpoint: `http://${env(`${name}_HOST`)}:${env(`${name}_PORT`)}`,
      region: "us-east-1", // The store has no regions, but signatures name one.
      credentials: { accessKeyId: login.username, secretAccessKey: login.password },
      forcePathStyle: true,
      maxAttempts: retries + 1,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      requestHandler: { connectionTimeout: seconds * 1000, requestTimeout: seconds * 1000 },
    });
    stores.set(name, files);
  }
  return files;
}
)ts";

/// The client of a service of AWS: the constant, its class and the package of both it and its commands.
struct ClientRow {
    std::string_view constant, type, package;
};
constexpr std::array kClients{
    ClientRow{"dynamodb", "DynamoDBClient", "@aws-sdk/client-dynamodb"},
    ClientRow{"eventBridge", "EventBridgeClient", "@aws-sdk/client-eventbridge"},
    ClientRow{"firehose", "FirehoseClient", "@aws-sdk/client-firehose"},
    ClientRow{"kinesis", "KinesisClient", "@aws-sdk/client-kinesis"},
    ClientRow{"lambda", "LambdaClient", "@aws-sdk/client-lambda"},
    ClientRow{"s3", "S3Client", "@aws-sdk/client-s3"},
    ClientRow{"secretsManager", "SecretsManagerClient", "@aws-sdk/client-secrets-manager"},
    ClientRow{"ses", "SESClient", "@aws-sdk/client-ses"},
    ClientRow{"sqs", "SQSClient", "@aws-sdk/client-sqs"},
    ClientRow{"stepFunctions", "SFNClient", "@aws-sdk/client-sfn"},
};

/// What the connections are written with.
struct Needs {
    bool posts = false, readsSecrets = false, queries = false, signsIn = false, caches = false, searches = false;
    bool keepsDocuments = false;
    std::map<std::string_view, std::set<std::string_view>> clients;  ///< constant -> commands
    std::set<std::string_view> storeCommands;  ///< of the S3 client of stores in the cluster
    bool storesObjects() const { return !storeCommands.empty(); }
};

Needs needsOf(const std::vector<SamCall>& calls, bool checksSignatures) {
    Needs needs;
    needs.readsSecrets = checksSignatures;
    for (const SamCall& call : calls) {
        needs.posts |= call.kind == SamCallKind::Request || call.kind == SamCallKind::Search;
        needs.readsSecrets |= isOpenedBySecret(call);
        needs.queries |= call.kind == SamCallKind::Query;
        needs.signsIn |= call.kind == SamCallKind::Query && !hasVariable(call, "_SECRET_NAME");
        needs.caches |= call.kind == SamCallKind::Cached;
        needs.searches |= call.kind == SamCallKind::Search;
        needs.keepsDocuments |= call.kind == SamCallKind::Documents;
        if (call.kind == SamCallKind::Stored) {
            isFound(call) ? needs.storeCommands.insert({"GetObjectCommand"})
                          : needs.storeCommands.insert({"CreateBucketCommand", "PutObjectCommand"});
        }
        if (const TypescriptCall& row = typescriptCall(call); !row.client.empty()) {
            needs.clients[row.client].insert(row.command);
        }
    }
    if (needs.readsSecrets) {
        needs.clients["secretsManager"].insert("GetSecretValueCommand");
    }
    return needs;
}

/// The commands that are sent with a client; empty where it is not needed.
std::set<std::string_view> commandsOf(const Needs& needs, const ClientRow& client) {
    std::set<std::string_view> commands;
    if (const auto used = needs.clients.find(client.constant); used != needs.clients.end()) {
        commands = used->second;
    }
    if (client.constant == "s3") {
        commands.insert(needs.storeCommands.begin(), needs.storeCommands.end());
    }
    return commands;
}

std::string importsOf(const Needs& needs) {
    std::string text;
    text += needs.posts ? "import { setTimeout } from \"node:timers/promises\";\n" : "";
    text += needs.searches ? "import { Sha256 } from \"@aws-crypto/sha256-js\";\n" : "";
    for (const ClientRow& client : kClients) {
        const std::set<std::string_view> commands = commandsOf(needs, client);
        if (!commands.empty()) {
            text += fmt::format("import {{ {}, {} }} from \"{}\";\n", fmt::join(commands, ", "), client.type,
                                client.package);
        }
    }
    text += needs.searches ? "import { defaultProvider } from \"@aws-sdk/credential-provider-node\";\n" : "";
    text += needs.signsIn ? "import { Signer } from \"@aws-sdk/rds-signer\";\n" : "";
    text += needs.searches ? "import { SignatureV4 } from \"@smithy/signature-v4\";\n" : "";
    text += needs.keepsDocuments ? "import { MongoClient } from \"mongodb\";\n" : "";
    text += needs.queries ? "import pg from \"pg\";\n" : "";
    text += needs.caches ? "import { createClient } from \"redis\";\n" : "";
    return text;
}

}  // namespace

std::vector<std::string_view> typescriptPackages(const std::vector<SamCall>& calls, bool checksSignatures) {
    const Needs needs = needsOf(calls, checksSignatures);
    std::vector<std::string_view> packages;
    for (const ClientRow& client : kClients) {
        if (!commandsOf(needs, client).empty()) {
            packages.push_back(client.package);
        }
    }
    if (needs.searches) {
        packages.insert(packages.end(),
                        {"@aws-crypto/sha256-js", "@aws-sdk/credential-provider-node", "@smithy/signature-v4"});
    }
    if (needs.signsIn) {
        packages.push_back("@aws-sdk/rds-signer");
    }
    if (needs.keepsDocuments) {
        packages.push_back("mongodb");
    }
    if (needs.queries) {
        packages.push_back("pg");
    }
    if (needs.caches) {
        packages.push_back("redis");
    }
    std::ranges::sort(packages);
    return packages;
}

std::string typescriptConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const Needs needs = needsOf(calls, checksSignatures);
    std::string text = "// The connections that are drawn from this service, one method each.\n" + importsOf(needs);
    std::set<std::string_view> edge;
    if (!calls.empty()) {
        edge.insert({"env", "type Item"});
    }
    if (!needs.clients.empty()) {
        edge.insert("tracer");
    }
    text += edge.empty() ? "" : fmt::format("import {{ {} }} from \"./edge.ts\";\n", fmt::join(edge, ", "));
    text += needs.clients.empty() ? "" : "\n";
    for (const ClientRow& client : kClients) {
        if (needs.clients.contains(client.constant)) {
            text += fmt::format("const {} = tracer.captureAWSv3Client(new {}({{}}));\n", client.constant, client.type);
        }
    }
    text += needs.readsSecrets ? kSecret : "";
    text += needs.posts ? kPost : "";
    text += needs.keepsDocuments ? kCollection : "";
    text += needs.storesObjects() ? kStore : "";
    text += "\nexport const connections = {";
    std::string methods;
    for (const SamCall& call : calls) {
        methods += typescriptCallCode(call);
    }
    // Methods follow each other with an empty line between, none before the first.
    return text + methods + "};\n";
}

}  // namespace tideline
