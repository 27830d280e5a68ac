// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/rust_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kPublish = R"rs(
    async fn @NAME@(&self, detail: &Item) -> Result<(), Error> {
        let entry = aws_sdk_eventbridge::types::PutEventsRequestEntry::builder()
            .event_bus_name(variable("EVENT_BUS_NAME")?)
            .source(variable("EVENT_SOURCE")?)
            .detail_type(variable("@ENV@")?)
            .detail(serde_json::to_string(detail)?)
            .build();
        let put = self.bus.put_events().entries(entry);
        let answer = put.send().await.map_err(whole)?;
        if answer.failed_entry_count() > 0 {
            let refused = answer.entries().first();
            let code = refused.and_then(|entry| entry.error_code());
            return Err(format!("the bus refused the event: {}", code.unwrap_or_default()).into());
        }
        Ok(())
    }
)rs";

constexpr std::string_view kSend = R"rs(
    async fn @NAME@(&self, message: &Item) -> Result<(), Error> {
        self.queues
            .send_message()
            .queue_url(variable("@ENV@_QUEUE_URL")?)
            .message_body(serde_json::to_string(message)?)@GROUP@
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kPutRecord = R"rs(
    async fn @NAME@(&self, record: &Item) -> Result<(), Error> {
        let data = aws_sdk_kinesis::primitives::Blob::new(serde_json::to_vec(record)?);
        self.streams
            .put_record()
            .stream_name(variable("@ENV@_STREAM")?)
            .data(data)
            .partition_key(id_of(record))
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kInvoke = R"rs(
    async fn @NAME@(&self, request: &Item) -> Result<(), Error> {
        let payload = aws_sdk_lambda::primitives::Blob::new(serde_json::to_vec(request)?);
        let function = variable("@ENV@_FUNCTION")?;
        let call = self.functions.invoke().function_name(function);
        let answer = call.payload(payload).send().await.map_err(whole)?;
        match answer.function_error() {
            Some(error) => Err(format!("the function failed: {error}").into()),
            None => Ok(()),
        }
    }
)rs";

constexpr std::string_view kStart = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<(), Error> {
        self.machines
            .start_execution()
            .state_machine_arn(variable("@ENV@_STATE_MACHINE_ARN")?)
            .input(serde_json::to_string(item)?)
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kPutObject = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        self.objects
            .put_object()
            .bucket(variable("@ENV@_BUCKET")?)
            .key(format!("results/{}.json", id_of(result)))
            .body(serde_json::to_vec(result)?.into())
            .content_type("application/json")
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kGetObject = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<Vec<u8>, Error> {
        let key = item.get("key").and_then(Value::as_str);
        let get = self.objects.get_object().bucket(variable("@ENV@_BUCKET")?);
        let get = get.key(key.map_or_else(|| id_of(item), str::to_owned));
        let found = get.send().await.map_err(whole)?;
        Ok(found.body.collect().await?.to_vec())
    }
)rs";

constexpr std::string_view kPutItem = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        self.items
            .put_item()
            .table_name(variable("@ENV@_TABLE")?)
            .item("pk", AttributeValue::S(id_of(result)))
            .item("sk", AttributeValue::S("result".into()))
            .item("body", AttributeValue::S(serde_json::to_string(result)?))
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kGetItem = R"rs(
    async fn @NAME@(&self, item: &Item) -> Result<Option<Item>, Error> {
        let get = self.items.get_item().table_name(variable("@ENV@_TABLE")?);
        let get = get.key("pk", AttributeValue::S(id_of(item)));
        let get = get.key("sk", AttributeValue::S("result".into()));
        let found = get.send().await.map_err(whole)?;
        let body = found.item().and_then(|item| item.get("body"));
        match body.and_then(|body| body.as_s().ok()) {
            Some(text) => read_item(text.as_bytes()).map(Some),
            None => Ok(None),
        }
    }
)rs";

constexpr std::string_view kDeliver = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        let line = serde_json::to_string(result)? + "\n";
        let data = aws_sdk_firehose::primitives::Blob::new(line);
        let record = aws_sdk_firehose::types::Record::builder().data(data);
        let record = record.build()?;
        self.deliveries
            .put_record()
            .delivery_stream_name(variable("@ENV@_DELIVERY_STREAM")?)
            .record(record)
            .send()
            .await
            .map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::string_view kMail = R"rs(
    async fn @NAME@(&self, result: &Item) -> Result<(), Error> {
        use aws_sdk_ses::types::{Body, Content, Destination, Message};

        let sender = variable("SENDER_ADDRESS")?;
        let all = serde_json::to_string(result)?;
        let content = |name: &str, standard: &str| {
            let text = text_of(result, name, standard);
            Content::builder().data(text).charset("UTF-8").build()
        };
        let receiver = text_of(result, "email", &sender);
        let receivers = Destination::builder().to_addresses(receiver).build();
        let body = Body::builder().text(content("text", &all)?).build();
        let subject = content("subject", "News for you")?;
        let message = Message::builder().subject(subject).body(body).build();
        let send = self.mails.send_email().source(sender.as_str());
        let send = send.destination(receivers).message(message);
        send.send().await.map_err(whole)?;
        Ok(())
    }
)rs";

constexpr std::array kRows{
    RustCall{SamCallKind::Publish, false, "Publishes an event on the bus.", kPublish, "", "bus", "aws-sdk-eventbridge"},
    RustCall{SamCallKind::Send, false, "Sends a message to the queue.", kSend, "", "queues", "aws-sdk-sqs"},
    RustCall{SamCallKind::PutRecord, false, "Puts a record into the stream; records of one id keep their order.",
             kPutRecord, "", "streams", "aws-sdk-kinesis"},
    RustCall{SamCallKind::Invoke, false, "Calls the function and waits for its answer.", kInvoke, "", "functions",
             "aws-sdk-lambda"},
    RustCall{SamCallKind::Start, false, "Starts the state machine.", kStart, "", "machines", "aws-sdk-sfn"},
    RustCall{SamCallKind::Objects, true, "Reads an object from the bucket.", kGetObject, "", "objects", "aws-sdk-s3"},
    RustCall{SamCallKind::Objects, false, "Keeps a result in the bucket.", kPutObject, "", "objects", "aws-sdk-s3"},
    RustCall{SamCallKind::Items, true, "Reads an item from the table; none where there is none.", kGetItem, "", "items",
             "aws-sdk-dynamodb"},
    RustCall{SamCallKind::Items, false, "Keeps a result in the table.", kPutItem, "", "items", "aws-sdk-dynamodb"},
    RustCall{SamCallKind::Deliver, false, "Hands a record to the delivery stream, which writes it into its bucket.",
             kDeliver, "", "deliveries", "aws-sdk-firehose"},
    RustCall{SamCallKind::Mail, false,
             "Sends a mail; what names no address goes to the sender, so that nothing is lost.", kMail, "", "mails",
             "aws-sdk-ses"},
};

}  // namespace

std::span<const RustCall> rustAwsCalls() {
    return kRows;
}

}  // namespace tideline
