# SPDX-License-Identifier: Apache-2.0
"""Objects of one environment, and the pods and containers in them, for the rules that look at them."""

HANDLERS = ("httpGet", "tcpSocket", "exec", "grpc")
SHAPES = ("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job", "ScaledJob", "InferenceService")


def template_of(thing):
    if thing["kind"] == "CronJob":
        return thing["spec"]["jobTemplate"]["spec"]["template"]
    if thing["kind"] == "InferenceService":
        return {"metadata": {"labels": thing["spec"]["predictor"]["labels"]}, "spec": thing["spec"]["predictor"]}
    if thing["kind"] == "ScaledJob":
        return thing["spec"]["jobTargetRef"]["template"]
    return thing["spec"]["template"]


def pod_of(thing):
    return template_of(thing)["spec"]


def containers_of(pod):
    return pod.get("initContainers", []) + pod["containers"]


def matches(selector, labels):
    return bool(selector) and all(labels.get(key) == value for key, value in selector.get("matchLabels", {}).items())


def probed_port(probe):
    for handler in ("httpGet", "tcpSocket"):
        if probe and handler in probe:
            return probe[handler]["port"]
    return None


class Found:
    def __init__(self, objects, is_production):
        self.all = list(objects)
        self.is_production = is_production
        shapes = self.of(*SHAPES)
        self.pods = [(thing["metadata"]["name"], thing, pod_of(thing)) for thing in shapes]
        self.containers = [(f"{name}/{container['name']}", container)
                           for name, _, pod in self.pods for container in containers_of(pod)]

    def of(self, *kinds):
        """Knative calls its workloads Service too; they are none of those that the rows mean."""
        return [thing for thing in self.all if thing["kind"] in kinds and not thing["apiVersion"].startswith("serving.knative.dev/")]
