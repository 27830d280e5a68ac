// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"py(

def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def body_of(event):
    body = event.get("body") or ""
    return base64.b64decode(body).decode() if event.get("isBase64Encoded") else body

@SIGNED@
def on_request(event):
    """Answers a call of the API."""@CHECK@
    try:
        item = json.loads(body_of(event) or "{}")
    except ValueError:
        return answer(400, {"error": "the body is not JSON"})
    if not isinstance(item, dict):
        return answer(400, {"error": "the body is not a JSON object"})
    return answer(@STATUS@, work(@ITEM@))
)py";

constexpr std::string_view kSignedBody = R"py(
def is_signed(event):
    """True where the header x-signature is the HMAC of the body under the shared secret."""
    key = connections.secret(os.environ["SIGNING_SECRET_ARN"]).encode()
    expected = hmac.new(key, body_of(event).encode(), hashlib.sha256).hexdigest()
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return hmac.compare_digest(expected, headers.get("x-signature", ""))

)py";

constexpr std::string_view kSignedState = R"py(
def is_signed(event):
    """True where the parameter state is "<nonce>.<HMAC of the nonce>" under our secret: the sign-in began here."""
    key = connections.secret(os.environ["SIGNING_SECRET_ARN"]).encode()
    nonce, _, mark = ((event.get("queryStringParameters") or {}).get("state") or "").partition(".")
    expected = hmac.new(key, nonce.encode(), hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, mark)

)py";

constexpr std::string_view kCheck = R"py(
    if not is_signed(event):
        return answer(401, {"error": "the signature does not match"}))py";

constexpr std::string_view kBus = R"py(

def on_event(event):
    """Works on an event of the bus, once."""
    return once(event["id"], work, event["detail"])
)py";

constexpr std::string_view kObject = R"py(

def on_object(event):
    """Works on a new object of a bucket, once."""
    detail = event["detail"]
    found = detail["object"]
    item = {"id": event["id"], "bucket": detail["bucket"]["name"], "key": found["key"], "size": found.get("size", 0)}
    return once(event["id"], work, item)
)py";

constexpr std::string_view kQueue = R"py(

def on_messages(event):
    """Works on a batch of messages; those that fail come again, the others do not."""
    failures = []
    for record in event["Records"]:@STOP@
        try:
            body = json.loads(record["body"])
            is_event = isinstance(body, dict) and "detail-type" in body and "id" in body
            once(body["id"] if is_event else record["messageId"], work, body["detail"] if is_event else body)
        except Exception:
            logger.exception("a message failed", extra={"event_id": record["messageId"]})
            failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
)py";

constexpr std::string_view kStopInOrder = R"py(
        if failures:  # What follows a failure waits, or the order is lost.
            failures.append({"itemIdentifier": record["messageId"]})
            continue)py";

constexpr std::string_view kStream = R"py(

def on_records(event):
    """Works on a batch of records in their order; from the first that fails, they come again."""
    for record in event["Records"]:
        number = record["kinesis"]["sequenceNumber"]
        try:
            once(record["eventID"], work, json.loads(base64.b64decode(record["kinesis"]["data"])))
        except Exception:
            logger.exception("a record failed", extra={"event_id": record["eventID"]})
            return {"batchItemFailures": [{"itemIdentifier": number}]}
    return {"batchItemFailures": []}
)py";

constexpr std::string_view kTopic = R"py(

def on_topic(event):
    """Works on records of a topic, each partition in its order. A failure lets the whole batch come again."""
    for partition in event["records"].values():
        for record in partition:
            number = f"{record['topic']}-{record['partition']}-{record['offset']}"
            once(number, work, json.loads(base64.b64decode(record["value"])))
)py";

constexpr std::string_view kSchedule = R"py(

def on_schedule(event):
    """Runs the job of this moment."""
    return work({"id": event["id"], "time": event["time"]})
)py";

constexpr std::string_view kLogs = R"py(

def on_logs(event):
    """Unpacks collected log lines."""
    packed = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    if packed["messageType"] != "DATA_MESSAGE":
        return 0
    for line in packed["logEvents"]:
        work({"id": line["id"], "source": packed["logGroup"], "time": line["timestamp"], "text": line["message"]})
    return len(packed["logEvents"])
)py";

constexpr std::string_view kTask = R"py(

def on_step(event):
    """Does one step of the state machine."""
    item = event.get("input")
    if event["step"] == "plan":
        return {"pieces": plan(item)}
    if event["step"] == "finish":
        return {"id": event["execution"], "state": "finished"}
    call = getattr(connections, event["step"], None)
    if call:
        call(item)
        return item
    return work(item)
)py";

constexpr std::string_view kSocket = R"py(

def on_socket(event):
    """Follows a connection: opened, a message, closed."""
    context = event["requestContext"]
    table = os.environ.get("CONNECTIONS_TABLE")
    key = {"id": {"S": context["connectionId"]}}
    if context["eventType"] == "CONNECT":
        endpoint = f"https://{context['domainName']}/{context['stage']}"
        expiration = {"N": str(int(time.time()) + 2 * 60 * 60)}
        connections.client("dynamodb").put_item(
            TableName=table, Item={**key, "endpoint": {"S": endpoint}, "expiration": expiration})
    elif context["eventType"] == "DISCONNECT":
        connections.client("dynamodb").delete_item(TableName=table, Key=key)
    else:
        work(json.loads(event.get("body") or "{}"))
    return {"statusCode": 200}
)py";

