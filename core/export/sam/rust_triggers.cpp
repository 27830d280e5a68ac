// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/rust_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kBus = R"rs(
    /// Works on an event of the bus, once.
    async fn on_event(&self, event: EventBridgeEvent) -> Result<Value, Error> {
        let item = item_of(event.detail)?;
        let id = event.id.unwrap_or_default();
        self.once.work(&id, work(&self.connections, item)).await
    }
)rs";

constexpr std::string_view kObject = R"rs(
    /// Works on a new object of a bucket, once.
    async fn on_object(&self, event: EventBridgeEvent) -> Result<Value, Error> {
        let id = event.id.unwrap_or_default();
        let bucket = &event.detail["bucket"]["name"];
        let key = &event.detail["object"]["key"];
        let size = &event.detail["object"]["size"];
        let item = json!({"id": id, "bucket": bucket, "key": key, "size": size});
        let work = work(&self.connections, item_of(item)?);
        self.once.work(&id, work).await
    }
)rs";

constexpr std::string_view kQueue = R"rs(
    /// Works on a batch of messages; those that fail come again, the others do not.
    async fn on_messages(&self, event: SqsEvent) -> Result<Value, Error> {
        let mut answer = SqsBatchResponse::default();
        for message in event.records {
            let id = message.message_id.unwrap_or_default();@STOP@
            let body = message.body.unwrap_or_default();
            if let Err(error) = self.on_message(&id, &body).await {
                tracing::error!(event_id = id, %error, "a message failed");
                answer.add_failure(id);
            }
        }
        Ok(serde_json::to_value(answer)?)
    }

    /// Works on what a service sent, or on an event that a rule of the bus put into the queue.
    async fn on_message(&self, id: &str, body: &str) -> Result<Value, Error> {
        let item = read_item(body.as_bytes())?;
        if !item.contains_key("detail-type") {
            return self.once.work(id, work(&self.connections, item)).await;
        }
        let event: EventBridgeEvent = serde_json::from_value(item.into())?;
        let id = event.id.unwrap_or_default();
        let work = work(&self.connections, item_of(event.detail)?);
        self.once.work(&id, work).await
    }
)rs";

constexpr std::string_view kStream = R"rs(
    /// Works on a batch of records in their order; from the first that fails, they come again.
    async fn on_records(&self, event: KinesisEvent) -> Result<Value, Error> {
        let mut answer = KinesisEventResponse::default();
        for record in event.records {
            let id = record.event_id.unwrap_or_default();
            if let Err(error) = self.on_record(&id, &record.kinesis.data).await {
                tracing::error!(event_id = id, %error, "a record failed");
                answer.add_failure(record.kinesis.sequence_number);
                break;
            }
        }
        Ok(serde_json::to_value(answer)?)
    }

    async fn on_record(&self, id: &str, data: &[u8]) -> Result<Value, Error> {
        let item = read_item(data)?;
        self.once.work(id, work(&self.connections, item)).await
    }
)rs";

constexpr std::string_view kTopic = R"rs(
    /// Works on records of a topic, each partition in its order. A failure lets the whole batch come again.
    async fn on_topic(&self, event: KafkaEvent) -> Result<Value, Error> {
        for record in event.records.into_values().flatten() {
            let topic = record.topic.unwrap_or_default();
            let number = format!("{topic}-{}-{}", record.partition, record.offset);
            let value = BASE64_STANDARD.decode(record.value.unwrap_or_default())?;
            let item = read_item(&value)?;
            let work = work(&self.connections, item);
            self.once.work(&number, work).await?;
        }
        Ok(Value::Null)
    }
)rs";

constexpr std::string_view kSchedule = R"rs(
    /// Runs the job of this moment.
    async fn on_schedule(&self, event: EventBridgeEvent) -> Result<Value, Error> {
        let item = item_of(json!({"id": event.id, "time": event.time}))?;
        Ok(work(&self.connections, item).await?.into())
    }
)rs";

constexpr std::string_view kLogs = R"rs(
    /// Unpacks collected log lines.
    async fn on_logs(&self, event: Value) -> Result<Value, Error> {
        // Its reader borrows from a text, which a value is not.
        let event: LogsEvent = serde_json::from_str(&event.to_string())?;
        let packed = event.aws_logs.data;
        if packed.message_type != "DATA_MESSAGE" {
            return Ok(0.into());
        }
        for line in &packed.log_events {
            let item = item_of(json!({
                "id": line.id,
                "source": packed.log_group,
                "time": line.timestamp,
                "text": line.message,
            }))?;
            work(&self.connections, item).await?;
        }
        Ok(packed.log_events.len().into())
    }
)rs";

constexpr std::string_view kTask = R"rs(
    /// Does one step of the state machine.
    async fn on_step(&self, event: Value) -> Result<Value, Error> {
        let input = item_of(event["input"].clone())?;
        match event["step"].as_str().unwrap_or_default() {
            "plan" => Ok(json!({"pieces": plan(&input)})),
            "finish" => Ok(json!({"id": event["execution"], "state": "finished"})),
@STEPS@            _ => Ok(work(&self.connections, input).await?.into()),
        }
    }
)rs";

