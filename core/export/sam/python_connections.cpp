// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/python_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"py("""The connections that are drawn from this service, one function each."""
import functools
import json
import os
@IMPORTS@

@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)
)py";

constexpr std::string_view kSecret = R"py(

@functools.cache
def secret(name):
    """The secret's text; kept for the life of this process."""
    return client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]
)py";

constexpr std::string_view kFetch = R"py(

def fetch(url, body, headers, seconds, attempts):
    """Posts JSON and returns JSON; tries again, ever later, where the other side fails."""
    data = json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, headers={"content-type": "application/json", **headers})
    for attempt in range(attempts + 1):
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                text = answer.read().decode()
                return json.loads(text) if text else {}
        except (urllib.error.URLError, TimeoutError) as error:
            refused = isinstance(error, urllib.error.HTTPError) and error.code < 500
            if refused or attempt == attempts:
                raise
            time.sleep(0.1 * 2**attempt)
    return {}
)py";

constexpr std::string_view kPublish = R"py(

def @NAME@(detail):
    """Publishes an event on the bus."""
    entry = {
        "EventBusName": os.environ["EVENT_BUS_NAME"],
        "Source": os.environ["EVENT_SOURCE"],
        "DetailType": os.environ["@ENV@"],
        "Detail": json.dumps(detail),
    }
    answer = client("events").put_events(Entries=[entry])
    if answer.get("FailedEntryCount"):
        raise RuntimeError(f"the bus refused the event: {answer['Entries'][0].get('ErrorCode')}")
)py";

constexpr std::string_view kSend = R"py(

def @NAME@(message):
    """Sends a message to the queue."""
    client("sqs").send_message(
        QueueUrl=os.environ["@ENV@_QUEUE_URL"],
        MessageBody=json.dumps(message),@GROUP@
    )
)py";

constexpr std::string_view kPutRecord = R"py(

def @NAME@(record):
    """Puts a record into the stream; records of one id keep their order."""
    client("kinesis").put_record(
        StreamName=os.environ["@ENV@_STREAM"],
        Data=json.dumps(record).encode(),
        PartitionKey=str(record.get("id") or "0"),
    )
)py";

constexpr std::string_view kInvoke = R"py(

def @NAME@(request):
    """Calls the function and waits for its answer."""
    answer = client("lambda").invoke(
        FunctionName=os.environ["@ENV@_FUNCTION"],
        Payload=json.dumps(request).encode(),
    )
    if answer.get("FunctionError"):
        raise RuntimeError(f"the function failed: {answer['FunctionError']}")
    return json.loads(answer["Payload"].read() or b"null")
)py";

constexpr std::string_view kStart = R"py(

def @NAME@(item):
    """Starts the state machine."""
    client("stepfunctions").start_execution(
        stateMachineArn=os.environ["@ENV@_STATE_MACHINE_ARN"],
        input=json.dumps(item),
    )
)py";

constexpr std::string_view kPutObject = R"py(

def @NAME@(result):
    """Keeps a result in the bucket."""
    client("s3").put_object(
        Bucket=os.environ["@ENV@_BUCKET"],
        Key=f"results/{result.get('id') or 'latest'}.json",
        Body=json.dumps(result).encode(),
        ContentType="application/json",
    )
)py";

constexpr std::string_view kGetObject = R"py(

def @NAME@(item):
    """Reads an object from the bucket."""
    answer = client("s3").get_object(Bucket=os.environ["@ENV@_BUCKET"], Key=str(item.get("key") or item.get("id")))
    return answer["Body"].read()
)py";

constexpr std::string_view kPutItem = R"py(

def @NAME@(result):
    """Keeps a result in the table."""
    client("dynamodb").put_item(
        TableName=os.environ["@ENV@_TABLE"],
        Item={
            "pk": {"S": str(result.get("id") or "latest")},
            "sk": {"S": "result"},
            "body": {"S": json.dumps(result)},
        },
    )
)py";

constexpr std::string_view kGetItem = R"py(

def @NAME@(item):
    """Reads an item from the table."""
    answer = client("dynamodb").get_item(
        TableName=os.environ["@ENV@_TABLE"],
        Key={"pk": {"S": str(item.get("id") or "latest")}, "sk": {"S": "result"}},
    )
    return json.loads(answer["Item"]["body"]["S"]) if "Item" in answer else None
)py";

constexpr std::string_view kRequest = R"py(

def @NAME@(body):
    """Calls the service over HTTP."""
    headers = {}@HEADERS@
    return fetch(os.environ["@ENV@_URL"], body, headers, @SECONDS@, @RETRIES@)
)py";

constexpr std::string_view kQuery = R"py(

def @NAME@(item):
    """Keeps an item in the database, in a table of one row an id."""
    import pg8000.native  # From requirements.txt; unit tests replace this function.

    host, port = os.environ["@ENV@_HOST"], int(os.environ["@ENV@_PORT"])
