"""The entry of the function: takes what starts it apart, and hands it to work."""
import base64
import json

from edge import traced
from work import work


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def body_of(event):
    body = event.get("body") or ""
    return base64.b64decode(body).decode() if event.get("isBase64Encoded") else body


def on_request(event):
    """Answers a call of the API."""
    try:
        item = json.loads(body_of(event) or "{}")
    except ValueError:
        return answer(400, {"error": "the body is not JSON"})
    if not isinstance(item, dict):
        return answer(400, {"error": "the body is not a JSON object"})
    return answer(200, work(item))


@traced
def handler(event, context):
    return on_request(event)
