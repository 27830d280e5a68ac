// SPDX-License-Identifier: Apache-2.0
#include "core/export/markdown.h"
#include "core/export/runbook/runbook_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

/// "deployment/orders", as kubectl takes it.
std::string objectName(const Workload& workload) {
    std::string kind(objectKindOf(workload.shape));
    std::ranges::transform(kind, kind.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return kind + "/" + workload.name;
}

std::string podSelector(const Workload& workload) {
    return fmt::format("{}={}", workload.podLabel(), workload.name);
}

std::string expectedReplicas(const Workload& workload) {
    const WorkloadScaling& scaling = workload.scaling;
    if (workload.shape == WorkloadShape::CronJob) {
        return fmt::format("It starts by `{}` (UTC) and may take {} s.", workload.schedule->cron,
                           workload.schedule->deadlineSeconds);
    }
    if (workload.shape == WorkloadShape::ScaledJob) {
        return fmt::format("KEDA starts a run for each message, {} at once at most; a run may take {} s.", scaling.most,
                           workload.schedule->deadlineSeconds);
    }
    if (workload.runsToEnd()) {
        return fmt::format("It runs once and may take {} s.", workload.schedule->deadlineSeconds);
    }
    switch (scaling.by) {
    case WorkloadScaling::By::Hpa:
    case WorkloadScaling::By::Keda:
        return fmt::format("Between {} and {} pods are right; {} decides.", scaling.least, scaling.most,
                           scaling.by == WorkloadScaling::By::Hpa ? "the HorizontalPodAutoscaler" : "KEDA");
    case WorkloadScaling::By::Nodes: return "One pod a node is right.";
    case WorkloadScaling::By::Knative:
        return fmt::format("Up to {} pods are right, and {} while nobody asks; Knative decides.",
                           workload.serverless->most, workload.serverless->least);
    case WorkloadScaling::By::Fixed: break;
    }
    return scaling.replicas == 1 ? "One pod is right." : fmt::format("{} pods are right.", scaling.replicas);
}

/// Knative's gateway finds the service by its host, and wakes it.
std::string knativeProbe(const Workload& workload, std::string_view path) {
    return fmt::format("kubectl -n {} port-forward service/kourier-internal 18080:80 &\n"
                       "curl -fsS -H 'Host: {}.{}' http://127.0.0.1:18080{}\nkill %1\n",
                       kKnativeGatewayNamespace, workload.name, workload.domain, path);
}

std::string probeLine(const Workload& workload, const std::string& space) {
    const YamlValue* get = workload.readiness.find("httpGet");
    const WorkloadPort* port = workload.mainPort();
    const YamlValue* path = get == nullptr ? nullptr : get->find("path");
    if (port == nullptr) {
        return {};
    }
    if (workload.shape == WorkloadShape::Knative) {
        return knativeProbe(workload, path == nullptr ? "/" : std::get<std::string>(path->variant()));
    }
    const bool isInference = workload.shape == WorkloadShape::Inference;
    std::string text =
        fmt::format("kubectl -n {} port-forward {} 18080:{} &\n", space,
                    isInference ? "deployment/" + workload.serviceName() : objectName(workload), port->container);
    if (path != nullptr) {
        text += fmt::format("curl -fsS http://127.0.0.1:18080{}\n", std::get<std::string>(path->variant()));
    } else {
        text += "nc -vz 127.0.0.1 18080\n";
    }
    return text + "kill %1\n";
}

std::string scalerLines(const Workload& workload, const std::string& space) {
    std::string text = fmt::format("kubectl -n {} top pods -l {} --containers\n", space, podSelector(workload));
    if (workload.scaling.by == WorkloadScaling::By::Hpa) {
        text += fmt::format("kubectl -n {} describe hpa/{}\n", space, workload.name);
    } else if (workload.shape == WorkloadShape::ScaledJob) {
        text += fmt::format("kubectl -n {0} describe scaledjob/{1}\nkubectl -n {0} get jobs -l "
                            "scaledjob.keda.sh/name={1}\n",
                            space, workload.name);
    } else if (workload.scaling.by == WorkloadScaling::By::Keda) {
        text += fmt::format("kubectl -n {} describe scaledobject/{}\n", space, workload.name);
    }
    return text;
}

std::string dependencyTable(const Workload& workload) {
    std::string rows;
    for (const auto& [name, value] : workload.environment) {
        const bool isPlace = name.ends_with("_URL") || name.ends_with("_ADDRESS");
        rows += isPlace ? fmt::format("| `{}` | `{}` |\n", name, value) : "";
    }
    for (const CredentialFile& file : workload.credentials) {
        rows += fmt::format("| `{}/{}` | property `{}` of the secret `{}` |\n", workload.credentialsPath, file.name,
                            file.property, file.remoteKey);
    }
    return rows.empty() ? "It calls nobody." : "| It reads | which is |\n|---|---|\n" + rows;
}

std::string dependencyLines(const CorePlan& plan, const Workload& workload) {
    const std::string& space = plan.bridge.nameSpace;
    std::string text = fmt::format("kubectl -n {} describe networkpolicy/{}\n", space, workload.name);
    if (!workload.credentials.empty()) {
        text += fmt::format("kubectl -n {} get externalsecret/{}\n", space, workload.name);
    }
    for (const CoreInbox& inbox : plan.bridge.inboxes) {
        if (inbox.service == workload.profile->id && inbox.hasQueue()) {
            text += fmt::format("aws sqs get-queue-attributes --region {} --queue-url {} "
                                "--attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible\n",
                                plan.settings().region, plan.bridge.queueUrl(inbox));
        }
    }
    return text;
}

std::string rescueLines(const Workload& workload, const std::string& space) {
    if (workload.shape == WorkloadShape::CronJob) {
        return fmt::format("kubectl -n {0} create job --from=cronjob/{1} {1}-by-hand\n"
                           "kubectl -n {0} patch cronjob/{1} -p '{{\"spec\":{{\"suspend\":true}}}}'\n",
                           space, workload.name);
    }
    if (workload.shape == WorkloadShape::Job) {
        return fmt::format("kubectl -n {} delete job/{}\nkubectl apply --server-side -k overlays/prod\n", space,
                           workload.name);
    }
    if (workload.shape == WorkloadShape::Inference) {
        return fmt::format("kubectl -n {0} rollout undo deployment/{1}-predictor\n"
                           "kubectl -n {0} rollout status deployment/{1}-predictor --timeout=5m\n",
                           space, workload.name);
    }
    if (workload.shape == WorkloadShape::ScaledJob) {
        return fmt::format("kubectl -n {0} annotate scaledjob/{1} autoscaling.keda.sh/paused=true\n"
                           "kubectl -n {0} annotate scaledjob/{1} autoscaling.keda.sh/paused-\n",
                           space, workload.name);
    }
    if (workload.shape == WorkloadShape::Knative) {
        return fmt::format("kubectl -n {0} get revisions -l serving.knative.dev/service={1}\n"
                           "kubectl -n {0} patch services.serving.knative.dev/{1} --type merge "
                           "-p '{{\"spec\":{{\"traffic\":[{{\"revisionName\":\"REVISION\",\"percent\":100}}]}}}}'\n",
                           space, workload.name);
    }
    return fmt::format("kubectl -n {0} rollout undo {1}\nkubectl -n {0} rollout status {1} --timeout=5m\n", space,
                       objectName(workload));
}

std::string alertTable(const Workload& workload) {
    std::string rows;
    for (const WorkloadAlert& alert : workload.alerts) {
        rows += fmt::format("| {} | {} | {} |\n", alert.name, alert.severity, alert.summary);
    }
    return rows.empty() ? "" : "\n## Alerts\n\n| Alert | Severity | Means |\n|---|---|---|\n" + rows;
}

}  // namespace

