"""The entry of the function: takes what starts it apart, and hands it to work."""
import connections
from edge import traced
from work import plan, work


def on_step(event):
    """Does one step of the state machine."""
    item = event.get("input")
    if event["step"] == "plan":
        return {"pieces": plan(item)}
    if event["step"] == "finish":
        return {"id": event["execution"], "state": "finished"}
    call = getattr(connections, event["step"], None)
    if call:
        call(item)
        return item
    return work(item)


@traced
def handler(event, context):
    return on_step(event)
