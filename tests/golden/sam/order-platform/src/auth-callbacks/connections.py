"""The connections that are drawn from this service, one function each."""
import functools
import json
import os
import time
import urllib.error
import urllib.request


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)


@functools.cache
def secret(name):
    """The secret's text; kept for the life of this process."""
    return client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]


def fetch(url, body, headers, seconds, attempts):
    """Posts JSON and returns JSON; tries again, ever later, where the other side fails."""
    data = json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, headers={"content-type": "application/json", **headers})
    for attempt in range(attempts + 1):
        try:
            with urllib.request.urlopen(request, timeout=seconds) as answer:
                text = answer.read().decode()
                return json.loads(text) if text else {}
        except (urllib.error.URLError, TimeoutError) as error:
            refused = isinstance(error, urllib.error.HTTPError) and error.code < 500
            if refused or attempt == attempts:
                raise
            time.sleep(0.1 * 2**attempt)
    return {}


def to_user_service(body):
    """Calls the service over HTTP."""
    headers = {}
    return fetch(os.environ["USER_SERVICE_URL"], body, headers, 2, 0)
