// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/typescript_scaffold.h"

#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

constexpr std::string_view kPlan = R"ts(
/** Cuts a run into pieces, each well within the fifteen minutes of a function. */
export function plan(item: Item): Item[] {
  return Array.from({ length: 10 }, (_, number) => ({ id: `piece-${number}`, run: item?.id }));
}
)ts";

constexpr std::string_view kOffline =
    R"ts(// Lets the unit tests run without packages: what comes from a registry is replaced by the stand-ins.
import { registerHooks } from "node:module";

const standIns = new URL("./stand_ins.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const isPackage = !/^(node:|file:|[./])/.test(specifier);
    return isPackage ? { url: standIns, format: "module-typescript", shortCircuit: true } : next(specifier, context);
  },
});

export { asked, commands, secretText } from "./stand_ins.ts";
)ts";

constexpr std::string_view kStandIns =
    R"ts(// Stands in for every package: clients remember what was asked of them, Powertools writes nothing.

/** The commands that were sent, in their order. */
export const asked: Command[] = [];

class Command {
  readonly input: Record<string, any>;
  constructor(input: Record<string, any>) {
    this.input = input;
  }
}

class Client {
  async send(command: Command) {
    asked.push(command);
    const text = { transformToString: () => "{}", transformToByteArray: async () => Buffer.from("sample") };
    return { FailedEntryCount: 0, Payload: text, Body: text, SecretString: secretText };
  }
}

/** The text of every secret: a key for signatures, a login for stores. */
export const secretText = JSON.stringify({ username: "sample", password: "sample" });

/** The names of the commands that were sent. */
export const commands = () => asked.map((command) => command.constructor.name);

@CLIENTS@
@COMMANDS@
export class ConditionalCheckFailedException extends Error {}

export class Logger {
  addContext() {}
  info() {}
  error() {}
}
export class Tracer {
  captureAWSv3Client = (client: Client) => client;
  getSegment() {}
  setSegment() {}
  annotateColdStart() {}
  addServiceNameAnnotation() {}
  addErrorAsMetadata() {}
}
export class Metrics {
  addMetric() {}
  publishStoredMetrics() {}
}
export const MetricUnit = { Count: "Count" };

/** A MongoDB that is empty and keeps nothing. */
export class MongoClient {
  db = () => this;
  collection = () => this;
  replaceOne = async () => {};
  findOne = async () => null;
}

// Connections that take these are replaced in the tests.
export class Sha256 {}
export class SignatureV4 {}
export class Signer {}
export const createClient = () => {};
export const defaultProvider = () => {};
export default {};
)ts";

constexpr std::string_view kTsConfig = R"json({
  "compilerOptions": {
    "allowImportingTsExtensions": true,
    "erasableSyntaxOnly": true,
    "lib": ["es2024"],
    "module": "nodenext",
    "noEmit": true,
    "skipLibCheck": true,
    "strict": true,
    "target": "es2024",
    "types": ["node"],
    "verbatimModuleSyntax": true
  },
  "include": ["src/**/*.ts"]
}
)json";

constexpr std::string_view kClientNames = "DynamoDBClient EventBridgeClient FirehoseClient KinesisClient LambdaClient "
                                          "S3Client SecretsManagerClient SESClient SFNClient SQSClient";
constexpr std::string_view kCommandNames =
    "CreateBucketCommand DeleteItemCommand GetItemCommand GetObjectCommand GetSecretValueCommand InvokeCommand "
    "PutEventsCommand "
    "PutItemCommand PutObjectCommand PutRecordCommand SendEmailCommand SendMessageCommand StartExecutionCommand "
    "UpdateItemCommand";

std::string classes(std::string_view names, std::string_view base) {
    std::string text;
    std::size_t begin = 0;
    while (begin < names.size()) {
        const std::size_t end = std::min(names.find(' ', begin), names.size());
        text += fmt::format("export class {} extends {} {{}}\n", names.substr(begin, end - begin), base);
        begin = end + 1;
    }
    return text;
}

/// "toFiles" as fromFiles: a name that is no word of the language.
std::string foundName(const SamCall& call) {
    return camelCase("from_" + call.name.substr(3));
}

