"""The connections that are drawn from this service, one function each."""
import functools
import json
import os


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)


def to_event_bridge(detail):
    """Publishes an event on the bus."""
    entry = {
        "EventBusName": os.environ["EVENT_BUS_NAME"],
        "Source": os.environ["EVENT_SOURCE"],
        "DetailType": os.environ["EVENT_C20"],
        "Detail": json.dumps(detail),
    }
    answer = client("events").put_events(Entries=[entry])
    if answer.get("FailedEntryCount"):
        raise RuntimeError(f"the bus refused the event: {answer['Entries'][0].get('ErrorCode')}")
