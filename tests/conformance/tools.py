# SPDX-License-Identifier: Apache-2.0
"""Finds the validators that `./dev tools` brought. A test whose tool is not there ends as skipped, with the reason;
where CI=true it fails, for then nothing may be skipped."""
import os
import pathlib
import subprocess
import sys

SKIPPED = 77
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "tests" / "tools" / "tools.txt"


def cache():
    """The folder that holds a folder NAME-VERSION for each tool."""
    if given := os.environ.get("TIDELINE_TOOLS"):
        return pathlib.Path(given)
    base = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(base) / "tideline" / "tools"


def folder(name):
    """The folder of a tool, or the end of the test when it is not there."""
    for line in TABLE.read_text().splitlines():
        row = line.split()
        if row and row[0] == name:
            place = cache() / f"{name}-{row[2]}"
            if (place / "ready").exists():
                return place
            why = place.with_name(place.name + ".reason")
            reason = f" (last try: {why.read_text().strip()})" if why.exists() else ""
            missing(f"{name} {row[2]} is not in {cache()}{reason}; './dev tools' brings it")
    missing(f"{name} is no row of {TABLE.relative_to(ROOT)}")


def tool(name):
    return str(folder(name) / "bin" / name)


def node_tool(name):
    """The command that starts a program of npm."""
    return [tool("node"), str(folder(name) / "node_modules" / ".bin" / name)]


def missing(reason):
    ci = os.environ.get("CI") == "true"
    print(f"{'failed' if ci else 'skipped'}: {reason}")
    sys.exit(1 if ci else SKIPPED)


def schema_locations():
    """Options for kubeconform: our schemas and no others, so nothing is fetched."""
    return ["-schema-location", f"{folder('kubernetes-schemas')}/schemas/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json",
            "-schema-location",
            f"{folder('crd-schemas')}/schemas/{{{{.Group}}}}/{{{{.ResourceKind}}}}_{{{{.ResourceAPIVersion}}}}.json",
            "-schema-location", f"{ROOT}/tests/data/reference/crds/{{{{.Group}}}}/{{{{.ResourceKind}}}}_{{{{.ResourceAPIVersion}}}}.json"]


def run(*command, text=None, allowed=(0,), stderr_too=False, **options):
    """What a command printed; ends it with a code that is not allowed, the test ends with all it said."""
    result = subprocess.run([str(part) for part in command], input=text, capture_output=True, text=True, **options)
    if result.returncode not in allowed:
        print(f"{' '.join(str(part) for part in command)}\nended with {result.returncode}:\n{result.stdout}{result.stderr}")
        sys.exit(1)
    return result.stdout + (result.stderr if stderr_too else "")
