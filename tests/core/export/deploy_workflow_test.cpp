// SPDX-License-Identifier: Apache-2.0
#include "core/export/ci/ci_exporter.h"
#include "core/export/sam/sam_exporter.h"
#include "core/file/design_file.h"
#include "tests/support/catch.h"
#include "tests/support/export_samples.h"
#include "tests/support/shipped_data.h"

using namespace tideline;
using namespace tideline::test;

TEST_CASE("the workflow gives the stack every parameter that has no standard", "[ci][sam]") {
    ExportOptions options = shippedExportOptions();
    options.profile = GENERATE(ExportProfile::Standard, ExportProfile::Hardened);
    for (const SourceText& file : shippedFiles("templates/designs", ".tideline")) {
        CAPTURE(file.name);
        const Analysis analysis = shippedAnalysis(readDesign(file)->design);
        const auto stack = buildSam(analysis, options);
        if (stack->files.empty()) {
            continue;  // nothing of it runs outside the cluster
        }
        const YAML::Node parameters = YAML::Load(textOf(stack, "template.yaml"))["Parameters"];
        const auto workflows = buildCi(analysis, options);
        const std::string deploy = textOf(workflows, ".github/workflows/deploy.yml");
        const std::string readme = textOf(workflows, "README.md");
        for (const auto& parameter : parameters) {
            const std::string key = parameter.first.as<std::string>();
            if (parameter.second["Default"] || key == "Stage") {
                continue;
            }
            CAPTURE(key);
            const std::size_t at = deploy.find("\"" + key + "=$");
            REQUIRE(at != std::string::npos);
            const std::size_t start = at + key.size() + 3;
            const std::string variable = deploy.substr(start, deploy.find('"', start) - start);
            CHECK(deploy.find(variable + ": ${{ vars." + variable + " }}") != std::string::npos);
            CHECK(readme.find("`" + variable + "`") != std::string::npos);
        }
    }
}
