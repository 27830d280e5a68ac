#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""deploy_stack.py TEMPLATE…: transforms a SAM template as AWS does, deploys it to a simulated account, sends an event to
every rule, and every test event of the bundle: each has to reach its targets, those of the bundle nothing else. Run by the Python of the tool `moto`; nothing leaves the machine."""
import json
import logging
import os
import pathlib
import re
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
os.environ.update({"AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"})

import boto3
from moto import mock_aws
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

LEFT_OUT = "arn:aws:left:out:0:0:"  # and the logical id of what was left out
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
        if properties.get("FifoQueue") and resource["Type"] == "AWS::SQS::Queue":
            properties.setdefault("QueueName", f"{name}.fifo")  # CloudFormation makes such a name itself.
        if resource["Type"] == "AWS::Events::Archive":
            properties["EventPattern"] = json.dumps(properties.pop("EventPattern", {}), default=str)
    kept = {name: resource for name, resource in template["Resources"].items() if resource["Type"].split("::")[1] in
            ("Events", "SQS", "Lambda", "IAM", "DynamoDB", "S3", "Logs", "StepFunctions", "Kinesis")
            and resource["Type"] not in ("AWS::Lambda::Permission", "AWS::Lambda::EventInvokeConfig", "AWS::SQS::QueuePolicy",
                                         "AWS::Lambda::EventSourceMapping", "AWS::S3::BucketPolicy",
                                         "AWS::Events::Connection", "AWS::Events::ApiDestination")}
    return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": drop_references(kept, template),
            "Parameters": template.get("Parameters", {}), "Conditions": template.get("Conditions", {})}


def drop_references(kept, template):
    """References to what was left out become texts."""
    missing = set(template["Resources"]) - set(kept)

    def walk(value):
        if isinstance(value, dict):
            if len(value) == 1:
                (key, inner), = value.items()
                if key == "Ref" and inner in missing:
                    return LEFT_OUT + inner
                if key == "Fn::GetAtt" and inner[0] in missing:
                    return LEFT_OUT + inner[0]
                if key == "Fn::Sub":
                    text = inner[0] if isinstance(inner, list) else inner
                    if names := [name for name in missing if "${" + name in text]:
                        return LEFT_OUT + names[0]
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
    """Takes messages out of a queue; one that stayed would keep back what follows it in its group."""
    messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10, WaitTimeSeconds=0).get("Messages", [])
    for message in messages:
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
    return messages


def resource_of(arn):
    """The last part of an ARN: what the account calls the resource."""
    last = arn.rsplit(":", 1)[1]
    return last.split("/")[1] if "/" in last else last


class Account:
    """A stack as it stands, with a queue in the place of every target that moto cannot run: that a rule fires for it is
    seen there."""

    def __init__(self, clients):
        self.events, self.sqs = clients["events"], clients["sqs"]
        resources = clients["cloudformation"].describe_stack_resources(StackName="edge")["StackResources"]
        self.ids = {}  # what the account calls a resource -> its logical id
        for resource in resources:
            if {"LogicalResourceId", "PhysicalResourceId"} <= set(resource):  # moto leaves some out.
                self.ids[resource["PhysicalResourceId"].rsplit("/", 1)[-1].rsplit(":", 1)[-1]] = resource["LogicalResourceId"]
        self.queues = {}  # logical id of a target -> address of the queue in which its events are seen
        self.rules = [(bus["Name"], rule) for bus in self.events.list_event_buses()["EventBuses"]
                      for rule in self.events.list_rules(EventBusName=bus["Name"])["Rules"]
                      if "EventPattern" in rule and not rule["Name"].startswith("Events-Archive")]
        self.targets = {rule["Name"]: self.take_targets(bus, rule["Name"]) for bus, rule in self.rules}

    def take_targets(self, bus, rule):
        """The logical ids of a rule's targets."""
        names = []
        for target in self.events.list_targets_by_rule(Rule=rule, EventBusName=bus)["Targets"]:
            name = self.ids.get(resource_of(target["Arn"]), resource_of(target["Arn"]))
            names.append(name)
            if target["Arn"].split(":")[2] == "sqs":
                self.queues[name] = self.sqs.get_queue_url(QueueName=resource_of(target["Arn"]))["QueueUrl"]
                continue
            self.queues[name] = self.sqs.create_queue(QueueName=f"seen-by-{name}")["QueueUrl"]
            arn = self.sqs.get_queue_attributes(QueueUrl=self.queues[name], AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
            self.events.remove_targets(Rule=rule, EventBusName=bus, Ids=[target["Id"]])
            self.events.put_targets(Rule=rule, EventBusName=bus, Targets=[{"Id": target["Id"], "Arn": arn}])
        return names

    def put(self, entry):
        """The logical ids of everything that an event reaches; None where the bus refuses it."""
        for queue in self.queues.values():
            while received(self.sqs, queue):
                self.sqs.purge_queue(QueueUrl=queue)
        if self.events.put_events(Entries=[entry]).get("FailedEntryCount", 0):
            return None
        sent = json.loads(entry["Detail"])["id"]
        return {name for name, queue in self.queues.items()
                if any(json.loads(message["Body"]).get("detail", {}).get("id") == sent for message in received(self.sqs, queue))}


def judge_rules(account):
    """A text for each rule whose event does not reach its targets."""
    for bus, rule in account.rules:
        entry = sample_for(json.loads(rule["EventPattern"])) | {"EventBusName": bus}
        wanted, reached = set(account.targets[rule["Name"]]), account.put(entry)
        print(f"{entry['DetailType']}: {', '.join(sorted(reached or []))}")
        if not wanted:
            yield f"{rule['Name']} has no target"
        if not wanted <= (reached or set()):
            yield f"no event arrives over {rule['Name']} at {', '.join(sorted(wanted - (reached or set())))}"


def judge_arrivals(account, folder):
    """A text for each test event of the bundle that does not reach exactly what the bundle says."""
    index = folder / "events" / "arrivals.json"
    arrivals = json.loads(index.read_text()) if index.exists() else []
    wanted, entries = {}, {}
    for arrival in arrivals:
        entry, = json.loads((folder / arrival["event"]).read_text())["Entries"]
        key = (entry["EventBusName"], entry["Source"], entry["DetailType"])
        wanted.setdefault(key, set()).add(arrival["reaches"])
        entries[arrival["event"]] = entry
    for file, entry in entries.items():
        expected = wanted[entry["EventBusName"], entry["Source"], entry["DetailType"]]
        reached = account.put(entry)
        if reached != expected:
            yield f"{file} reaches {sorted(reached or [])}, and not {sorted(expected)}"
    print(f"{len(arrivals)} test events of the bundle arrive where it says")


@mock_aws
def judge(file):
    template = transformed(file)
    print(f"{file}: {len(template['Resources'])} resources after the transform")
    told = re.search(r"The stack holds (\d+) resources", (file.parent / "README.md").read_text())
    if len(template["Resources"]) > 500 or not told or int(told[1]) != len(template["Resources"]):
        return [f"{len(template['Resources'])} resources; CloudFormation takes 500, the README says {told and told[1]}"]
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
    account = Account(clients)
    print(f"{len(account.rules)} rules")
    return [*judge_rules(account), *judge_arrivals(account, file.parent)]


def main():
    found = [f"{file}: {text}" for file in sys.argv[1:] for text in judge(pathlib.Path(file))]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
