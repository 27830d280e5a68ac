"""The entry of the function: takes what starts it apart, and hands it to work."""
import base64
import gzip
import json

from edge import traced
from work import work


def on_logs(event):
    """Unpacks collected log lines."""
    packed = json.loads(gzip.decompress(base64.b64decode(event["awslogs"]["data"])))
    if packed["messageType"] != "DATA_MESSAGE":
        return 0
    for line in packed["logEvents"]:
        work({"id": line["id"], "source": packed["logGroup"], "time": line["timestamp"], "text": line["message"]})
    return len(packed["logEvents"])


@traced
def handler(event, context):
    return on_logs(event)