constexpr std::string_view kSocket = R"rs(
    /// Follows a connection: opened, a message, closed.
    async fn on_socket(&self, event: Value) -> Result<Value, Error> {
        let request = &event["requestContext"];
        let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let id = AttributeValue::S(text("connectionId"));
        match request["eventType"].as_str() {
            Some("CONNECT") => {
                let endpoint = format!("https://{}/{}", text("domainName"), text("stage"));
                let expiration = SystemTime::now() + Duration::from_secs(2 * 60 * 60);
                let table = self.sockets()?;
                let put = table.client.put_item().table_name(&table.name);
                let put = put.item("id", id);
                let put = put.item("endpoint", AttributeValue::S(endpoint));
                let put = put.item("expiration", seconds(expiration));
                put.send().await.map_err(whole)?;
            }
            Some("DISCONNECT") => {
                let table = self.sockets()?;
                let delete = table.client.delete_item().table_name(&table.name);
                delete.key("id", id).send().await.map_err(whole)?;
            }
            _ => {
                let body = event["body"].as_str().unwrap_or_default();
                work(&self.connections, read_item(body.as_bytes())?).await?;
            }
        }
        Ok(json!({"statusCode": 200}))
    }

    /// The table of open connections.
    fn sockets(&self) -> Result<&Table, Error> {
        let table = self.sockets.as_ref();
        table.ok_or_else(|| "the environment variable CONNECTIONS_TABLE is not set".into())
    }
)rs";

constexpr std::string_view kInvoke = R"rs(
    /// Answers a direct call of another service.
    async fn on_call(&self, event: Item) -> Result<Value, Error> {
        Ok(work(&self.connections, event).await?.into())
    }
)rs";

constexpr std::array kTriggers{
    RustTrigger{SamTriggerKind::Socket, "event.pointer(\"/requestContext/connectionId\").is_some()", "on_socket",
                kSocket,
                "aws_sdk_dynamodb::types::AttributeValue serde_json::json std::time::Duration std::time::SystemTime "
                "crate::edge::Table crate::edge::read_item crate::edge::seconds crate::edge::whole",
                ""},
    RustTrigger{SamTriggerKind::Http, "event.get(\"requestContext\").is_some()", "on_request", "",
                "base64::prelude::BASE64_STANDARD base64::prelude::Engine serde::Deserialize serde_json::json "
                "crate::edge::Item crate::edge::read_item",
                "base64 serde"},
    RustTrigger{SamTriggerKind::Object, "event[\"source\"] == \"aws.s3\"", "on_object", kObject,
                "aws_lambda_events::eventbridge::EventBridgeEvent serde_json::json crate::edge::item_of",
                "eventbridge"},
    RustTrigger{SamTriggerKind::Schedule, "event[\"source\"] == \"aws.scheduler\"", "on_schedule", kSchedule,
                "aws_lambda_events::eventbridge::EventBridgeEvent serde_json::json crate::edge::item_of",
                "eventbridge"},
    RustTrigger{SamTriggerKind::Bus, "event.get(\"detail-type\").is_some()", "on_event", kBus,
                "aws_lambda_events::eventbridge::EventBridgeEvent crate::edge::item_of", "eventbridge"},
    RustTrigger{SamTriggerKind::Stream, "event.pointer(\"/Records/0/kinesis\").is_some()", "on_records", kStream,
                "aws_lambda_events::kinesis::KinesisEvent aws_lambda_events::streams::KinesisEventResponse "
                "lambda_runtime::tracing crate::edge::read_item",
                "kinesis streams"},
    RustTrigger{SamTriggerKind::Topic, "event[\"eventSource\"] == \"aws:kafka\"", "on_topic", kTopic,
                "aws_lambda_events::kafka::KafkaEvent base64::prelude::BASE64_STANDARD base64::prelude::Engine "
                "crate::edge::read_item",
                "base64 kafka"},
    RustTrigger{SamTriggerKind::Queue, "event.get(\"Records\").is_some()", "on_messages", kQueue,
                "aws_lambda_events::eventbridge::EventBridgeEvent aws_lambda_events::sqs::SqsBatchResponse "
                "aws_lambda_events::sqs::SqsEvent lambda_runtime::tracing crate::edge::item_of crate::edge::read_item",
                "eventbridge sqs"},
    RustTrigger{SamTriggerKind::Logs, "event.get(\"awslogs\").is_some()", "on_logs", kLogs,
                "aws_lambda_events::cloudwatch_logs::LogsEvent serde_json::json crate::edge::item_of",
                "cloudwatch_logs"},
    RustTrigger{SamTriggerKind::Task, "event.get(\"step\").is_some()", "on_step", kTask,
                "serde_json::json crate::edge::item_of crate::work::plan", ""},
    RustTrigger{SamTriggerKind::Invoke, "", "on_call", kInvoke, "crate::edge::Item", ""},
};

}  // namespace

std::span<const RustTrigger> rustTriggers() {
    return kTriggers;
}

}  // namespace tideline
