#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""export_design.py TIDELINE DESIGN FOLDER [PROFILE]: exports a design to every target that is ready, into an empty folder."""
import json
import pathlib
import shutil
import sys

import tools


NEEDS = {"kubernetes": ("kubernetes", "helm"), "function": ("sam",)}


def needed(design):
    """The targets that some service of the design needs, by the hosts they are drawn on."""
    services = json.loads(pathlib.Path(design).read_text())["services"]
    hosts = {service.get("host", "kubernetes") for service in services}
    return sorted(target for host in hosts for target in NEEDS.get(host, ()))


def main():
    tideline, design, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    profile = sys.argv[4] if len(sys.argv) > 4 else "standard"
    said = tools.run(tideline, "targets", "--format", "json")
    if not said.strip():
        sys.exit("'tideline targets --format json' printed nothing")
    listed = json.loads(said)["targets"]
    ready = [target["key"] for target in listed if target["state"] == "ready"]
    for target in ("kubernetes", "helm", "sam"):
        if target not in ready:
            sys.exit(f"the target '{target}' is not ready: {ready}")
    shutil.rmtree(folder, ignore_errors=True)
    print(tools.run(tideline, "export", design, "--target", ",".join(ready), "--profile", profile, "-o", folder))
    (folder / "expected.json").write_text(json.dumps(needed(design)) + "\n")
    for target in needed(design):
        files = [file for file in (folder / target).rglob("*") if file.is_file()]
        if not files:
            sys.exit(f"services of {design} need the target '{target}', and nothing was exported for it")
        print(f"{target}: {len(files)} files")


if __name__ == "__main__":
    main()
