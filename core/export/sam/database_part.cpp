// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

constexpr int kPostgresPort = 5432;

bool isAurora(const SamService& service) {
    return service.profile->text("engine", "rds") == "aurora";
}

bool hasFunctionClients(const SamBuild& build, const SamService& service) {
    const std::vector<const SamLink*> into = build.plan->linksTo(service);
    return std::ranges::any_of(into, [](const SamLink* link) { return runsCode(link->from->shape); });
}

void addSubnetGroup(SamBuild& build, const std::string& id) {
    build.tmpl.add(id + "SubnetGroup",
                   {.type = "AWS::RDS::DBSubnetGroup",
                    .properties = YamlMembers{{"DBSubnetGroupDescription", "Private subnets of the database"},
                                              {"SubnetIds", build.tmpl.use("PrivateSubnetIds")},
                                              {"Tags", tagList(build)}}});
}

/// Enhanced monitoring wants a role.
YamlValue monitoringRole(SamBuild& build, const std::string& id) {
    build.tmpl.add(id + "MonitoringRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("monitoring.rds.amazonaws.com")},
                        {"ManagedPolicyArns",
                         YamlList{cfnSub(
                             "arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole")}}}});
    return cfnAttribute(id + "MonitoringRole", "Arn");
}

YamlValue instanceProperties(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    const int storage = std::clamp(static_cast<int>(service.profile->number("storageGib", 50)), 20, 65536);
    return YamlMembers{{"Engine", "postgres"},
                       {"EngineVersion", "17.6"},
                       {"DBInstanceClass", "db.t3.large"},
                       {"DBName", "app"},
                       {"AllocatedStorage", std::to_string(storage)},
                       {"MaxAllocatedStorage", std::min(2 * storage, 65536)},
                       {"StorageType", "gp3"},
                       {"StorageEncrypted", true},
                       {"MultiAZ", service.profile->number("instances", 2) >= 2},
                       {"DBSubnetGroupName", cfnRef(id + "SubnetGroup")},
                       {"VPCSecurityGroups", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}},
                       {"PubliclyAccessible", false},
                       {"MasterUsername", "app"},
                       {"ManageMasterUserPassword", true},
                       {"EnableIAMDatabaseAuthentication", true},
                       {"BackupRetentionPeriod", 14},
                       {"CopyTagsToSnapshot", true},
                       {"DeletionProtection", true},
                       {"AutoMinorVersionUpgrade", true},
                       {"EnableCloudwatchLogsExports", YamlList{"postgresql", "upgrade"}},
                       {"EnablePerformanceInsights", true},
                       {"MonitoringInterval", 60},
                       {"MonitoringRoleArn", monitoringRole(build, id)},
                       {"Tags", tagList(build)}};
}

YamlValue clusterProperties(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    const double least = std::max(0.5, std::round(2 * service.profile->number("minAcu", 0.5)) / 2);
    return YamlMembers{{"Engine", "aurora-postgresql"},
                       {"EngineVersion", "17.6"},
                       {"DatabaseName", "app"},
                       {"ServerlessV2ScalingConfiguration",
                        YamlMembers{{"MinCapacity", least}, {"MaxCapacity", std::max(16.0, 8 * least)}}},
                       {"StorageEncrypted", true},
                       {"DBSubnetGroupName", cfnRef(id + "SubnetGroup")},
                       {"VpcSecurityGroupIds", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}},
                       {"MasterUsername", "app"},
                       {"ManageMasterUserPassword", true},
                       {"EnableIAMDatabaseAuthentication", true},
                       {"BackupRetentionPeriod", 14},
                       {"CopyTagsToSnapshot", true},
                       {"DeletionProtection", true},
                       {"EnableCloudwatchLogsExports", YamlList{"postgresql"}},
                       {"Tags", tagList(build)}};
}

void addAuroraInstances(SamBuild& build, const SamService& service) {
    const int instances = std::clamp(static_cast<int>(service.profile->number("instances", 2)), 1, 15);
    for (int number = 1; number <= instances; ++number) {
        build.tmpl.add(fmt::format("{}Instance{}", service.logicalId, number),
                       {.type = "AWS::RDS::DBInstance",
                        .properties = YamlMembers{{"DBClusterIdentifier", cfnRef(service.logicalId + "Database")},
                                                  {"Engine", "aurora-postgresql"},
                                                  {"DBInstanceClass", "db.serverless"},
                                                  {"PubliclyAccessible", false},
                                                  {"AutoMinorVersionUpgrade", true},
                                                  {"EnablePerformanceInsights", true},
                                                  {"Tags", tagList(build)}},
                        .keep = CfnKeep::Delete});
    }
}

