#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""export_design.py TIDELINE DESIGN FOLDER: exports a design to every target that is ready, into an empty folder."""
import json
import pathlib
import shutil
import sys

import tools


def main():
    tideline, design, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    listed = json.loads(tools.run(tideline, "targets", "--format", "json"))["targets"]
    ready = [target["key"] for target in listed if target["state"] == "ready"]
    for needed in ("kubernetes", "helm", "sam"):
        if needed not in ready:
            sys.exit(f"the target '{needed}' is not ready: {ready}")
    shutil.rmtree(folder, ignore_errors=True)
    print(tools.run(tideline, "export", design, "--target", ",".join(ready), "-o", folder))
    for target in ready:
        files = [file for file in (folder / target).rglob("*") if file.is_file()]
        print(f"{target}: {len(files)} files")


if __name__ == "__main__":
    main()
