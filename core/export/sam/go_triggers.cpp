// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"
#include "core/export/sam/go_scaffold.h"
#include "core/export/sam/python_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"go(
// request is what API Gateway and function addresses have in common.
type request struct {
	Body            string            `json:"body"`
	Headers         map[string]string `json:"headers"`
	IsBase64Encoded bool              `json:"isBase64Encoded"`
	Query           map[string]string `json:"queryStringParameters"`
}

func (event request) body() []byte {
	if event.IsBase64Encoded {
		text, _ := base64.StdEncoding.DecodeString(event.Body) // What is no base 64 is no JSON either.
		return text
	}
	return []byte(event.Body)
}

func answer(status int, body any) (any, error) {
	text, err := json.Marshal(body)
	headers := map[string]string{"content-type": "application/json"}
	return events.APIGatewayV2HTTPResponse{StatusCode: status, Headers: headers, Body: string(text)}, err
}
@SIGNED@
// onRequest answers a call of the API.
func onRequest(ctx context.Context, event request) (any, error) {@CHECK@
	item := Item{}
	if text := event.body(); len(text) > 0 {
		var err error
		if item, err = itemOf(text); err != nil || item == nil {
			return answer(400, Item{"error": "the body is not a JSON object"})
		}
	}@QUERY@
	result, err := work(ctx, item)
	if err != nil {
		return nil, err
	}
	return answer(@STATUS@, result)
}
)go";

constexpr std::string_view kQuery = R"go(
	for name, value := range event.Query {
		item[name] = value
	})go";

constexpr std::string_view kMark = R"go(
// isMarked tells whether mark is the HMAC of a text under the shared secret.
func isMarked(ctx context.Context, text []byte, mark string) (bool, error) {
	key, err := secret(ctx, os.Getenv("SIGNING_SECRET_ARN"))
	if err != nil {
		return false, err
	}
	expected := hmac.New(sha256.New, []byte(key))
	expected.Write(text)
	return hmac.Equal([]byte(hex.EncodeToString(expected.Sum(nil))), []byte(mark)), nil
}
)go";

constexpr std::string_view kSignedBody = R"go(
// isSigned tells whether the header x-signature is the HMAC of the body under the shared secret.
func isSigned(ctx context.Context, event request) (bool, error) {
	for name, mark := range event.Headers {
		if strings.EqualFold(name, "x-signature") {
			return isMarked(ctx, event.body(), mark)
		}
	}
	return false, nil
}
)go";

constexpr std::string_view kSignedState = R"go(
// isSigned tells whether the parameter state is "<nonce>.<HMAC of the nonce>" under our secret: the sign-in began here.
func isSigned(ctx context.Context, event request) (bool, error) {
	nonce, mark, _ := strings.Cut(event.Query["state"], ".")
	return isMarked(ctx, []byte(nonce), mark)
}
)go";

constexpr std::string_view kCheck = R"go(
	if ok, err := isSigned(ctx, event); err != nil {
		return nil, err
	} else if !ok {
		return answer(401, Item{"error": "the signature does not match"})
	})go";

constexpr std::string_view kBus = R"go(
// onEvent works on an event of the bus, once.
func onEvent(ctx context.Context, event events.EventBridgeEvent) (any, error) {
	item, err := itemOf(event.Detail)
	if err != nil {
		return nil, err
	}
	return once(ctx, event.ID, item)
}
)go";

constexpr std::string_view kObject = R"go(
// onObject works on a new object of a bucket, once.
func onObject(ctx context.Context, event events.EventBridgeEvent) (any, error) {
	var detail struct {
		Bucket struct{ Name string }
		Object struct {
			Key  string
			Size int64
		}
	}
	if err := json.Unmarshal(event.Detail, &detail); err != nil {
		return nil, err
	}
	return once(ctx, event.ID, Item{
		"id": event.ID, "bucket": detail.Bucket.Name, "key": detail.Object.Key, "size": detail.Object.Size,
	})
}
)go";

