#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hostile_texts.py TIDELINE INPUTS FOLDER: names a service after every hostile input and exports it to every target.
Each export is refused with the element's place, or PyYAML and kustomize (which reads as kubectl does) give the same text
back, the same number of documents, and no file outside the folder."""
import json
import pathlib
import re
import shutil
import subprocess
import sys

import yaml

import tools

PLACES = re.compile(r"/(title|description|services/[a-z0-9]+/name|connections/[a-z]+/event)")


class Reader(yaml.SafeLoader):
    """Knows the short forms of CloudFormation: what they hold is read as it stands."""


def short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        text = loader.construct_scalar(node)
        return text.replace("${!", "${") if suffix == "Sub" else text
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


Reader.add_multi_constructor("!", short_form)


def design(text):
    services = [{"id": "a", "kind": "http-api", "name": text, "host": "kubernetes"},
                {"id": "b", "kind": "email-sender", "name": text + " b" if text else "b", "host": "function"},
                {"id": "w", "kind": "auth-callback", "name": "w " + text, "host": "wasm"},
                {"id": "db", "kind": "relational-database", "name": "db", "host": "kubernetes"},
                {"id": "bus", "kind": "event-bus", "name": "bus", "host": "managed"}]
    connections = [{"id": "c", "from": "a", "to": "bus", "type": "async"}, {"id": "d", "from": "bus", "to": "b", "type": "async"},
                   {"id": "e", "from": "a", "to": "db", "type": "data"}]
    return {"format": 1, "title": "Shop", "description": text, "services": services, "connections": connections}


def texts_of(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    elif isinstance(value, str):
        yield value


def is_document(file):
    return file.suffix in (".yaml", ".yml") and "templates" not in file.parts


def read(folder):
    """{target: (number of documents, all texts)} of what PyYAML reads."""
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and is_document(file.relative_to(folder)):
            target = file.relative_to(folder).parts[0]
            documents = list(yaml.load_all(file.read_text(encoding="utf-8"), Reader))
            count, texts = found.get(target, (0, set()))
            found[target] = (count + len(documents), texts | set(texts_of(documents)))
    return found


def kustomized(folder):
    said = tools.run(tools.tool("kustomize"), "build", folder / "kubernetes" / "overlays" / "dev")
    # What kustomize writes again has its own quoting: every scalar is read as a text.
    return set(texts_of(list(yaml.load_all(said, yaml.BaseLoader))))


def export(program, targets, text, folder):
    """The standard error of a refused export; None where it was written."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file = folder.parent / "hostile.tideline"
    file.write_text(json.dumps(design(text)))
    result = subprocess.run([program, "export", str(file), "--target", ",".join(targets), "-o", str(folder)],
                            capture_output=True, text=True)
    if result.returncode not in (0, 3):
        sys.exit(f"{text!r}: ended with {result.returncode}: {result.stderr}")
    return result.stderr if result.returncode == 3 else None


def judge(text, benign, folder):
    for target, (count, texts) in read(folder).items():
        if count != benign[target][0]:
            yield f"{text!r}: {target} has {count} documents, {benign[target][0]} with a harmless name"
        if target in ("kubernetes", "helm", "backstage") and text not in texts:
            yield f"{text!r}: {target} does not give it back"
        if target == "sam" and text + " b" not in texts:
            yield f"{text!r}: {target} does not give it back"
    if text not in kustomized(folder):
        yield f"{text!r}: kustomize does not give it back"
    outside = [path for path in folder.parent.iterdir() if path.name not in (folder.name, "hostile.tideline")]
    yield from (f"{text!r}: {path} lies outside the folder" for path in outside)


def main():
    program, inputs, folder = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text()), pathlib.Path(sys.argv[3]) / "out"
    shutil.rmtree(folder.parent, ignore_errors=True)
    listed = json.loads(tools.run(program, "targets", "--format", "json"))["targets"]
    targets = [target["key"] for target in listed]
    if refused := export(program, targets, "Orders", folder):
        sys.exit(f"a harmless name is refused: {refused}")
    benign, found, accepted = read(folder), [], 0
    for row in inputs:
        inputs_of_row = row["input"] if isinstance(row["input"], list) else [row["input"]]
        for text in (value if isinstance(value, str) else json.dumps(value) for value in inputs_of_row):
            refused = export(program, targets, text, folder)
            if refused is None and text:  # A service without a name gets its id when it is read, and a remark.
                accepted += 1
                found += judge(text, benign, folder)
            elif refused is not None and not PLACES.search(refused):
                found.append(f"{text!r}: refused without the place: {refused.strip()}")
    print("\n".join(found))
    print(f"{accepted} exported and read back, {len(targets)} targets each")
    return 1 if found or accepted < 60 else 0


if __name__ == "__main__":
    sys.exit(main())
