# SPDX-License-Identifier: Apache-2.0
"""Where the parts of an exported folder lie, and its objects as an independent reader sees them."""
import json
import pathlib
import sys

import yaml

import tools

ENVIRONMENTS = ("dev", "staging", "prod")
KUBERNETES_VERSION = "1.35.0"


def part(export, target):
    """The folder of a target, or None where no service of the design needs it; missing otherwise ends the test."""
    top = pathlib.Path(export) / target
    expected = pathlib.Path(export) / "expected.json"
    if not top.exists() and expected.exists() and target not in json.loads(expected.read_text()):
        print(f"nothing to judge: no service of the design needs the target '{target}'")
        return None
    return existing(top)


def overlays(export):
    """[(environment, folder)] of the kustomize overlays; every environment must be there."""
    top = part(export, "kubernetes")
    return [(name, existing(top / "overlays" / name)) for name in ENVIRONMENTS] if top else []


def platform(export):
    """The part that is applied once, before any environment."""
    top = part(export, "kubernetes")
    return existing(top / "platform") if top else None


def charts(export):
    top = part(export, "helm")
    found = sorted(file.parent for file in top.glob("*/Chart.yaml")) if top else []
    if top and not found:
        sys.exit(f"{top} holds no Chart.yaml one level down")
    return found


def values(chart):
    """[(environment, values file)] of a chart."""
    return [(name, existing(chart / "ci" / f"{name}-values.yaml")) for name in ENVIRONMENTS]


def templates(export):
    """Every CloudFormation template of the export."""
    top = part(export, "sam")
    return [existing(top / "template.yaml")] if top else []


def machine_files(template):
    """The names of the files that hold state machines."""
    return [file.name for file in sorted(template.parent.glob("statemachine/*"))]


def workers(export):
    """The folder of every component that is a Cloudflare Worker too."""
    return [file.parent for file in sorted((pathlib.Path(export) / "wasm").glob("*/wrangler.jsonc"))]


def existing(path):
    if not path.exists():
        sys.exit(f"the export lacks {path}")
    return path


def namespace(export):
    """The namespace that the platform part makes: what a chart is installed into."""
    for file in sorted((pathlib.Path(export) / "kubernetes" / "platform").glob("*.yaml")):
        for thing in yaml.safe_load_all(file.read_text()):
            if thing and thing.get("kind") == "Namespace":
                return thing["metadata"]["name"]
    return "default"


def built(overlay):
    return tools.run(tools.tool("kustomize"), "build", overlay)


def rendered(export, chart, file):
    return tools.run(tools.tool("helm"), "template", chart.name, chart, "--namespace", namespace(export),
                     "--values", file, "--kube-version", KUBERNETES_VERSION)


def objects(text):
    """{(apiVersion, kind, name): object} of a stream of YAML documents."""
    found = {}
    for thing in yaml.safe_load_all(text):
        if not thing:
            continue
        key = (thing["apiVersion"], thing["kind"], thing["metadata"]["name"])
        if key in found:
            sys.exit(f"two objects are {key}")
        found[key] = thing
    return found


def deliveries(export):
    """[(what, YAML text)] of what makes Argo CD and Flux follow the manifests, where it was exported."""
    return [(f"gitops {file.stem}", file.read_text()) for file in sorted((pathlib.Path(export) / "gitops").glob("*/*.yaml"))]


def streams(export):
    """[(what, YAML text)]: every environment, built by kustomize and rendered by Helm."""
    made = [(f"kustomize {name}", built(folder)) for name, folder in overlays(export)]
    for chart in charts(export):
        made += [(f"helm {name}", rendered(export, chart, file)) for name, file in values(chart)]
    if empty := [what for what, text in made if not text.strip()]:
        sys.exit(f"empty: {', '.join(empty)}")
    return made
