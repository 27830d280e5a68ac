"""The work of this function: the file that is yours. Everything beside it is plumbing."""


def work(item):
    """Works on one item and passes the result on over the drawn connections."""
    result = {**item}
    return result