std::string workModule(const std::vector<SamCall>& calls, bool isTask) {
    std::string body;
    std::string found;
    for (const SamCall& call : calls) {
        if (isFound(call)) {
            const std::string name = foundName(call);
            const std::string key = camelCase(call.name.substr(3));
            body += fmt::format("  const {} = await connections.{}(item);\n", name, camelCase(call.name));
            found +=
                findsBytes(call) ? fmt::format(", {}Bytes: {}.length", key, name) : fmt::format(", {}: {}", key, name);
        }
    }
    body += "  const result = { ...item" + found + " };\n";
    for (const SamCall& call : calls) {
        // The steps of a state machine do its calls themselves.
        body += isFound(call) || isTask ? "" : fmt::format("  await connections.{}(result);\n", camelCase(call.name));
    }
    const bool imports = body.find("connections.") != std::string::npos;
    return "// The work of this function: the file that is yours. Everything beside it is plumbing.\n" +
           std::string(imports ? "import { connections } from \"./connections.ts\";\n" : "") +
           "import type { Item } from \"./edge.ts\";\n\n"
           "/** Works on one item and passes the result on over the drawn connections. */\n"
           "export async function work(item: Item): Promise<Item> {\n" +
           body + "  return result;\n}\n" + (isTask ? std::string(kPlan) : "");
}

/// Versions that the code is written for.
std::string versionOf(std::string_view package) {
    const std::map<std::string_view, std::string_view> others{{"@aws-crypto/sha256-js", "^5.2.0"},
                                                              {"@smithy/signature-v4", "^5.0.0"},
                                                              {"mongodb", "^7.9.0"},
                                                              {"pg", "^8.23.0"},
                                                              {"redis", "^6.3.0"}};
    const auto row = others.find(package);
    return std::string(row == others.end() ? "^3.900.0" : row->second);
}

std::string packageFile(const SamService& service, const std::vector<std::string_view>& packages) {
    std::string text = fmt::format("{{\n  \"name\": \"{}\",\n  \"private\": true,\n  \"type\": \"module\",\n"
                                   "  \"engines\": {{ \"node\": \">=24\" }},\n  \"dependencies\": {{\n",
                                   service.slug);
    std::map<std::string, std::string> all;
    for (const std::string_view name : packages) {
        all.emplace(name, versionOf(name));
    }
    all.emplace("@aws-sdk/client-dynamodb", versionOf("@aws-sdk/client-dynamodb"));
    for (const std::string name : {"logger", "metrics", "tracer"}) {
        all.emplace("@aws-lambda-powertools/" + name, "^2.36.0");
    }
    all.emplace("esbuild", "^0.28.0");  // `sam build` installs no development dependencies
    std::string rows;
    for (const auto& [name, version] : all) {
        rows += fmt::format("{}    \"{}\": \"{}\"", rows.empty() ? "" : ",\n", name, version);
    }
    return text + rows +
           "\n  },\n  \"devDependencies\": {\n    \"@types/aws-lambda\": \"^8.10.164\",\n    \"@types/node\": "
           "\"^24.0.0\",\n" +
           (all.contains("pg") ? "    \"@types/pg\": \"^8.23.0\",\n" : "") + "    \"typescript\": \"^5.9.0\"\n  }\n}\n";
}

}  // namespace

YamlValue typescriptMetadata() {
    return YamlMembers{{"BuildMethod", "esbuild"},
                       {"BuildProperties", YamlMembers{{"EntryPoints", YamlList{"app.ts"}},
                                                       {"Target", "es2023"},
                                                       {"Minify", true},
                                                       {"Sourcemap", true}}}};
}

std::vector<ExportFile> typescriptFiles(const SamBuild& build, const SamService& service) {
    const SamDraft& draft = build.drafts.at(service.profile->id);
    const std::vector<SamCall> calls = callsInOrder(draft.calls);
    const bool isTask = std::ranges::any_of(
        draft.triggers, [](const SamTrigger& trigger) { return trigger.kind == SamTriggerKind::Task; });
    const bool checks = checksSignatures(service);
    const std::string folder = fmt::format("src/{}/", service.slug);
    return {{folder + "app.ts", typescriptApp(draft, service)},
            {folder + "work.ts", workModule(calls, isTask)},
            {folder + "connections.ts", typescriptConnections(calls, checks)},
            {folder + "edge.ts", filledCode(typescriptEdgeModule(), {{"@BUSY@", busySeconds(service)}})},
            {folder + "package.json", packageFile(service, typescriptPackages(calls, checks))},
            {fmt::format("tests/unit/{}.test.ts", service.slug), typescriptTest(draft, service)}};
}

std::vector<ExportFile> typescriptSharedFiles() {
    return {{"tests/unit/offline.ts", std::string(kOffline)},
            {"tests/unit/stand_ins.ts", filledCode(kStandIns, {{"@CLIENTS@", classes(kClientNames, "Client")},
                                                               {"@COMMANDS@", classes(kCommandNames, "Command")}})},
            {"tsconfig.json", std::string(kTsConfig)}};
}

}  // namespace tideline
