// SPDX-License-Identifier: Apache-2.0
// Stores of the cluster: documents in MongoDB, objects in what speaks S3.
#include "core/export/sam/rust_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kKeepDocument = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<(), Error> {
        let limit = Duration::from_secs(@SECONDS@);
        let items = collection(&self.secrets, "@ENV@", "@SERVICE@_items", limit).await?;
        let kept = Kept { body: item.clone() };
        let replace = items.replace_one(doc! { "_id": id_of(item) }, kept);
        replace.upsert(true).await?;
        Ok(())
    }
)rs";

constexpr std::string_view kFindDocument = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<Option<Item>, Error> {
        let limit = Duration::from_secs(@SECONDS@);
        let items = collection(&self.secrets, "@ENV@", "@SERVICE@_items", limit).await?;
        let found = items.find_one(doc! { "_id": id_of(item) }).await?;
        Ok(found.map(|kept| kept.body))
    }
)rs";

constexpr std::string_view kStoreObject = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        let limit = Duration::from_secs(@SECONDS@);
        let files = store(&self.secrets, "@ENV@", limit, @RETRIES@).await?;
        let bucket = variable("@ENV@_BUCKET")?;
        let body = serde_json::to_vec(result)?;
        let key = format!("results/{}.json", id_of(result));
        let put = |body: Vec<u8>| {
            let put = files.put_object().content_type("application/json");
            put.bucket(&bucket).key(&key).body(body.into()).send()
        };
        let Err(error) = put(body.clone()).await else {
            return Ok(());
        };
        if error.code() != Some("NoSuchBucket") {
            return Err(whole(error));
        }
        let create = files.create_bucket().bucket(&bucket);
        create.send().await.map_err(whole)?;
        put(body).await.map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kFetchObject = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<Vec<u8>, Error> {
        let limit = Duration::from_secs(@SECONDS@);
        let files = store(&self.secrets, "@ENV@", limit, @RETRIES@).await?;
        let key = item.get("key").and_then(Value::as_str);
        let get = files.get_object().bucket(variable("@ENV@_BUCKET")?);
        let get = get.key(key.map_or_else(|| id_of(item), str::to_owned));
        let found = get.send().await.map_err(whole)?;
        Ok(found.body.collect().await?.to_vec())
    }
)rs";

}  // namespace

std::string_view rustCollection() {
    return R"rs(
/// A document of a MongoDB: an item under its id.
#[derive(Deserialize, Serialize)]
struct Kept {
    body: Item,
}

/// A collection of a MongoDB in the cluster, which speaks without TLS inside the network.
async fn collection(
    secrets: &Secrets,
    name: &str,
    place: &str,
    limit: Duration,
) -> Result<mongodb::Collection<Kept>, Error> {
    let id = variable(&format!("{name}_SECRET_NAME"))?;
    let login = secrets.login(&id).await?;
    let host = variable(&format!("{name}_HOST"))?;
    let port = variable(&format!("{name}_PORT"))?.parse()?;
    let credential = Credential::builder()
        .username(login["username"].as_str().map(str::to_owned))
        .password(login["password"].as_str().map(str::to_owned))
        .build();
    let options = ClientOptions::builder()
        .hosts(vec![ServerAddress::Tcp {
            host,
            port: Some(port),
        }])
        .credential(credential)
        .connect_timeout(limit)
        .server_selection_timeout(limit)
        .build();
    let mongo = mongodb::Client::with_options(options)?;
    let database = mongo.database(login["database"].as_str().unwrap_or("app"));
    Ok(database.collection(place))
}
)rs";
}

std::string_view rustStore() {
    return R"rs(
/// The client of an object store in the cluster, which speaks S3 without TLS inside the network.
async fn store(
    secrets: &Secrets,
    name: &str,
    limit: Duration,
    retries: u32,
) -> Result<aws_sdk_s3::Client, Error> {
    let id = variable(&format!("{name}_SECRET_NAME"))?;
    let login = secrets.login(&id).await?;
    let text = |key: &str| login[key].as_str().unwrap_or_default().to_owned();
    let (user, password) = (text("username"), text("password"));
    let credentials = config::Credentials::new(user, password, None, None, "store");
    let host = variable(&format!("{name}_HOST"))?;
    let port = variable(&format!("{name}_PORT"))?;
    let timeout = config::timeout::TimeoutConfig::builder().operation_attempt_timeout(limit);
    let settings = aws_sdk_s3::Config::builder()
        .behavior_version(config::BehaviorVersion::latest())
        .endpoint_url(format!("http://{host}:{port}"))
        .region(config::Region::new("us-east-1")) // The store has no regions, but signatures name one.
        .credentials_provider(credentials)
        .force_path_style(true)
        .request_checksum_calculation(config::RequestChecksumCalculation::WhenRequired)
        .response_checksum_validation(config::ResponseChecksumValidation::WhenRequired)
        .retry_config(config::retry::RetryConfig::standard().with_max_attempts(retries + 1))
        .timeout_config(timeout.build())
        .build();
    Ok(aws_sdk_s3::Client::from_conf(settings))
}
)rs";
}

std::span<const RustCall> rustStoreCalls() {
    static constexpr std::array kRows{
        RustCall{SamCallKind::Documents, true, "Reads the document of an item; none where there is none.",
                 kFindDocument, "mongodb serde", "", ""},
        RustCall{SamCallKind::Documents, false, "Keeps an item in the database, one document an id.", kKeepDocument,
                 "mongodb serde", "", ""},
        RustCall{SamCallKind::Stored, true, "Reads an object from the object store.", kFetchObject, "aws-sdk-s3", "",
                 ""},
        RustCall{SamCallKind::Stored, false,
                 "Keeps a result in the object store, whose bucket is made when it is first needed.", kStoreObject,
                 "aws-sdk-s3", "", ""},
    };
    return kRows;
}

}  // namespace tideline
