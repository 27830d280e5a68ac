#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""judge.py JUDGE FOLDER: has one of the real tools judge an exported folder. One judge a function, one row a judge."""
import functools
import json
import pathlib
import re
import sys

import documents
import exports
import obligations as owed
import stack_obligations as owed_by_stacks
import stacks
import tools


def helm_lint(export):
    for chart in exports.charts(export):
        for name, file in exports.values(chart):
            said = tools.run(tools.tool("helm"), "lint", "--strict", chart, "--values", file,
                             "--namespace", exports.namespace(export), "--kube-version", exports.KUBERNETES_VERSION)
            print(f"{chart.name} {name}: {said.strip().splitlines()[-1]}")


def helm_template(export):
    for chart in exports.charts(export):
        exports.rendered(export, chart, exports.existing(chart / "values.yaml"))
        for name, file in exports.values(chart):
            found = exports.objects(exports.rendered(export, chart, file))
            if not found:
                sys.exit(f"{chart.name} renders nothing for {name}")
            print(f"{chart.name} {name}: {len(found)} objects")


def kustomize(export):
    if platform := exports.platform(export):
        print(f"platform: {len(exports.objects(exports.built(platform)))} objects")
    for name, folder in exports.overlays(export):
        found = exports.objects(exports.built(folder))
        if not found:
            sys.exit(f"the overlay {name} builds nothing")
        print(f"{name}: {len(found)} objects")


def kubeconform(export):
    command = [tools.tool("kubeconform"), "-strict", "-summary", "-kubernetes-version", "master",
               *tools.schema_locations(), "-"]
    for what, text in exports.streams(export) + exports.deliveries(export):
        print(f"{what}: {tools.run(*command, text=text).strip()}")


# No registry holds the definitions of these; kubeconform judges them by schemas that lie here.
WITHOUT_DEFINITION = ("Kafka", "KafkaNodePool", "KafkaTopic", "NodeClass")


@functools.cache
def definitions():
    """[(file, the kinds that it defines)]: reading one takes longer than judging by it."""
    files = sorted((tools.folder("crd-schemas") / "definitions").glob("*.yaml"))
    return [(file, set(re.findall(r'^    kind: "?(\w+)"?$', file.read_text(), re.MULTILINE))) for file in files]


def server_findings(text):
    """What Kubernetes' own code says against the objects of a stream, a line each."""
    kinds = set(re.findall(r'^kind: "?(\w+)"?$', text, re.MULTILINE))
    needed = [file for file, defined in definitions() if defined & kinds]
    unknown = re.compile(rf'^kind: "?({"|".join(WITHOUT_DEFINITION)})"?$', re.MULTILINE)
    known = [document for document in text.split("\n---\n") if not unknown.search(document)]
    said = tools.run(tools.tool("kube-validate"), *needed, text="\n---\n".join(known), allowed=(0, 1))
    *found, count = said.strip().splitlines()
    return found if count != "0 objects" else ["nothing was judged"]


def server(export):
    failed = False
    for what, text in exports.streams(export) + exports.deliveries(export):
        found = server_findings(text)
        failed = failed or bool(found)
        print("\n".join(f"{what}: {line}" for line in found) if found else f"{what}: nothing found")
    if failed:
        sys.exit(1)


def kube_score(export):
    failed = False
    for what, text in exports.streams(export):
        said = tools.run(tools.tool("kube-score"), "score", "--output-format", "json", "-", text=text, allowed=(0, 1))
        for thing in json.loads(said) or []:
            for check in thing["checks"] or []:
                # 10 is "all well", 7 a warning, 1 critical; skipped ones are not applicable or exempt by annotation.
                if check["skipped"] or check["grade"] >= 10:
                    continue
                failed = True
                why = "; ".join(f"{c['path']}: {c['summary']}" for c in check["comments"] or [])
                print(f"{what}: {thing['object_name']}: {check['check']['id']} ({check['grade']}): {why}")
    if failed:
        sys.exit(1)
    print("nothing found")


def obligations(export):
    failed = False
    for name, folder in exports.overlays(export):
        for key, looked, found in owed.judge(exports.objects(exports.built(folder)).values(), name == "prod"):
            if looked == 0 and key not in owed.MAY_BE_EMPTY:
                found = ["nothing was looked at"]
            print("".join(f"{name}: {key}: {text}\n" for text in found), end="")
            if looked == 0 and not found:
                print(f"{name}: {key} does not apply: {owed.MAY_BE_EMPTY[key]}")
            failed = failed or bool(found)
        print(f"{name}: {len(owed.ROWS)} obligations")
    if failed:
        sys.exit(1)


def stack_obligations(export):
    failed = False
    for template in exports.templates(export):
        for key, _, found in owed_by_stacks.judge(stacks.Stack(template.parent)):
            print("".join(f"{key}: {text}\n" for text in found), end="")
            failed = failed or bool(found)
        print(f"{template.name}: {len(owed_by_stacks.ROWS)} obligations")
    if failed:
        sys.exit(1)


def cfn_lint(export):
    for template in exports.templates(export):
        tools.run(tools.tool("cfn-lint"), "--include-checks", "I", "--template", template)
        print(f"{template.name}: nothing found, informational rules included")


def deploy(export):
    for template in exports.templates(export):
        here = pathlib.Path(__file__).resolve().parent
        print(tools.run(tools.folder("moto") / "bin" / "python", here / "deploy_stack.py", template))


def actionlint(export):
    files = sorted((pathlib.Path(export) / "ci" / ".github" / "workflows").glob("*.yml"))
    if not files:
        print("nothing to judge: no workflow")
        return
    # Scripts are judged where shellcheck is asked for; here the workflows alone.
    print(tools.run(tools.tool("actionlint"), "-no-color", "-shellcheck=", "-pyflakes=", *files))
    print(f"{len(files)} workflows, nothing found")


def told(found, judged):
    """Ends the test if something was found."""
    print("\n".join(f"{name}: {text}" for name, text in found.items()) or f"{judged}: nothing found")
    if found:
        sys.exit(1)


def asl(export):
    for template in exports.templates(export):
        definitions = stacks.Stack(template.parent).definitions()
        found = {name: "no state machine of the template takes it" for name in exports.machine_files(template)
                 if name not in definitions}
        if definitions:
            found |= documents.machine_findings(definitions)
        told(found, f"{len(definitions)} state machines")


def schemas(export):
    for schema, pattern in documents.SCHEMAS:
        if files := sorted(pathlib.Path(export).glob(pattern)):
            told(documents.schema_findings(schema, files), f"{schema}, {len(files)} files")


def wrangler(export):
    for worker in exports.workers(export):
        text = documents.worker_findings(worker)
        told({worker.name: text} if text else {}, worker.name)


JUDGES = {
    "helm-lint": helm_lint,
    "helm-template": helm_template,
    "kustomize": kustomize,
    "kubeconform": kubeconform,
    "server": server,
    "kube-score": kube_score,
    "obligations": obligations,
    "stack-obligations": stack_obligations,
    "cfn-lint": cfn_lint,
    "deploy": deploy,
    "actionlint": actionlint,
    "asl": asl,
    "schemas": schemas,
    "wrangler": wrangler,
}

if __name__ == "__main__":
    JUDGES[sys.argv[1]](sys.argv[2])
