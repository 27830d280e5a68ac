#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""random_design.py TIDELINE SEED FILE [SERVICES]: writes a design drawn by chance over all kinds that the program
has, with hosts that they offer, fields within their limits, traffic, and options of bus, cluster and exports. The same
seed and the same kinds give the same design. Nobody calls in circles, so every target can be exported."""
import json
import random
import sys

import tools

LANES = [("kubernetes-core", "Kubernetes core", "cluster"), ("bus", "Event bus", "bus"),
         ("serverless-edge", "Serverless edge", "functions"), ("outside", "Outside", "external")]
LANE_OF = {"kubernetes": "kubernetes-core", "function": "serverless-edge", "wasm": "serverless-edge", "managed": "outside"}
PROFILES = ["steady", "business-hours", "spiky", "event-driven", "batch-window", "unpredictable"]
EVENTS = ["OrderPlaced", "PaymentTaken", "file.stored", "Temperatur überschritten"]
CLUSTERS = ["eks-nodes", "eks-auto", "eks-fargate", "gke-standard", "gke-autopilot", "aks", "k3s"]
BUSES = ["eventbridge-rules", "kafka"]
OPTIONS = {"region": ["eu-west-1"], "samAuthorizer": ["jwt"], "coreDelivery": ["push"], "istioAmbient": [True],
           "otelCollector": [True], "kyverno": [True], "knative": [True], "kserve": [True], "k3s": [True],
           "workingHours": ["08:00-18:00"], "owner": ["team-a"], "eksAutoNodes": [True]}


def kinds_of(tideline):
    return sorted(json.loads(tools.run(tideline, "kinds", "--format", "json"))["kinds"], key=lambda kind: kind["key"])


def field_value(chance, field):
    """A value that the field takes, other than its standard where chance says so; None where it has no rule."""
    if field.get("choices"):
        return chance.choice(field["choices"])
    standard = field["standard"]
    if isinstance(standard, bool):
        return chance.random() < 0.5
    if isinstance(standard, str):
        return None
    least, most = field["least"] or 0, field["most"] or 1000
    standard = least if standard is None else standard
    value = min(max(chance.choice([standard * 2, standard / 2, standard * 10, least, standard + 1]), least), most)
    return int(value) if float(value).is_integer() else value


def service(chance, kinds, number):
    kind = chance.choice(kinds)
    host = chance.choice([row["host"] for row in kind["hosts"] if row["possible"]])
    fields = {}
    for field in kind["fields"]:
        value = field_value(chance, field) if chance.random() < 0.12 else None
        if value is not None:
            fields[field["key"]] = value
    lane = "bus" if kind["role"] == "channel" and host == "managed" else LANE_OF[host]
    return {"id": f"s{number}", "name": f"{kind['title']} {number}", "kind": kind["key"], "host": host, "zone": lane,
            "fields": fields}


def connection_type(chance, target_role):
    if target_role == "store":
        return "data"
    return "async" if target_role == "channel" else chance.choice(["sync", "sync", "async"])


def connection(chance, number, pair, roles):
    start, end = pair
    kind = connection_type(chance, roles[end["kind"]])
    fields = {}
    if kind == "async" or roles[start["kind"]] == "channel":
        kind = "async"
        if chance.random() < 0.5:
            fields["event"] = chance.choice(EVENTS)
        if chance.random() < 0.4:
            fields["deadLetter"] = chance.random() < 0.7
        if chance.random() < 0.2:
            fields["ordered"] = True
    elif kind == "sync":
        if chance.random() < 0.5:
            fields["timeoutMs"] = chance.choice([100, 2000, 30000])
        if chance.random() < 0.3:
            fields["retries"] = chance.choice([0, 1, 3])
        if chance.random() < 0.1:
            fields["streaming"] = True
    elif chance.random() < 0.4:
        fields["writes"] = False
    return {"id": f"c{number}", "from": start["id"], "to": end["id"], "type": kind,
            "callsPerRequest": chance.choice([0, 0.1, 1, 1, 3, 50]), "fields": fields}


def connections(chance, services, roles):
    made, joined = [], set()
    for number in range(int(len(services) * 1.7)):
        first, second = sorted(chance.choices(range(len(services)), k=2))
        start, end = services[first], services[second]
        ends = {roles[start["kind"]], roles[end["kind"]]}
        if roles[start["kind"]] in ("store", "external") and roles[end["kind"]] not in ("store", "external"):
            start, end = end, start
        if first == second or (first, second) in joined or roles[start["kind"]] in ("store", "external"):
            continue
        if ends == {"channel", "store"}:
            continue
        joined.add((first, second))
        made.append(connection(chance, number, (start, end), roles))
    return made


def entries(chance, services, roles):
    made = []
    for each in services:
        if roles[each["kind"]] not in ("store", "external", "platform", "channel") and chance.random() < 0.5:
            made.append({"id": f"e{each['id'][1:]}", "service": each["id"],
                         "monthly": chance.choice([1, 730, 100_000, 5_000_000, 300_000_000]),
                         "profile": chance.choice(PROFILES), "background": chance.random() < 0.2})
    return made


def random_design(kinds, seed, count=None):
    chance = random.Random(seed)
    roles = {kind["key"]: kind["role"] for kind in kinds}
    services = [service(chance, kinds, number) for number in range(count or chance.choice([1, 2, 4, 8, 14]))]
    settings = {"cluster": {"flavour": chance.choice(CLUSTERS), "billing": chance.choice(["nodes", "pods"]),
                            "autoscaled": chance.random() < 0.5},
                "exports": {key: chance.choice(values) for key, values in OPTIONS.items() if chance.random() < 0.2}}
    buses = [each["id"] for each in services if each["kind"] == "event-bus"]
    if buses:
        settings["bus"] = {"product": chance.choice(BUSES), "service": buses[0]}
    return {"format": 1, "title": f"Drawn by chance {seed}",
            "zones": [{"key": key, "title": title, "type": kind} for key, title, kind in LANES], "services": services,
            "connections": connections(chance, services, roles), "entries": entries(chance, services, roles),
            "settings": settings}


def main():
    tideline, seed, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else None
    with open(file, "w", encoding="utf-8") as stream:
        json.dump(random_design(kinds_of(tideline), seed, count), stream, indent=2, ensure_ascii=False)
        stream.write("\n")


if __name__ == "__main__":
    main()
