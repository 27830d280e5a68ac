// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/socket_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/function_part.h"
#include "core/export/sam/grants.h"
#include "core/export/sam/resources.h"

#include <fmt/format.h>

namespace tideline {

namespace {

void addConnectionTable(SamBuild& build, const std::string& table) {
    build.tmpl.add(
        table,
        {.type = "AWS::DynamoDB::Table",
         .properties =
             YamlMembers{
                 {"BillingMode", "PAY_PER_REQUEST"},
                 {"AttributeDefinitions", YamlList{YamlMembers{{"AttributeName", "id"}, {"AttributeType", "S"}}}},
                 {"KeySchema", YamlList{YamlMembers{{"AttributeName", "id"}, {"KeyType", "HASH"}}}},
                 {"TimeToLiveSpecification", YamlMembers{{"AttributeName", "expiration"}, {"Enabled", true}}},
                 {"PointInTimeRecoverySpecification", YamlMembers{{"PointInTimeRecoveryEnabled", true}}},
                 {"SSESpecification", YamlMembers{{"SSEEnabled", true}}},
                 {"DeletionProtectionEnabled", true},
                 {"Tags", tagList(build)}},
         .keep = CfnKeep::Retain,
         .comment = "Ids of open connections; API Gateway ends one after two hours at the latest"});
}

YamlValue route(const std::string& function) {
    return YamlMembers{{"FunctionArn", cfnAttribute(function, "Arn")}};
}

}  // namespace

void addSocketApi(SamBuild& build, const SamService& service) {
    const std::string api = service.logicalId + "SocketApi";
    const std::string table = service.logicalId + "Connections";
    const std::string function = functionIdOf(service);
    addConnectionTable(build, table);
    build.tmpl.add(
        api, {.type = "AWS::Serverless::WebSocketApi",
              .properties =
                  YamlMembers{{"RouteSelectionExpression", "$request.body.action"},
                              {"StageName", "live"},
                              {"AccessLogSettings",
                               YamlMembers{{"DestinationArn", cfnAttribute(api + "LogGroup", "Arn")},
                                           {"Format",
                                            R"({"requestId":"$context.requestId","routeKey":"$context.routeKey",)"
                                            R"("connectionId":"$context.connectionId","status":"$context.status"})"}}},
                              {"DefaultRouteSettings", YamlMembers{{"ThrottlingBurstLimit", 1000},
                                                                   {"ThrottlingRateLimit", 500},
                                                                   {"DetailedMetricsEnabled", true}}},
                              {"Auth", YamlMembers{{"AuthType", "AWS_IAM"}}},
                              {"Routes", YamlMembers{{"$connect", route(function)},
                                                     {"$disconnect", route(function)},
                                                     {"$default", route(function)}}}},
              .comment = "The WebSocket API: a caller signs the request that opens a connection"});
    addLogGroup(build, api + "LogGroup");
    build.tmpl.addOutput(
        api + "Url", "Address of the WebSocket API",
        cfnSub(fmt::format("wss://${{{}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}/live", api)));
    SamDraft& draft = build.draft(service);
    grant(draft, readAndWriteItems(table));
    setEnvironment(draft, "CONNECTIONS_TABLE", cfnRef(table));
    // The API's id would make a circle: the API names the function already.
    grant(draft,
          {"",
           "",
           {},
           cfnAllow(
               "AnswerConnections", {"execute-api:ManageConnections"},
               cfnSub("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:*/live/*/@connections/*"))});
    draft.triggers.push_back({.kind = SamTriggerKind::Socket, .sample = service.slug + "-socket"});
}

}  // namespace tideline
