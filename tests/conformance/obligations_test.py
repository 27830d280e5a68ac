#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""obligations_test.py FOLDER: every row of the obligations finds what breaks it, in a copy of golden manifests."""
import copy
import pathlib
import sys

import yaml

import obligations


def first(objects, *kinds):
    return next(thing for thing in objects if thing["kind"] in kinds)


def pod(objects, kind="Deployment"):
    return first(objects, kind)["spec"]["template"]["spec"]


def container(objects):
    return pod(objects)["containers"][0]


def drop(where, key):
    where.pop(key)


BREAKS = {
    "W1": lambda o: drop(pod(o)["securityContext"], "seccompProfile"),
    "W2": lambda o: container(o)["securityContext"].update(readOnlyRootFilesystem=False),
    "W3": lambda o: pod(o).update(hostNetwork=True),
    "W4": lambda o: drop(container(o)["resources"]["limits"], "ephemeral-storage"),
    "W5": lambda o: container(o)["readinessProbe"]["httpGet"].update(port="elsewhere"),
    "W6": lambda o: container(o).update(imagePullPolicy="IfNotPresent"),
    "W7": lambda o: drop(pod(o), "automountServiceAccountToken"),
    "W8": lambda o: drop(first(o, "Deployment")["metadata"]["labels"], "owner"),
    "W9": lambda o: drop(pod(o), "topologySpreadConstraints"),
    "W10": lambda o: first(o, "Deployment")["spec"]["strategy"]["rollingUpdate"].update(maxUnavailable=1),
    "W11": lambda o: first(o, "Deployment")["spec"].update(replicas=3),
    "W12": lambda o: first(o, "HorizontalPodAutoscaler")["spec"].update(maxReplicas=1),
    "W13": lambda o: first(o, "PodDisruptionBudget")["spec"].update(minAvailable=1),
    "W14": lambda o: next(p for p in o if p["kind"] == "NetworkPolicy" and p["spec"]["podSelector"])["spec"].update(egress=[]),
    "W15": lambda o: first(o, "Service")["spec"]["ports"][0].update(targetPort="nowhere"),
    "W16": lambda o: drop(first(o, "Service")["metadata"], "namespace"),
    "W17": lambda o: container(o).setdefault("env", []).append({"name": "DB_PASSWORD", "value": "x"}),
    "W18": lambda o: drop(pod(o), "priorityClassName"),
    "W19": lambda o: drop(pod(o), "dnsConfig"),
    "W20": lambda o: drop(pod(o), "restartPolicy"),
    "W21": lambda o: container(o)["ports"][0].update(containerPort=80),
    "W22": lambda o: drop(first(o, "CronJob")["spec"], "timeZone"),
    "W23": lambda o: container(o).setdefault("env", []).extend([{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]),
    "W24": lambda o: first(o, "HTTPRoute")["spec"]["rules"][0]["backendRefs"][0].update(port=1),
    "W25": lambda o: first(o, "ClusterRole")["rules"][0].update(verbs=["*"]),
    "W26": lambda o: first(o, "StatefulSet")["spec"].update(serviceName="nobody"),
    "W27": lambda o: first(o, "HorizontalPodAutoscaler").update(apiVersion="autoscaling/v1"),
    "W28": lambda o: first(o, "Service")["metadata"].update(name="Order_Service"),
    "W29": lambda o: drop(pod(o)["volumes"][0]["emptyDir"], "sizeLimit"),
    "W30": lambda o: first(o, "ConfigMap")["data"].update(API_TOKEN="x"),
    "W31": lambda o: first(o, "ServiceMonitor")["spec"]["endpoints"][0].update(port="nowhere"),
    "W32": lambda o: drop(first(o, "Namespace")["metadata"]["labels"], "pod-security.kubernetes.io/enforce"),
}


def findings(objects):
    return {key: found for key, _, found in obligations.judge(objects, True)}


def main():
    files = [file for part in ("platform", "base") for file in sorted((pathlib.Path(sys.argv[1]) / part).glob("*.yaml"))]
    objects = [thing for file in files if file.name != "kustomization.yaml" for thing in yaml.safe_load_all(file.read_text())]
    if set(BREAKS) != {row[0] for row in obligations.ROWS}:
        sys.exit("a row has no break, or a break no row")
    before, failed = findings(objects), False
    for key, broken in BREAKS.items():
        changed = copy.deepcopy(objects)
        broken(changed)
        new = set(findings(changed)[key]) - set(before[key])
        print(f"{key}: {min(new) if new else 'found nothing'}")
        failed = failed or not new
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
