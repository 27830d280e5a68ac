// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <algorithm>
#include <cmath>

namespace tideline {

namespace {

YamlValue keyAttribute(std::string_view name) {
    return YamlMembers{{"AttributeName", name}, {"AttributeType", "S"}};
}

YamlValue keyPart(std::string_view name, std::string_view type) {
    return YamlMembers{{"AttributeName", name}, {"KeyType", type}};
}

YamlValue withFirst(YamlMembers first, YamlMembers others) {
    std::ranges::move(others, std::back_inserter(first));
    return first;
}

/// Somebody hears of new objects: a service, or the bus.
bool sendsEvents(const SamBuild& build, const SamService& service) {
    return !build.plan->linksFrom(service).empty();
}

}  // namespace

Result<void> makeBucket(SamBuild& build, const SamService& service) {
    const std::string id = service.logicalId + "Bucket";
    addBucket(build, {.id = id,
                      .comment = "Objects: encrypted, versioned, never public",
                      .sendsEvents = sendsEvents(build, service),
                      .name = build.plan->isCalledByCore(service)
                                  ? cfnSub(build.plan->bridge.bucketName(*service.profile, "${AWS::AccountId}"))
                                  : YamlValue()});
    build.tmpl.addOutput(id + "Name", "Name of the bucket", cfnRef(id));
    return {};
}

Result<void> makeTable(SamBuild& build, const SamService& service) {
    const std::string id = service.logicalId + "Table";
    const bool isNamed = build.plan->isCalledByCore(service);
    YamlMembers name;
    if (isNamed) {
        name.emplace_back("TableName", build.plan->bridge.sharedName(*service.profile));
    }
    build.tmpl.add(id, {.type = "AWS::DynamoDB::Table",
                        .properties = withFirst(
                            std::move(name),
                            {{"BillingMode", "PAY_PER_REQUEST"},
                             {"AttributeDefinitions", YamlList{keyAttribute("pk"), keyAttribute("sk")}},
                             {"KeySchema", YamlList{keyPart("pk", "HASH"), keyPart("sk", "RANGE")}},
                             {"PointInTimeRecoverySpecification", YamlMembers{{"PointInTimeRecoveryEnabled", true}}},
                             {"SSESpecification", YamlMembers{{"SSEEnabled", true}}},
                             {"DeletionProtectionEnabled", true},
                             {"Tags", tagList(build)}}),
                        .keep = isNamed ? CfnKeep::RetainOnceMade : CfnKeep::Retain,
                        .comment = "A table of items, with point-in-time recovery"});
    build.tmpl.addOutput(id + "Name", "Name of the table", cfnRef(id));
    return {};
}

}  // namespace tideline
