// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/go_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kPublish = R"go(
// @NAME@ publishes an event on the bus.
var @NAME@ = func(ctx context.Context, detail Item) error {
	text, err := json.Marshal(detail)
	if err != nil {
		return err
	}
	answer, err := eventBridge().PutEvents(ctx, &eventbridge.PutEventsInput{Entries: []bustypes.PutEventsRequestEntry{{
		EventBusName: aws.String(os.Getenv("EVENT_BUS_NAME")),
		Source:       aws.String(os.Getenv("EVENT_SOURCE")),
		DetailType:   aws.String(os.Getenv("@ENV@")),
		Detail:       aws.String(string(text)),
	}}})
	if err == nil && answer.FailedEntryCount > 0 {
		err = fmt.Errorf("the bus refused the event: %s", aws.ToString(answer.Entries[0].ErrorCode))
	}
	return err
}
)go";

constexpr std::string_view kSend = R"go(
// @NAME@ sends a message to the queue.
var @NAME@ = func(ctx context.Context, message Item) error {
	text, err := json.Marshal(message)
	if err != nil {
		return err
	}
	_, err = queues().SendMessage(ctx, &sqs.SendMessageInput{
		@MEMBERS@
	})
	return err
}
)go";

constexpr std::string_view kPutRecord = R"go(
// @NAME@ puts a record into the stream; records of one id keep their order.
var @NAME@ = func(ctx context.Context, record Item) error {
	text, err := json.Marshal(record)
	if err != nil {
		return err
	}
	_, err = streams().PutRecord(ctx, &kinesis.PutRecordInput{
		StreamName:   aws.String(os.Getenv("@ENV@_STREAM")),
		Data:         text,
		PartitionKey: aws.String(record.id()),
	})
	return err
}
)go";

constexpr std::string_view kInvoke = R"go(
// @NAME@ calls the function and waits for its answer.
var @NAME@ = func(ctx context.Context, request Item) error {
	text, err := json.Marshal(request)
	if err != nil {
		return err
	}
	answer, err := functions().Invoke(ctx, &lambdaservice.InvokeInput{
		FunctionName: aws.String(os.Getenv("@ENV@_FUNCTION")),
		Payload:      text,
	})
	if err == nil && answer.FunctionError != nil {
		err = fmt.Errorf("the function failed: %s", *answer.FunctionError)
	}
	return err
}
)go";

constexpr std::string_view kStart = R"go(
// @NAME@ starts the state machine.
var @NAME@ = func(ctx context.Context, item Item) error {
	text, err := json.Marshal(item)
	if err != nil {
		return err
	}
	_, err = machines().StartExecution(ctx, &sfn.StartExecutionInput{
		StateMachineArn: aws.String(os.Getenv("@ENV@_STATE_MACHINE_ARN")),
		Input:           aws.String(string(text)),
	})
	return err
}
)go";

constexpr std::string_view kPutObject = R"go(
// @NAME@ keeps a result in the bucket.
var @NAME@ = func(ctx context.Context, result Item) error {
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = objects().PutObject(ctx, &s3.PutObjectInput{
		Bucket:      aws.String(os.Getenv("@ENV@_BUCKET")),
		Key:         aws.String("results/" + result.id() + ".json"),
		Body:        bytes.NewReader(text),
		ContentType: aws.String("application/json"),
	})
	return err
}
)go";

constexpr std::string_view kGetObject = R"go(
// @NAME@ reads an object from the bucket.
var @NAME@ = func(ctx context.Context, item Item) ([]byte, error) {
	key, ok := item["key"].(string)
	if !ok {
		key = item.id()
	}
	found, err := objects().GetObject(ctx, &s3.GetObjectInput{
		Bucket: aws.String(os.Getenv("@ENV@_BUCKET")),
		Key:    &key,
	})
	if err != nil {
		return nil, err
	}
	defer found.Body.Close()
	return io.ReadAll(found.Body)
}
)go";

constexpr std::string_view kPutItem = R"go(
// @NAME@ keeps a result in the table.
var @NAME@ = func(ctx context.Context, result Item) error {
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = dynamo().PutItem(ctx, &dynamodb.PutItemInput{
		TableName: aws.String(os.Getenv("@ENV@_TABLE")),
		Item: map[string]types.AttributeValue{
			"pk":   &types.AttributeValueMemberS{Value: result.id()},
			"sk":   &types.AttributeValueMemberS{Value: "result"},
			"body": &types.AttributeValueMemberS{Value: string(text)},
		},
	})
	return err
}
)go";

