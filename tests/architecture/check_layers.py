#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the rules of layers.txt over all sources: who may include whom, and how long a file may be."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MOST_LINES = 400
CODE = (".cpp", ".h")
SOURCE = CODE + (".py", ".sh", ".cmake")
PRECOMPILED = "precompiled.h"  # headers of libraries, read once a target
TYPE = re.compile(r"^(?:class|struct|enum class) (\w+)[^;]*$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"][^>"]+[>"])')


def rules():
    """({folder: folders it may include}, [(prefix, folders that may use it)]) as layers.txt says."""
    layers, only = {}, []
    for number, line in enumerate((HERE / "layers.txt").read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head, _, tail = line.partition(":")
        if head.startswith("only "):
            only.append((head[len("only "):].strip(), tail.split()))
            continue
        for name in tail.split():
            if name not in layers and not any(known.startswith(name + "/") for known in layers):
                sys.exit(f"layers.txt:{number}: '{name}' does not stand above '{head}'")
        layers[head] = tail.split()
    return layers, only


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path, layers):
    return max((folder for folder in layers if inside(path, folder)), key=len, default=None)


def faults_of_include(place, path, included, layers, only):
    bare = included.strip('"')
    for prefix, folders in only:
        if bare.startswith(prefix) and not any(inside(path, folder) for folder in folders):
            yield f"{place}: {included} may be included only in: {' '.join(folders) or 'no folder'}"
    if path.startswith("tests/"):
        return
    ours, theirs = layer_of(path, layers), layer_of(bare, layers)
    if bare.startswith("tests/"):
        yield f"{place}: {included} belongs to the tests"
    elif included.startswith('"') and "/" in bare and theirs is None:
        yield f"{place}: {included} is in no layer of layers.txt"
    elif theirs and theirs != ours and not any(inside(theirs, allowed) for allowed in layers[ours]):
        yield f"{place}: {ours} may not include {theirs} ({included})"


def faults_of_file(file, layers, only):
    path = file.relative_to(ROOT).as_posix()
    lines = file.read_text(encoding="utf-8").splitlines()
    if len(lines) > MOST_LINES:
        yield f"{path}: {len(lines)} lines; {MOST_LINES} are the most: split it by purpose"
    if file.suffix not in CODE:
        return
    if file.name == PRECOMPILED:
        return
    if not path.startswith("tests/") and layer_of(path, layers) is None:
        yield f"{path}: its folder is in no layer of layers.txt"
        return
    if file.suffix == ".h" and "#pragma once" not in lines:
        yield f"{path}: a header needs '#pragma once'"
    for number, line in enumerate(lines, 1):
        if match := INCLUDE.match(line):
            yield from faults_of_include(f"{path}:{number}", path, match.group(1), layers, only)


def faults_of_names(files):
    """Two types of one name in one namespace link into one program that crashes."""
    seen = {}
    for file in files:
        path = file.relative_to(ROOT).as_posix()
        if file.suffix != ".h" or path.startswith("tests/"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            if match := TYPE.match(line):
                other = seen.setdefault(match.group(1), path)
                if other != path:
                    yield f"{path}: {match.group(1)} is the name of a type in {other} too"


def main():
    layers, only = rules()
    files = [file for folder in ("core", "widgets", "app", "tests", "packaging")
             for file in sorted((ROOT / folder).rglob("*")) if file.is_file() and file.suffix in SOURCE]
    faults = [fault for file in files for fault in faults_of_file(file, layers, only)]
    faults += faults_of_names(files)
    print("\n".join(faults) if faults else f"{len(files)} files keep the layers")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
