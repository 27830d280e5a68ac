"""What every function shares: logs in JSON, traces, metrics, and doing the work of an event once.

Powertools for AWS Lambda is used where it is installed; without it, as in the unit tests, the standard library stands
in for it.
"""
import functools
import json
import logging
import os
import time

try:
    from aws_lambda_powertools import Logger, Tracer
    from aws_lambda_powertools.metrics import MetricUnit, single_metric
except ImportError:
    Logger = None

SERVICE = os.environ.get("POWERTOOLS_SERVICE_NAME", "service")
DAY = 24 * 60 * 60
LONGEST_WORK = 905  # Seconds after which a run of this function has surely ended.


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record):
        line = {"level": record.levelname, "service": SERVICE, "message": record.getMessage()}
        if hasattr(record, "event_id"):
            line["event_id"] = record.event_id
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)


def make_logger():
    if Logger:
        return Logger(service=SERVICE)
    made = logging.getLogger(SERVICE)
    made.setLevel(os.environ.get("POWERTOOLS_LOG_LEVEL", "INFO"))
    if not made.handlers:
        writer = logging.StreamHandler()
        writer.setFormatter(JsonFormatter())
        made.addHandler(writer)
        made.propagate = False
    return made


logger = make_logger()
traced = Tracer(service=SERVICE).capture_lambda_handler if Logger else lambda handler: handler


def count(name):
    """Counts one of something as a metric of this function."""
    if Logger and os.environ.get("POWERTOOLS_METRICS_NAMESPACE"):
        with single_metric(name=name, unit=MetricUnit.Count, value=1) as metric:
            metric.add_dimension(name="service", value=SERVICE)


class StillBusy(Exception):
    """Another delivery of the same event is being worked on; this one has to come again."""


@functools.cache
def table():
    import boto3  # Part of Lambda's runtime.

    return boto3.client("dynamodb")


remembered = {}  # Without a table, for the life of this process.


def claim(key):
    """True where nobody has worked on the event yet."""
    now = int(time.time())
    name = os.environ.get("PROCESSED_TABLE")
    if not name:
        state, expiration = remembered.get(key, ("", 0))
        if expiration > now:
            return refuse(state)
        remembered[key] = ("busy", now + LONGEST_WORK)
        return True
    client = table()
    try:
        client.put_item(
            TableName=name,
            Item={"id": {"S": key}, "state": {"S": "busy"}, "expiration": {"N": str(now + LONGEST_WORK)}},
            ConditionExpression="attribute_not_exists(id) OR expiration < :now",
            ExpressionAttributeValues={":now": {"N": str(now)}},
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    except client.exceptions.ConditionalCheckFailedException as error:
        return refuse(error.response.get("Item", {}).get("state", {}).get("S", "done"))
    return True


def refuse(state):
    if state == "busy":
        raise StillBusy()
    return False


def settle(key, state, seconds):
    expiration = int(time.time()) + seconds
    name = os.environ.get("PROCESSED_TABLE")
    if not name:
        remembered[key] = (state, expiration)
        return
    table().update_item(
        TableName=name,
        Key={"id": {"S": key}},
        UpdateExpression="SET #state = :state, expiration = :expiration",
        ExpressionAttributeNames={"#state": "state"},
        ExpressionAttributeValues={":state": {"S": state}, ":expiration": {"N": str(expiration)}},
    )


def once(event_id, work, item):
    """Does the work unless an event of this id has been worked on within a day. A failure lets the event come again."""
    key = f"{SERVICE}#{event_id}"
    if not claim(key):
        logger.info("skipped a second delivery", extra={"event_id": event_id})
        return None
    try:
        result = work(item)
    except Exception:
        settle(key, "failed", -1)
        raise
    settle(key, "done", DAY)
    count("Worked")
    return result
