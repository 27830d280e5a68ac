// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/http_part.h"

#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tideline {

namespace {

/// How requests of a kind arrive; the last row is everything else.
struct RouteRow {
    std::string_view kind, method;
    bool isPublic;  ///< the caller cannot sign requests: the function checks what it is given
};
constexpr std::array kRoutes{RouteRow{"webhook-handler", "POST", true}, RouteRow{"auth-callback", "GET", true},
                             RouteRow{"", "ANY", false}};

constexpr std::string_view kLogFormat =
    R"({"requestId":"$context.requestId","ip":"$context.identity.sourceIp","routeKey":"$context.routeKey",)"
    R"("status":"$context.status","responseLatency":"$context.responseLatency"})";
constexpr std::string_view kRestLogFormat =
    R"({"requestId":"$context.requestId","ip":"$context.identity.sourceIp","method":"$context.httpMethod",)"
    R"("path":"$context.resourcePath","status":"$context.status","responseLatency":"$context.responseLatency"})";

const RouteRow& routeOf(const SamService& function) {
    return *std::ranges::find_if(
        kRoutes, [&](const RouteRow& row) { return row.kind.empty() || row.kind == function.profile->kind->key; });
}

bool isRest(const SamService& service) {
    return service.profile->text("frontDoor", "http-api") == "rest-api";
}

/// Twice the busiest minute of everything behind the API, within the account's limits.
int throttlingRate(const SamPlan& plan) {
    double peak = 0;
    for (const SamService& service : plan.services) {
        const auto load = plan.analysis->figures.flow.loads.find(service.profile->id);
        if (load != plan.analysis->figures.flow.loads.end() && service.profile->role == Role::Service &&
            service.shape == SamShape::Function) {
            peak += load->second.peakMinuteRps;
        }
    }
    return std::clamp(static_cast<int>(std::ceil(peak / 25) * 50), 50, 10000);
}

YamlValue httpAuth(SamBuild& build) {
    if (build.plan->choice("samAuthorizer", "iam") == "jwt") {
        YamlValue jwt =
            YamlMembers{{"IdentitySource", "$request.header.Authorization"},
                        {"JwtConfiguration", YamlMembers{{"issuer", build.tmpl.use("JwtIssuer")},
                                                         {"audience", YamlList{build.tmpl.use("JwtAudience")}}}}};
        return YamlMembers{{"DefaultAuthorizer", "Tokens"}, {"Authorizers", YamlMembers{{"Tokens", std::move(jwt)}}}};
    }
    return YamlMembers{{"EnableIamAuthorizer", true}, {"DefaultAuthorizer", "AWS_IAM"}};
}

void addHttpApi(SamBuild& build, const std::string& id, int rate) {
    YamlValue properties =
        YamlMembers{{"StageName", "$default"},
                    {"AccessLogSettings",
                     YamlMembers{{"DestinationArn", cfnAttribute(id + "LogGroup", "Arn")}, {"Format", kLogFormat}}},
                    {"DefaultRouteSettings", YamlMembers{{"ThrottlingBurstLimit", std::min(2 * rate, 5000)},
                                                         {"ThrottlingRateLimit", rate},
                                                         {"DetailedMetricsEnabled", true}}},
                    {"Auth", httpAuth(build)}};
    build.tmpl.add(id, {.type = "AWS::Serverless::HttpApi",
                        .properties = std::move(properties),
                        .comment = "The front door: every route wants a caller, unless its function checks it itself"});
    addLogGroup(build, id + "LogGroup");
    addAlarm(build, {.id = id + "ServerErrorsAlarm",
                     .description = "The API answers with 5xx",
                     .space = "AWS/ApiGateway",
                     .metric = "5xx",
                     .dimensions = {{"ApiId", cfnRef(id)}}});
    build.tmpl.addOutput(id + "Url", "Base URL of the HTTP API",
                         cfnSub(fmt::format("https://${{{}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}", id)));
}

/// API Gateway writes access logs of REST APIs only where the account has a role for it.
void addRestLogging(SamBuild& build) {
    if (build.tmpl.find("ApiAccount") != nullptr) {
        return;
    }
    build.tmpl.add("ApiAccountRole",
                   {.type = "AWS::IAM::Role",
                    .properties = YamlMembers{{"AssumeRolePolicyDocument", cfnTrust("apigateway.amazonaws.com")},
                                              {"ManagedPolicyArns",
                                               YamlList{cfnSub("arn:${AWS::Partition}:iam::aws:policy/service-role/"
                                                               "AmazonAPIGatewayPushToCloudWatchLogs")}}},
                    .comment = "REST APIs write access logs only where the account names a role for it"});
    build.tmpl.add("ApiAccount",
                   {.type = "AWS::ApiGateway::Account",
                    .properties = YamlMembers{{"CloudWatchRoleArn", cfnAttribute("ApiAccountRole", "Arn")}}});
}

void addRestApi(SamBuild& build, const std::string& id, int rate) {
    addRestLogging(build);
    YamlValue method = YamlMembers{{"ResourcePath", "/*"},
                                   {"HttpMethod", "*"},
                                   {"ThrottlingBurstLimit", std::min(2 * rate, 5000)},
                                   {"ThrottlingRateLimit", rate},
                                   {"MetricsEnabled", true}};
    YamlValue properties =
        YamlMembers{{"Name", cfnRef("AWS::StackName")},  // CloudWatch names the alarm's API so
                    {"StageName", cfnRef("Stage")},
                    {"EndpointConfiguration", YamlMembers{{"Type", "REGIONAL"}}},
                    {"TracingEnabled", true},
                    {"AccessLogSetting",
                     YamlMembers{{"DestinationArn", cfnAttribute(id + "LogGroup", "Arn")}, {"Format", kRestLogFormat}}},
                    {"MethodSettings", YamlList{std::move(method)}},
                    {"Auth", YamlMembers{{"DefaultAuthorizer", "AWS_IAM"}, {"InvokeRole", "NONE"}}}};
    build.tmpl.add(id, {.type = "AWS::Serverless::Api",
                        .properties = std::move(properties),
                        .comment = "The REST front door: every route wants a caller, unless its function checks it"});
    build.tmpl.find(id)->dependsOn = "ApiAccount";
    if (build.plan->isHardened()) {
        build.tmpl.find(id)->metadata["checkov"]["skip"].add(
            YamlMembers{{"id", "CKV_AWS_120"}, {"comment", "answers differ by caller; a cache would mix them"}});
    }
    addLogGroup(build, id + "LogGroup");
    addAlarm(build, {.id = id + "ServerErrorsAlarm",
                     .description = "The API answers with 5xx",
                     .space = "AWS/ApiGateway",
                     .metric = "5XXError",
                     .dimensions = {{"ApiName", cfnRef("AWS::StackName")}, {"Stage", cfnRef("Stage")}}});
    build.tmpl.addOutput(
        id + "Url", "Base URL of the REST API",
        cfnSub(fmt::format("https://${{{}}}.execute-api.${{AWS::Region}}.${{AWS::URLSuffix}}/${{Stage}}", id)));
}

std::string apiOf(SamBuild& build, const SamService& function, const SamService* gateway) {
    if (gateway != nullptr) {
        return gateway->logicalId + "Api";
    }
    const bool rest = isRest(function);
    const std::string id = rest ? "ApiRest" : "ApiHttp";
    if (build.tmpl.find(id) == nullptr) {
        rest ? addRestApi(build, id, throttlingRate(*build.plan)) : addHttpApi(build, id, throttlingRate(*build.plan));
    }
    return id;
}

YamlValue routeEvent(const std::string& api, bool rest, const RouteRow& row, std::string path) {
    YamlValue properties = YamlMembers{{rest ? "RestApiId" : "ApiId", cfnRef(api)},
                                       {"Method", rest && row.method == "ANY" ? "any" : row.method},
                                       {"Path", std::move(path)}};
    if (row.isPublic) {
        properties.set("Auth", YamlMembers{{"Authorizer", "NONE"}});
    }
    return YamlMembers{{"Type", rest ? "Api" : "HttpApi"}, {"Properties", std::move(properties)}};
}

}  // namespace

