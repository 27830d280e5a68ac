#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""documents_test.py asl|schemas|wrangler EXPORT: the tool finds what breaks a file that it takes as it is."""
import copy
import json
import pathlib
import re
import shutil
import sys
import tempfile

import documents
import exports
import stacks
import yaml


def task(machine):
    return next(state for state in machine["States"].values() if state["Type"] == "Task")


def substitutions(stack):
    return stack.of("Serverless::StateMachine")[0][1]["DefinitionSubstitutions"]


# What is broken, how, and words of the answer.
MACHINE_BREAKS = [
    ("a way to no state", lambda m, s: task(m).update(Next="Nowhere"), "Nowhere"),
    ("a start at no state", lambda m, s: m.update(StartAt="Nowhere"), "Nowhere"),
    ("a state that nothing leads to", lambda m, s: m["States"].update(Alone={"Type": "Succeed"}), "Alone"),
    ("a state of no type", lambda m, s: task(m).update(Type="Job"), "/States"),
    ("a task without its resource", lambda m, s: task(m).pop("Resource"), "/States/"),
    ("a resource that is no ARN", lambda m, s: task(m).update(Resource="invoke"), "Resource"),
    ("an expression that does not parse", lambda m, s: task(m).update(Output="{% $states. %}"), "Output"),
    ("a member of the other query language", lambda m, s: task(m).update(Parameters={}), "/States"),
    ("a limit that is no number", lambda m, s: task(m).update(TimeoutSeconds="900"), "TimeoutSeconds"),
    ("a retry of nothing", lambda m, s: task(m)["Retry"][0].pop("ErrorEquals"), "ErrorEquals"),
    ("a choice without choices", lambda m, s: m["States"].update(Check={"Type": "Choice", "Default": "Work"}), "/States/Check"),
    ("a text that nothing fills", lambda m, s: substitutions(s).pop("StepFunction"), "${StepFunction}: nothing fills it"),
    ("a resource that is filled with a name",
     lambda m, s: (task(m).update(Resource="${Other}"), substitutions(s).update(Other={"Ref": "SomeTable"})), "Resource"),
    ("", lambda m, s: (task(m).update(Resource="${Other}"), substitutions(s).update(Other={"Fn::GetAtt": ["Step", "Arn"]})), ""),
]


def machines_broken(export):
    """{what: (words that have to be said, what is said)}; of all broken machines by one run of the tool."""
    template, = exports.templates(export)
    whole, wanted, definitions = stacks.Stack(template.parent), {}, {}
    name = pathlib.PurePath(whole.of("Serverless::StateMachine")[0][1]["DefinitionUri"]).name
    for what, change, words in MACHINE_BREAKS:
        stack = copy.deepcopy(whole)
        change(stack.machines[name.removesuffix(".asl.json")], stack)
        wanted[what], definitions[what] = words, stack.definitions()[name]
    said = documents.machine_findings(definitions)
    return {what: (words, said.get(what, "")) for what, words in wanted.items()}


def job(workflow):
    return next(iter(workflow["jobs"].values()))


def service(compose):
    return next(iter(compose["services"].values()))


COMPOSE, WORKFLOW, TIMEOUT = (schema for schema, _ in documents.SCHEMAS)
FILE_BREAKS = [
    (COMPOSE, "an unknown member", lambda f: service(f).update(reed_only=True), "reed_only"),
    (COMPOSE, "an image that is no text", lambda f: service(f).update(image=["x"]), "image"),
    (COMPOSE, "ports in words", lambda f: service(f).update(ports="8080"), "ports"),
    (COMPOSE, "a service of no name", lambda f: f["services"].update({"a b": service(f)}), "services"),
    (COMPOSE, "", lambda f: None, ""),
    (WORKFLOW, "no job", lambda f: f.pop("jobs"), "jobs"),
    (WORKFLOW, "a right that there is not", lambda f: f.update(permissions={"contents": "own"}), "permissions"),
    (WORKFLOW, "a step that does nothing", lambda f: job(f).update(steps=[{"name": "rest"}]), "steps"),
    (WORKFLOW, "a job on no machine", lambda f: job(f).pop("runs-on"), "jobs"),
    (WORKFLOW, "", lambda f: None, ""),
    (TIMEOUT, "a job without a limit", lambda f: job(f).pop("timeout-minutes"), "$.jobs"),
    (TIMEOUT, "", lambda f: None, ""),
]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as far as workflows need it: `on` is a text."""


Loader.yaml_implicit_resolvers = {first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:bool"]
                                  for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def files_broken(export):
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for schema, pattern in documents.SCHEMAS:
            source = yaml.load(sorted(pathlib.Path(export).glob(pattern))[0].read_text(), Loader)
            files = {}
            for number, (key, what, change, words) in enumerate(FILE_BREAKS):
                if key == schema:
                    broken = copy.deepcopy(source)
                    change(broken)
                    file = pathlib.Path(folder) / f"{number}.yaml"
                    file.write_text(json.dumps(broken))
                    files[str(file)] = (f"{schema}: {what}" if what else "", words)
            said = documents.schema_findings(schema, files)
            found |= {what or f"{schema} as it is": (words, said.get(file, "")) for file, (what, words) in files.items()}
    return found


WORKER_BREAKS = [
    ("no date of compatibility", "wrangler.jsonc", '"compatibility_date": "', '"$comment": "', "compatibility_date"),
    ("an unknown member", "wrangler.jsonc", '"workers_dev"', '"worker_dev"', "worker_dev"),
    ("a file that is not there", "worker.js", "./logic.js", "./lojic.js", "lojic"),
]


def workers_broken(export):
    source, found = exports.workers(export)[0], {}
    for what, name, old, new, words in WORKER_BREAKS:
        with tempfile.TemporaryDirectory() as folder:
            copied = pathlib.Path(folder) / "worker"
            shutil.copytree(source, copied)
            text = (copied / name).read_text()
            (copied / name).write_text(text.replace(old, new))
            found[what] = (words if old in text else "there is nothing to break", documents.worker_findings(copied))
    return found


def main():
    broken = {"asl": machines_broken, "schemas": files_broken, "wrangler": workers_broken}[sys.argv[1]](sys.argv[2])
    missed = []
    for what, (words, said) in broken.items():
        print(f"{what or 'as it is'}: {said or 'nothing found'}")
        if (words not in said) if words else said:
            missed.append(what or "what is whole")
    if missed:
        sys.exit(f"wrong about: {', '.join(missed)}")


if __name__ == "__main__":
    main()
