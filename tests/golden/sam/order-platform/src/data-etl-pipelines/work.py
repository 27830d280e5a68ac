"""The work of this function: the file that is yours. Everything beside it is plumbing."""


def work(item):
    """Works on one item and passes the result on over the drawn connections."""
    result = {**item}
    return result


def plan(item):
    """Cuts a run into pieces, each well within the fifteen minutes of a function."""
    return [{"id": f"piece-{number}", "run": item.get("id") if isinstance(item, dict) else None}
            for number in range(10)]
