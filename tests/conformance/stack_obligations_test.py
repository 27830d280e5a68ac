#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""stack_obligations_test.py STANDARD HARDENED: every row of the obligations finds each of the things that break it, in a
copy of an exported SAM bundle of every trigger. Rows of the hardened profile are tried on the second bundle."""
import sys

import stack_obligations
import stacks


def first(stack, kind, wants=lambda properties: True):
    return next(properties for _, properties in stack.of(kind) if wants(properties))


def function(stack, event=None):
    """A function that some event of this type starts."""
    return first(stack, "Serverless::Function",
                 lambda own: event is None or event in {found["Type"] for found in own.get("Events", {}).values()})


def event(stack, kind):
    return next(own for _, own in stack.events(kind))


def shared(stack):
    return stack.template["Globals"]["Function"]


def alarm(stack, metric):
    name = next(name for name, own in stack.of("CloudWatch::Alarm") if own["MetricName"] == metric)
    stack.resources.pop(name)


def statement(stack):
    return next(found for _, found in stack.statements() if "Resource" in found and found["Effect"] == "Allow")


def state(stack, kind):
    return next(own for machine in stack.machines.values() for own in machine["States"].values() if own["Type"] == kind)


def resource(stack, kind):
    return next(own for own in stack.resources.values() if own["Type"] == f"AWS::{kind}")


BREAKS = {
    "S1": [lambda s: shared(s).update(Runtime="python3.8")],
    "S2": [lambda s: shared(s).pop("Architectures"), lambda s: shared(s)["LoggingConfig"].update(LogFormat="Text"),
           lambda s: function(s)["Environment"]["Variables"].pop("POWERTOOLS_SERVICE_NAME")],
    "S3": [lambda s: function(s).update(CodeUri="src/nowhere/")],
    "S4": [lambda s: event(s, "EventBridgeRule").pop("DeadLetterConfig"), lambda s: event(s, "ScheduleV2").pop("RetryPolicy"),
           lambda s: first(s, "Events::Rule")["Targets"][0].pop("DeadLetterConfig"),
           lambda s: first(s, "SQS::Queue", lambda own: "RedrivePolicy" in own).pop("RedrivePolicy"),
           lambda s: function(s, "CloudWatchLogs").pop("EventInvokeConfig"),
           lambda s: event(s, "Kinesis").pop("DestinationConfig")],
    "S5": [lambda s: function(s, "SQS").update(Timeout=900), lambda s: event(s, "SQS").pop("FunctionResponseTypes"),
           lambda s: event(s, "SQS").pop("ScalingConfig"), lambda s: first(s, "SQS::Queue").pop("MessageRetentionPeriod"),
           lambda s: event(s, "Kinesis").pop("FunctionResponseTypes"),
           lambda s: first(s, "SQS::Queue", lambda own: "RedrivePolicy" in own)["RedrivePolicy"].update(maxReceiveCount=1)],
    "S6": [lambda s: first(s, "Logs::LogGroup").pop("RetentionInDays"), lambda s: function(s).pop("LoggingConfig"),
           lambda s: resource(s, "S3::Bucket").pop("UpdateReplacePolicy")],
    "S7": [lambda s: shared(s).pop("Tracing"), lambda s: first(s, "Serverless::StateMachine").pop("Tracing"),
           lambda s: first(s, "Serverless::Api").pop("TracingEnabled")],
    "S8": [lambda s: first(s, "Serverless::HttpApi").pop("AccessLogSettings"),
           lambda s: first(s, "Serverless::HttpApi").pop("DefaultRouteSettings"),
           lambda s: first(s, "Serverless::Api").pop("Auth"),
           lambda s: first(s, "Serverless::HttpApi").update(CorsConfiguration={"AllowOrigins": ["*"]}),
           lambda s: function(s).update(FunctionUrlConfig={"AuthType": "NONE"}),
           lambda s: event(s, "HttpApi").update(Auth={"Authorizer": "NONE"})],
    "S9": [lambda s: statement(s).update(Action="s3:*"), lambda s: statement(s).update(Resource="*", Action="s3:GetObject"),
           lambda s: first(s, "SQS::QueuePolicy")["PolicyDocument"]["Statement"][0].pop("Condition"),
           lambda s: first(s, "IAM::Role", lambda own: "Condition" in own["AssumeRolePolicyDocument"]["Statement"][0])[
               "AssumeRolePolicyDocument"]["Statement"][0].pop("Condition")],
    "S10": [lambda s: function(s)["Environment"]["Variables"].update(API_TOKEN="x"),
            lambda s: function(s)["Environment"]["Variables"].update(PIN="{{resolve:ssm:pin}}"),
            lambda s: (s.template["Parameters"]["Stage"].update(NoEcho=True),
                       s.template["Outputs"].update(Stage={"Description": "d", "Value": {"Ref": "Stage"}}))],
    "S11": [lambda s: alarm(s, "Errors"), lambda s: alarm(s, "ApproximateNumberOfMessagesVisible"),
            lambda s: alarm(s, "ApproximateAgeOfOldestMessage"), lambda s: alarm(s, "5xx"), lambda s: alarm(s, "5XXError"),
            lambda s: alarm(s, "ExecutionsFailed"), lambda s: first(s, "CloudWatch::Alarm").pop("AlarmActions")],
    "S12": [lambda s: first(s, "DynamoDB::Table").update(BillingMode="PROVISIONED"),
            lambda s: first(s, "DynamoDB::Table").pop("PointInTimeRecoverySpecification"),
            lambda s: first(s, "DynamoDB::Table").update(SSESpecification={"SSEEnabled": False}),
            lambda s: first(s, "DynamoDB::Table").pop("DeletionProtectionEnabled"),
            lambda s: resource(s, "DynamoDB::Table").update(DeletionPolicy="Delete")],
    "S13": [lambda s: first(s, "KMS::Key").update(EnableKeyRotation=False), lambda s: first(s, "SQS::Queue").pop("KmsMasterKeyId"),
            lambda s: first(s, "Logs::LogGroup").pop("KmsKeyId"), lambda s: shared(s).pop("KmsKeyArn"),
            lambda s: first(s, "DynamoDB::Table")["SSESpecification"].pop("KMSMasterKeyId"),
            lambda s: function(s).pop("Policies")],
    "S14": [lambda s: first(s, "S3::Bucket").pop("BucketEncryption"), lambda s: first(s, "S3::Bucket").pop("LifecycleConfiguration"),
            lambda s: first(s, "S3::Bucket").pop("VersioningConfiguration"),
            lambda s: first(s, "S3::Bucket")["PublicAccessBlockConfiguration"].update(BlockPublicAcls=False),
            lambda s: first(s, "S3::Bucket").pop("OwnershipControls"),
            lambda s: [own.pop("NotificationConfiguration", None) for _, own in s.of("S3::Bucket")],
            lambda s: function(s)["Events"].update(OnFile={"Type": "S3", "Properties": {}})],
    "S15": [lambda s: shared(s).pop("ReservedConcurrentExecutions")],
    "S16": [lambda s: shared(s).pop("VpcConfig")],
    "S17": [lambda s: function(s).update(FunctionName="mine"), lambda s: next(iter(s.template["Outputs"].values())).pop("Description"),
            lambda s: s.template["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"].pop(),
            lambda s: s.template["Parameters"]["SenderAddress"].pop("AllowedPattern")],
    "S18": [lambda s: function(s).update(Description={"Fn::Sub": "plain"}),
            lambda s: function(s).update(Description={"Fn::Join": ["", ["a", "b"]]}),
            lambda s: s.template["Parameters"].update(Unused={"Type": "String"}),
            lambda s: function(s)["Environment"]["Variables"].update(BUS="arn:aws:events:eu-west-1:111122223333:event-bus/x")],
    "S19": [lambda s: state(s, "Task").update(Next="Nowhere"), lambda s: state(s, "Task").pop("Retry"),
            lambda s: state(s, "Task").pop("Catch"), lambda s: state(s, "Task").pop("TimeoutSeconds"),
            lambda s: next(iter(s.machines.values())).update(QueryLanguage="JSONPath"),
            lambda s: first(s, "Serverless::StateMachine")["DefinitionSubstitutions"].clear(),
            lambda s: first(s, "Serverless::StateMachine").update(DefinitionUri="statemachine/none.asl.json"),
            lambda s: first(s, "Serverless::StateMachine")["Logging"].update(Level="OFF")],
}


def findings(stack):
    return {key: found for key, _, found in stack_obligations.judge(stack)}


def main():
    if set(BREAKS) != {row[0] for row in stack_obligations.ROWS}:
        sys.exit("a row has no break, or a break no row")
    before = {folder: findings(stacks.Stack(folder)) for folder in sys.argv[1:]}
    failed = False
    for key, breaks in BREAKS.items():
        folder = sys.argv[2] if key in stack_obligations.HARDENED else sys.argv[1]
        for number, broken in enumerate(breaks):
            stack = stacks.Stack(folder)
            broken(stack)
            new = set(findings(stack)[key]) - set(before[folder][key])
            print(f"{key}.{number + 1}: {min(new) if new else 'found nothing'}")
            failed = failed or not new
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
