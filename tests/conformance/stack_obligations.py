# SPDX-License-Identifier: Apache-2.0
"""What a SAM bundle owes whoever deploys it, S1 to S19: one row each. A row yields a text for each finding and counts what
it looked at, so that a row that looks at nothing is seen."""
import re

from stacks import target_of, walk

RUNTIMES = {"python3.13", "python3.14", "nodejs22.x", "nodejs24.x", "java21", "java25", "dotnet10", "ruby3.4", "ruby4.0",
            "provided.al2023"}
# What a handler of each language brings beside its source: dependencies of its own, and where its unit test stands.
PROJECTS = {"python": ("requirements.txt", "tests/unit/test_{snake}.py"), "nodejs": ("package.json", "tests/unit/{slug}.test.ts"),
            "java": ("pom.xml", "src/{slug}/src/test/java/**/*Test.java"), "dotnet": ("*.csproj", "src/{slug}/tests/*Tests.cs"),
            "go1.x": ("go.mod", "src/{slug}/*_test.go"), "rust-cargolambda": ("Cargo.toml", "src/{slug}/tests/*.rs")}
ASYNCHRONOUS = ("EventBridgeRule", "ScheduleV2", "CloudWatchLogs", "S3", "SNS")
STATEFUL = ("SQS::Queue", "DynamoDB::Table", "S3::Bucket", "Logs::LogGroup", "RDS::DBInstance", "RDS::DBCluster",
            "ElastiCache::ReplicationGroup", "OpenSearchService::Domain", "Kinesis::Stream", "KMS::Key",
            "SecretsManager::Secret")
SECRET_WORDS = re.compile(r"secret|password|passwd|token|apikey|api_key", re.IGNORECASE)
# Names that another system knows: the core reads buses, queues and streams by them, Step Functions and API Gateway write
# only to log groups of a certain name.
NAMED = {"Events::EventBus": "Name", "SQS::Queue": "QueueName", "Kinesis::Stream": "Name", "Logs::LogGroup": "LogGroupName",
         "MSK::Cluster": "ClusterName", "MSK::Topic": "TopicName"}
NAMES = ("FunctionName", "TableName", "BucketName", "RoleName", "TopicName", "StateMachineName", "AlarmName", "QueueName",
         "LogGroupName", "DBInstanceIdentifier", "SecretName")
WITHOUT_RESOURCE = re.compile(r"logs:(\w+LogDeliver(y|ies)|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)"
                              r"|xray:Put\w+|ec2:(Create|Describe|Delete)NetworkInterfaces?|kafka:GetBootstrapBrokers"
                              r"|ec2:Describe(Vpcs|Subnets|SecurityGroups)")


def s1_runtimes(stack):
    for name, own in stack.functions():
        if own.get("Runtime") not in RUNTIMES:
            yield f"{name}: the runtime {own.get('Runtime')} is not a current one"


def s2_globals(stack):
    for name, own in stack.functions():
        if own.get("Architectures") not in (["arm64"], ["x86_64"]):
            yield f"{name}: no architecture"
        for key in ("MemorySize", "Timeout", "Environment", "Tags"):
            if key not in own:
                yield f"{name}: no {key}"
        shared = stack.template["Globals"]["Function"].get("LoggingConfig", {})
        if shared.get("LogFormat") != "JSON":
            yield f"{name}: its logs are not JSON"
        if "POWERTOOLS_SERVICE_NAME" not in own.get("Environment", {}).get("Variables", {}):
            yield f"{name}: its logs name no service"


def s3_scaffold(stack):
    for name, own in stack.functions():
        folder = own.get("CodeUri", "").rstrip("/")
        slug = folder.rpartition("/")[2]
        method = stack.resources[name].get("Metadata", {}).get("BuildMethod", "")
        project = PROJECTS.get(method) or PROJECTS.get(re.match(r"[a-z]*", own.get("Runtime", "")).group())
        if project is None:
            yield f"{name}: nothing says how its code is built"
            continue
        needs, test = project
        if not list((stack.folder / folder).glob(needs)):
            yield f"{name}: {folder} has no {needs}"
        if not list(stack.folder.glob(test.format(slug=slug, snake=slug.replace("-", "_")))):
            yield f"{name}: {slug} has no unit test"
        if not list(stack.folder.glob(f"events/{slug}-*.json")):
            yield f"{name}: {slug} has no sample event"
        if method == "" and own["Runtime"].startswith("python") and not (stack.folder / folder / "app.py").exists():
            yield f"{name}: {own['Handler']} is not there"