constexpr std::string_view kQueueCode = R"go(
// onMessages works on a batch of messages; those that fail come again, the others do not.
func onMessages(ctx context.Context, event events.SQSEvent) (any, error) {
	failures := []events.SQSBatchItemFailure{}
	for _, message := range event.Records {@STOP@
		if err := onMessage(ctx, message); err != nil {
			logger.ErrorContext(ctx, "a message failed", "error", err, "event_id", message.MessageId)
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: message.MessageId})
		}
	}
	return events.SQSEventResponse{BatchItemFailures: failures}, nil
}

// onMessage works on what a service sent, or on an event that a rule of the bus put into the queue.
func onMessage(ctx context.Context, message events.SQSMessage) error {
	item, err := itemOf([]byte(message.Body))
	if err != nil {
		return err
	}
	id := message.MessageId
	if _, isEvent := item["detail-type"]; isEvent {
		id = item.id()
		if item, err = itemOf(detailOf(message.Body)); err != nil {
			return err
		}
	}
	_, err = once(ctx, id, item)
	return err
}

func detailOf(body string) []byte {
	var event events.EventBridgeEvent
	if json.Unmarshal([]byte(body), &event) != nil {
		return nil
	}
	return event.Detail
}
)go";

constexpr std::string_view kStream = R"go(
// onRecords works on a batch of records in their order; from the first that fails, they come again.
func onRecords(ctx context.Context, event events.KinesisEvent) (any, error) {
	failures := []events.KinesisBatchItemFailure{}
	for _, record := range event.Records {
		item, err := itemOf(record.Kinesis.Data)
		if err == nil {
			_, err = once(ctx, record.EventID, item)
		}
		if err != nil {
			logger.ErrorContext(ctx, "a record failed", "error", err, "event_id", record.EventID)
			failures = append(failures, events.KinesisBatchItemFailure{ItemIdentifier: record.Kinesis.SequenceNumber})
			break
		}
	}
	return events.KinesisEventResponse{BatchItemFailures: failures}, nil
}
)go";

constexpr std::string_view kTopic = R"go(
// onTopic works on records of a topic, each partition in its order. A failure lets the whole batch come again.
func onTopic(ctx context.Context, event events.KafkaEvent) (any, error) {
	for _, partition := range event.Records {
		for _, record := range partition {
			value, err := base64.StdEncoding.DecodeString(record.Value)
			if err != nil {
				return nil, err
			}
			item, err := itemOf(value)
			if err != nil {
				return nil, err
			}
			number := fmt.Sprintf("%s-%d-%d", record.Topic, record.Partition, record.Offset)
			if _, err := once(ctx, number, item); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}
)go";

constexpr std::string_view kSchedule = R"go(
// onSchedule runs the job of this moment.
func onSchedule(ctx context.Context, event events.EventBridgeEvent) (any, error) {
	return work(ctx, Item{"id": event.ID, "time": event.Time})
}
)go";

constexpr std::string_view kLogs = R"go(
// onLogs unpacks collected log lines.
func onLogs(ctx context.Context, event events.CloudwatchLogsEvent) (any, error) {
	packed, err := event.AWSLogs.Parse()
	if err != nil || packed.MessageType != "DATA_MESSAGE" {
		return 0, err
	}
	for _, line := range packed.LogEvents {
		item := Item{"id": line.ID, "source": packed.LogGroup, "time": line.Timestamp, "text": line.Message}
		if _, err := work(ctx, item); err != nil {
			return nil, err
		}
	}
	return len(packed.LogEvents), nil
}
)go";

constexpr std::string_view kTask = R"go(
type step struct {
	Step      string `json:"step"`
	Execution string `json:"execution"`
	Input     Item   `json:"input"`
}

// onStep does one step of the state machine.
func onStep(ctx context.Context, event step) (any, error) {
	switch event.Step {
	case "plan":
		return Item{"pieces": plan(event.Input)}, nil
	case "finish":
		return Item{"id": event.Execution, "state": "finished"}, nil
@STEPS@	default:
		return work(ctx, event.Input)
	}
}
)go";

