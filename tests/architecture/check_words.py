#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that no text of the repository holds what belongs to one machine: registries, paths, secrets; and no notes
to oneself. Works on the files that are there (no git): build and output folders are left out."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEFT_OUT = {".git", "build", "out", ".cache", "__pycache__"}
TOP_LEVEL = {"CMakeLists.txt", "app", "core", "widgets", "templates", "resources", "tests", "packaging", "README.md",
             "ARCHITECTURE.md", "CHANGELOG.md", "LICENSE", "CMakePresets.json", "dev"}
PICTURES = {".png", ".ico", ".icns", ".gz"}

# Dots stand in brackets so that this file does not hold what it looks for.
EVERYWHERE = [
    ("the host of a package registry", re.compile(
        r"pypi[.]org|pythonhosted[.]org|(proxy|sum)[.]golang[.]org|registry[.]npmjs[.]org|(deb|security)[.]debian[.]org"
        r"|repo1?[.]maven[.]|(static|index)[.]crates[.]io", re.I)),
    ("a path of one machine", re.compile(r"(?<![\w.$}~-])/(work|root)/(?!\*)\w|/home/(?!user\b|person\b)[a-z]\w*/")),
    ("a private key", re.compile(r"BEGIN [A-Z ]*PRIVATE[ ]KEY")),
    ("an access key", re.compile(r"\b(AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[0-9A-Z]{16}\b")),
    ("a word about how it was made", re.compile(r"\b(clau[d]e|anthr[o]pic|chat[g]pt|language [m]odel)\b", re.I)),
]
IN_SOURCES = [("a note to oneself", re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b"))]
SOURCES = {".cpp", ".h", ".py", ".sh", ".cmake", ".txt"}


def texts():
    for file in sorted(ROOT.rglob("*")):
        parts = file.relative_to(ROOT).parts
        if any(part in LEFT_OUT or part.startswith("build-") for part in parts[:1]) or "__pycache__" in parts:
            continue
        if file.is_file() and not file.is_symlink() and file.suffix not in PICTURES:
            yield file, "/".join(parts)


def faults_of(file, path):
    rules = EVERYWHERE + (IN_SOURCES if file.suffix in SOURCES else [])
    text = file.read_bytes().decode("utf-8", errors="replace")
    for number, line in enumerate(text.split("\n"), 1):
        for what, pattern in rules:
            if match := pattern.search(line):
                yield f"{path}:{number}: {what}: '{match.group(0)}'"


def main():
    faults = [f"{entry.name}: does not belong into the top level" for entry in sorted(ROOT.iterdir())
              if entry.name not in TOP_LEVEL | LEFT_OUT and not entry.name.startswith(".")
              and not entry.name.startswith("build")]
    count = 0
    for file, path in texts():
        count += 1
        faults += faults_of(file, path)
    print("\n".join(faults) if faults else f"{count} files hold nothing that must not be there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
