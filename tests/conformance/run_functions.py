#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""run_functions.py FOLDER: runs the unit tests that come with a SAM bundle, each with the tool of its language. Functions
in Go need modules, which no test fetches: their source is read by gofmt, and has to stand as it writes it."""
import os
import pathlib
import subprocess
import sys

import tools


def gofmt():
    return next(tools.folder("go").glob("lib/python3*/site-packages/go/bin/gofmt"))


# The files that a language's unit tests are in, and what runs them.
LANGUAGES = (
    ("tests/unit/test_*.py", lambda files: [sys.executable, "-m", "unittest", "discover", "tests/unit"]),
    ("tests/unit/*.test.ts", lambda files: [tools.tool("node"), "--test", *files]),
)


def badly_formatted(folder):
    files = sorted(folder.glob("src/*/*.go"))
    found = tools.run(gofmt(), "-l", "-e", *files) if files else ""
    print(f"{found}{len(files)} files in Go, not run: their modules are not here" if files else "", end="\n" if files else "")
    return bool(found)


def main():
    folder = pathlib.Path(sys.argv[1])
    failed = ran = False
    for pattern, command in LANGUAGES:
        if files := sorted(str(file.relative_to(folder)) for file in folder.glob(pattern)):
            ran = True
            environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
            failed = subprocess.run(command(files), cwd=folder, env=environment, check=False).returncode != 0 or failed
    failed = badly_formatted(folder) or failed
    if not ran:
        sys.exit(f"{folder} has no unit test")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
