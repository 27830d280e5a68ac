# SPDX-License-Identifier: Apache-2.0
"""A SAM bundle as an independent reader sees it: its template with short forms spelled out, and its files."""
import json
import pathlib

import yaml


class Reader(yaml.SafeLoader):
    """Reads the short forms of CloudFormation: !Ref x as {"Ref": "x"}, !GetAtt a.b as {"Fn::GetAtt": ["a", "b"]}."""


def short_form(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        value = value.split(".", 1) if suffix == "GetAtt" else value
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


Reader.add_multi_constructor("!", short_form)


def target_of(value):
    """The logical id that a reference names, through Ref, GetAtt and a choice; empty where it names none."""
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    (form, inner), = value.items()
    if form == "Ref":
        return inner
    return inner[0] if form == "Fn::GetAtt" else ""


def walk(value):
    """Every value below, itself first."""
    yield value
    if isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from walk(inner)


ACCOUNT = "us-east-1:111122223333"
# What an ARN of a type looks like, and a Ref of one that gives no name.
ARNS = {"AWS::Serverless::Function": f"arn:aws:lambda:{ACCOUNT}:function:{{}}",
        "AWS::Serverless::StateMachine": f"arn:aws:states:{ACCOUNT}:stateMachine:{{}}",
        "AWS::SNS::Topic": f"arn:aws:sns:{ACCOUNT}:{{}}"}
ADDRESSES = {"AWS::SQS::Queue": "https://sqs.us-east-1.amazonaws.com/111122223333/{}",
             "AWS::Serverless::StateMachine": ARNS["AWS::Serverless::StateMachine"], "AWS::SNS::Topic": ARNS["AWS::SNS::Topic"]}


def deployed_value(value, resources):
    """The text that a deployment could put in the place of a value of the template."""
    if not isinstance(value, dict):
        return str(value)
    name = target_of(value)
    kind = resources.get(name, {}).get("Type", "")
    if "Ref" in value:
        return ADDRESSES.get(kind, "{}").format(name)
    if value.get("Fn::GetAtt", ["", ""])[1] == "Arn":
        return ARNS.get(kind, f"arn:aws:{kind.split('::')[1].lower() if kind else 'none'}:{ACCOUNT}:{{}}").format(name)
    return "sample"


class Stack:
    """What the rows look at. Changing `template` changes all that is read of it later."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.template = yaml.load((self.folder / "template.yaml").read_text(), Reader)
        self.machines = {file.stem.removesuffix(".asl"): json.loads(file.read_text())
                         for file in sorted(self.folder.glob("statemachine/*.asl.json"))}

    @property
    def resources(self):
        return self.template["Resources"]

    @property
    def is_hardened(self):
        return any(resource["Type"] == "AWS::KMS::Key" for resource in self.resources.values())

    def of(self, *types):
        """[(logical id, properties)] of the types, named by what follows "AWS::"."""
        return [(name, resource.get("Properties", {})) for name, resource in self.resources.items()
                if resource["Type"].removeprefix("AWS::") in types]

    def functions(self):
        """[(logical id, properties with the globals filled in)]."""
        shared = self.template.get("Globals", {}).get("Function", {})
        return [(name, shared | own) for name, own in self.of("Serverless::Function")]

    def events(self, *types):
        """[("function.event", properties)] of events of functions and state machines."""
        return [(f"{name}.{key}", event.get("Properties", {}))
                for name, own in self.of("Serverless::Function", "Serverless::StateMachine")
                for key, event in own.get("Events", {}).items() if event["Type"] in types]

    def definitions(self):
        """{file name: definition as Step Functions gets it}: SAM puts DefinitionSubstitutions wherever `${name}` stands."""
        found = {}
        for name, own in self.of("Serverless::StateMachine"):
            file = pathlib.PurePath(own["DefinitionUri"]).name if "DefinitionUri" in own else f"{name}.asl.json"
            text = json.dumps(own.get("Definition") or self.machines[file.removesuffix(".asl.json")])
            for key, value in own.get("DefinitionSubstitutions", {}).items():
                text = text.replace(f"${{{key}}}", json.dumps(deployed_value(value, self.resources))[1:-1])
            found[file] = text
        return found

    def dead_letters(self):
        """Queues that others name as the place for what failed."""
        named = set()
        for value in walk(self.template):
            if isinstance(value, dict):
                named.add(target_of(value.get("deadLetterTargetArn")))
                named.update(target_of(value.get(key, {}).get(inner)) for key, inner in
                             (("DeadLetterConfig", "Arn"), ("OnFailure", "Destination"), ("DeadLetterQueue", "TargetArn"))
                             if isinstance(value.get(key), dict))
        return [(name, own) for name, own in self.of("SQS::Queue") if name in named]

    def statements(self):
        """[(logical id, statement)] of every policy that is written out."""
        for name, resource in self.resources.items():
            for value in walk(resource.get("Properties", {})):
                if isinstance(value, dict) and isinstance(value.get("Statement"), list):
                    yield from ((name, statement) for statement in value["Statement"])
