"""The entry of the function: takes what starts it apart, and hands it to work."""
from edge import traced
from work import work


def on_schedule(event):
    """Runs the job of this moment."""
    return work({"id": event["id"], "time": event["time"]})


@traced
def handler(event, context):
    return on_schedule(event)
