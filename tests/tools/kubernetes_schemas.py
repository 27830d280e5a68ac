#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kubernetes_schemas.py WHEEL VERSION FOLDER: one strict schema a kind, from the definitions that the Python package
kubernetes-validate ships. Files are named as kubeconform asks for them: {{.ResourceKind}}{{.KindSuffix}}.json."""
import json
import pathlib
import sys
import zipfile

from json_schemas import references, strict


def local(schema):
    """References of the one big file become references into the schema itself."""
    if isinstance(schema, list):
        return [local(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: "#/definitions/" + value.rsplit("/", 1)[1] if key == "$ref" and isinstance(value, str)
            else local(value) for key, value in schema.items()}


def closure(name, definitions):
    """The definitions that NAME needs, itself among them."""
    needed, waiting = {}, [name]
    while waiting:
        current = waiting.pop()
        if current in needed:
            continue
        needed[current] = definitions[current]
        waiting += [reference.rsplit("/", 1)[1] for reference in references(definitions[current])]
    return needed


def file_name(kind):
    group = kind["group"].split(".")[0]
    return "-".join(part for part in (kind["kind"].lower(), group, kind["version"]) if part) + ".json"


def main():
    wheel, version, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    source = f"kubernetes_validate/kubernetes-json-schema/v{version}-local/_definitions.json"
    raw = json.loads(zipfile.ZipFile(wheel).read(source))["$defs"]
    definitions = {name: local(strict(schema)) for name, schema in raw.items()}
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, schema in sorted(raw.items()):
        kinds = schema.get("x-kubernetes-group-version-kind", [])
        if len(kinds) != 1 or not {"apiVersion", "kind", "metadata"} <= set(schema.get("properties", {})):
            continue
        whole = {"$schema": "http://json-schema.org/draft-07/schema#", "$ref": f"#/definitions/{name}",
                 "definitions": closure(name, definitions)}
        (folder / file_name(kinds[0])).write_text(json.dumps(whole, sort_keys=True) + "\n")
        count += 1
    print(f"{count} schemas of Kubernetes {version}")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
