// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/language.h"

#include "core/export/sam/dotnet_scaffold.h"
#include "core/export/sam/go_scaffold.h"
#include "core/export/sam/java_scaffold.h"
#include "core/export/sam/python_scaffold.h"
#include "core/export/sam/rust_scaffold.h"
#include "core/export/sam/typescript_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::array kLanguages{
    SamLanguage{"python", "Python 3.13", "python3.13", "app.handler", pythonFiles, nullptr,
                "python3 -m unittest discover tests/unit", nullptr},
    SamLanguage{"nodejs", "TypeScript on Node.js 24", "nodejs24.x", "app.handler", typescriptFiles, typescriptMetadata,
                "node --test tests/unit/*.test.ts", typescriptSharedFiles},
    SamLanguage{"go", "Go on Amazon Linux 2023", "provided.al2023", "bootstrap", goFiles, goMetadata,
                R"sh(for module in src/*/go.mod; do (cd "$(dirname "$module")" && go test ./...) || exit 1; done)sh",
                nullptr},
    SamLanguage{"java", "Java 21", "java21", "edge.App::handleRequest", javaFiles, nullptr,
                R"sh(for pom in src/*/pom.xml; do mvn -q -B -f "$pom" test || exit 1; done)sh", nullptr},
    SamLanguage{
        "rust", "Rust on Amazon Linux 2023", "provided.al2023", "bootstrap", rustFiles, rustMetadata,
        R"sh(for crate in src/*/Cargo.toml; do cargo test -q --target-dir target --manifest-path "$crate" || exit 1; done)sh",
        nullptr},
    SamLanguage{"dotnet", "C# on .NET 10", "dotnet10", "Edge::Edge.App::Handle", dotnetFiles, nullptr,
                R"sh(for tests in src/*/tests/Edge.Tests.csproj; do dotnet test "$tests" || exit 1; done)sh", nullptr},
};

const SamLanguage* findLanguage(std::string_view key) {
    const auto row = std::ranges::find(kLanguages, key, &SamLanguage::key);
    return row == kLanguages.end() ? nullptr : &*row;
}

}  // namespace

std::span<const SamLanguage> samLanguages() {
    return kLanguages;
}

LanguageChoice languageOf(const SamService& service) {
    if (const std::string given = service.profile->text("runtime"); !given.empty()) {
        const SamLanguage* language = findLanguage(given);
        return language != nullptr ? LanguageChoice{language, ""} : LanguageChoice{&kLanguages.front(), given};
    }
    for (const std::string& runtime : service.profile->kind->runtimes) {
        if (const SamLanguage* language = findLanguage(runtime)) {
            const std::string& first = service.profile->kind->runtimes.front();
            return {language, first == language->key ? "" : first};
        }
    }
    return {&kLanguages.front(), ""};
}

}  // namespace tideline