void addRoute(SamBuild& build, const SamService& function, const SamService* gateway) {
    const std::string api = apiOf(build, function, gateway);
    const bool rest = isRest(gateway != nullptr ? *gateway : function);
    const RouteRow& row = routeOf(function);
    const std::string path = "/" + function.slug;
    SamDraft& draft = build.draft(function);
    const std::string suffix = gateway != nullptr ? gateway->logicalId : "";
    draft.events.emplace_back("Root" + suffix, routeEvent(api, rest, row, path));
    if (row.method == "ANY") {
        draft.events.emplace_back("Below" + suffix, routeEvent(api, rest, row, path + "/{proxy+}"));
    }
    const std::string method = row.method == "ANY" ? "GET" : std::string(row.method);
    draft.triggers.push_back(
        {.kind = SamTriggerKind::Http, .sample = function.slug + "-request", .path = path, .method = method});
}

bool isPublicRoute(const SamService& function) {
    return routeOf(function).isPublic;
}

void addGateway(SamBuild& build, const SamService& gateway) {
    const int rate = std::clamp(static_cast<int>(gateway.profile->number("rateLimitRps", 500)), 1, 10000);
    const std::string id = gateway.logicalId + "Api";
    isRest(gateway) ? addRestApi(build, id, rate) : addHttpApi(build, id, rate);
}