constexpr std::string_view kSocket = R"go(
// onSocket follows a connection: opened, a message, closed.
func onSocket(ctx context.Context, event events.APIGatewayWebsocketProxyRequest) (any, error) {
	request := event.RequestContext
	table := os.Getenv("CONNECTIONS_TABLE")
	key := map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: request.ConnectionID}}
	var err error
	switch request.EventType {
	case "CONNECT":
		endpoint := fmt.Sprintf("https://%s/%s", request.DomainName, request.Stage)
		key["endpoint"] = &types.AttributeValueMemberS{Value: endpoint}
		key["expiration"] = seconds(time.Now().Add(2 * time.Hour))
		_, err = dynamo().PutItem(ctx, &dynamodb.PutItemInput{TableName: &table, Item: key})
	case "DISCONNECT":
		_, err = dynamo().DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &table, Key: key})
	default:
		var item Item
		if item, err = itemOf([]byte(event.Body)); err == nil {
			_, err = work(ctx, item)
		}
	}
	return Item{"statusCode": 200}, err
}
)go";

constexpr std::string_view kInvoke = R"go(
// onCall answers a direct call of another service.
func onCall(ctx context.Context, event Item) (any, error) {
	return work(ctx, event)
}
)go";

constexpr std::string_view kEvents = "github.com/aws/aws-lambda-go/events";
constexpr std::array kTriggers{
    GoTrigger{SamTriggerKind::Socket, "seen.RequestContext != nil && seen.RequestContext.ConnectionID != \"\"",
              "onSocket", kSocket,
              "fmt os time github.com/aws/aws-lambda-go/events github.com/aws/aws-sdk-go-v2/service/dynamodb "
              "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"},
    GoTrigger{SamTriggerKind::Http, "seen.RequestContext != nil", "onRequest", kRequest,
              "encoding/base64 encoding/json github.com/aws/aws-lambda-go/events"},
    GoTrigger{SamTriggerKind::Object, "seen.Source == \"aws.s3\"", "onObject", kObject,
              "encoding/json github.com/aws/aws-lambda-go/events"},
    GoTrigger{SamTriggerKind::Schedule, "seen.Source == \"aws.scheduler\"", "onSchedule", kSchedule, kEvents},
    GoTrigger{SamTriggerKind::Bus, "seen.DetailType != nil", "onEvent", kBus, kEvents},
    GoTrigger{SamTriggerKind::Stream, "len(seen.Records) > 0 && seen.Records[0].Kinesis != nil", "onRecords", kStream,
              kEvents},
    GoTrigger{SamTriggerKind::Topic, "", "onTopic", kTopic, "encoding/base64 fmt github.com/aws/aws-lambda-go/events"},
    GoTrigger{SamTriggerKind::Queue, "seen.Records != nil", "onMessages", kQueueCode,
              "encoding/json github.com/aws/aws-lambda-go/events"},
    GoTrigger{SamTriggerKind::Logs, "seen.AWSLogs != nil", "onLogs", kLogs, kEvents},
    GoTrigger{SamTriggerKind::Task, "seen.Step != nil", "onStep", kTask, ""},
    GoTrigger{SamTriggerKind::Invoke, "", "onCall", kInvoke, ""},
};

}  // namespace

std::span<const GoTrigger> goTriggers() {
    return kTriggers;
}

std::string goRequestCode(const SamService& service) {
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isSigned = checksSignatures(service);
    const std::string check(isCallback ? kSignedState : kSignedBody);
    return filledCode(kRequest, {{"@SIGNED@", isSigned ? std::string(kMark) + check : ""},
                                 {"@CHECK@", isSigned ? std::string(kCheck) : ""},
                                 {"@QUERY@", isCallback ? std::string(kQuery) : ""},
                                 {"@STATUS@", isSigned && !isCallback ? "202" : "200"}});
}

}  // namespace tideline
