# SPDX-License-Identifier: Apache-2.0
"""What a Kubernetes export owes whoever runs it, W1 to W32: one row each, held on objects as an independent reader sees
them. A row yields a text for each finding and counts what it looked at, so that a row that looks at nothing is seen."""
import re

import workloads
from workloads import pod_of, template_of

SECRET_WORDS = re.compile(r"secret|password|passwd|token|bearer", re.IGNORECASE)
VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"}
VERSIONS = {
    "v1", "apps/v1", "batch/v1", "autoscaling/v2", "policy/v1", "networking.k8s.io/v1", "rbac.authorization.k8s.io/v1",
    "scheduling.k8s.io/v1", "keda.sh/v1alpha1", "external-secrets.io/v1", "gateway.networking.k8s.io/v1",
    "monitoring.coreos.com/v1", "kafka.strimzi.io/v1", "kafka.strimzi.io/v1beta2", "security.istio.io/v1",
    "opentelemetry.io/v1beta1", "policies.kyverno.io/v1", "eks.amazonaws.com/v1", "karpenter.sh/v1",
    "serving.knative.dev/v1", "helm.cattle.io/v1", "serving.kserve.io/v1beta1", "storage.k8s.io/v1",
}
CLUSTER_KINDS = {"Namespace", "PriorityClass", "ClusterSecretStore", "ClusterRole", "ClusterRoleBinding", "ValidatingPolicy",
                 "NodeClass", "NodePool", "StorageClass"}
LABEL = re.compile(r"[a-z]([-a-z0-9]*[a-z0-9])?")
LABEL_VALUE = re.compile(r"(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?")


def w1_pod_security(found):
    for name, _, pod in found.pods:
        has = pod.get("securityContext", {})
        for key in ("runAsUser", "runAsGroup"):
            if has.get(key, 0) < 10000:
                yield f"{name}: {key} is below 10000"
        wanted = {"runAsNonRoot": True, "fsGroupChangePolicy": "OnRootMismatch", "seccompProfile": {"type": "RuntimeDefault"}}
        yield from (f"{name}: {key} is not {value}" for key, value in wanted.items() if has.get(key) != value)
        if "fsGroup" not in has:
            yield f"{name}: no fsGroup"


def w2_container_security(found):
    for name, container in found.containers:
        has = container.get("securityContext", {})
        wanted = {"allowPrivilegeEscalation": False, "privileged": False, "readOnlyRootFilesystem": True,
                  "capabilities": {"drop": ["ALL"]}, "runAsNonRoot": True,
                  "seccompProfile": {"type": "RuntimeDefault"}}
        yield from (f"{name}: {key} is not {value}" for key, value in wanted.items() if has.get(key) != value)
        yield from (f"{name}: no {key}" for key in ("runAsUser", "runAsGroup") if key not in has)


def w3_host(found):
    for name, _, pod in found.pods:
        yield from (f"{name}: {key}" for key in ("hostNetwork", "hostPID", "hostIPC") if pod.get(key))
        yield from (f"{name}: volume of the host" for volume in pod.get("volumes", []) if "hostPath" in volume)
        if pod.get("securityContext", {}).get("sysctls"):
            yield f"{name}: sysctls"
    for name, container in found.containers:
        yield from (f"{name}: hostPort" for port in container.get("ports", []) if "hostPort" in port)
        if "procMount" in container.get("securityContext", {}):
            yield f"{name}: procMount"


def w4_resources(found):
    for name, container in found.containers:
        for part in ("limits", "requests"):
            has = container.get("resources", {}).get(part, {})
            yield from (f"{name}: no {part} of {key}" for key in ("cpu", "memory", "ephemeral-storage") if key not in has)
        both = container.get("resources", {})
        if both.get("limits", {}).get("memory") != both.get("requests", {}).get("memory"):
            yield f"{name}: the request of memory is not its limit"


def w5_probes(found):
    for name, thing, pod in found.pods:
        if thing["kind"] in ("Job", "CronJob", "ScaledJob"):
            continue
        for container in pod["containers"]:
            ports = {port["name"] for port in container.get("ports", [])}
            ready, alive = container.get("readinessProbe"), container.get("livenessProbe")
            if not ready or not alive:
                yield f"{name}/{container['name']}: a probe is missing"
            elif {k: ready.get(k) for k in workloads.HANDLERS} == {k: alive.get(k) for k in workloads.HANDLERS}:
                yield f"{name}/{container['name']}: both probes ask the same"
            for probe in (ready, alive, container.get("startupProbe")):
                port = workloads.probed_port(probe)
                if isinstance(port, str) and port not in ports:
                    yield f"{name}/{container['name']}: a probe asks the port {port}, which it does not declare"


