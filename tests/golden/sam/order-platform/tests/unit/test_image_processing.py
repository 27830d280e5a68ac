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
SOURCE = ROOT / "src" / "image-processing"
MODULES = ("app", "connections", "edge", "work")
CALLS = []


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


class ImageProcessingTest(unittest.TestCase):
    def setUp(self):
        os.environ.update({"PROCESSED_TABLE": "sample"})
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

    def test_image_processing_c17_uses_every_connection_once(self):
        event = self.sample("image-processing-c17")
        self.app.handler(event, None)
        self.assertEqual(self.done, CALLS)
        self.app.handler(event, None)
        self.assertEqual(self.done, CALLS, "a second delivery does nothing")


if __name__ == "__main__":
    unittest.main()
