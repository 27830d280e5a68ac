"""The entry of the function: takes what starts it apart, and hands it to work."""
from edge import once, traced
from work import work


def on_event(event):
    """Works on an event of the bus, once."""
    return once(event["id"], work, event["detail"])


@traced
def handler(event, context):
    return on_event(event)