def w6_images(found):
    for name, container in found.containers:
        image = container["image"]
        if "@" not in image and (":" not in image.rsplit("/", 1)[-1] or image.endswith((":latest", ":set-by-overlay"))):
            yield f"{name}: the image {image} has no fixed tag"
        if container.get("imagePullPolicy") != "Always":
            yield f"{name}: imagePullPolicy is not Always"


def w7_service_account(found):
    accounts = {thing["metadata"]["name"]: thing for thing in found.of("ServiceAccount")}
    for name, thing, pod in found.pods:
        account = pod.get("serviceAccountName")
        if account not in accounts:
            yield f"{name}: no ServiceAccount {account}"
        elif accounts[account].get("automountServiceAccountToken") is not False:
            yield f"{name}: its ServiceAccount mounts a token"
        if pod.get("automountServiceAccountToken") is not False:
            yield f"{name}: a token is mounted"
        if "serviceAccount" in pod:
            yield f"{name}: the old field serviceAccount"


def w8_labels(found):
    wanted = [f"app.kubernetes.io/{key}" for key in ("name", "instance", "version", "component", "part-of")] + ["owner"]
    for name, thing, _ in found.pods:
        for where in (thing["metadata"], template_of(thing)["metadata"]):
            yield from (f"{name}: no label {key}" for key in wanted if key not in where.get("labels", {}))
            if where.get("labels", {}).get("app.kubernetes.io/instance") != thing["metadata"]["name"]:
                yield f"{name}: the label instance is not its name"
        if "email" not in thing["metadata"].get("annotations", {}):
            yield f"{name}: no annotation email"


def w9_spread(found):
    for name, thing, pod in found.pods:
        labels = template_of(thing)["metadata"]["labels"]
        terms = (pod.get("affinity", {}).get("podAntiAffinity", {})
                 .get("preferredDuringSchedulingIgnoredDuringExecution", []))
        if thing["kind"] in ("Deployment", "StatefulSet"):
            hosts = [term["podAffinityTerm"] for term in terms
                     if term["podAffinityTerm"]["topologyKey"] == "kubernetes.io/hostname"]
            if not any(workloads.matches(term["labelSelector"], labels) for term in hosts):
                yield f"{name}: nothing keeps its pods on different nodes"
            spreads = pod.get("topologySpreadConstraints", [])
            if not any(workloads.matches(spread["labelSelector"], labels) for spread in spreads):
                yield f"{name}: nothing spreads its pods over zones"
        if "nodeAffinity" not in pod.get("affinity", {}):
            yield f"{name}: no nodeAffinity"


def w10_rolling(found):
    for thing in found.of("Deployment"):
        name, spec, pod = thing["metadata"]["name"], thing["spec"], pod_of(thing)
        rolling = spec.get("strategy", {}).get("rollingUpdate", {})
        if (rolling.get("maxUnavailable"), rolling.get("maxSurge")) != (0, 1) or spec["strategy"]["type"] != "RollingUpdate":
            yield f"{name}: a release takes pods away"
        if not spec.get("minReadySeconds") or not pod.get("terminationGracePeriodSeconds"):
            yield f"{name}: no minReadySeconds or no terminationGracePeriodSeconds"
        if not any("preStop" in container.get("lifecycle", {}) for container in pod["containers"]):
            yield f"{name}: no preStop"


def w11_replicas(found):
    scaled = {t["spec"]["scaleTargetRef"]["name"] for t in found.of("HorizontalPodAutoscaler", "ScaledObject")}
    for thing in found.of("Deployment"):
        name, replicas = thing["metadata"]["name"], thing["spec"].get("replicas")
        if name in scaled and replicas is not None:
            yield f"{name}: replicas stand beside its autoscaler"
        if name not in scaled and (replicas or 0) < 3:
            yield f"{name}: {replicas} replicas without an autoscaler"