std::string coreRunbook(const CorePlan& plan, const Workload& workload) {
    const std::string& space = plan.bridge.nameSpace;
    const std::string selector = podSelector(workload);
    std::string text = runbookHead(*plan.analysis, *workload.profile, plan.settings());
    if (workload.shape == WorkloadShape::Strimzi) {
        text += "\nStrimzi runs it: look at the conditions of the Kafka object first.\n";
        text += runbookStep(1, "Is it running?", "Every condition is Ready when all is well.",
                            fmt::format("kubectl -n {0} get kafka,kafkanodepool,kafkatopic\n"
                                        "kubectl -n {0} get pods -l strimzi.io/cluster={1} -o wide\n",
                                        space, workload.name));
        return text + alertTable(workload);
    }
    if (workload.shape == WorkloadShape::Claim) {
        text += "\nA folder that services mount: no pod of its own runs.\n";
        return text + runbookStep(1, "Is it there?", "Its claim is Bound, and the pods below mount it.",
                                  fmt::format("kubectl -n {0} describe {1}\n", space, objectName(workload)));
    }
    if (workload.shape == WorkloadShape::Inference) {
        text += "\nKServe runs it: look at the conditions of the InferenceService first.\n";
    }
    text += runbookStep(1, "Is it running?", expectedReplicas(workload),
                        fmt::format("kubectl -n {0} get {1}\nkubectl -n {0} get pods -l {2} -o wide\n", space,
                                    objectName(workload), selector));
    text += runbookStep(2, "What happened to it last?",
                        "Look for failed scheduling, failed probes, images that cannot be pulled, and OOMKilled.",
                        fmt::format("kubectl -n {0} describe {1}\nkubectl -n {0} events --for {1}\n"
                                    "kubectl -n {0} describe pods -l {2}\n",
                                    space, objectName(workload), selector));
    text += runbookStep(3, "What does it say?", "The second command shows what a container said before it restarted.",
                        fmt::format("kubectl -n {0} logs -l {1} --all-containers --tail=200 --prefix\n"
                                    "kubectl -n {0} logs -l {1} --all-containers --tail=200 --prefix --previous\n",
                                    space, selector));
    const std::string probe = workload.runsToEnd() ? "" : probeLine(workload, space);
    text += runbookStep(4, "Does it answer?",
                        probe.empty() ? "Nobody calls it; whether its work is done says step 6."
                                      : "From your own machine, past gateways and policies.",
                        probe);
    text += runbookStep(5, "Has it enough?", "Compare what it uses with its limits.", scalerLines(workload, space));
    text += runbookStep(6, "Does it reach what it needs?", dependencyTable(workload), dependencyLines(plan, workload));
    text +=
        runbookStep(7, "How do you get back to where it worked?",
                    "The overlay in git stays the truth: undo the change there, too.", rescueLines(workload, space));
    return text + alertTable(workload);
}

}  // namespace tideline
