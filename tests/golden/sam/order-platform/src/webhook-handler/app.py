"""The entry of the function: takes what starts it apart, and hands it to work."""
import base64
import hashlib
import hmac
import json
import os

import connections
from edge import traced
from work import work


def answer(status, body):
    return {"statusCode": status, "headers": {"content-type": "application/json"}, "body": json.dumps(body)}


def body_of(event):
    body = event.get("body") or ""
    return base64.b64decode(body).decode() if event.get("isBase64Encoded") else body


def is_signed(event):
    """True where the header x-signature is the HMAC of the body under the shared secret."""
    key = connections.secret(os.environ["SIGNING_SECRET_ARN"]).encode()
    expected = hmac.new(key, body_of(event).encode(), hashlib.sha256).hexdigest()
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return hmac.compare_digest(expected, headers.get("x-signature", ""))


def on_request(event):
    """Answers a call of the API."""
    if not is_signed(event):
        return answer(401, {"error": "the signature does not match"})
    try:
        item = json.loads(body_of(event) or "{}")
    except ValueError:
        return answer(400, {"error": "the body is not JSON"})
    if not isinstance(item, dict):
        return answer(400, {"error": "the body is not a JSON object"})
    return answer(202, work(item))


@traced
def handler(event, context):
    return on_request(event)
