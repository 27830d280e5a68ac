// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/rust_scaffold.h"

namespace tideline {

std::string_view rustMain() {
    return R"rs(//! The entry of the function: hands what starts it to the library beside this file.

use aws_config::BehaviorVersion;
use function::{app::App, connections::Drawn, edge::Error};
use lambda_runtime::{LambdaEvent, service_fn, tracing};
use serde_json::Value;

#[tokio::main]
async fn main() -> Result<(), Error> {
    tracing::init_default_subscriber(); // In JSON, as the function's logging settings have it.
    let settings = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let app = App::new(Drawn::new(&settings), Some(&settings));
    let handler = |event: LambdaEvent<Value>| app.handle(event.payload);
    lambda_runtime::run(service_fn(handler)).await
}
)rs";
}

std::string_view rustLibrary() {
    return R"rs(//! The function as a library, so that its test can put something else in the place of its connections.

pub mod app;
pub mod connections;
pub mod edge;
pub mod work;
)rs";
}

std::string_view rustEdgeModule() {
    return R"rs(//! What every function shares: items, tables, and doing the work of an event once.

use std::collections::HashMap;
use std::env;
use std::sync::Mutex;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_config::SdkConfig;
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::error::DisplayErrorContext;
use aws_sdk_dynamodb::operation::put_item::PutItemError;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnValuesOnConditionCheckFailure};
use lambda_runtime::tracing;
use serde_json::{Map, Value};

pub use lambda_runtime::Error;

/// What travels between services: a JSON object.
pub type Item = Map<String, Value>;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// What a function may take at most.
const LONGEST_WORK: Duration = Duration::from_secs(@BUSY@);

/// The item's own id, or "latest" where it has none.
pub fn id_of(item: &Item) -> String {
    match item.get("id") {
        None | Some(Value::Null) => "latest".into(),
        Some(Value::String(id)) => id.clone(),
        Some(id) => id.to_string(),
    }
}

/// Takes a value as a JSON object.
pub fn item_of(value: Value) -> Result<Item, Error> {
    match value {
        Value::Object(item) => Ok(item),
        _ => Err("no JSON object".into()),
    }
}

/// Reads a JSON object.
pub fn read_item(text: &[u8]) -> Result<Item, Error> {
    item_of(serde_json::from_slice(text)?)
}

/// The value of an environment variable.
pub fn variable(name: &str) -> Result<String, Error> {
    env::var(name).map_err(|_| format!("the environment variable {name} is not set").into())
}

/// An error of AWS with all that led to it.
pub fn whole(error: impl std::error::Error) -> Error {
    DisplayErrorContext(error).to_string().into()
}

/// A moment as DynamoDB counts them when it lets items expire.
pub fn seconds(moment: SystemTime) -> AttributeValue {
    let passed = moment.duration_since(UNIX_EPOCH).unwrap_or_default();
    AttributeValue::N(passed.as_secs().to_string())
}

/// A table in which the function keeps what it has to know from one event to the next.
pub struct Table {
    pub client: Client,
    pub name: String,
}

impl Table {
    /// The table that an environment variable names; none where it does not, as in tests.
    pub fn named(settings: Option<&SdkConfig>, variable: &str) -> Option<Self> {
        let client = Client::new(settings?);
        let name = env::var(variable).ok().filter(|name| !name.is_empty())?;
        Some(Self { client, name })
    }
}

struct Claim {
    state: String,
    expiration: SystemTime,
}

/// Does the work of an event once: a second delivery within a day does nothing, a failure lets the event come again.
pub struct Once {
    service: String,
    table: Option<Table>,
    /// Without a table, for the life of this process.
    remembered: Mutex<HashMap<String, Claim>>,
}

impl Once {
    pub fn new(settings: Option<&SdkConfig>) -> Self {
        Self {
            service: env::var("POWERTOOLS_SERVICE_NAME").unwrap_or_default(),
            table: Table::named(settings, "PROCESSED_TABLE"),
            remembered: Mutex::default(),
        }
    }

    /// The name of the service, for its logs.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// Works unless an event of this id has been worked on within a day.
    pub async fn work(
        &self,
        event_id: &str,
        work: impl Future<Output = Result<Item, Error>>,
    ) -> Result<Value, Error> {
        let key = format!("{}#{event_id}", self.service);
        if !self.claim(&key).await? {
            tracing::info!(event_id, "skipped a second delivery");
            return Ok(Value::Null);
        }
        match work.await {
            Ok(result) => {
                self.settle(&key, "done", SystemTime::now() + DAY).await?;
                Ok(result.into())
            }
            Err(error) => {
                let past = SystemTime::now() - Duration::from_secs(1);
                if let Err(other) = self.settle(&key, "failed", past).await {
                    tracing::error!(event_id, error = %other, "the event stays claimed");
                }
                Err(error)
            }
        }
    }

    /// Tells whether nobody has worked on the event yet.
    async fn claim(&self, key: &str) -> Result<bool, Error> {
        let now = SystemTime::now();
        let Some(table) = &self.table else {
            return self.remember(key, now);
        };
        let put = table
            .client
            .put_item()
            .table_name(&table.name)
            .item("id", AttributeValue::S(key.into()))
            .item("state", AttributeValue::S("busy".into()))
            .item("expiration", seconds(now + LONGEST_WORK))
            .condition_expression("attribute_not_exists(id) OR expiration < :now")
            .expression_attribute_values(":now", seconds(now))
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
        let Err(error) = put.send().await else {
            return Ok(true);
        };
        match error.into_service_error() {
            PutItemError::ConditionalCheckFailedException(refused) => {
                let state = refused.item().and_then(|item| item.get("state"));
                let state = state.and_then(|state| state.as_s().ok());
                refuse(state.map_or("done", String::as_str))
            }
            other => Err(whole(other)),
        }
    }

    fn remember(&self, key: &str, now: SystemTime) -> Result<bool, Error> {
        let mut remembered = self.remembered.lock().unwrap();
        if let Some(known) = remembered.get(key).filter(|known| known.expiration > now) {
            return refuse(&known.state);
        }
        let state = "busy".into();
        let expiration = now + LONGEST_WORK;
        remembered.insert(key.into(), Claim { state, expiration });
        Ok(true)
    }

    async fn settle(&self, key: &str, state: &str, expiration: SystemTime) -> Result<(), Error> {
        let Some(table) = &self.table else {
            let state = state.into();
            let mut remembered = self.remembered.lock().unwrap();
            remembered.insert(key.into(), Claim { state, expiration });
            return Ok(());
        };
        table
            .client
            .update_item()
            .table_name(&table.name)
            .key("id", AttributeValue::S(key.into()))
            .update_expression("SET #state = :state, expiration = :expiration")
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", AttributeValue::S(state.into()))
            .expression_attribute_values(":expiration", seconds(expiration))
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
}

/// What has been done is skipped; what is being done elsewhere has to come again.
fn refuse(state: &str) -> Result<bool, Error> {
    if state == "busy" {
        return Err("another delivery of this event is being worked on".into());
    }
    Ok(false)
}
)rs";
}

}  // namespace tideline
