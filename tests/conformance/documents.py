# SPDX-License-Identifier: Apache-2.0
"""Real tools that judge files by themselves: state machines, compose files and workflows, Workers. Each gives what it
found as {file: text}, so that a test can give it many broken files at once."""
import json
import os
import pathlib
import re
import shutil
import tempfile
import time

import tools


def machine_findings(definitions):
    """What asl-validator says against definitions, {name: text of the definition}, and what no substitution filled."""
    left = {name: ", ".join(sorted(set(re.findall(r"\$\{[^}]*\}", text)))) for name, text in definitions.items()}
    found = {name: f"{names}: nothing fills it" for name, names in left.items() if names}
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: pathlib.Path(folder) / f"{number}.json" for number, name in enumerate(definitions)}
        for name, text in definitions.items():
            paths[name].write_text(text)
        said = tools.run(*tools.node_tool("asl-validator"), *(part for path in paths.values() for part in ("--json-path", path)),
                         allowed=(0, 1), stderr_too=True)
        for name, path in paths.items():
            if f'"{path}" is valid' not in said:
                told = said.partition(f'"{path}" is invalid')[2]
                found[name] = " ".join(re.split(r"[✓✕] State", told)[0].split()) or "asl-validator does not say that it is valid"
    return found


# The schemas that files of an export have to meet; check-jsonschema brings them.
SCHEMAS = (("vendor.compose-spec", "compose/compose.yaml"),
           ("vendor.github-workflows", "ci/.github/workflows/*.yml"),
           ("custom.github-workflows-require-timeout", "ci/.github/workflows/*.yml"))


def schema_findings(schema, files):
    """What check-jsonschema says against files: {path: text}."""
    said = json.loads(tools.run(tools.tool("check-jsonschema"), "--builtin-schema", schema, "--output-format", "json", *files,
                                allowed=(0, 1)))
    found = {error["filename"]: f"{error['path']}: {error['message']}" for error in said.get("errors", [])}
    found |= {error["filename"]: error["message"] for error in said.get("parse_errors", [])}
    if said["status"] != "ok" and not found:
        found = {"": json.dumps(said)}
    return found


COLOURS = re.compile("\x1b\\[[0-9;]*m")


def worker_findings(folder):
    """What wrangler says against a Worker that it puts together as for a deployment; "" if nothing. The folder stays as it
    is. Nothing is fetched: wrangler finds in its place for files of the moment that it has just looked for a newer one."""
    with tempfile.TemporaryDirectory() as top:
        place = pathlib.Path(top)
        shutil.copytree(folder, place / "worker")
        (place / "update-check").mkdir()
        looked = {"latest": "0.0.1", "lastUpdate": int(time.time() * 1000)}
        (place / "update-check" / "wrangler-latest.json").write_text(json.dumps(looked))
        environment = os.environ | {"HOME": top, "XDG_CONFIG_HOME": top, "TMPDIR": top, "CI": "true", "NO_COLOR": "1",
                                    "WRANGLER_HIDE_BANNER": "true", "WRANGLER_SEND_METRICS": "false"}
        said = tools.run(*tools.node_tool("wrangler"), "deploy", "--dry-run", "--outdir", place / "made",
                         allowed=(0, 1), stderr_too=True, cwd=place / "worker", env=environment)
        well = "--dry-run: exiting now" in said and "WARNING" not in said and "ERROR" not in said
        return "" if well and list((place / "made").glob("*.js")) else " ".join(COLOURS.sub("", said).split()) or "it says nothing"