@LOGIN@
    statement = (
        "INSERT INTO @SERVICE@_items (id, body) VALUES (:id, :body) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body"
    )
    with pg8000.native.Connection(user, host=host, port=port, password=password, database=database,
                                  ssl_context=@SSL@, timeout=@SECONDS@) as connection:
        connection.run("CREATE TABLE IF NOT EXISTS @SERVICE@_items (id text PRIMARY KEY, body text NOT NULL)")
        connection.run(statement, id=str(item.get("id") or "latest"), body=json.dumps(item))
)py";

constexpr std::string_view kLoginByIam =
    R"py(    user, database = os.environ["@ENV@_USER"], os.environ["@ENV@_DATABASE"]
    password = client("rds").generate_db_auth_token(DBHostname=host, Port=port, DBUsername=user))py";
constexpr std::string_view kLoginBySecret = R"py(    login = json.loads(secret(os.environ["@ENV@_SECRET_NAME"]))
    user, password, database = login["username"], login["password"], login.get("database", "app"))py";

constexpr std::string_view kCollection = R"py(

@functools.cache
def collection(name, place, seconds):
    """A collection of a MongoDB in the cluster, which speaks without TLS inside the network."""
    import pymongo  # From requirements.txt; unit tests put a collection of their own here.

    login = json.loads(secret(os.environ[f"{name}_SECRET_NAME"]))
    mongo = pymongo.MongoClient(
        os.environ[f"{name}_HOST"],
        int(os.environ[f"{name}_PORT"]),
        username=login["username"],
        password=login["password"],
        timeoutMS=seconds * 1000,
    )
    return mongo[login.get("database", "app")][place]
)py";

constexpr std::string_view kKeepDocument = R"py(

def @NAME@(item):
    """Keeps an item in the database, one document an id."""
    key = str(item.get("id") or "latest")
    collection("@ENV@", "@SERVICE@_items", @SECONDS@).replace_one(
        filter={"_id": key}, replacement={"_id": key, "body": item}, upsert=True
    )
)py";

constexpr std::string_view kFindDocument = R"py(

def @NAME@(item):
    """Reads the document of an item; None where there is none."""
    key = str(item.get("id") or "latest")
    found = collection("@ENV@", "@SERVICE@_items", @SECONDS@).find_one(filter={"_id": key})
    return found.get("body") if found else None
)py";

constexpr std::string_view kStore = R"py(

@functools.cache
def store(name, seconds, retries):
    """The client of an object store in the cluster, which speaks S3 without TLS inside the network."""
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.
    from botocore.config import Config

    login = json.loads(secret(os.environ[f"{name}_SECRET_NAME"]))
    return boto3.client(
        "s3",
        endpoint_url=f"http://{os.environ[f'{name}_HOST']}:{os.environ[f'{name}_PORT']}",
        region_name="us-east-1",  # The store has no regions, but signatures name one.
        aws_access_key_id=login["username"],
        aws_secret_access_key=login["password"],
        config=Config(
            connect_timeout=seconds,
            read_timeout=seconds,
            retries={"total_max_attempts": retries + 1},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        ),
    )
)py";

constexpr std::string_view kStoreObject = R"py(

def @NAME@(result):
    """Keeps a result in the object store, whose bucket is made when it is first needed."""
    files, bucket = store("@ENV@", @SECONDS@, @RETRIES@), os.environ["@ENV@_BUCKET"]
    kept = {
        "Bucket": bucket,
        "Key": f"results/{result.get('id') or 'latest'}.json",
        "Body": json.dumps(result).encode(),
        "ContentType": "application/json",
    }
    try:
        files.put_object(**kept)
    except files.exceptions.NoSuchBucket:
        files.create_bucket(Bucket=bucket)
        files.put_object(**kept)
)py";

constexpr std::string_view kFetchObject = R"py(

def @NAME@(item):
    """Reads an object from the object store."""
    files = store("@ENV@", @SECONDS@, @RETRIES@)
    answer = files.get_object(Bucket=os.environ["@ENV@_BUCKET"], Key=str(item.get("key") or item.get("id")))
    return answer["Body"].read()
)py";

constexpr std::string_view kCached = R"py(

def @NAME@(result):
    """Keeps a result in the cache for an hour."""
    import redis  # From requirements.txt; unit tests replace this function.

    login = json.loads(secret(os.environ["@ENV@_@SECRET@"]))
    cache = redis.Redis(host=os.environ["@ENV@_HOST"], port=int(os.environ["@ENV@_PORT"]), ssl=@SSL@,
                        password=login.get("token") or login.get("password"), socket_timeout=@SECONDS@)
    cache.set(f"@SERVICE@:{result.get('id') or 'latest'}", json.dumps(result), ex=3600)
)py";

constexpr std::string_view kSearch = R"py(

