// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/rust_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<(), Error> {@OPEN@
        let request = self
            .http
            .post(variable("@ENV@_URL")?)@KEY@
            .header("content-type", "application/json")
            .body(serde_json::to_string(item)?);
        post(request, Duration::from_secs(@SECONDS@), @RETRIES@).await
    }
)rs";

constexpr std::string_view kQuery = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<(), Error> {
        let host = variable("@ENV@_HOST")?;
        let port: u16 = variable("@ENV@_PORT")?.parse()?;
@LOGIN@
        let place = PgConnectOptions::new_without_pgpass()
            .host(&host)
            .port(port)
            .username(&user)
            .password(&password)
            .database(&database)
            .ssl_mode(PgSslMode::@SSLMODE@);
        let body = serde_json::to_string(item)?;
        let create = "CREATE TABLE IF NOT EXISTS @SERVICE@_items \
                      (id text PRIMARY KEY, body text NOT NULL)";
        let keep = "INSERT INTO @SERVICE@_items (id, body) VALUES ($1, $2) \
                    ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body";
        let work = async {
            let mut database = PgConnection::connect_with(&place).await?;
            database.execute(create).await?;
            let insert = sqlx::query(keep).bind(id_of(item)).bind(body);
            insert.execute(&mut database).await?;
            database.close().await?;
            Ok(())
        };
        timeout(Duration::from_secs(@SECONDS@), work).await?
    }
)rs";

constexpr std::string_view kCached = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        let login = self.secrets.login(&variable("@ENV@_@SECRET@")?).await?;
        let password = login["token"].as_str().or(login["password"].as_str());
@ADDRESS@
        let settings = RedisConnectionInfo::default().set_password(password.unwrap_or_default());
        let place = address.into_connection_info()?.set_redis_settings(settings);
        let key = format!("@SERVICE@:{}", id_of(result));
        let body = serde_json::to_string(result)?;
        let work = async {
            let client = redis::Client::open(place)?;
            let mut cache = client.get_multiplexed_async_connection().await?;
            let set = redis::cmd("SETEX").arg(key).arg(3600).arg(body).to_owned();
            set.exec_async(&mut cache).await?;
            Ok(())
        };
        timeout(Duration::from_secs(@SECONDS@), work).await?
    }
)rs";

constexpr std::string_view kSearch = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        let mut place = reqwest::Url::parse(&variable("@ENV@_URL")?)?;
        place
            .path_segments_mut()
            .map_err(|()| "the address takes no path")?
            .pop_if_empty()
            .extend(["@SERVICE@", "_doc", &id_of(result)]);
        let request = http::Request::post(place.as_str())
            .header("content-type", "application/json")
            .body(serde_json::to_vec(result)?)?;
        let request = sign(&self.settings, request, "es", SigningSettings::default()).await?;
        let request = RequestBuilder::from_parts(self.http.clone(), request.try_into()?);
        post(request, Duration::from_secs(@SECONDS@), @RETRIES@).await
    }
)rs";

constexpr std::array kRows{
    RustCall{SamCallKind::Request, false, "Calls the service over HTTP.", kRequest, "reqwest", "", ""},
    RustCall{SamCallKind::Query, false, "Keeps an item in the database, in a table of one row an id.", kQuery, "sqlx",
             "", ""},
    RustCall{SamCallKind::Cached, false, "Keeps a result in the cache for an hour.", kCached, "redis", "", ""},
    RustCall{SamCallKind::Search, false,
             "Puts a document into the index; the request is signed with the rights of this function.", kSearch,
             "aws-credential-types aws-sigv4 http reqwest", "", ""},
};

// Pieces that differ by how a call is opened.
constexpr std::string_view kOpen = R"rs(
        let key = self.secrets.text(&variable("@ENV@_SECRET_NAME")?).await?;)rs";
constexpr std::string_view kLoginByIam = R"rs(        let user = variable("@ENV@_USER")?;
        let database = variable("@ENV@_DATABASE")?;
        let password = token_for(&self.settings, &host, port, &user).await?;)rs";
constexpr std::string_view kLoginBySecret =
    R"rs(        let login = self.secrets.login(&variable("@ENV@_SECRET_NAME")?).await?;
        let user = login["username"].as_str().unwrap_or_default().to_owned();
        let database = login["database"].as_str().unwrap_or("app").to_owned();
        let password = login["password"].as_str().unwrap_or_default().to_owned();)rs";
constexpr std::string_view kAddress = R"rs(        let address = ConnectionAddr::TcpTls {
            host: variable("@ENV@_HOST")?,
            port: variable("@ENV@_PORT")?.parse()?,
            insecure: false,
            tls_params: None,
        };)rs";
constexpr std::string_view kPlainAddress =
    R"rs(        let address = ConnectionAddr::Tcp(variable("@ENV@_HOST")?, variable("@ENV@_PORT")?.parse()?);)rs";

}  // namespace

const RustCall& rustCall(const SamCall& call) {
    const auto isHow = [&](const RustCall& row) { return row.kind == call.kind && (!row.isRead || call.isRead); };
    if (const auto row = std::ranges::find_if(kRows, isHow); row != kRows.end()) {
        return *row;
    }
    const auto store = std::ranges::find_if(rustStoreCalls(), isHow);
    return store != rustStoreCalls().end() ? *store : *std::ranges::find_if(rustAwsCalls(), isHow);
}

std::string rustCallCode(const SamCall& call) {
    const bool isOpened = hasVariable(call, "_SECRET_NAME");
    return filledCode(rustCall(call).code,
                      {{"@GROUP@", isGrouped(call) ? "\n            .message_group_id(id_of(message))" : ""},
                       {"@OPEN@", isOpened ? std::string(kOpen) : ""},
                       {"@KEY@", isOpened ? "\n            .bearer_auth(key)" : ""},
                       {"@LOGIN@", std::string(isOpened ? kLoginBySecret : kLoginByIam)},
                       {"@SSLMODE@", speaksTls(call) ? "Require" : "Disable"},
                       {"@ADDRESS@", std::string(speaksTls(call) ? kAddress : kPlainAddress)},
                       {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
                       {"@NAME@", call.name},
                       {"@ENV@", call.environment},
                       {"@SERVICE@", placeOf(call)},
                       {"@SECONDS@", std::to_string(secondsOf(call))},
                       {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace tideline
