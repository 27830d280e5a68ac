"""The entry of the function: takes what starts it apart, and hands it to work."""
from edge import once, traced
from work import work


def on_object(event):
    """Works on a new object of a bucket, once."""
    detail = event["detail"]
    found = detail["object"]
    item = {"id": event["id"], "bucket": detail["bucket"]["name"], "key": found["key"], "size": found.get("size", 0)}
    return once(event["id"], work, item)


@traced
def handler(event, context):
    return on_object(event)