constexpr std::string_view kGetItem = R"go(
// @NAME@ reads an item from the table; nil where there is none.
var @NAME@ = func(ctx context.Context, item Item) (Item, error) {
	found, err := dynamo().GetItem(ctx, &dynamodb.GetItemInput{
		TableName: aws.String(os.Getenv("@ENV@_TABLE")),
		Key: map[string]types.AttributeValue{
			"pk": &types.AttributeValueMemberS{Value: item.id()},
			"sk": &types.AttributeValueMemberS{Value: "result"},
		},
	})
	if err != nil {
		return nil, err
	}
	body, ok := found.Item["body"].(*types.AttributeValueMemberS)
	if !ok {
		return nil, nil
	}
	return itemOf([]byte(body.Value))
}
)go";

constexpr std::string_view kDeliver = R"go(
// @NAME@ hands a record to the delivery stream, which writes it into its bucket.
var @NAME@ = func(ctx context.Context, result Item) error {
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = deliveries().PutRecord(ctx, &firehose.PutRecordInput{
		DeliveryStreamName: aws.String(os.Getenv("@ENV@_DELIVERY_STREAM")),
		Record:             &firehosetypes.Record{Data: append(text, '\n')},
	})
	return err
}
)go";

constexpr std::string_view kMail = R"go(
// @NAME@ sends a mail; what names no address goes to the sender, so that nothing is lost.
var @NAME@ = func(ctx context.Context, result Item) error {
	all, err := json.Marshal(result)
	if err != nil {
		return err
	}
	sender := os.Getenv("SENDER_ADDRESS")
	content := func(name, standard string) *mailtypes.Content {
		return &mailtypes.Content{Data: aws.String(textOf(result, name, standard)), Charset: aws.String("UTF-8")}
	}
	_, err = mails().SendEmail(ctx, &ses.SendEmailInput{
		Source:      &sender,
		Destination: &mailtypes.Destination{ToAddresses: []string{textOf(result, "email", sender)}},
		Message: &mailtypes.Message{
			Subject: content("subject", "News for you"),
			Body:    &mailtypes.Body{Text: content("text", string(all))},
		},
	})
	return err
}

// textOf is the text of a member, or a standard where the item has none.
func textOf(item Item, name, standard string) string {
	if text, ok := item[name].(string); ok && text != "" {
		return text
	}
	return standard
}
)go";

constexpr std::array kRows{
    GoCall{SamCallKind::Publish, false, kPublish,
           "encoding/json fmt os github.com/aws/aws-sdk-go-v2/aws "
           "bustypes=github.com/aws/aws-sdk-go-v2/service/eventbridge/types",
           "eventBridge", "eventbridge"},
    GoCall{SamCallKind::Send, false, kSend, "encoding/json os github.com/aws/aws-sdk-go-v2/aws", "queues", "sqs"},
    GoCall{SamCallKind::PutRecord, false, kPutRecord, "encoding/json os github.com/aws/aws-sdk-go-v2/aws", "streams",
           "kinesis"},
    GoCall{SamCallKind::Invoke, false, kInvoke, "encoding/json fmt os github.com/aws/aws-sdk-go-v2/aws", "functions",
           "lambda"},
    GoCall{SamCallKind::Start, false, kStart, "encoding/json os github.com/aws/aws-sdk-go-v2/aws", "machines", "sfn"},
    GoCall{SamCallKind::Objects, true, kGetObject, "io os github.com/aws/aws-sdk-go-v2/aws", "objects", "s3"},
    GoCall{SamCallKind::Objects, false, kPutObject, "bytes encoding/json os github.com/aws/aws-sdk-go-v2/aws",
           "objects", "s3"},
    GoCall{SamCallKind::Items, true, kGetItem,
           "os github.com/aws/aws-sdk-go-v2/aws github.com/aws/aws-sdk-go-v2/service/dynamodb "
           "github.com/aws/aws-sdk-go-v2/service/dynamodb/types",
           "", ""},
    GoCall{SamCallKind::Items, false, kPutItem,
           "encoding/json os github.com/aws/aws-sdk-go-v2/aws github.com/aws/aws-sdk-go-v2/service/dynamodb "
           "github.com/aws/aws-sdk-go-v2/service/dynamodb/types",
           "", ""},
    GoCall{SamCallKind::Deliver, false, kDeliver,
           "encoding/json os github.com/aws/aws-sdk-go-v2/aws "
           "firehosetypes=github.com/aws/aws-sdk-go-v2/service/firehose/types",
           "deliveries", "firehose"},
    GoCall{SamCallKind::Mail, false, kMail,
           "encoding/json os github.com/aws/aws-sdk-go-v2/aws mailtypes=github.com/aws/aws-sdk-go-v2/service/ses/types",
           "mails", "ses"},
};

}  // namespace

std::span<const GoCall> goAwsCalls() {
    return kRows;
}

}  // namespace tideline
