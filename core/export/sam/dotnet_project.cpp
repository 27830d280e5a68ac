// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/dotnet_scaffold.h"

#include <fmt/format.h>

#include <map>

namespace tideline {

namespace {

constexpr std::string_view kProject = R"xml(<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <AssemblyName>Edge</AssemblyName>
    <RootNamespace>Edge</RootNamespace>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <AWSProjectType>Lambda</AWSProjectType>
    <GenerateRuntimeConfigurationFiles>true</GenerateRuntimeConfigurationFiles>
    <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
    <DefaultItemExcludes>$(DefaultItemExcludes);tests/**</DefaultItemExcludes>
  </PropertyGroup>
  <ItemGroup>
@PACKAGES@  </ItemGroup>
</Project>
)xml";

}  // namespace

std::string dotnetProject(const std::vector<SamCall>& calls, bool checksSignatures) {
    std::map<std::string_view, std::string_view> packages{{"AWS.Lambda.Powertools.Logging", "3.*"},
                                                          {"AWSSDK.DynamoDBv2", "4.*"}};
    const auto add = [&](std::string_view package) {
        packages[package] = package.starts_with("AWSSDK.") ? "4.*" : package == "Npgsql" ? "10.*" : "2.*";
    };
    for (const SamCall& call : calls) {
        if (const DotnetCall& row = dotnetCall(call); !row.package.empty()) {
            add(row.package);
        }
        if (isOpenedBySecret(call)) {
            add("AWSSDK.SecretsManager");
        }
        if (call.kind == SamCallKind::Query && !isOpenedBySecret(call)) {
            add("AWSSDK.RDS");
        }
    }
    if (checksSignatures) {
        add("AWSSDK.SecretsManager");
    }
    std::string text;
    for (const auto& [package, version] : packages) {
        text += fmt::format("    <PackageReference Include=\"{}\" Version=\"{}\" />\n", package, version);
    }
    return filledCode(kProject, {{"@PACKAGES@", text}});
}

std::string_view dotnetTestProject() {
    return R"xml(<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RootNamespace>Edge.Tests</RootNamespace>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <IsPackable>false</IsPackable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
    <PackageReference Include="xunit" Version="2.9.3" />
    <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
  </ItemGroup>
  <ItemGroup>
    <ProjectReference Include="../Edge.csproj" />
  </ItemGroup>
</Project>
)xml";
}

}  // namespace tideline
