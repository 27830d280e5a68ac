"""The connections that are drawn from this service, one function each."""
import functools
import json
import os


@functools.cache
def client(name):
    import boto3  # Part of Lambda's runtime; unit tests put a client of their own here.

    return boto3.client(name)


@functools.cache
def secret(name):
    """The secret's text; kept for the life of this process."""
    return client("secretsmanager").get_secret_value(SecretId=name)["SecretString"]


def to_database(item):
    """Keeps an item in the database, in a table of one row an id."""
    import pg8000.native  # From requirements.txt; unit tests replace this function.

    host, port = os.environ["DATABASE_HOST"], int(os.environ["DATABASE_PORT"])
    login = json.loads(secret(os.environ["DATABASE_SECRET_NAME"]))
    user, password, database = login["username"], login["password"], login.get("database", "app")
    statement = (
        "INSERT INTO database_items (id, body) VALUES (:id, :body) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body"
    )
    with pg8000.native.Connection(user, host=host, port=port, password=password, database=database,
                                  ssl_context=False, timeout=5) as connection:
        connection.run("CREATE TABLE IF NOT EXISTS database_items (id text PRIMARY KEY, body text NOT NULL)")
        connection.run(statement, id=str(item.get("id") or "latest"), body=json.dumps(item))