constexpr std::string_view kInvoke = R"py(

def on_call(event):
    """Answers a direct call of another service."""
    return work(event)
)py";

/// What tells the events of one kind apart, the function that takes them, its code and the modules that it needs.
struct TriggerRow {
    SamTriggerKind kind;
    std::string_view test, function, code, imports;
};
constexpr std::array kTriggers{
    TriggerRow{SamTriggerKind::Http, R"("requestContext" in event)", "on_request", kRequest, "base64 json"},
    TriggerRow{SamTriggerKind::Socket, R"("connectionId" in event.get("requestContext", {}))", "on_socket", kSocket,
               "json os time"},
    TriggerRow{SamTriggerKind::Object, R"(event.get("source") == "aws.s3")", "on_object", kObject, ""},
    TriggerRow{SamTriggerKind::Schedule, R"(event.get("source") == "aws.scheduler")", "on_schedule", kSchedule, ""},
    TriggerRow{SamTriggerKind::Bus, R"("detail-type" in event)", "on_event", kBus, ""},
    TriggerRow{SamTriggerKind::Stream, R"("kinesis" in (event.get("Records") or [{}])[0])", "on_records", kStream,
               "base64 json"},
    TriggerRow{SamTriggerKind::Topic, R"(event.get("eventSource") == "aws:kafka")", "on_topic", kTopic, "base64 json"},
    TriggerRow{SamTriggerKind::Queue, R"("Records" in event)", "on_messages", kQueue, "json"},
    TriggerRow{SamTriggerKind::Logs, R"("awslogs" in event)", "on_logs", kLogs, "base64 gzip json"},
    TriggerRow{SamTriggerKind::Task, R"("step" in event)", "on_step", kTask, ""},
    TriggerRow{SamTriggerKind::Invoke, "", "on_call", kInvoke, ""},
};

std::set<std::string> wordsOf(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : std::string(text) + " ") {
        if (c == ' ') {
            words.insert(word);
            word.clear();
        } else {
            word += c;
        }
    }
    words.erase("");
    return words;
}

std::vector<const TriggerRow*> rowsFor(const std::vector<SamTrigger>& triggers) {
    std::vector<const TriggerRow*> rows;
    for (const TriggerRow& row : kTriggers) {
        if (std::ranges::any_of(triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; })) {
            rows.push_back(&row);
        }
    }
    return rows;
}

std::string requestCode(const SamService& service) {
    const bool isCallback = service.profile->kind->key == "auth-callback";
    const bool isSigned = checksSignatures(service);
    const std::string_view check = isCallback ? kSignedState : kSignedBody;
    return filledCode(kRequest,
                      {{"@SIGNED@", isSigned ? std::string(check) : ""},
                       {"@CHECK@", isSigned ? std::string(kCheck) : ""},
                       {"@ITEM@", isCallback ? "{**item, **(event.get(\"queryStringParameters\") or {})}" : "item"},
                       {"@STATUS@", isSigned && !isCallback ? "202" : "200"}});
}

std::string head(const std::vector<const TriggerRow*>& rows, const SamService& service) {
    std::set<std::string> imports;
    bool worksOnce = false;
    bool logs = false;
    bool callsConnections = checksSignatures(service);
    for (const TriggerRow* row : rows) {
        imports.merge(wordsOf(row->imports));
        worksOnce = worksOnce || isOncePerEvent(row->kind);
        logs = logs || row->kind == SamTriggerKind::Queue || row->kind == SamTriggerKind::Stream;
        callsConnections = callsConnections || row->kind == SamTriggerKind::Task || row->kind == SamTriggerKind::Socket;
    }
    if (checksSignatures(service)) {
        imports.merge(std::set<std::string>{"hashlib", "hmac", "os"});
    }
    std::string text = "\"\"\"The entry of the function: takes what starts it apart, and hands it to work.\"\"\"\n";
    for (const std::string& name : imports) {
        text += "import " + name + "\n";
    }
    text += imports.empty() ? "" : "\n";
    text += callsConnections ? "import connections\n" : "";
    text += "from edge import " + std::string(logs ? "logger, " : "") + (worksOnce ? "once, " : "") + "traced\n";
    const bool plans =
        std::ranges::any_of(rows, [](const TriggerRow* row) { return row->kind == SamTriggerKind::Task; });
    text += plans ? "from work import plan, work\n" : "from work import work\n";
    return text;
}

std::string handlerCode(const std::vector<const TriggerRow*>& rows) {
    std::string text = "\n\n@traced\ndef handler(event, context):\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i + 1 < rows.size()) {
            text += "    if " + std::string(rows[i]->test) + ":\n    ";
        }
        text += "    return " + std::string(rows[i]->function) + "(event)\n";
    }
    return text;
}

}  // namespace

std::string pythonApp(const std::vector<SamTrigger>& triggers, const SamService& service) {
    const std::vector<const TriggerRow*> rows = rowsFor(triggers);
    const bool keepsOrder = service.profile->flag("ordered");
    std::string text = head(rows, service);
    for (const TriggerRow* row : rows) {
        text += row->kind == SamTriggerKind::Http
                    ? requestCode(service)
                    : filledCode(row->code, {{"@STOP@", keepsOrder ? std::string(kStopInOrder) : ""}});
    }
    return text + handlerCode(rows);
}

}  // namespace tideline