def s4_dead_letters(stack):
    for name, own in stack.events("EventBridgeRule", "ScheduleV2"):
        yield from (f"{name}: no {key}" for key in ("DeadLetterConfig", "RetryPolicy") if key not in own)
    for name, own in stack.of("Events::Rule"):
        for target in own.get("Targets", []):
            yield from (f"{name}: no {key}" for key in ("DeadLetterConfig", "RetryPolicy") if key not in target)
    failed = {name for name, _ in stack.dead_letters()}
    for name, own in stack.of("SQS::Queue"):
        if name not in failed and "RedrivePolicy" not in own:
            yield f"{name}: no RedrivePolicy"
    for name, own in stack.functions():
        kinds = {event["Type"] for event in own.get("Events", {}).values()}
        if kinds & set(ASYNCHRONOUS) and "OnFailure" not in own.get("EventInvokeConfig", {}).get("DestinationConfig", {}):
            yield f"{name}: what it fails at is lost"
        if stack.is_hardened and "DeadLetterQueue" not in own:
            yield f"{name}: no DeadLetterQueue"
    for name, own in stack.events("Kinesis", "DynamoDB", "MSK", "SelfManagedKafka"):
        if "OnFailure" not in own.get("DestinationConfig", {}):
            yield f"{name}: records that fail are lost"


def s5_queues(stack):
    functions = dict(stack.functions())
    for name, own in stack.events("SQS"):
        function = functions[name.partition(".")[0]]
        queue = stack.resources[target_of(own["Queue"])]["Properties"]
        if queue.get("VisibilityTimeout", 30) < 6 * function["Timeout"]:
            yield f"{name}: the queue shows a message again before six times the timeout"
        if "ReportBatchItemFailures" not in own.get("FunctionResponseTypes", []):
            yield f"{name}: one bad message repeats its whole batch"
        if "MaximumConcurrency" not in own.get("ScalingConfig", {}):
            yield f"{name}: no MaximumConcurrency"
    for name, own in stack.events("Kinesis"):
        if "ReportBatchItemFailures" not in own.get("FunctionResponseTypes", []):
            yield f"{name}: one bad record repeats its whole batch"
    for name, own in stack.of("SQS::Queue"):
        if "MessageRetentionPeriod" not in own:
            yield f"{name}: no MessageRetentionPeriod"
        if "RedrivePolicy" in own and own["RedrivePolicy"].get("maxReceiveCount") != 5:
            yield f"{name}: maxReceiveCount is not 5"


def s6_logs(stack):
    groups = dict(stack.of("Logs::LogGroup"))
    yield from (f"{name}: no retention" for name, own in groups.items() if "RetentionInDays" not in own)
    for name, own in stack.functions():
        if target_of(own.get("LoggingConfig", {}).get("LogGroup")) not in groups:
            yield f"{name}: no log group of its own"
    for name, resource in stack.resources.items():
        if resource["Type"].removeprefix("AWS::") in STATEFUL:
            yield from (f"{name}: no {key}" for key in ("DeletionPolicy", "UpdateReplacePolicy") if key not in resource)


def s7_tracing(stack):
    yield from (f"{name}: not traced" for name, own in stack.functions() if own.get("Tracing") != "Active")
    yield from (f"{name}: not traced" for name, own in stack.of("Serverless::StateMachine")
                if own.get("Tracing") != {"Enabled": True})
    yield from (f"{name}: not traced" for name, own in stack.of("Serverless::Api") if own.get("TracingEnabled") is not True)


def s8_apis(stack):
    for name, own in stack.of("Serverless::HttpApi", "Serverless::WebSocketApi", "Serverless::Api"):
        log = own.get("AccessLogSettings") or own.get("AccessLogSetting") or {}
        if not target_of(log.get("DestinationArn")):
            yield f"{name}: no access log"
        limits = own.get("DefaultRouteSettings") or (own.get("MethodSettings") or [{}])[0]
        if not {"ThrottlingBurstLimit", "ThrottlingRateLimit"} <= set(limits):
            yield f"{name}: not throttled"
        auth = own.get("Auth", {})
        if auth.get("DefaultAuthorizer") in (None, "NONE") and auth.get("AuthType") in (None, "NONE"):
            yield f"{name}: nobody is asked who calls"
        cors = own.get("CorsConfiguration", {})
        if isinstance(cors, dict) and "*" in cors.get("AllowOrigins", []):
            yield f"{name}: every origin may call"
    for name, own in stack.functions():
        if own.get("FunctionUrlConfig", {"AuthType": "AWS_IAM"}).get("AuthType") != "AWS_IAM":
            yield f"{name}: its address asks nobody who calls"
        for key, event in own.get("Events", {}).items():
            is_open = event.get("Properties", {}).get("Auth", {}).get("Authorizer") == "NONE"
            if is_open and "SIGNING_SECRET_ARN" not in own["Environment"]["Variables"]:
                yield f"{name}.{key}: an open route whose function checks no signature"


