// SPDX-License-Identifier: Apache-2.0
#include "core/export/runbook/runbook_pages.h"
#include "core/export/sam/function_part.h"

#include <fmt/format.h>

#include <algorithm>

namespace tideline {

namespace {

std::string channelLines(const SamPlan& plan, const SamService& service, const std::string& stack) {
    std::string text;
    for (const SamLink* link : plan.linksTo(service)) {
        if (link->from->shape == SamShape::Queue) {
            const std::string name = plan.bridge.channelName(*link->from->profile);
            text += fmt::format("aws sqs get-queue-attributes --region {} --attribute-names All --queue-url "
                                "\"$(aws sqs get-queue-url --region {} --queue-name {} --output text)\"\n",
                                plan.bridge.settings.region, plan.bridge.settings.region, name);
        }
    }
    return text + fmt::format("aws cloudformation describe-stack-resource --region {} --stack-name {} "
                              "--logical-resource-id EdgeDeadLetters\n",
                              plan.bridge.settings.region, stack);
}

std::string alarms(const SamService& service) {
    std::string text = "| Alarm | Means |\n|---|---|\n";
    text += fmt::format("| `{}ErrorsAlarm` | runs end with an error |\n", service.logicalId);
    return text +
           fmt::format("| `{}ThrottlesAlarm` | more runs are asked for than the account allows |\n", service.logicalId);
}

}  // namespace

std::string edgeRunbook(const SamPlan& plan, const SamService& service) {
    const std::string stack = plan.application + "-prod";
    const std::string function = functionIdOf(service);
    const std::string& region = plan.bridge.settings.region;
    std::string text = runbookHead(*plan.analysis, *service.profile, plan.bridge.settings);
    text += runbookStep(1, "Is it there?", "The state of the stack and the name that the function got.",
                        fmt::format("aws cloudformation describe-stacks --region {0} --stack-name {1} "
                                    "--query 'Stacks[0].StackStatus'\n"
                                    "aws cloudformation describe-stack-resource --region {0} --stack-name {1} "
                                    "--logical-resource-id {2}\n",
                                    region, stack, function));
    text += runbookStep(2, "What changed last?", "Look for a deployment just before the trouble began.",
                        fmt::format("aws cloudformation describe-stack-events --region {} --stack-name {} "
                                    "--max-items 20\n",
                                    region, stack));
    text += runbookStep(3, "What does it say?", "Logs are JSON; the second command keeps the errors only.",
                        fmt::format("sam logs --region {0} --stack-name {1} --name {2} --start-time '30min ago'\n"
                                    "sam logs --region {0} --stack-name {1} --name {2} --filter '{{ $.level = "
                                    "\"ERROR\" }}'\n"
                                    "sam traces --region {0} --start-time '30min ago'\n",
                                    region, stack, function));
    text +=
        runbookStep(4, "Does it answer?",
                    "With a sample event of `events/` in the SAM bundle. It really does its work: take an event "
                    "that harms nobody.",
                    fmt::format("sam remote invoke {} --region {} --stack-name {} --event-file events/SAMPLE.json\n",
                                function, region, stack));
    text +=
        runbookStep(5, "Has it enough?",
                    fmt::format("It may run {} s with {} MB. Throttles mean that concurrency ran out, a duration "
                                "near its timeout that memory or what it calls is short.\n\n{}",
                                timeoutOf(service), service.profile->number("functionMemoryMb", 256), alarms(service)),
                    "");
    text +=
        runbookStep(6, "What waits for it?", "Messages that nobody took wait in its queues and in `EdgeDeadLetters`.",
                    channelLines(plan, service, stack));
    text += runbookStep(7, "How do you get back to where it worked?",
                        "Deploy the last commit that worked; then send what waits once more. Events of the bus can "
                        "be replayed from its archive.",
                        fmt::format("git checkout LAST_GOOD_COMMIT && sam build && sam deploy --config-env prod\n"
                                    "aws sqs start-message-move-task --region {} --source-arn DEAD_LETTER_QUEUE_ARN\n",
                                    region));
    return text;
}

}  // namespace tideline
