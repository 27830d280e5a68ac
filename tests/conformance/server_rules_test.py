#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""server_rules_test.py EXPORT: Kubernetes' own code finds what schemas miss, in a copy of golden manifests."""
import copy
import sys

import exports
import judge
import yaml


def first(objects, kind):
    return next(thing for thing in objects if thing["kind"] == kind)


def container(objects):
    return first(objects, "Deployment")["spec"]["template"]["spec"]["containers"][0]


def policy(objects):
    return next(p for p in objects if p["kind"] == "NetworkPolicy" and p["spec"]["podSelector"])


# What is broken, how, and words of the answer.
BREAKS = [
    ("an unknown member", lambda o: container(o).update(imagePulPolicy="Always"), "unknown field"),
    ("a label of 64 characters", lambda o: first(o, "Deployment")["metadata"]["labels"].update(owner="x" * 64), "63"),
    ("a name that is none", lambda o: first(o, "Service")["metadata"].update(name="Order_Service"), "Order_Service"),
    ("a quantity that is none", lambda o: container(o)["resources"]["requests"].update(cpu="abc"), "quantit"),
    ("a request over its limit", lambda o: container(o)["resources"]["requests"].update(cpu="64"), "limit"),
    ("a port of a long name", lambda o: container(o)["ports"][0].update(name="a-very-long-port"), "15"),
    ("a port over 65535", lambda o: first(o, "Service")["spec"]["ports"][0].update(port=70000), "65535"),
    ("a selector of other pods", lambda o: first(o, "Deployment")["spec"]["selector"].update(matchLabels={"a": "b"}), "selector"),
    ("a pull policy that is none", lambda o: container(o).update(imagePullPolicy="Sometimes"), "Sometimes"),
    ("an autoscaler upside down", lambda o: first(o, "HorizontalPodAutoscaler")["spec"].update(minReplicas=50), "minReplicas"),
    ("a network that is none", lambda o: policy(o)["spec"]["egress"].append({"to": [{"ipBlock": {"cidr": "300.0.0.0/99"}}]}), "cidr"),
    ("a budget of both kinds", lambda o: first(o, "PodDisruptionBudget")["spec"].update(minAvailable=1), "minAvailable"),
    ("a schedule that is none", lambda o: first(o, "CronJob")["spec"].update(schedule="0 25 * * *"), "schedule"),
    ("a path without its slash", lambda o: first(o, "HTTPRoute")["spec"]["rules"][0]["matches"][0]["path"].update(value="orders"), "path"),
    ("a backend slower than its route", lambda o: first(o, "HTTPRoute")["spec"]["rules"][0].update(timeouts={"request": "1s", "backendRequest": "99s"}), "backendRequest"),
    ("a pod as root", lambda o: container(o)["securityContext"].update(runAsNonRoot=False), "restricted"),
    ("a pod with rights of its own", lambda o: drop(container(o)["securityContext"], "capabilities"), "restricted"),
    ("a trigger without its type", lambda o: drop(first(o, "ScaledObject")["spec"]["triggers"][0], "type"), "type"),
]


def drop(where, key):
    where.pop(key)


def main():
    objects = list(yaml.safe_load_all(exports.built(dict(exports.overlays(sys.argv[1]))["prod"])))
    if said := judge.server_findings(yaml.safe_dump_all(objects)):
        sys.exit(f"the manifests as they are: {said}")
    missed = []
    for what, change, word in BREAKS:
        broken = copy.deepcopy(objects)
        change(broken)
        said = "\n".join(judge.server_findings(yaml.safe_dump_all(broken)))
        print(f"{what}: {said}")
        if word not in said:
            missed.append(what)
    if missed:
        sys.exit(f"not found: {', '.join(missed)}")


if __name__ == "__main__":
    main()
