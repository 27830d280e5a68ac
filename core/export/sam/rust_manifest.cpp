// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/rust_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kManifest = R"toml([package]
name = "edge-@SLUG@"
version = "1.0.0"
edition = "2024"
rust-version = "1.94.1"
publish = false

[lib]
name = "function"

[dependencies]
@DEPENDENCIES@)toml";

/// A crate in the version that the scaffolds are written for. Those of AWS leave their older HTTP client out.
struct Crate {
    std::string_view name, version, features;
    bool isBare = false;  ///< takes the features that are named and no others
};
constexpr std::string_view kAws = "\"default-https-client\", \"rt-tokio\"";
constexpr std::array kCrates{
    Crate{"aws-config", "1.13.0", kAws, true},
    Crate{"aws-credential-types", "1.3.1", ""},
    Crate{"aws-sdk-dynamodb", "1.136.0", kAws, true},
    Crate{"aws-sdk-eventbridge", "1.127.0", kAws, true},
    Crate{"aws-sdk-firehose", "1.128.0", kAws, true},
    Crate{"aws-sdk-kinesis", "1.130.0", kAws, true},
    Crate{"aws-sdk-lambda", "1.156.0", kAws, true},
    Crate{"aws-sdk-s3", "1.157.0", kAws, true},
    Crate{"aws-sdk-secretsmanager", "1.125.0", kAws, true},
    Crate{"aws-sdk-ses", "1.123.0", kAws, true},
    Crate{"aws-sdk-sfn", "1.125.0", kAws, true},
    Crate{"aws-sdk-sqs", "1.119.0", kAws, true},
    Crate{"aws-sigv4", "1.6.4", ""},
    Crate{"aws_lambda_events", "1.2.1", "@EVENTS@", true},
    Crate{"base64", "0.23.1", ""},
    Crate{"hex", "0.4.3", ""},
    Crate{"hmac", "0.13.0", ""},
    Crate{"http", "1.5.0", ""},
    Crate{"lambda_runtime", "1.5.0", ""},
    Crate{"mongodb", "3.9.1", "\"bson-3\", \"compat-3-3-0\", \"rustls-tls-aws-lc\"", true},
    Crate{"redis", "1.8.1", "\"tokio-rustls-comp\"", true},
    Crate{"reqwest", "0.13.5", "\"rustls\"", true},
    Crate{"serde", "1.0.229", "\"derive\""},
    Crate{"serde_json", "1.0.154", ""},
    Crate{"sha2", "0.11.1", ""},
    Crate{"sqlx", "0.9.0", "\"postgres\", \"runtime-tokio\", \"tls-rustls-aws-lc-rs\"", true},
    Crate{"tokio", "1.54.1", "\"macros\", \"rt-multi-thread\", \"time\""},
};

std::string dependency(const Crate& crate) {
    if (crate.features.empty()) {
        return fmt::format("{} = \"={}\"\n", crate.name, crate.version);
    }
    return fmt::format("{} = {{ version = \"={}\", {}features = [{}] }}\n", crate.name, crate.version,
                       crate.isBare ? "default-features = false, " : "", crate.features);
}

using Names = std::set<std::string, std::less<>>;

void add(Names& names, std::string_view words) {
    for (const std::string& word : wordsOf(words)) {
        names.insert(word);
    }
}

Names cratesOf(const std::vector<SamCall>& calls) {
    Names names;
    add(names, "aws-config aws-sdk-dynamodb lambda_runtime serde_json tokio");
    for (const SamCall& call : calls) {
        const RustCall& row = rustCall(call);
        add(names, row.crates);
        add(names, row.client);
        add(names, isOpenedBySecret(call) ? "aws-sdk-secretsmanager" : "");
        add(names,
            call.kind == SamCallKind::Query && !isOpenedBySecret(call) ? "aws-credential-types aws-sigv4 http" : "");
    }
    return names;
}

}  // namespace

std::string rustManifest(const SamDraft& draft, const SamService& service) {
    Names names = cratesOf(draft.calls);
    Names events;  // features of aws_lambda_events
    for (const RustTrigger& row : rustTriggers()) {
        const bool isUsed =
            std::ranges::any_of(draft.triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; });
        if (isUsed) {
            for (const std::string& word : wordsOf(row.crates)) {
                const bool isCrate = std::ranges::count(kCrates, word, &Crate::name) > 0;
                (isCrate ? names : events).insert(word);
            }
        }
    }
    add(names, events.empty() ? "" : "aws_lambda_events");
    add(names, checksSignatures(service) ? "aws-sdk-secretsmanager hex hmac sha2" : "");
    std::string text;
    for (const Crate& crate : kCrates) {
        text += names.contains(crate.name) ? dependency(crate) : "";
    }
    return filledCode(kManifest, {{"@DEPENDENCIES@", text},
                                  {"@EVENTS@", quotedWords({events.begin(), events.end()})},
                                  {"@SLUG@", service.slug}});
}

}  // namespace tideline