def s9_rights(stack):
    for name, statement in stack.statements():
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        if statement["Effect"] == "Deny" or stack.resources[name]["Type"] == "AWS::KMS::Key":
            continue
        if "Resource" not in statement:  # a trust: who may take the role
            service = statement["Principal"].get("Service")
            if service != "pods.eks.amazonaws.com" and "Condition" not in statement:
                yield f"{name}: any account's {service} may take the role"
            continue
        yield from (f"{name}: the action {action}" for action in actions if action.endswith("*"))
        resources = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
        if "*" in resources and not all(WITHOUT_RESOURCE.fullmatch(action) for action in actions):
            yield f"{name}: {', '.join(actions)} on everything"
        if "Service" in statement.get("Principal", {}) and not re.search(r"aws:Source(Arn|Account)", str(statement.get("Condition"))):
            yield f"{name}: a service of AWS may act for any account"


def s10_secrets(stack):
    for name, own in stack.functions():
        for key, value in own.get("Environment", {}).get("Variables", {}).items():
            is_pointer = key.endswith(("_ARN", "_NAME"))
            if SECRET_WORDS.search(key) and isinstance(value, str) or SECRET_WORDS.search(key) and not is_pointer:
                yield f"{name}: {key} looks like a secret"
    for value in walk(stack.template):
        text = value.get("Fn::Sub", "") if isinstance(value, dict) else ""
        if "{{resolve:" in str(text) and not re.search(r"\{\{resolve:secretsmanager:\$\{\w+Secret\}", str(text)):
            yield f"a dynamic reference to what the template does not make: {text}"
        if isinstance(value, dict):
            yield from (f"a dynamic reference in a text: {inner}" for key, inner in value.items()
                        if key != "Fn::Sub" and isinstance(inner, str) and "{{resolve:" in inner)
    hidden = {name for name, own in stack.template.get("Parameters", {}).items() if own.get("NoEcho")}
    for name, own in stack.template.get("Outputs", {}).items():
        yield from (f"{name}: shows {value['Ref']}" for value in walk(own)
                    if isinstance(value, dict) and value.get("Ref") in hidden)


def s11_alarms(stack):
    seen = {(own["MetricName"], target_of(dimension["Value"])) for _, own in stack.of("CloudWatch::Alarm")
            for dimension in own["Dimensions"]}
    wanted = [(name, metric) for name, _ in stack.functions() for metric in ("Errors", "Throttles")]
    wanted += [(name, "ApproximateNumberOfMessagesVisible") for name, _ in stack.dead_letters()]
    failed = {name for name, _ in stack.dead_letters()}
    wanted += [(name, "ApproximateAgeOfOldestMessage") for name, _ in stack.of("SQS::Queue") if name not in failed]
    wanted += [(name, "5xx") for name, _ in stack.of("Serverless::HttpApi")]
    wanted += [(name, "ExecutionsFailed") for name, _ in stack.of("Serverless::StateMachine")]
    yield from (f"{name}: no alarm on {metric}" for name, metric in wanted if (metric, name) not in seen)
    if stack.of("Serverless::Api") and "5XXError" not in {metric for metric, _ in seen}:
        yield "no alarm on 5XXError of the REST API"
    yield from (f"{name}: tells nobody" for name, own in stack.of("CloudWatch::Alarm") if "AlarmActions" not in own)


def s12_tables(stack):
    for name, own in stack.of("DynamoDB::Table"):
        wanted = {"BillingMode": "PAY_PER_REQUEST", "DeletionProtectionEnabled": True}
        yield from (f"{name}: {key} is not {value}" for key, value in wanted.items() if own.get(key) != value)
        if own.get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled") is not True:
            yield f"{name}: no point in time recovery"
        if own.get("SSESpecification", {}).get("SSEEnabled") is not True:
            yield f"{name}: not encrypted"
        if stack.resources[name].get("DeletionPolicy") not in ("Retain", "RetainExceptOnCreate"):
            yield f"{name}: goes with the stack"


