// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/rust_scaffold.h"
#include "core/export/sam/rust_uses.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace tideline {

namespace {

constexpr std::string_view kTrait = R"rs(
/// The connections that are drawn from this service; tests put others in their place.
@ALLOW@pub trait Connections {@METHODS@}

/// The connections to what is really there.
pub struct Drawn@FIELDS@

impl Drawn {
    pub fn new(@SETTINGS@: &SdkConfig) -> Self {
        Self@VALUES@
    }
}

impl Connections for Drawn {@CALLS@}
)rs";

constexpr std::string_view kSecrets = R"rs(
/// Texts by the id of their secret, for the life of this process.
struct Secrets {
    client: aws_sdk_secretsmanager::Client,
    known: Mutex<HashMap<String, String>>,
}

impl Secrets {
    fn new(settings: &SdkConfig) -> Self {
        let client = aws_sdk_secretsmanager::Client::new(settings);
        let known = Mutex::default();
        Self { client, known }
    }

    async fn text(&self, id: &str) -> Result<String, Error> {
        let known = self.known.lock().unwrap().get(id).cloned();
        if let Some(text) = known {
            return Ok(text);
        }
        let get = self.client.get_secret_value().secret_id(id);
        let found = get.send().await.map_err(whole)?;
        let text = found.secret_string().unwrap_or_default().to_owned();
        let mut known = self.known.lock().unwrap();
        known.insert(id.to_owned(), text.clone());
        Ok(text)
    }
@LOGIN@}
)rs";

constexpr std::string_view kLogin = R"rs(
    /// A login, from the JSON text of a secret.
    async fn login(&self, id: &str) -> Result<Value, Error> {
        Ok(serde_json::from_str(&self.text(id).await?)?)
    }
)rs";

constexpr std::string_view kPost = R"rs(
/// Sends a request; tries again, ever later, where the other side fails.
async fn post(request: RequestBuilder, limit: Duration, retries: u32) -> Result<(), Error> {
    let request = request.timeout(limit);
    let mut attempt = 0;
    loop {
        let again = request.try_clone().ok_or("a stream is sent once")?;
        let answer = again.send().await;
        let Err(error) = answer.and_then(|answer| answer.error_for_status()) else {
            return Ok(());
        };
        let status = error.status();
        if attempt == retries || status.is_some_and(|status| status.is_client_error()) {
            return Err(error.into());
        }
        sleep(Duration::from_millis(100 << attempt.min(10))).await;
        attempt += 1;
    }
}
)rs";

constexpr std::string_view kSign = R"rs(
/// Signs a request with the rights of this function.
async fn sign(
    settings: &SdkConfig,
    mut request: http::Request<Vec<u8>>,
    service: &str,
    how: SigningSettings,
) -> Result<http::Request<Vec<u8>>, Error> {
    let provider = settings.credentials_provider();
    let provider = provider.ok_or("there are no credentials")?;
    let identity = provider.provide_credentials().await?.into();
    let parameters = v4::SigningParams::builder()
        .identity(&identity)
        .region(settings.region().ok_or("there is no region")?.as_ref())
        .name(service)
        .time(SystemTime::now())
        .settings(how)
        .build()?
        .into();
    let mut headers = Vec::new();
    for (name, value) in request.headers() {
        headers.push((name.as_str(), value.to_str()?));
    }
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers.into_iter(),
        SignableBody::Bytes(request.body()),
    )?;
    let (instructions, _) = http_request::sign(signable, &parameters)?.into_parts();
    instructions.apply_to_request_http1x(&mut request);
    Ok(request)
}
)rs";

constexpr std::string_view kToken = R"rs(
/// A password of the database for a quarter of an hour, by the rights of this function.
async fn token_for(
    settings: &SdkConfig,
    host: &str,
    port: u16,
    user: &str,
) -> Result<String, Error> {
    let mut how = SigningSettings::default();
    how.signature_location = SignatureLocation::QueryParams;
    how.expires_in = Some(Duration::from_secs(15 * 60));
    let address = format!("https://{host}:{port}/?Action=connect&DBUser={user}");
    let request = http::Request::get(address).body(Vec::new())?;
    let signed = sign(settings, request, "rds-db", how).await?;
    Ok(signed.uri().to_string().replacen("https://", "", 1))
}
)rs";

