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
    std::map<std::string_view, std::set<std::string_view>> clients;  ///< constant -> commands
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
        if (const TypescriptCall& row = typescriptCall(call); !row.client.empty()) {
            needs.clients[row.client].insert(row.command);
        }
    }
    if (needs.readsSecrets) {
        needs.clients["secretsManager"].insert("GetSecretValueCommand");
    }
    return needs;
}

std::string importsOf(const Needs& needs) {
    std::string text;
    text += needs.posts ? "import { setTimeout } from \"node:timers/promises\";\n" : "";
    text += needs.searches ? "import { Sha256 } from \"@aws-crypto/sha256-js\";\n" : "";
    for (const ClientRow& client : kClients) {
        if (const auto used = needs.clients.find(client.constant); used != needs.clients.end()) {
            text += fmt::format("import {{ {}, {} }} from \"{}\";\n", fmt::join(used->second, ", "), client.type,
                                client.package);
        }
    }
    text += needs.searches ? "import { defaultProvider } from \"@aws-sdk/credential-provider-node\";\n" : "";
    text += needs.signsIn ? "import { Signer } from \"@aws-sdk/rds-signer\";\n" : "";
    text += needs.searches ? "import { SignatureV4 } from \"@smithy/signature-v4\";\n" : "";
    text += needs.queries ? "import pg from \"pg\";\n" : "";
    text += needs.caches ? "import { createClient } from \"redis\";\n" : "";
    return text;
}

}  // namespace

std::vector<std::string_view> typescriptPackages(const std::vector<SamCall>& calls, bool checksSignatures) {
    const Needs needs = needsOf(calls, checksSignatures);
    std::vector<std::string_view> packages;
    for (const ClientRow& client : kClients) {
        if (needs.clients.contains(client.constant)) {
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
    text += "\nexport const connections = {";
    std::string methods;
    for (const SamCall& call : calls) {
        methods += typescriptCallCode(call);
    }
    // Methods follow each other with an empty line between, none before the first.
    return text + methods + "};\n";
}

}  // namespace tideline
