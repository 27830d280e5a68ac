// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

YamlValue ingress(int port, YamlValue group, std::string_view description) {
    return YamlMembers{{"IpProtocol", "tcp"},
                       {"FromPort", port},
                       {"ToPort", port},
                       {"SourceSecurityGroupId", std::move(group)},
                       {"Description", description}};
}

YamlValue egressHttps() {
    return YamlMembers{{"IpProtocol", "tcp"},
                       {"FromPort", 0},
                       {"ToPort", 65535},
                       {"CidrIp", "0.0.0.0/0"},
                       {"Description", "Stores in the VPC and the interfaces of AWS"}};
}

void addCacheSecret(SamBuild& build, const std::string& id) {
    build.tmpl.add(id + "Secret",
                   {.type = "AWS::SecretsManager::Secret",
                    .properties = YamlMembers{{"Description", "Token that opens the cache"},
                                              {"GenerateSecretString", YamlMembers{{"SecretStringTemplate", "{}"},
                                                                                   {"GenerateStringKey", "token"},
                                                                                   {"ExcludePunctuation", true},
                                                                                   {"PasswordLength", 40}}},
                                              {"Tags", tagList(build)}},
                    .keep = CfnKeep::Delete});
}

YamlValue cacheProperties(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    const int nodes = std::clamp(static_cast<int>(service.profile->number("instances", 1)), 2, 6);
    return YamlMembers{
        {"ReplicationGroupDescription", "Valkey with a replica in another zone"},
        {"Engine", "valkey"},
        {"EngineVersion", "8.0"},
        {"CacheNodeType", "cache.m7g.large"},
        {"NumCacheClusters", nodes},
        {"AutomaticFailoverEnabled", true},
        {"MultiAZEnabled", true},
        {"CacheSubnetGroupName", cfnRef(id + "SubnetGroup")},
        {"SecurityGroupIds", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}},
        {"AtRestEncryptionEnabled", true},
        {"TransitEncryptionEnabled", true},
        {"AuthToken", cfnSub(fmt::format("{{{{resolve:secretsmanager:${{{}Secret}}:SecretString:token}}}}", id))},
        {"SnapshotRetentionLimit", 7},
        {"AutoMinorVersionUpgrade", true},
        {"Tags", tagList(build)}};
}

YamlValue searchAccess(const SamBuild&) {
    return cfnPolicy({YamlMembers{
        {"Effect", "Allow"},
        {"Principal", YamlMembers{{"AWS", cfnSub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")}}},
        {"Action", cfnTexts({"es:ESHttpDelete", "es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"})},
        {"Resource", cfnSub("arn:${AWS::Partition}:es:${AWS::Region}:${AWS::AccountId}:domain/*")}}});
}

YamlValue searchProperties(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    const int instances = std::clamp(static_cast<int>(service.profile->number("instances", 3)), 2, 20);
    const int storage = std::clamp(static_cast<int>(service.profile->number("storageGib", 100)) / instances, 10, 1024);
    YamlMembers cluster{{"InstanceType", "r7g.large.search"},
                        {"InstanceCount", instances},
                        {"ZoneAwarenessEnabled", true},
                        {"ZoneAwarenessConfig", YamlMembers{{"AvailabilityZoneCount", 2}}}};
    YamlMembers subnets{{"SubnetIds", YamlList{tagged("!Select", YamlList{0, build.tmpl.use("PrivateSubnetIds")}),
                                               tagged("!Select", YamlList{1, build.tmpl.use("PrivateSubnetIds")})}},
                        {"SecurityGroupIds", YamlList{cfnAttribute(id + "SecurityGroup", "GroupId")}}};
    return YamlMembers{
        {"EngineVersion", "OpenSearch_2.19"},
        {"ClusterConfig", std::move(cluster)},
        {"EBSOptions", YamlMembers{{"EBSEnabled", true}, {"VolumeType", "gp3"}, {"VolumeSize", storage}}},
        {"VPCOptions", std::move(subnets)},
        {"AccessPolicies", searchAccess(build)},
        {"EncryptionAtRestOptions", YamlMembers{{"Enabled", true}}},
        {"NodeToNodeEncryptionOptions", YamlMembers{{"Enabled", true}}},
        {"DomainEndpointOptions",
         YamlMembers{{"EnforceHTTPS", true}, {"TLSSecurityPolicy", "Policy-Min-TLS-1-2-PFS-2023-10"}}},
        {"Tags", tagList(build)}};
}

}  // namespace

void useNetwork(SamBuild& build) {
    if (build.tmpl.find("EdgeSecurityGroup") != nullptr) {
        return;
    }
    build.tmpl.use("PrivateSubnetIds");
    build.tmpl.add("EdgeSecurityGroup",
                   {.type = "AWS::EC2::SecurityGroup",
                    .properties = YamlMembers{{"GroupDescription", "Functions that reach stores inside the VPC"},
                                              {"VpcId", build.tmpl.use("VpcId")},
                                              {"SecurityGroupEgress", YamlList{egressHttps()}},
                                              {"Tags", tagList(build)}},
                    .comment = "The network of functions and stores"});
}

void addStoreSecurityGroup(SamBuild& build, const std::string& id, int port) {
    useNetwork(build);
    build.tmpl.add(id + "SecurityGroup",
                   {.type = "AWS::EC2::SecurityGroup",
                    .properties = YamlMembers{
                        {"GroupDescription", "Who may reach the store"},
                        {"VpcId", build.tmpl.use("VpcId")},
                        {"SecurityGroupIngress", YamlList{ingress(port, cfnAttribute("EdgeSecurityGroup", "GroupId"),
                                                                  "Functions of the edge")}},
                        {"Tags", tagList(build)}}});
    YamlValue core = ingress(port, build.tmpl.use("CoreSecurityGroupId"), "Pods of the core");
    core.set("GroupId", cfnAttribute(id + "SecurityGroup", "GroupId"));
    build.tmpl.add(id + "CoreIngress", {.type = "AWS::EC2::SecurityGroupIngress",
                                        .properties = std::move(core),
                                        .condition = build.tmpl.when("HasCoreSecurityGroup")});
}

Result<void> makeCache(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addStoreSecurityGroup(build, id, 6379);
    build.tmpl.add(id + "SubnetGroup", {.type = "AWS::ElastiCache::SubnetGroup",
                                        .properties = YamlMembers{{"Description", "Private subnets of the cache"},
                                                                  {"SubnetIds", build.tmpl.use("PrivateSubnetIds")},
                                                                  {"Tags", tagList(build)}}});
    addCacheSecret(build, id);
    build.tmpl.add(id + "Cache", {.type = "AWS::ElastiCache::ReplicationGroup",
                                  .properties = cacheProperties(build, service),
                                  .keep = CfnKeep::Snapshot,
                                  .comment = "The cache, encrypted, in two zones"});
    build.tmpl.addOutput(id + "Host", "Address of the cache", cfnAttribute(id + "Cache", "PrimaryEndPoint.Address"));
    build.tmpl.addOutput(id + "SecretArn", "Secret with the token of the cache", cfnRef(id + "Secret"));
    return {};
}

Result<void> makeSearch(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addStoreSecurityGroup(build, id, 443);
    build.tmpl.add(id + "Domain", {.type = "AWS::OpenSearchService::Domain",
                                   .properties = searchProperties(build, service),
                                   .keep = CfnKeep::Retain,
                                   .comment = "The search domain: callers sign their requests"});
    build.tmpl.addOutput(id + "Url", "Address of the search domain",
                         cfnSub(fmt::format("https://${{{}Domain.DomainEndpoint}}", id)));
    return {};
}

}  // namespace tideline