constexpr std::string_view kTextOf = R"rs(
/// The text of a member, or a standard where the item has none.
fn text_of<'a>(item: &'a Item, name: &str, standard: &'a str) -> &'a str {
    let text = item.get(name).and_then(Value::as_str);
    text.filter(|text| !text.is_empty()).unwrap_or(standard)
}
)rs";

struct Needs {
    std::map<std::string_view, std::string> fields;  ///< members of the connections, with the crate of their client
    bool readsSecrets = false, logsIn = false, posts = false, signsRequests = false, takesTokens = false, mails = false;
    bool keepsSettings() const { return signsRequests || takesTokens; }
};

Needs needsOf(const std::vector<SamCall>& calls, bool checksSignatures) {
    Needs needs;
    needs.readsSecrets = checksSignatures;
    for (const SamCall& call : calls) {
        const RustCall& row = rustCall(call);
        if (!row.field.empty()) {
            needs.fields[row.field] = snakeCase(row.client);
        }
        const bool isOpened = isOpenedBySecret(call);
        needs.readsSecrets |= isOpened;
        needs.logsIn |= isOpened && call.kind != SamCallKind::Request;
        needs.posts |= call.kind == SamCallKind::Request || call.kind == SamCallKind::Search;
        needs.signsRequests |= call.kind == SamCallKind::Search;
        needs.takesTokens |= call.kind == SamCallKind::Query && !isOpened;
        needs.mails |= call.kind == SamCallKind::Mail;
    }
    return needs;
}

RustUses usesOf(const std::vector<SamCall>& calls, const Needs& needs) {
    RustUses uses{"aws_config::SdkConfig"};
    const auto add = [&](bool isNeeded, std::initializer_list<std::string_view> paths) {
        for (const std::string_view path : paths) {
            isNeeded ? uses.emplace(path) : std::pair{uses.end(), false};
        }
    };
    const auto calling = [&](auto isSuch) { return std::ranges::any_of(calls, isSuch); };
    const auto has = [&](SamCallKind kind) { return calling([&](const SamCall& call) { return call.kind == kind; }); };
    add(needs.readsSecrets, {"std::collections::HashMap", "std::sync::Mutex"});
    add(needs.posts, {"reqwest::RequestBuilder", "std::time::Duration", "tokio::time::sleep"});
    add(needs.keepsSettings(),
        {"aws_credential_types::provider::ProvideCredentials", "aws_sigv4::http_request",
         "aws_sigv4::http_request::SignableBody", "aws_sigv4::http_request::SignableRequest",
         "aws_sigv4::http_request::SigningSettings", "aws_sigv4::sign::v4", "std::time::SystemTime"});
    add(needs.takesTokens, {"aws_sigv4::http_request::SignatureLocation"});
    add(has(SamCallKind::Query),
        {"sqlx::Connection", "sqlx::Executor", "sqlx::PgConnection", "sqlx::postgres::PgConnectOptions",
         "sqlx::postgres::PgSslMode", "std::time::Duration", "tokio::time::timeout"});
    add(has(SamCallKind::Cached), {"redis::ConnectionAddr", "redis::IntoConnectionInfo", "redis::RedisConnectionInfo",
                                   "std::time::Duration", "tokio::time::timeout"});
    add(has(SamCallKind::Documents),
        {"mongodb::bson::doc", "mongodb::options::ClientOptions", "mongodb::options::Credential",
         "mongodb::options::ServerAddress", "serde::Deserialize", "serde::Serialize", "std::time::Duration"});
    add(has(SamCallKind::Stored), {"aws_sdk_s3::config", "std::time::Duration"});
    add(calling([](const SamCall& call) { return call.kind == SamCallKind::Stored && !isFound(call); }),
        {"aws_sdk_s3::error::ProvideErrorMetadata"});
    add(has(SamCallKind::Items), {"aws_sdk_dynamodb::types::AttributeValue"});
    add(calling([](const SamCall& call) { return call.kind == SamCallKind::Items && isFound(call); }),
        {"crate::edge::read_item"});
    add(needs.logsIn || needs.mails ||
            calling([](const SamCall& call) { return call.kind == SamCallKind::Objects && isFound(call); }),
        {"serde_json::Value"});
    add(!calls.empty(), {"crate::edge::Item"});
    add(!calls.empty() || needs.readsSecrets, {"crate::edge::Error"});
    add(!calls.empty(), {"crate::edge::variable"});
    add(needs.readsSecrets || !needs.fields.empty(), {"crate::edge::whole"});
    return uses;
}