def @NAME@(result):
    """Puts a document into the index; the request is signed with the rights of this function."""
    import boto3
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest

    session = boto3.Session()
    url = f"{os.environ['@ENV@_URL']}/@SERVICE@/_doc/{result.get('id') or 'latest'}"
    request = AWSRequest("POST", url, data=json.dumps(result), headers={"content-type": "application/json"})
    SigV4Auth(session.get_credentials(), "es", session.region_name).add_auth(request)
    return fetch(url, result, dict(request.headers), @SECONDS@, @RETRIES@)
)py";

constexpr std::string_view kDeliver = R"py(

def @NAME@(result):
    """Hands a record to the delivery stream, which writes it into its bucket."""
    client("firehose").put_record(
        DeliveryStreamName=os.environ["@ENV@_DELIVERY_STREAM"],
        Record={"Data": (json.dumps(result) + "\n").encode()},
    )
)py";

constexpr std::string_view kMail = R"py(

def @NAME@(result):
    """Sends a mail; what names no address goes to the sender, so that nothing is lost."""
    sender = os.environ["SENDER_ADDRESS"]
    client("ses").send_email(
        Source=sender,
        Destination={"ToAddresses": [result.get("email") or sender]},
        Message={
            "Subject": {"Data": str(result.get("subject") or "News for you"), "Charset": "UTF-8"},
            "Body": {"Text": {"Data": str(result.get("text") or json.dumps(result)), "Charset": "UTF-8"}},
        },
    )
)py";

struct CodeRow {
    SamCallKind kind;
    bool isRead;
    std::string_view code;
};
constexpr std::array kCode{
    CodeRow{SamCallKind::Publish, false, kPublish},
    CodeRow{SamCallKind::Send, false, kSend},
    CodeRow{SamCallKind::PutRecord, false, kPutRecord},
    CodeRow{SamCallKind::Invoke, false, kInvoke},
    CodeRow{SamCallKind::Start, false, kStart},
    CodeRow{SamCallKind::Objects, true, kGetObject},
    CodeRow{SamCallKind::Objects, false, kPutObject},
    CodeRow{SamCallKind::Items, true, kGetItem},
    CodeRow{SamCallKind::Items, false, kPutItem},
    CodeRow{SamCallKind::Request, false, kRequest},
    CodeRow{SamCallKind::Query, false, kQuery},
    CodeRow{SamCallKind::Cached, false, kCached},
    CodeRow{SamCallKind::Search, false, kSearch},
    CodeRow{SamCallKind::Deliver, false, kDeliver},
    CodeRow{SamCallKind::Mail, false, kMail},
    CodeRow{SamCallKind::Documents, true, kFindDocument},
    CodeRow{SamCallKind::Documents, false, kKeepDocument},
    CodeRow{SamCallKind::Stored, true, kFetchObject},
    CodeRow{SamCallKind::Stored, false, kStoreObject},
};

std::string codeOf(const SamCall& call) {
    const auto row = std::ranges::find_if(
        kCode, [&](const CodeRow& each) { return each.kind == call.kind && (!each.isRead || call.isRead); });
    const std::string group = isGrouped(call) ? "\n        MessageGroupId=str(message.get(\"id\") or \"0\")," : "";
    const std::string headers =
        hasVariable(call, "_SECRET_NAME")
            ? "\n    headers[\"authorization\"] = \"Bearer \" + secret(os.environ[\"@ENV@_SECRET_NAME\"])"
            : "";
    return filledCode(row->code,
                      {{"@GROUP@", group},
                       {"@HEADERS@", headers},
                       {"@LOGIN@", std::string(hasVariable(call, "_SECRET_NAME") ? kLoginBySecret : kLoginByIam)},
                       {"@SSL@", speaksTls(call) ? "True" : "False"},
                       {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
                       {"@NAME@", call.name},
                       {"@ENV@", call.environment},
                       {"@SERVICE@", placeOf(call)},
                       {"@SECONDS@", std::to_string(secondsOf(call))},
                       {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace

std::string pythonConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const auto has = [&](SamCallKind kind) {
        return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
    };
    const bool fetches = has(SamCallKind::Request) || has(SamCallKind::Search);
    const bool readsSecrets = checksSignatures || std::ranges::any_of(calls, [](const SamCall& call) {
                                  return hasVariable(call, "_SECRET_NAME") || hasVariable(call, "_SECRET_ARN");
                              });
    std::string text =
        filledCode(kHead, {{"@IMPORTS@", fetches ? "import time\nimport urllib.error\nimport urllib.request\n" : ""}});
    text += readsSecrets ? kSecret : "";
    text += fetches ? kFetch : "";
    text += has(SamCallKind::Documents) ? kCollection : "";
    text += has(SamCallKind::Stored) ? kStore : "";
    for (const SamCall& call : calls) {
        text += codeOf(call);
    }
    return text;
}

}  // namespace tideline
