// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sample_events.h"
#include "core/export/sam/topic_part.h"

#include <fmt/format.h>

namespace tideline {

namespace {

constexpr int kTimeoutS = 60;

constexpr std::string_view kApp =
    R"py("""Writes what waits in a queue into a topic of Kafka, in the order in which it was sent.

Functions and rules send to the queue: they need no client of Kafka and no place in its network, and nothing is lost
while brokers are away.
"""
import functools
import json
import os

from edge import logger, traced


@functools.cache
def producer():
    """The connection to the brokers, for the life of this process. It signs with the role of the function."""
    import boto3  # Part of Lambda's runtime.
    from kafka import KafkaProducer

    answer = boto3.client("kafka").get_bootstrap_brokers(ClusterArn=os.environ["CLUSTER_ARN"])
    return KafkaProducer(
        bootstrap_servers=answer["BootstrapBrokerStringSaslIam"].split(","),
        security_protocol="SASL_SSL",
        sasl_mechanism="AWS_MSK_IAM",
        acks="all",
        enable_idempotence=True,
        # Shorter than a run, so that nothing is sent after it was given up.
        max_block_ms=10000,
        request_timeout_ms=8000,
        delivery_timeout_ms=9000,
    )


def item_of(body):
    """What others read from the topic: an event of the bus comes in an envelope, what a function sent does not."""
    try:
        item = json.loads(body)
    except ValueError:
        return None, body
    if isinstance(item, dict) and "detail-type" in item and "detail" in item:
        return item["detail"], json.dumps(item["detail"])
    return item, body


def write(record):
    """Puts one record into the topic and waits until enough brokers hold it. Those of one id keep their order."""
    item, text = item_of(record["body"])
    key = item.get("id") if isinstance(item, dict) else None
    key = record.get("attributes", {}).get("MessageGroupId") if key is None else key
    key = None if key is None else str(key).encode()
    producer().send(os.environ["TOPIC"], key=key, value=text.encode()).get(timeout=10)


def start_anew():
    """Forgets the connection: a producer that failed for good never works again. One that was not made is not asked."""
    if producer.cache_info().currsize:
        try:
            producer().close(timeout=0)
        except Exception:
            logger.exception("the connection could not be closed")
        producer.cache_clear()


@traced
def handler(event, context):
    failures = []
    for record in event["Records"]:
        if not failures:
            try:
                write(record)
                continue
            except Exception:
                logger.exception("a record was not written", extra={"event_id": record["messageId"]})
                start_anew()
        # What follows a failure waits, or the order is lost.
        failures.append({"itemIdentifier": record["messageId"]})
    return {"batchItemFailures": failures}
)py";

constexpr std::string_view kTest =
    R"py("""Runs the writer of the topic on a batch of messages, without brokers: python3 -m unittest discover tests/unit"""
import functools
import importlib
import json
import os
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "@SLUG@"


class Brokers:
    """Takes records in the place of Kafka; refuses those whose value is in `refused`."""

    def __init__(self):
        self.records = []
        self.refused = []

    def send(self, topic, key, value):
        self.records.append((topic, key, value))
        return self

    def get(self, timeout):
        if self.records[-1][2] in self.refused:
            self.records.pop()
            raise TimeoutError("no broker answers")

    def close(self, timeout):
        pass


def message(number, **attributes):
    return {"messageId": f"message-{number}", "body": f'{{"id": "{number}"}}', "attributes": attributes}


class @CLASS@Test(unittest.TestCase):
    def setUp(self):
        os.environ.update({"TOPIC": "sample", "CLUSTER_ARN": "sample"})
        for name in ("app", "edge"):
            sys.modules.pop(name, None)
        sys.path.insert(0, str(SOURCE))
        self.addCleanup(sys.path.remove, str(SOURCE))
        self.app = importlib.import_module("app")
        self.brokers = Brokers()
        self.made = 0
        self.app.producer = functools.cache(self.make)

    def make(self):
        self.made += 1
        return self.brokers

    def test_the_sample_is_written(self):
        event = json.loads((ROOT / "events" / "@SLUG@-messages.json").read_text())
        self.assertEqual(self.app.handler(event, None), {"batchItemFailures": []})
        self.assertEqual(self.brokers.records, [("sample", b"sample-1", event["Records"][0]["body"].encode())])

    def test_records_are_written_in_their_order(self):
        answer = self.app.handler({"Records": [message(1), message(2)]}, None)
        self.assertEqual(answer, {"batchItemFailures": []})
        self.assertEqual(self.brokers.records, [("sample", b"1", b'{"id": "1"}'), ("sample", b"2", b'{"id": "2"}')])

    def test_an_event_of_the_bus_leaves_its_envelope(self):
        event = json.dumps({"id": "e-1", "detail-type": "Paid", "detail": {"id": "7"}})
        self.app.handler({"Records": [message(1) | {"body": event}]}, None)
        self.assertEqual(self.brokers.records, [("sample", b"7", b'{"id": "7"}')])

    def test_without_an_id_the_group_is_the_key(self):
        self.app.handler({"Records": [message(1, MessageGroupId="users") | {"body": "{}"}]}, None)
        self.assertEqual(self.brokers.records, [("sample", b"users", b"{}")])

    def test_brokers_that_are_away_are_asked_once(self):
        asked = []

        def away():
            asked.append(1)
            raise TimeoutError("no broker answers")

        self.app.producer = functools.cache(away)
        answer = self.app.handler({"Records": [message(1), message(2)]}, None)
        self.assertEqual(len(answer["batchItemFailures"]), 2)
        self.assertEqual(len(asked), 1)

    def test_what_brokers_refuse_comes_again_over_a_new_connection(self):
        self.brokers.refused.append(b'{"id": "1"}')
        answer = self.app.handler({"Records": [message(1), message(2)]}, None)
        self.assertEqual([failure["itemIdentifier"] for failure in answer["batchItemFailures"]],
                         ["message-1", "message-2"])
        self.brokers.refused.clear()
        self.assertEqual(self.app.handler({"Records": [message(1)]}, None), {"batchItemFailures": []})
        self.assertEqual(self.made, 2)


if __name__ == "__main__":
    unittest.main()
)py";

YamlValue queueEvent(const std::string& queue) {
    YamlValue properties = YamlMembers{{"Queue", cfnAttribute(queue, "Arn")},
                                       {"BatchSize", 10},
                                       {"FunctionResponseTypes", YamlList{"ReportBatchItemFailures"}},
                                       {"ScalingConfig", YamlMembers{{"MaximumConcurrency", 20}}}};
    return YamlMembers{{"Messages", YamlMembers{{"Type", "SQS"}, {"Properties", std::move(properties)}}}};
}

YamlValue writerPolicies(const TopicNames& names) {
    YamlValue ask = cfnAllow("FindBrokers", {"kafka:GetBootstrapBrokers"}, cfnRef(names.clusterId));
    return YamlList{cfnPolicy({std::move(ask), writeTopic(names).statement})};
}

YamlValue writerProperties(SamBuild& build, const SamService& topic, const std::string& slug) {
    const std::string& id = topic.logicalId;
    const TopicNames names = topicNames(build, topic);
    YamlValue properties =
        YamlMembers{{"CodeUri", fmt::format("src/{}/", slug)},
                    {"Handler", "app.handler"},
                    {"Description", fmt::format("Writes what the edge sends into the topic {}", names.topic)},
                    {"Timeout", kTimeoutS},
                    {"LoggingConfig", YamlMembers{{"LogGroup", cfnRef(id + "WriterLogGroup")}}}};
    if (!build.plan->isHardened()) {
        properties.set("VpcConfig",
                       YamlMembers{{"SubnetIds", build.tmpl.use("PrivateSubnetIds")},
                                   {"SecurityGroupIds", YamlList{cfnAttribute("EdgeSecurityGroup", "GroupId")}}});
    }
    properties.set("Environment", YamlMembers{{"Variables", YamlMembers{{"POWERTOOLS_SERVICE_NAME", slug},
                                                                        {"CLUSTER_ARN", cfnRef(names.clusterId)},
                                                                        {"TOPIC", names.topic}}}});
    properties.set("Policies", writerPolicies(names));
    properties.set("Events", queueEvent(id + "Queue"));
    return properties;
}

void addWriterCode(SamBuild& build, const std::string& slug) {
    const std::string folder = fmt::format("src/{}/", slug);
    std::string className = camelCase(slug);
    className.front() = static_cast<char>(className.front() - 32);  // labels begin with a small letter
    build.files.push_back({folder + "app.py", std::string(kApp)});
    build.files.push_back(sampleEvent({.kind = SamTriggerKind::Queue, .sample = slug + "-messages"}));
    build.files.push_back(
        {folder + "edge.py", filledCode(pythonEdgeModule(), {{"@BUSY@", std::to_string(kTimeoutS + 5)}})});
    build.files.push_back(
        {folder + "requirements.txt", "aws-lambda-powertools[tracer]>=3,<4\nkafka-python>=2.3.3,<4\n"});
    build.files.push_back({fmt::format("tests/unit/test_{}.py", snakeCase(slug)),
                           filledCode(kTest, {{"@SLUG@", slug}, {"@CLASS@", className}})});
}

}  // namespace

void addTopicWriter(SamBuild& build, const SamService& topic) {
    const std::string& id = topic.logicalId;
    const std::string slug = topic.slug + "-writer";
    addQueue(build, {.id = id + "Queue",
                     .comment = fmt::format("What the edge sends to the topic {}", topicNames(build, topic).topic),
                     .isFifo = topic.profile->flag("ordered"),
                     .visibilityS = 6 * kTimeoutS});
    build.tmpl.add(id + "WriterFunction", {.type = "AWS::Serverless::Function",
                                           .properties = writerProperties(build, topic, slug),
                                           .comment = "The only function that speaks to the brokers"});
    addLogGroup(build, id + "WriterLogGroup");
    for (const char* metric : {"Errors", "Throttles"}) {
        addAlarm(build, {.id = fmt::format("{}Writer{}Alarm", id, metric),
                         .description = fmt::format("{}: {} of the function", slug, metric),
                         .space = "AWS/Lambda",
                         .metric = metric,
                         .dimensions = {{"FunctionName", cfnRef(id + "WriterFunction")}}});
    }
    addWriterCode(build, slug);
    build.note(topic, fmt::format("what the edge sends to '{0}' goes through the queue {1}Queue and the function "
                                  "{1}WriterFunction, which the bill does not count",
                                  topic.profile->name, id));
}

}  // namespace tideline
