"""Runs the function on its sample events, without network, AWS or packages: python -m unittest discover tests/unit"""
import hashlib
import hmac
import importlib
import io
import json
import os
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "webhook-handler"
MODULES = ("app", "connections", "edge", "work")
CALLS = ["to_event_bridge"]


class Clients:
    """Stands in for every client of AWS, and remembers what was asked of it."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        def ask(**arguments):
            self.asked.append(name)
            return {
                "FailedEntryCount": 0,
                "Payload": io.BytesIO(b"{}"),
                "Body": io.BytesIO(b"sample"),
                "SecretString": "sample-key",
            }

        return ask


class WebhookHandlerTest(unittest.TestCase):
    def setUp(self):
        os.environ.update({"SIGNING_SECRET_ARN": "sample", "EVENT_BUS_NAME": "sample", "EVENT_SOURCE": "sample", "EVENT_C19": "sample"})
        os.environ.pop("PROCESSED_TABLE", None)
        for name in MODULES:
            sys.modules.pop(name, None)
        sys.path.insert(0, str(SOURCE))
        self.addCleanup(sys.path.remove, str(SOURCE))
        self.app = importlib.import_module("app")
        self.connections = importlib.import_module("connections")
        self.clients = Clients()
        self.connections.client = lambda name: self.clients
        self.done = []
        for name in CALLS:
            self.follow(name)

    def follow(self, name):
        """Remembers that a connection was used. What needs a driver or a network ends here."""
        real = getattr(self.connections, name)

        def used(item):
            self.done.append(name)
            return None if name in () else real(item)

        setattr(self.connections, name, used)

    def sample(self, name):
        return json.loads((ROOT / "events" / f"{name}.json").read_text())

    def test_webhook_handler_request_is_answered(self):
        event = self.sample("webhook-handler-request")
        mark = hmac.new(b"sample-key", event["body"].encode(), hashlib.sha256).hexdigest()
        event["headers"]["X-Signature"] = mark
        answer = self.app.handler(event, None)
        self.assertEqual(answer["statusCode"], 202)
        self.assertEqual(self.done, CALLS)

    def test_webhook_handler_request_without_json_is_refused(self):
        event = self.sample("webhook-handler-request")
        event["body"] = "no JSON"
        mark = hmac.new(b"sample-key", event["body"].encode(), hashlib.sha256).hexdigest()
        event["headers"]["X-Signature"] = mark
        self.assertEqual(self.app.handler(event, None)["statusCode"], 400)
        self.assertEqual(self.done, [])

    def test_webhook_handler_request_without_a_signature_is_refused(self):
        self.assertEqual(self.app.handler(self.sample("webhook-handler-request"), None)["statusCode"], 401)
        self.assertEqual(self.done, [])


if __name__ == "__main__":
    unittest.main()
