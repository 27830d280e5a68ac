// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/rust_scaffold.h"

namespace tideline {

namespace {

constexpr std::string_view kType = R"rs(
/// What API Gateway and function addresses have in common.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    body: Option<String>,
    #[serde(default)]
    is_base64_encoded: bool,@FIELDS@
}

impl Request {
    fn body(&self) -> Vec<u8> {
        let text = self.body.as_deref().unwrap_or_default();
        if self.is_base64_encoded {
            // What is no base 64 is no JSON either, and is refused as that.
            return BASE64_STANDARD.decode(text).unwrap_or_else(|_| text.into());
        }
        text.into()
    }
}

fn answer(status: u16, body: &Value) -> Value {
    let headers = json!({"content-type": "application/json"});
    json!({"statusCode": status, "headers": headers, "body": body.to_string()})
}
)rs";

constexpr std::string_view kHeaders = R"rs(
    headers: Option<HashMap<String, String>>,)rs";

constexpr std::string_view kQueryField = R"rs(
    #[serde(rename = "queryStringParameters")]
    query: Option<HashMap<String, String>>,)rs";

constexpr std::string_view kMethods = R"rs(
    /// Answers a call of the API.
    async fn on_request(&self, request: Request) -> Result<Value, Error> {@CHECK@
        let body = request.body();
        let @MUT@item = if body.is_empty() {
            Item::new()
        } else if let Ok(item) = read_item(&body) {
            item
        } else {
            let error = "the body is not a JSON object";
            return Ok(answer(400, &json!({"error": error})));
        };@QUERY@
        let result = work(&self.connections, item).await?;
        Ok(answer(@STATUS@, &result.into()))
    }
@SIGNED@)rs";

constexpr std::string_view kCheck = R"rs(
        if !self.is_signed(&request).await? {
            let error = "the signature does not match";
            return Ok(answer(401, &json!({"error": error})));
        })rs";

constexpr std::string_view kQuery = R"rs(
        for (name, value) in request.query.unwrap_or_default() {
            item.insert(name, value.into());
        })rs";

constexpr std::string_view kSignedBody = R"rs(
    /// Tells whether the header x-signature is the HMAC of the body under the shared secret.
    async fn is_signed(&self, request: &Request) -> Result<bool, Error> {
        for (name, mark) in request.headers.iter().flatten() {
            if name.eq_ignore_ascii_case("x-signature") {
                return self.is_marked(&request.body(), mark).await;
            }
        }
        Ok(false)
    }
)rs";

constexpr std::string_view kSignedState = R"rs(
    /// Tells whether the parameter state is "<nonce>.<HMAC of the nonce>" under our secret: the sign-in began here.
    async fn is_signed(&self, request: &Request) -> Result<bool, Error> {
        let state = request.query.as_ref().and_then(|query| query.get("state"));
        match state.and_then(|state| state.split_once('.')) {
            Some((nonce, mark)) => self.is_marked(nonce.as_bytes(), mark).await,
            None => Ok(false),
        }
    }
)rs";

constexpr std::string_view kMark = R"rs(
    /// Tells whether mark is the HMAC of a text under the shared secret.
    async fn is_marked(&self, text: &[u8], mark: &str) -> Result<bool, Error> {
        let id = env::var("SIGNING_SECRET_ARN").unwrap_or_default();
        let key = self.connections.secret(&id).await?;
        let mut expected = Hmac::<Sha256>::new_from_slice(key.as_bytes())?;
        expected.update(text);
        Ok(hex::decode(mark).is_ok_and(|mark| expected.verify_slice(&mark).is_ok()))
    }
)rs";

}  // namespace

RustRequest rustRequest(const SamService& service) {
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isSigned = checksSignatures(service);
    const std::string fields =
        std::string(isSigned && !isCallback ? kHeaders : "").append(isCallback ? kQueryField : "");
    const std::string check(isCallback ? kSignedState : kSignedBody);
    return {filledCode(kType, {{"@FIELDS@", fields}}),
            filledCode(kMethods, {{"@MUT@", isCallback ? "mut " : ""},
                                  {"@CHECK@", isSigned ? std::string(kCheck) : ""},
                                  {"@QUERY@", isCallback ? std::string(kQuery) : ""},
                                  {"@STATUS@", isSigned && !isCallback ? "202" : "200"},
                                  {"@SIGNED@", isSigned ? check + std::string(kMark) : ""}})};
}

}  // namespace tideline
