// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/cfn_value.h"
#include "core/export/sam/resources.h"
#include "core/export/sam/sam_parts.h"

#include <fmt/format.h>

namespace tideline {

namespace {

// Ids of CloudFront's managed policies, the same in every account.
constexpr std::string_view kCachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
constexpr std::string_view kSecurityHeaders = "67f7725c-6f97-4210-82d7-5512b31e9d03";

YamlValue originOf(const std::string& id) {
    return YamlMembers{{"Id", "site"},
                       {"DomainName", cfnAttribute(id + "SiteBucket", "RegionalDomainName")},
                       {"OriginAccessControlId", cfnAttribute(id + "AccessControl", "Id")},
                       {"S3OriginConfig", YamlMembers{{"OriginAccessIdentity", ""}}}};
}

YamlValue logging(const std::string& id) {
    return YamlMembers{{"Bucket", cfnAttribute(id + "LogsBucket", "RegionalDomainName")},
                       {"IncludeCookies", false},
                       {"Prefix", "cloudfront/"}};
}

YamlValue distributionConfig(const std::string& id) {
    YamlMembers behaviour{{"TargetOriginId", "site"},
                          {"ViewerProtocolPolicy", "redirect-to-https"},
                          {"CachePolicyId", kCachingOptimized},
                          {"ResponseHeadersPolicyId", kSecurityHeaders},
                          {"Compress", true}};
    return YamlMembers{
        {"Enabled", true},
        {"Comment", "The site, read from its bucket by CloudFront only"},
        {"DefaultRootObject", "index.html"},
        {"HttpVersion", "http2and3"},
        {"IPV6Enabled", true},
        {"PriceClass", "PriceClass_100"},
        {"Origins", YamlList{originOf(id)}},
        {"DefaultCacheBehavior", std::move(behaviour)},
        {"CustomErrorResponses",
         YamlList{YamlMembers{{"ErrorCode", 403}, {"ResponseCode", 200}, {"ResponsePagePath", "/index.html"}}}},
        {"Logging", logging(id)},
        {"ViewerCertificate", YamlMembers{{"CloudFrontDefaultCertificate", true}}}};
}

void addBucketPolicy(SamBuild& build, const std::string& id) {
    const std::string bucket = id + "SiteBucket";
    YamlValue distribution = cfnSub(
        fmt::format("arn:${{AWS::Partition}}:cloudfront::${{AWS::AccountId}}:distribution/${{{}Distribution}}", id));
    YamlList statements{
        YamlMembers{
            {"Sid", "CloudFrontReads"},
            {"Effect", "Allow"},
            {"Principal", YamlMembers{{"Service", "cloudfront.amazonaws.com"}}},
            {"Action", "s3:GetObject"},
            {"Resource", cfnSub(fmt::format("${{{}.Arn}}/*", bucket))},
            {"Condition", YamlMembers{{"StringEquals", YamlMembers{{"aws:SourceArn", std::move(distribution)}}}}}},
        YamlMembers{{"Sid", "DenyInsecureTransport"},
                    {"Effect", "Deny"},
                    {"Principal", "*"},
                    {"Action", "s3:*"},
                    {"Resource", YamlList{cfnAttribute(bucket, "Arn"), cfnSub(fmt::format("${{{}.Arn}}/*", bucket))}},
                    {"Condition", YamlMembers{{"Bool", YamlMembers{{"aws:SecureTransport", "false"}}}}}}};
    build.tmpl.add(
        bucket + "Policy",
        {.type = "AWS::S3::BucketPolicy",
         .properties = YamlMembers{{"Bucket", cfnRef(bucket)}, {"PolicyDocument", cfnPolicy(std::move(statements))}}});
}

/// CloudFront's standard logs are written with access lists, so their bucket keeps them.
void addLogsBucket(SamBuild& build, const std::string& id) {
    const std::string bucket = id + "LogsBucket";
    addBucket(build, {.id = bucket, .comment = "Access logs of the site", .expireDays = 90});
    build.tmpl.find(bucket)->properties.set(
        "OwnershipControls",
        YamlMembers{{"Rules", YamlList{YamlMembers{{"ObjectOwnership", "BucketOwnerPreferred"}}}}});
}

}  // namespace

Result<void> makeSite(SamBuild& build, const SamService& service) {
    const std::string& id = service.logicalId;
    addBucket(build, {.id = id + "SiteBucket", .comment = "Files of the site"});
    addLogsBucket(build, id);
    build.tmpl.add(
        id + "AccessControl",
        {.type = "AWS::CloudFront::OriginAccessControl",
         .properties = YamlMembers{{"OriginAccessControlConfig",
                                    YamlMembers{{"Name", cfnSub(fmt::format("${{AWS::StackName}}-{}", service.slug))},
                                                {"OriginAccessControlOriginType", "s3"},
                                                {"SigningBehavior", "always"},
                                                {"SigningProtocol", "sigv4"}}}}});
    build.tmpl.add(id + "Distribution",
                   {.type = "AWS::CloudFront::Distribution",
                    .properties = YamlMembers{{"DistributionConfig", distributionConfig(id)}, {"Tags", tagList(build)}},
                    .comment = "The site in front of its bucket"});
    addBucketPolicy(build, id);
    build.tmpl.addOutput(id + "Url", "Address of the site",
                         cfnSub(fmt::format("https://${{{}Distribution.DomainName}}", id)));
    build.tmpl.addOutput(id + "BucketName", "Bucket that the site's files go to", cfnRef(id + "SiteBucket"));
    return {};
}

}  // namespace tideline