KEYS = {"SQS::Queue": "KmsMasterKeyId", "Logs::LogGroup": "KmsKeyId", "SecretsManager::Secret": "KmsKeyId",
        "Events::EventBus": "KmsKeyIdentifier"}


def s13_keys(stack):
    key = next((name for name, own in stack.of("KMS::Key") if own.get("EnableKeyRotation") is True), None)
    if key is None:
        yield "no key that rotates"
    for kind, member in KEYS.items():
        yield from (f"{name}: {member} is not the key" for name, own in stack.of(kind) if target_of(own.get(member)) != key)
    for name, own in stack.of("DynamoDB::Table"):
        if target_of(own["SSESpecification"].get("KMSMasterKeyId")) != key:
            yield f"{name}: not encrypted by the key"
    for name, own in stack.functions():
        if target_of(own.get("KmsKeyArn")) != key:
            yield f"{name}: its settings are not encrypted by the key"
        rights = {action for value in walk(own.get("Policies", [])) if isinstance(value, dict) and "Action" in value
                  and target_of(value.get("Resource")) == key for action in value["Action"]}
        if not {"kms:Decrypt", "kms:GenerateDataKey"} <= rights:
            yield f"{name}: may not use the key"


def s14_buckets(stack):
    # CloudFront writes its logs by access lists, which a bucket takes only where objects may have owners.
    logs = str([own["DistributionConfig"].get("Logging") for _, own in stack.of("CloudFront::Distribution")])
    for name, own in stack.of("S3::Bucket"):
        for key in ("BucketEncryption", "LifecycleConfiguration"):
            if key not in own:
                yield f"{name}: no {key}"
        if own.get("VersioningConfiguration") != {"Status": "Enabled"}:
            yield f"{name}: keeps no versions"
        if list(own.get("PublicAccessBlockConfiguration", {}).values()) != [True] * 4:
            yield f"{name}: may be opened to the public"
        if "BucketOwnerEnforced" not in str(own.get("OwnershipControls")) and f"'{name}" not in logs:
            yield f"{name}: objects may belong to others"
        if stack.is_hardened and "LoggingConfiguration" not in own and not name.startswith("AccessLogs"):
            yield f"{name}: no access log"
    yield from (f"{name}: the event type S3 makes a circle; take EventBridge" for name, _ in stack.events("S3"))
    wanted = {target_of(value) for _, own in stack.events("EventBridgeRule")
              if own["Pattern"].get("source") == ["aws.s3"] for value in own["Pattern"]["detail"]["bucket"]["name"]}
    for name, own in stack.of("S3::Bucket"):
        if name in wanted and "EventBridgeConfiguration" not in own.get("NotificationConfiguration", {}):
            yield f"{name}: tells nobody of new objects"


def s15_concurrency(stack):
    yield from (f"{name}: its concurrency is not reserved" for name, own in stack.functions()
                if "ReservedConcurrentExecutions" not in own)


def s16_network(stack):
    yield from (f"{name}: cannot be put into a network" for name, own in stack.functions() if "VpcConfig" not in own)


def s17_names(stack):
    # What pods of the core call has a name that their manifests know.
    core = str([own for name, own in stack.of("IAM::Role") if name.endswith("CoreRole")])
    for name, resource in stack.resources.items():
        kind = resource["Type"].removeprefix("AWS::")
        yield from (f"{name}: {key} is given" for key in NAMES if key in resource.get("Properties", {})
                    and NAMED.get(kind) != key and not target_of(resource["Properties"][key])
                    and not (key in ("FunctionName", "TableName", "BucketName") and f"'{name}" in core))
    yield from (f"{name}: no description" for name, own in stack.template.get("Outputs", {}).items() if not own.get("Description"))
    parameters = stack.template.get("Parameters", {})
    shown = {name for group in stack.template.get("Metadata", {}).get("AWS::CloudFormation::Interface", {})
             .get("ParameterGroups", []) for name in group["Parameters"]}
    yield from (f"{name}: in no group of the interface" for name in parameters if name not in shown)
    for name, own in parameters.items():
        if own["Type"] == "String" and not {"AllowedValues", "AllowedPattern"} & set(own):
            yield f"{name}: takes any text"