def w12_autoscaler(found):
    targets = {(t["kind"], t["metadata"]["name"]) for t in found.of("Deployment", "StatefulSet")}
    for thing in found.of("HorizontalPodAutoscaler"):
        name, spec = thing["metadata"]["name"], thing["spec"]
        if (spec["scaleTargetRef"]["kind"], spec["scaleTargetRef"]["name"]) not in targets:
            yield f"{name}: it scales nothing"
        if spec["maxReplicas"] <= spec["minReplicas"] or (found.is_production and spec["minReplicas"] < 3):
            yield f"{name}: {spec['minReplicas']} to {spec['maxReplicas']} replicas"
        if "behavior" not in spec:
            yield f"{name}: no behavior"
    for thing in found.of("ScaledObject"):
        for trigger in thing["spec"]["triggers"]:
            yield from (f"{thing['metadata']['name']}: {key} is no text" for key, value in trigger["metadata"].items()
                        if not isinstance(value, str))


def w13_disruption(found):
    budgets = {b["metadata"]["name"]: b["spec"] for b in found.of("PodDisruptionBudget")}
    for thing in found.of("Deployment", "StatefulSet"):
        name = thing["metadata"]["name"]
        spec = budgets.get(name)
        if spec is None:
            yield f"{name}: no PodDisruptionBudget"
        elif spec.get("maxUnavailable") != 1 or "minAvailable" in spec or spec.get("unhealthyPodEvictionPolicy") != "AlwaysAllow":
            yield f"{name}: its PodDisruptionBudget is {spec}"
        elif spec["selector"] != thing["spec"]["selector"]:
            yield f"{name}: its PodDisruptionBudget selects other pods"


