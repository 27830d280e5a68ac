#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""same_objects.py FOLDER: what Helm renders equals what kustomize builds, object by object, for each environment.
Left aside: the Namespace, hooks, and the labels and annotations by which each tool signs its objects."""
import sys

import exports

SIGNATURES = ("helm.sh/", "app.kubernetes.io/managed-by", "app.kubernetes.io/version", "app.kubernetes.io/part-of")


def unsigned(value):
    """A copy without the labels and annotations that tools sign with; what is empty then, is left out."""
    if isinstance(value, list):
        return [unsigned(part) for part in value]
    if not isinstance(value, dict):
        return value
    out = {}
    for key, part in value.items():
        if key in ("labels", "annotations") and isinstance(part, dict):
            part = {name: text for name, text in part.items() if not name.startswith(SIGNATURES)}
            if not part:
                continue
        out[key] = unsigned(part)
    return out


def comparable(found):
    """{key: object} of what must be equal."""
    return {key: unsigned(thing) for key, thing in found.items()
            if key[1] != "Namespace" and "helm.sh/hook" not in (thing["metadata"].get("annotations") or {})}


def differences(place, ours, theirs):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys(), key=str):
            if key not in ours:
                yield f"{place}/{key}: only Helm has it: {theirs[key]!r}"
            elif key not in theirs:
                yield f"{place}/{key}: only kustomize has it: {ours[key]!r}"
            else:
                yield from differences(f"{place}/{key}", ours[key], theirs[key])
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, (left, right) in enumerate(zip(ours, theirs)):
            yield from differences(f"{place}/{number}", left, right)
    elif type(ours) is not type(theirs) or ours != theirs:
        yield f"{place}: kustomize has {ours!r}, Helm {theirs!r}"


def main():
    export, failed = sys.argv[1], False
    if not exports.charts(export) or not exports.overlays(export):
        return 0
    platform = exports.objects(exports.built(exports.platform(export))) if exports.platform(export) else {}
    for name, folder in exports.overlays(export):
        ours = comparable(platform | exports.objects(exports.built(folder)))
        theirs = {}
        for chart in exports.charts(export):
            file = dict(exports.values(chart))[name]
            theirs |= comparable(exports.objects(exports.rendered(export, chart, file)))
        found = [f"{name}: only kustomize makes {key}" for key in sorted(ours.keys() - theirs.keys())]
        found += [f"{name}: only Helm makes {key}" for key in sorted(theirs.keys() - ours.keys())]
        for key in sorted(ours.keys() & theirs.keys()):
            found += [f"{name}: {key[1]} {key[2]}{text}" for text in differences("", ours[key], theirs[key])]
        failed = failed or bool(found)
        print("\n".join(found) if found else f"{name}: {len(ours)} objects, the same")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
