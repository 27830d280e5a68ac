# SPDX-License-Identifier: Apache-2.0
"""Where the parts of an exported folder lie, and its objects as an independent reader sees them."""
import pathlib
import sys

import yaml

import tools

ENVIRONMENTS = ("dev", "staging", "prod")
KUBERNETES_VERSION = "1.35.0"


def nothing(what):
    """A design without this target has nothing to judge: said, and no failure."""
    print(f"nothing to judge: {what}")
    sys.exit(0)


def overlays(export):
    """[(environment, folder)] of the kustomize overlays; every environment must be there."""
    top = pathlib.Path(export) / "kubernetes"
    if not top.exists():
        nothing("the design has no Kubernetes export")
    return [(name, existing(top / "overlays" / name)) for name in ENVIRONMENTS]


def charts(export):
    top = pathlib.Path(export) / "helm"
    if not top.exists():
        nothing("the design has no chart")
    found = sorted(file.parent for file in top.glob("*/Chart.yaml"))
    if not found:
        sys.exit(f"{top} holds no Chart.yaml one level down")
    return found


def values(chart):
    """[(environment, values file)] of a chart."""
    return [(name, existing(chart / "ci" / f"{name}-values.yaml")) for name in ENVIRONMENTS]


def templates(export):
    """Every CloudFormation template of the export."""
    top = pathlib.Path(export) / "sam"
    if not top.exists():
        nothing("the design has no SAM export")
    return [existing(top / "template.yaml")]


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


def streams(export):
    """[(what, YAML text)]: every environment, built by kustomize and rendered by Helm."""
    made = [(f"kustomize {name}", built(folder)) for name, folder in overlays(export)]
    for chart in charts(export):
        made += [(f"helm {name}", rendered(export, chart, file)) for name, file in values(chart)]
    if empty := [what for what, text in made if not text.strip()]:
        sys.exit(f"empty: {', '.join(empty)}")
    return made
