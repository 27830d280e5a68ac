"""The connections that are drawn from this service, one function each."""
import functools
import json
import os


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)
