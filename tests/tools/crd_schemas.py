#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""crd_schemas.py GO CRDS.TXT FOLDER: fetches the Go modules that hold CRDs, checks their hashes, and writes one strict
schema a kind and version, GROUP/KIND_VERSION.json, as kubeconform asks for them; the definitions themselves, with the
rules that schemas cannot hold, go into the folder `definitions` beside."""
import json
import os
import pathlib
import subprocess
import sys

import yaml

from json_schemas import strict


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML 1.1 has a type for the lone "=" that Prometheus' CRDs list as an operator: it is a text."""


Loader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: loader.construct_scalar(node))


def fetched(go, module, version, expected):
    """The folder of the module's files, once its hash is the one we know."""
    run = subprocess.run([go, "mod", "download", "-json", f"{module}@{version}"], capture_output=True, text=True,
                         env=os.environ | {"GOFLAGS": "-mod=mod", "GOSUMDB": "off", "GOTOOLCHAIN": "local"})
    answer = json.loads(run.stdout or "{}")
    if run.returncode != 0 or "Dir" not in answer:
        sys.exit(f"{module}@{version}: {answer.get('Error') or run.stderr.strip()}")
    if answer["Sum"] != expected:
        sys.exit(f"{module}@{version}: its hash is {answer['Sum']}, expected {expected}")
    return pathlib.Path(answer["Dir"])


def schemas_of(document):
    """(file name, schema) of each version that a CRD serves."""
    spec = document["spec"]
    for version in spec["versions"]:
        described = version.get("schema", {}).get("openAPIV3Schema")
        if not described or not version.get("served", True):
            continue
        schema = strict(described)
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        schema["properties"] |= {"apiVersion": {"type": "string"}, "kind": {"type": "string"},
                                 "metadata": {"type": "object"}}
        schema["required"] = sorted({"apiVersion", "kind", "metadata", *schema.get("required", [])})
        yield f"{spec['group']}/{spec['names']['kind'].lower()}_{version['name']}.json", schema


def main():
    go, table, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    count = 0
    for line in table.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        module, version, expected, inner = line.split()
        for file in sorted((fetched(go, module, version, expected) / inner).glob("*.yaml")):
            text = file.read_text()
            for document in yaml.load_all(text, Loader):
                if not document or document.get("kind") != "CustomResourceDefinition":
                    continue
                name = f"{module.replace('/', '_')}_{file.name}"
                (folder.parent / "definitions").mkdir(parents=True, exist_ok=True)
                (folder.parent / "definitions" / name).write_text(text)
                for name, schema in schemas_of(document):
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (folder / name).write_text(json.dumps(schema, sort_keys=True) + "\n")
                    count += 1
        print(f"{module} {version}: {count} schemas so far")
    return 0 if count else 1


if __name__ == "__main__":
    sys.exit(main())
