#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""deploy_stack.py TEMPLATE…: transforms a SAM template as AWS does, deploys it to a simulated account, and sends an event
to every rule: each has to reach its target. Run by the Python of the tool `moto`; nothing leaves the machine."""
import json
import logging
import os
import pathlib
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
os.environ.update({"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"})

import boto3
from moto import mock_aws
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

PROBE = "arrivals"
LEFT_OUT = "arn:aws:left:out:0:0:0"
# What a person has to give; every other parameter has a standard.
GIVEN = {"SenderAddress": "sender@example.com", "EksClusterName": "core"}


def given(name, parameter):
    """What a person would give: a list of three where one is asked for, else the standard."""
    if "List" in parameter["Type"] and not parameter.get("Default"):
        return "one,two,three"
    return GIVEN.get(name, str(parameter.get("Default", "sample")))


class NoManagedPolicies:
    def load(self):
        return {}


def transformed(file):
    """The template as CloudFormation sees it; code is taken for uploaded."""
    template = yaml_parse(file.read_text())
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if "CodeUri" in properties:
            properties["CodeUri"] = {"Bucket": "code", "Key": name}
        if "DefinitionUri" in properties:
            definition = json.loads((file.parent / properties.pop("DefinitionUri")).read_text())
            properties["Definition"] = definition
    return transform(template, {}, NoManagedPolicies())


def simplified(template):
    """Goes round what moto cannot do, and leaves out what it does not know; neither concerns events."""
    for name, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Events::Rule" and "Ref" in (properties.get("EventBusName") or {}):
            properties["EventBusName"] = {"Fn::GetAtt": [properties["EventBusName"]["Ref"], "Name"]}
        if resource["Type"] == "AWS::Events::Archive":
            properties["EventPattern"] = json.dumps(properties.pop("EventPattern", {}), default=str)
    kept = {name: resource for name, resource in template["Resources"].items() if resource["Type"].split("::")[1] in
            ("Events", "SQS", "Lambda", "IAM", "DynamoDB", "S3", "Logs", "StepFunctions", "Kinesis")
            and resource["Type"] not in ("AWS::Lambda::Permission", "AWS::Lambda::EventInvokeConfig", "AWS::SQS::QueuePolicy",
                                         "AWS::Lambda::EventSourceMapping", "AWS::S3::BucketPolicy")}
    return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": drop_references(kept, template),
            "Parameters": template.get("Parameters", {}), "Conditions": template.get("Conditions", {})}


def drop_references(kept, template):
    """References to what was left out become texts."""
    missing = set(template["Resources"]) - set(kept)

    def walk(value):
        if isinstance(value, dict):
            if len(value) == 1:
                (key, inner), = value.items()
                if key == "Ref" and inner in missing or key == "Fn::GetAtt" and inner[0] in missing:
                    return LEFT_OUT
                if key == "Fn::Sub":
                    text = inner[0] if isinstance(inner, list) else inner
                    if any("${" + name in text for name in missing):
                        return LEFT_OUT
            return {key: walk(inner) for key, inner in value.items()}
        return [walk(inner) for inner in value] if isinstance(value, list) else value
    return {name: {key: part if key == "DependsOn" else walk(part) for key, part in resource.items() if key != "DependsOn"}
            for name, resource in kept.items()}


def sample_for(pattern):
    """An event that the pattern takes."""
    def value_of(choices):
        first = choices[0]
        if not isinstance(first, dict):
            return first
        return f"{first['prefix']}sample" if "prefix" in first else "sample"

    def walk(part):
        return {key: walk(inner) if isinstance(inner, dict) else value_of(inner) for key, inner in part.items()}
    made = walk({key: inner for key, inner in pattern.items() if key not in ("account", "region")})
    return {"Source": made.get("source", "sample"), "DetailType": made.get("detail-type", "sample"),
            "Detail": json.dumps(made.get("detail", {}) | {"id": "sample-1"})}


def received(sqs, queue):
    return sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=0).get("Messages", [])


def judge_rule(rule, bus, clients):
    """A text for each way in which the rule's event does not arrive."""
    events, sqs = clients["events"], clients["sqs"]
    targets = events.list_targets_by_rule(Rule=rule["Name"], EventBusName=bus)["Targets"]
    if not targets:
        return [f"{rule['Name']} has no target"]
    probe = sqs.create_queue(QueueName=PROBE)["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=probe, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.put_targets(Rule=rule["Name"], EventBusName=bus, Targets=[{"Id": PROBE, "Arn": arn}])
    others = [target["Id"] for target in targets if target["Arn"].split(":")[2] != "sqs"]
    if others:  # moto runs no code; that the rule fires for it is seen in the queue beside it.
        events.remove_targets(Rule=rule["Name"], EventBusName=bus, Ids=others)
    entry = sample_for(json.loads(rule["EventPattern"])) | {"EventBusName": bus}
    failed = events.put_events(Entries=[entry]).get("FailedEntryCount", 0)
    found = [f"the bus refused the event of {rule['Name']}"] if failed else []
    for target in targets:
        kind = target["Arn"].split(":")[2]
        queue = probe if kind != "sqs" else sqs.get_queue_url(QueueName=target["Arn"].rsplit(":", 1)[1])["QueueUrl"]
        messages = received(sqs, queue)
        details = [json.loads(message["Body"]).get("detail", {}) for message in messages]
        if not any(detail.get("id") == "sample-1" for detail in details):
            found.append(f"no event arrives over {rule['Name']} at {target['Arn']}")
        print(f"{entry['DetailType']}: {kind} {target['Arn'].rsplit(':', 1)[1]}: {len(messages)} arrived")
    events.remove_targets(Rule=rule["Name"], EventBusName=bus, Ids=[PROBE])
    sqs.delete_queue(QueueUrl=probe)
    return found


@mock_aws
def judge(file):
    template = transformed(file)
    print(f"{file}: {len(template['Resources'])} resources after the transform")
    if len(template["Resources"]) > 500:
        return [f"{len(template['Resources'])} resources; CloudFormation takes 500"]
    clients = {name: boto3.client(name) for name in ("cloudformation", "events", "sqs", "s3")}
    clients["s3"].create_bucket(Bucket="code")
    for name, resource in template["Resources"].items():
        if resource["Type"] == "AWS::Lambda::Function":
            clients["s3"].put_object(Bucket="code", Key=name, Body=b"")
    simple = simplified(template)
    parameters = [{"ParameterKey": name, "ParameterValue": given(name, part)} for name, part in simple["Parameters"].items()]
    clients["cloudformation"].create_stack(StackName="edge", TemplateBody=json.dumps(simple, default=str), Parameters=parameters,
                                           Capabilities=["CAPABILITY_IAM"])
    status = clients["cloudformation"].describe_stacks(StackName="edge")["Stacks"][0]["StackStatus"]
    if status != "CREATE_COMPLETE":
        return [f"the stack ends as {status}"]
    found, rules = [], 0
    for bus in clients["events"].list_event_buses()["EventBuses"]:
        for rule in clients["events"].list_rules(EventBusName=bus["Name"])["Rules"]:
            if "EventPattern" in rule and not rule["Name"].startswith("Events-Archive"):
                rules += 1
                found += judge_rule(rule, bus["Name"], clients)
    print(f"{rules} rules")
    return found


def main():
    found = [f"{file}: {text}" for file in sys.argv[1:] for text in judge(pathlib.Path(file))]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