void addCoreRoute(SamBuild& build, const SamService& gateway, const SamService& core) {
    if (isRest(gateway)) {
        build.note(gateway,
                   fmt::format("the route from '{}' to '{}' is not in the template: a REST API reaches the core by "
                               "a VPC link of its own; give it the front door http-api",
                               gateway.profile->name, core.profile->name));
        return;
    }
    const std::string api = gateway.logicalId + "Api";
    const std::string condition = build.tmpl.when("HasCoreListener");
    useNetwork(build);
    if (build.tmpl.find(api + "CoreLink") == nullptr) {
        build.tmpl.add(
            api + "CoreLink",
            {.type = "AWS::ApiGatewayV2::VpcLink",
             .properties = YamlMembers{{"Name", cfnSub("${AWS::StackName}-core")},
                                       {"SubnetIds", build.tmpl.use("PrivateSubnetIds")},
                                       {"SecurityGroupIds", YamlList{cfnAttribute("EdgeSecurityGroup", "GroupId")}}},
             .condition = condition,
             .comment = "The way from the API to the internal load balancer of the core"});
    }
    const std::string integration = api + core.logicalId + "Integration";
    build.tmpl.add(integration, {.type = "AWS::ApiGatewayV2::Integration",
                                 .properties = YamlMembers{{"ApiId", cfnRef(api)},
                                                           {"IntegrationType", "HTTP_PROXY"},
                                                           {"IntegrationMethod", "ANY"},
                                                           {"IntegrationUri", build.tmpl.use("CoreListenerArn")},
                                                           {"ConnectionType", "VPC_LINK"},
                                                           {"ConnectionId", cfnRef(api + "CoreLink")},
                                                           {"PayloadFormatVersion", "1.0"}},
                                 .condition = condition});
    build.tmpl.add(api + core.logicalId + "Route",
                   {.type = "AWS::ApiGatewayV2::Route",
                    .properties = YamlMembers{{"ApiId", cfnRef(api)},
                                              {"RouteKey", fmt::format("ANY /{}/{{proxy+}}", core.slug)},
                                              {"AuthorizationType", "AWS_IAM"},
                                              {"Target", cfnSub(fmt::format("integrations/${{{}}}", integration))}},
                    .condition = condition});
}

void allowOrigin(SamBuild& build, const SamService& site) {
    for (auto& [id, resource] : build.tmpl.resources()) {
        if (resource.type == "AWS::Serverless::HttpApi") {
            resource.properties.set(
                "CorsConfiguration",
                YamlMembers{{"AllowOrigins",
                             YamlList{cfnSub(fmt::format("https://${{{}Distribution.DomainName}}", site.logicalId))}},
                            {"AllowMethods", cfnTexts({"GET", "POST", "PUT", "DELETE"})},
                            {"AllowHeaders", cfnTexts({"authorization", "content-type"})},
                            {"MaxAge", 600}});
        }
    }
}

}  // namespace tideline