def w14_policies(found):
    policies = [p for p in found.of("NetworkPolicy") if p["spec"]["podSelector"]]
    for name, thing, _ in found.pods:
        labels = template_of(thing)["metadata"]["labels"]
        own = [p for p in policies if workloads.matches(p["spec"]["podSelector"], labels)]
        if len(own) != 1:
            yield f"{name}: {len(own)} NetworkPolicies select it"
    for policy in policies:
        name, spec = policy["metadata"]["name"], policy["spec"]
        if len(spec["podSelector"].get("matchLabels", {})) != 1 or set(spec["policyTypes"]) != {"Ingress", "Egress"}:
            yield f"{name}: it selects by more than one label, or one direction only"
        if not spec.get("ingress") or not spec.get("egress"):
            yield f"{name}: a direction without a rule"
    if not any(p["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]} for p in found.of("NetworkPolicy")):
        yield "no policy denies by default"


def w15_services(found):
    for service in found.of("Service"):
        name, spec = service["metadata"]["name"], service["spec"]
        chosen = [t for _, t, _ in found.pods if workloads.matches({"matchLabels": spec["selector"]}, template_of(t)["metadata"]["labels"])]
        if len(chosen) != 1 and not found.of("Kafka"):
            yield f"{name}: its selector finds {len(chosen)} workloads"
        if spec.get("type", "ClusterIP") != "ClusterIP":
            yield f"{name}: it is open to the world"
        names = [port["name"] for port in spec["ports"]]
        if len(set(names)) != len(names) or any(len(n) > 15 for n in names):
            yield f"{name}: names of ports {names}"
        offered = {port["name"] for t in chosen for c in pod_of(t)["containers"] for port in c.get("ports", [])}
        yield from (f"{name}: the port {port['name']} leads nowhere" for port in spec["ports"]
                    if chosen and port["targetPort"] not in offered)


def w16_namespace(found):
    for thing in found.all:
        if thing["kind"] not in CLUSTER_KINDS and thing["metadata"].get("namespace") in (None, "default"):
            yield f"{thing['kind']} {thing['metadata']['name']}: no namespace of its own"


def w17_secrets(found):
    for name, container in found.containers:
        for variable in container.get("env", []):
            if "secretKeyRef" in variable.get("valueFrom", {}):
                yield f"{name}: {variable['name']} is a secret in a variable"
            if "value" in variable and SECRET_WORDS.search(variable["name"]):
                yield f"{name}: the variable {variable['name']} sounds like a secret"
        yield from (f"{name}: secrets in variables" for source in container.get("envFrom", []) if "secretRef" in source)
    yield from (f"Secret {thing['metadata']['name']} with data" for thing in found.of("Secret"))


def w18_priority(found):
    classes = {thing["metadata"]["name"] for thing in found.of("PriorityClass")}
    yield from (f"{name}: priority class {pod.get('priorityClassName')}" for name, _, pod in found.pods
                if pod.get("priorityClassName") not in classes)


def w19_dns(found):
    yield from (f"{name}: ndots" for name, _, pod in found.pods
                if {"name": "ndots", "value": "2"} not in pod.get("dnsConfig", {}).get("options", []))


def w20_restart(found):
    yield from (f"{name}: no restartPolicy" for name, _, pod in found.pods if "restartPolicy" not in pod)


def w21_ports(found):
    for name, container in found.containers:
        yield from (f"{name}: port {port['containerPort']}" for port in container.get("ports", [])
                    if not 1024 <= port["containerPort"] <= 65535)


def w22_runs(found):
    for thing in found.of("CronJob"):
        name, spec = thing["metadata"]["name"], thing["spec"]
        wanted = ("startingDeadlineSeconds", "concurrencyPolicy", "timeZone", "successfulJobsHistoryLimit", "failedJobsHistoryLimit")
        yield from (f"{name}: no {key}" for key in wanted if key not in spec)
        if pod_of(thing)["restartPolicy"] != "OnFailure" or "ttlSecondsAfterFinished" in spec["jobTemplate"]["spec"]:
            yield f"{name}: restartPolicy or a time to live inside"
    for thing in found.of("Job", "ScaledJob"):
        spec = thing["spec"].get("jobTargetRef", thing["spec"])
        wanted = ("ttlSecondsAfterFinished", "backoffLimit", "activeDeadlineSeconds")
        yield from (f"{thing['metadata']['name']}: no {key}" for key in wanted if key not in spec)


def w23_variables(found):
    for name, container in found.containers:
        names = [variable["name"] for variable in container.get("env", [])]
        if len(names) != len(set(names)):
            yield f"{name}: a variable twice"


def w24_routes(found):
    services = {(t["metadata"]["name"], port["port"]) for t in found.of("Service") for port in t["spec"]["ports"]}
    services |= {(f"{t['metadata']['name']}-predictor", 80) for t in found.of("InferenceService")}  # made by KServe
    for route in found.of("HTTPRoute", "GRPCRoute"):
        for rule in route["spec"]["rules"]:
            yield from (f"{route['metadata']['name']}: leads to {ref['name']}:{ref['port']}" for ref in rule["backendRefs"]
                        if (ref["name"], ref["port"]) not in services)
    yield from (f"Ingress {thing['metadata']['name']}" for thing in found.of("Ingress"))


def w25_rights(found):
    for role in found.of("Role", "ClusterRole"):
        for rule in role["rules"]:
            words = rule["verbs"] + rule["resources"] + rule["apiGroups"]
            if "*" in words or {"secrets", "pods/exec", "bind", "escalate", "impersonate"} & set(words):
                yield f"{role['metadata']['name']}: {rule}"


def w26_stateful(found):
    headless = {t["metadata"]["name"]: t["spec"] for t in found.of("Service") if t["spec"].get("clusterIP") == "None"}
    for thing in found.of("StatefulSet"):
        name, spec = thing["metadata"]["name"], thing["spec"]
        service = headless.get(spec["serviceName"])
        if service is None or not workloads.matches({"matchLabels": service["selector"]}, spec["template"]["metadata"]["labels"]):
            yield f"{name}: no headless Service {spec['serviceName']} of its own"
        for claim in spec.get("volumeClaimTemplates", []):
            if "storageClassName" not in claim["spec"] or "persistentVolumeClaimRetentionPolicy" not in spec:
                yield f"{name}: a claim without storage class or retention"


def w27_versions(found):
    yield from (f"{thing['kind']} of {thing['apiVersion']}" for thing in found.all if thing["apiVersion"] not in VERSIONS)


def w28_names(found):
    for thing in found.all:
        name = thing["metadata"]["name"]
        longest = 52 if thing["kind"] in ("StatefulSet", "CronJob") else 63
        if not LABEL.fullmatch(name) or len(name) > longest:
            yield f"{thing['kind']}: the name {name}"
        yield from (f"{name}: the label {key}={value}" for key, value in thing["metadata"].get("labels", {}).items()
                    if len(value) > 63 or not LABEL_VALUE.fullmatch(value))


def w29_volumes(found):
    for name, _, pod in found.pods:
        for volume in pod.get("volumes", []):
            kinds = set(volume) - {"name"}
            if not kinds <= VOLUMES:
                yield f"{name}: a volume of the kind {kinds}"
            if "emptyDir" in kinds and "sizeLimit" not in volume["emptyDir"]:
                yield f"{name}: {volume['name']} without a limit"


def w30_config(found):
    for thing in found.of("ConfigMap"):
        for key, value in thing.get("data", {}).items():
            is_path = key.endswith("_FILE") and value.startswith("/")
            if (SECRET_WORDS.search(key) and not is_path) or "PRIVATE KEY" in value:
                yield f"{thing['metadata']['name']}: {key} looks like a secret"


def w31_monitors(found):
    for monitor in found.of("ServiceMonitor"):
        spec = monitor["spec"]
        chosen = [t for t in found.of("Service") if workloads.matches(spec["selector"], t["metadata"]["labels"])]
        ports = {port["name"] for t in chosen for port in t["spec"]["ports"]}
        yield from (f"{monitor['metadata']['name']}: no Service offers the port {end['port']}" for end in spec["endpoints"]
                    if end["port"] not in ports)


def w32_pod_security(found):
    for thing in found.of("Namespace"):
        labels, name = thing["metadata"]["labels"], thing["metadata"]["name"]
        lowest = "baseline" if name == "gateway-system" else "restricted"
        for mode, level in (("enforce", lowest), ("audit", "restricted"), ("warn", "restricted")):
            if labels.get(f"pod-security.kubernetes.io/{mode}") != level or f"pod-security.kubernetes.io/{mode}-version" not in labels:
                yield f"{name}: {mode} is not {level}"


# What each row looks at: kinds, or the pods and their containers.
PODS = workloads.SHAPES
ROWS = [
    ("W1", w1_pod_security, PODS), ("W2", w2_container_security, PODS), ("W3", w3_host, PODS), ("W4", w4_resources, PODS),
    ("W5", w5_probes, PODS), ("W6", w6_images, PODS), ("W7", w7_service_account, PODS), ("W8", w8_labels, PODS),
    ("W9", w9_spread, PODS), ("W10", w10_rolling, ("Deployment",)), ("W11", w11_replicas, ("Deployment",)),
    ("W12", w12_autoscaler, ("HorizontalPodAutoscaler", "ScaledObject")),
    ("W13", w13_disruption, ("Deployment", "StatefulSet")), ("W14", w14_policies, ("NetworkPolicy",)),
    ("W15", w15_services, ("Service",)), ("W16", w16_namespace, None), ("W17", w17_secrets, PODS),
    ("W18", w18_priority, PODS), ("W19", w19_dns, PODS), ("W20", w20_restart, PODS), ("W21", w21_ports, PODS),
    ("W22", w22_runs, ("CronJob", "Job", "ScaledJob")), ("W23", w23_variables, PODS),
    ("W24", w24_routes, ("HTTPRoute", "GRPCRoute")), ("W25", w25_rights, ("Role", "ClusterRole")),
    ("W26", w26_stateful, ("StatefulSet",)), ("W27", w27_versions, None), ("W28", w28_names, None),
    ("W29", w29_volumes, PODS), ("W30", w30_config, ("ConfigMap",)), ("W31", w31_monitors, ("ServiceMonitor",)),
    ("W32", w32_pod_security, ("Namespace",)),
]


# Rows that look at nothing in some designs, and why.
MAY_BE_EMPTY = {
    "W12": "nothing scales by itself", "W22": "no service of the core is a job", "W24": "nothing is reached from outside",
    "W25": "no pod reads the cluster", "W26": "no store runs in the cluster", "W30": "no service has settings",
    "W31": "nothing answers a scrape", "W10": "no service is a Deployment", "W11": "no service is a Deployment",
    "W13": "no service stays up", "W15": "nobody is called",
}


def judge(objects, is_production):
    """[(id, how many objects it looked at, findings)], a row each."""
    found = workloads.Found(objects, is_production)
    return [(key, len(found.all if kinds is None else found.of(*kinds)), list(check(found))) for key, check, kinds in ROWS]
