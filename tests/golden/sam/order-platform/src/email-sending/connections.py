"""The connections that are drawn from this service, one function each."""
import functools
import json
import os


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)


def to_mailbox(result):
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
