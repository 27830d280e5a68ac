"""The work of this function: the file that is yours. Everything beside it is plumbing."""
import connections


def work(item):
    """Works on one item and passes the result on over the drawn connections."""
    result = {**item}
    connections.to_event_bridge(result)
    connections.to_database(result)
    return result
