"""The connections that are drawn from this service, one function each."""
import functools
import json
import os


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)


def to_archive(result):
    """Hands a record to the delivery stream, which writes it into its bucket."""
    client("firehose").put_record(
        DeliveryStreamName=os.environ["ARCHIVE_DELIVERY_STREAM"],
        Record={"Data": (json.dumps(result) + "\n").encode()},
    )