struct Members {
    std::string fields, values;
};

Members membersOf(const Needs& needs) {
    std::string fields;
    std::string values;
    const auto add = [&](std::string_view name, std::string_view type, const std::string& value) {
        fields += fmt::format("    {}: {},\n", name, type);
        values += fmt::format("            {}: {},\n", name, value);
    };
    for (const auto& [field, crate] : needs.fields) {
        add(field, crate + "::Client", crate + "::Client::new(settings)");
    }
    if (needs.posts) {
        add("http", "reqwest::Client", "reqwest::Client::new()");
    }
    if (needs.readsSecrets) {
        add("secrets", "Secrets", "Secrets::new(settings)");
    }
    if (needs.keepsSettings()) {
        add("settings", "SdkConfig", "settings.clone()");
    }
    return fields.empty() ? Members{";", ""} : Members{" {\n" + fields + "}", " {\n" + values + "        }"};
}

std::string traitOf(const std::vector<SamCall>& calls, bool checksSignatures) {
    std::string text;
    for (const SamCall& call : calls) {
        text += fmt::format("{}    /// {}\n    async fn {}(&self, item: &Item) -> Result<{}, Error>;\n",
                            text.empty() ? "\n" : "", rustCall(call).comment, call.name, rustAnswerOf(call));
    }
    if (checksSignatures) {
        text += fmt::format("{}    /// The text of a secret.\n    async fn secret(&self, id: &str) -> Result<String, "
                            "Error>;\n",
                            text.empty() ? "\n" : "");
    }
    return text;
}

}  // namespace

std::string rustConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const Needs needs = needsOf(calls, checksSignatures);
    const Members members = membersOf(needs);
    const std::string methods = traitOf(calls, checksSignatures);
    std::string code;
    for (const SamCall& call : calls) {
        code += rustCallCode(call);
    }
    if (checksSignatures) {
        code +=
            "\n    async fn secret(&self, id: &str) -> Result<String, Error> {\n        self.secrets.text(id).await\n"
            "    }\n";
    }
    code = code.empty() ? code : "\n" + code.substr(code.find_first_not_of('\n'));
    RustUses uses = usesOf(calls, needs);
    if (code.find("id_of(") != std::string::npos) {
        uses.emplace("crate::edge::id_of");
    }
    std::string text = "//! The connections that are drawn from this service, one function each.\n\n" + rustUses(uses);
    text += filledCode(
        kTrait, {{"@ALLOW@", methods.empty() ? ""
                                             : "// A function works on one event at a time: its futures need no Send.\n"
                                               "#[allow(async_fn_in_trait)]\n"},
                 {"@METHODS@", methods},
                 {"@FIELDS@", members.fields},
                 {"@SETTINGS@", members.values.find("settings") == std::string::npos ? "_settings" : "settings"},
                 {"@VALUES@", members.values},
                 {"@CALLS@", code}});
    text += needs.readsSecrets ? filledCode(kSecrets, {{"@LOGIN@", needs.logsIn ? std::string(kLogin) : ""}}) : "";
    text += needs.posts ? kPost : "";
    const auto has = [&](SamCallKind kind) {
        return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
    };
    text += has(SamCallKind::Documents) ? rustCollection() : "";
    text += has(SamCallKind::Stored) ? rustStore() : "";
    text += needs.keepsSettings() ? kSign : "";
    text += needs.takesTokens ? kToken : "";
    text += needs.mails ? kTextOf : "";
    return text;
}

}  // namespace tideline