void addProxyRole(SamBuild& build, const std::string& id) {
    YamlList statements;
    statements.push_back(cfnAllow("ReadSecret", {"secretsmanager:GetSecretValue"},
                                  cfnAttribute(id + "Database", "MasterUserSecret.SecretArn")));
    build.tmpl.add(id + "ProxyRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{
                        {"AssumeRolePolicyDocument", cfnTrust("rds.amazonaws.com")},
                        {"Policies", YamlList{YamlMembers{{"PolicyName", "read-secret"},
                                                          {"PolicyDocument", cfnPolicy(std::move(statements))}}}}}});
}

/// Functions come and go by the hundred; the proxy keeps their connections from wearing the database down.
void addProxy(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addProxyRole(build, id);
    YamlMembers auth{{"AuthScheme", "SECRETS"},
                     {"IAMAuth", "REQUIRED"},
                     {"SecretArn", cfnAttribute(id + "Database", "MasterUserSecret.SecretArn")}};
    build.tmpl.add(
        id + "Proxy",
        {.type = "AWS::RDS::DBProxy",
         .properties = YamlMembers{{"DBProxyName", cfnSub(fmt::format("${{AWS::StackName}}-{}", service.slug))},
                                   {"EngineFamily", "POSTGRESQL"},
                                   {"RequireTLS", true},
                                   {"Auth", YamlList{std::move(auth)}},
                                   {"RoleArn", cfnAttribute(id + "ProxyRole", "Arn")},
                                   {"VpcSubnetIds", build.tmpl.use("PrivateSubnetIds")},
                                   {"VpcSecurityGroupIds", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}},
                                   {"Tags", tagList(build)}},
         .comment = "Functions share the connections of a proxy and sign in by IAM"});
    YamlMembers target{{"DBProxyName", cfnRef(id + "Proxy")}, {"TargetGroupName", "default"}};
    target.emplace_back(isAurora(service) ? "DBClusterIdentifiers" : "DBInstanceIdentifiers",
                        YamlList{cfnRef(id + "Database")});
    build.tmpl.add(id + "ProxyTargets",
                   {.type = "AWS::RDS::DBProxyTargetGroup", .properties = YamlValue(std::move(target))});
}

/// The proxy reaches the database by the security group that both share.
void addProxyIngress(SamBuild& build, const std::string& id) {
    build.tmpl.add(id + "ProxyIngress",
                   {.type = "AWS::EC2::SecurityGroupIngress",
                    .properties = YamlMembers{{"GroupId", cfnAttribute(id + "SecurityGroup", "GroupId")},
                                              {"IpProtocol", "tcp"},
                                              {"FromPort", kPostgresPort},
                                              {"ToPort", kPostgresPort},
                                              {"SourceSecurityGroupId", cfnAttribute(id + "SecurityGroup", "GroupId")},
                                              {"Description", "The proxy"}}});
}

void addDatabaseAlarms(SamBuild& build, const SamService& service) {
    const std::string dimension = isAurora(service) ? "DBClusterIdentifier" : "DBInstanceIdentifier";
    addAlarm(build, {.id = service.logicalId + "CpuAlarm",
                     .description = "The database is above 80 % CPU",
                     .space = "AWS/RDS",
                     .metric = "CPUUtilization",
                     .dimensions = {{dimension, cfnRef(service.logicalId + "Database")}},
                     .statistic = "Average",
                     .periodS = 300,
                     .periods = 3,
                     .needed = 3,
                     .threshold = 80});
}

}  // namespace

Result<void> makeDatabase(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addStoreSecurityGroup(build, id, kPostgresPort);
    addSubnetGroup(build, id);
    YamlValue properties = isAurora(service) ? clusterProperties(build, service) : instanceProperties(build, service);
    build.tmpl.add(id + "Database", {.type = isAurora(service) ? "AWS::RDS::DBCluster" : "AWS::RDS::DBInstance",
                                     .properties = std::move(properties),
                                     .keep = CfnKeep::Snapshot,
                                     .comment = "The database: encrypted, backed up, its password kept by RDS itself"});
    if (isAurora(service)) {
        addAuroraInstances(build, service);
    }
    if (hasFunctionClients(build, service)) {
        addProxy(build, service);
        addProxyIngress(build, id);
    }
    addDatabaseAlarms(build, service);
    build.tmpl.addOutput(id + "Host", "Address of the database", cfnAttribute(id + "Database", "Endpoint.Address"));
    build.tmpl.addOutput(id + "SecretArn", "Secret with user name and password, kept and rotated by RDS",
                         cfnAttribute(id + "Database", "MasterUserSecret.SecretArn"));
    return {};
}

}  // namespace tideline