def s18_references(stack):
    used = set()
    for value in walk(stack.template):
        if isinstance(value, dict):
            used.update(str(value[key]) for key in ("Ref", "Condition") if isinstance(value.get(key), str))
            if "Fn::If" in value:
                used.add(value["Fn::If"][0])
            text = value.get("Fn::Sub")
            text = text[0] if isinstance(text, list) else text
            if text is not None:
                variables = re.findall(r"\$\{([^!}][^}]*)\}", text)
                used.update(variables)
                if not variables:
                    yield f"a substitution without a variable: {text}"
            joined = value.get("Fn::Join")
            if joined and isinstance(joined[1], list):
                yield f"a join where a substitution would do: {joined}"
    yield from (f"{name}: nothing uses it" for part in ("Parameters", "Conditions")
                for name in stack.template.get(part, {}) if name not in used)
    for value in walk(stack.resources):
        if isinstance(value, str) and re.search(r"arn:aws[a-z-]*:\w+:[a-z]+-[a-z]+-\d", value):
            yield f"an ARN of one region: {value}"


def ends_of(states, where):
    """Faults of one level of states, then of the levels below."""
    for name, state in states.items():
        following = [state["Next"]] if "Next" in state else []
        following += [choice["Next"] for choice in state.get("Choices", [])]
        following += [rule["Next"] for rule in state.get("Catch", [])] + ([state["Default"]] if "Default" in state else [])
        yield from (f"{where}.{name}: there is no state {other}" for other in following if other not in states)
        is_end = state.get("End") or state["Type"] in ("Succeed", "Fail", "Choice")
        if not is_end and "Next" not in state:
            yield f"{where}.{name}: leads nowhere"
        if state["Type"] == "Task" and "TimeoutSeconds" not in state:
            yield f"{where}.{name}: may take for ever"
        if state["Type"] in ("Task", "Map") and not any("JitterStrategy" in rule for rule in state.get("Retry", [])):
            yield f"{where}.{name}: not tried again with jitter"
        if state["Type"] in ("Task", "Map") and not state.get("End") and "Catch" not in state:
            yield f"{where}.{name}: its failure is not caught"
        if "ItemProcessor" in state:
            yield from ends_of(state["ItemProcessor"]["States"], f"{where}.{name}")


def s19_machines(stack):
    for name, own in stack.of("Serverless::StateMachine"):
        file = stack.folder / own.get("DefinitionUri", "-")
        if not file.exists():
            yield f"{name}: its definition is no file"
            continue
        machine = stack.machines[file.stem.removesuffix(".asl")]
        if machine.get("QueryLanguage") != "JSONata" or "TimeoutSeconds" not in machine:
            yield f"{name}: not JSONata with a limit"
        if machine["StartAt"] not in machine["States"]:
            yield f"{name}: there is no state {machine['StartAt']}"
        yield from ends_of(machine["States"], name)
        asked = {found for value in walk(machine) if isinstance(value, str) for found in re.findall(r"\$\{(\w+)\}", value)}
        given = set(own.get("DefinitionSubstitutions", {}))
        yield from (f"{name}: {key} is not substituted" for key in sorted(asked - given))
        if own.get("Logging", {}).get("Level") != "ALL":
            yield f"{name}: not logged"


FUNCTIONS = ("Serverless::Function",)
ROWS = [
    ("S1", s1_runtimes, FUNCTIONS), ("S2", s2_globals, FUNCTIONS), ("S3", s3_scaffold, FUNCTIONS),
    ("S4", s4_dead_letters, FUNCTIONS + ("SQS::Queue", "Events::Rule")), ("S5", s5_queues, ("SQS::Queue",)),
    ("S6", s6_logs, ("Logs::LogGroup",)), ("S7", s7_tracing, FUNCTIONS),
    ("S8", s8_apis, ("Serverless::HttpApi", "Serverless::Api", "Serverless::WebSocketApi")), ("S9", s9_rights, None),
    ("S10", s10_secrets, FUNCTIONS), ("S11", s11_alarms, ("CloudWatch::Alarm",)), ("S12", s12_tables, ("DynamoDB::Table",)),
    ("S13", s13_keys, ("KMS::Key",)), ("S14", s14_buckets, ("S3::Bucket",)), ("S15", s15_concurrency, ("KMS::Key",)),
    ("S16", s16_network, ("KMS::Key",)), ("S17", s17_names, None), ("S18", s18_references, None),
    ("S19", s19_machines, ("Serverless::StateMachine",)),
]
HARDENED = {"S13", "S15", "S16"}


def judge(stack):
    """[(id, how many resources it looked at, findings)], a row each; rows of the hardened profile only for such a stack."""
    return [(key, len(stack.resources if kinds is None else stack.of(*kinds)), list(check(stack)))
            for key, check, kinds in ROWS if key not in HARDENED or stack.is_hardened]
