// SPDX-License-Identifier: Apache-2.0
// Functions that keep data in stores of the cluster, whose pods have no certificate.
#include "core/export/sam/sam_exporter.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"

#include <yaml-cpp/yaml.h>

using namespace tideline;
using namespace tideline::test;

namespace {

Design shopIn(const std::string& language, Host cache) {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("orders", "relational-database")
        .service("baskets", "cache", cache)
        .service("notes", "document-database")
        .service("vectors", "vector-database")
        .service("quote", "http-api", Host::Function, {{"runtime", language}})
        .data("quote", "orders", 1)
        .data("quote", "baskets", 1)
        .data("quote", "notes", 1)
        .data("quote", "vectors", 1);
    return builder.design;
}

struct Spelling {
    std::string language, file, plainDatabase, plainCache, safeCache;
};

const std::vector<Spelling> kSpellings{
    {"python", "connections.py", "ssl_context=False", "ssl=False", "ssl=True"},
    {"nodejs", "connections.ts", "ssl: false", "tls: false", "tls: true"},
    {"java", "src/main/java/edge/Connections.java", R"("sslmode", "disable")", ".ssl(false)", ".ssl(true)"},
    {"dotnet", "Connections.cs", "SslMode.Disable", "Ssl = false", "Ssl = true"},
    {"go", "connections.go", "sslmode=disable", "Password: cmp.Or", "TLSConfig: &tls.Config"},
    {"rust", "src/connections.rs", "PgSslMode::Disable", "ConnectionAddr::Tcp(", "ConnectionAddr::TcpTls {"},
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("functions ask the plain stores of the core for no TLS, and managed ones for TLS", "[sam][languages]") {
    for (const Spelling& spelling : kSpellings) {
        CAPTURE(spelling.language);
        const std::string path = "src/quote/" + spelling.file;
        const std::string core =
            textOf(buildSam(shippedAnalysis(shopIn(spelling.language, Host::Kubernetes)), {}), path);
        CHECK(holds(core, spelling.plainDatabase));
        CHECK(holds(core, spelling.plainCache));
        CHECK_FALSE(holds(core, spelling.safeCache));
        const std::string managed =
            textOf(buildSam(shippedAnalysis(shopIn(spelling.language, Host::Managed)), {}), path);
        CHECK(holds(managed, spelling.safeCache));
    }
}

namespace {

/// A function that keeps documents and objects in the cluster, or only reads them.
Design keeper(const std::string& language, bool writes) {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("notes", "document-database")
        .service("files", "object-storage", Host::Kubernetes)
        .service("keep", "http-api", Host::Function, {{"runtime", language}})
        .data("keep", "notes", 1, {{"writes", writes}})
        .data("keep", "files", 1, {{"writes", writes}});
    return builder.design;
}

struct StoreSpelling {
    std::string language, file, keepsDocument, storesObject, findsDocument, fetchesObject;
    std::string dependencies, driver, work, counted;
};

const std::vector<StoreSpelling> kStoreSpellings{
    {"python", "connections.py", ".replace_one(", "store(\"FILES\", 5, 0), os.environ[\"FILES_BUCKET\"]", ".find_one(",
     "files.get_object(Bucket=", "requirements.txt", "pymongo>=", "work.py", "len(from_files)"},
    {"nodejs", "connections.ts", "items.replaceOne(", "await store(\"FILES\", 5, 0)", "items.findOne(",
     "new GetObjectCommand({", "package.json", "\"mongodb\": \"^7", "work.ts", "fromFiles.length"},
    {"go", "connections.go", "items.ReplaceOne(", "store(ctx, \"FILES\", 0)", "items.FindOne(", "files.GetObject(",
     "go.mod", "go.mongodb.org/mongo-driver/v2", "work.go", "len(fromFiles)"},
    {"java", "src/main/java/edge/Connections.java", ".replaceOne(", "store(\"FILES\", 5, 0)", ".find(Filters.eq(",
     ".getObjectAsBytes(", "pom.xml", "mongodb-driver-sync", "src/main/java/edge/Work.java", "fromFiles.length"},
    {"rust", "src/connections.rs", "items.replace_one(", "store(&self.secrets, \"FILES\", limit, 0)", "items.find_one(",
     "files.get_object()", "Cargo.toml", "mongodb = {", "src/work.rs", "from_files.len()"},
};

}  // namespace

TEST_CASE("functions keep documents and objects in stores of the core", "[sam][languages]") {
    for (const StoreSpelling& spelling : kStoreSpellings) {
        CAPTURE(spelling.language);
        const Result<ExportBundle> bundle = buildSam(shippedAnalysis(keeper(spelling.language, true)), {});
        const std::string code = textOf(bundle, "src/keep/" + spelling.file);
        CHECK(holds(code, spelling.keepsDocument));
        CHECK(holds(code, spelling.storesObject));
        CHECK_FALSE(holds(code, spelling.findsDocument));
        CHECK(holds(textOf(bundle, "src/keep/" + spelling.dependencies), spelling.driver));
    }
}

TEST_CASE("a connection that only reads brings back a document and the bytes of an object", "[sam][languages]") {
    for (const StoreSpelling& spelling : kStoreSpellings) {
        CAPTURE(spelling.language);
        const Result<ExportBundle> bundle = buildSam(shippedAnalysis(keeper(spelling.language, false)), {});
        const std::string code = textOf(bundle, "src/keep/" + spelling.file);
        CHECK(holds(code, spelling.findsDocument));
        CHECK(holds(code, spelling.fetchesObject));
        CHECK_FALSE(holds(code, spelling.keepsDocument));
        CHECK(holds(textOf(bundle, "src/keep/" + spelling.work), spelling.counted));
    }
}

TEST_CASE("a function knows a store of the core by its host and opens it by one secret", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(keeper("python", true)), {});
    const YAML::Node tmpl = YAML::Load(textOf(bundle, "template.yaml"));
    CHECK(tmpl["Parameters"]["NotesHost"]["Default"].as<std::string>() == "notes.shop.internal.example.com");
    CHECK(tmpl["Parameters"]["FilesSecretName"]["Default"].as<std::string>() == "shop/files");
    const YAML::Node function = tmpl["Resources"]["KeepFunction"]["Properties"];
    const YAML::Node variables = function["Environment"]["Variables"];
    CHECK(variables["NOTES_PORT"].as<std::string>() == "27017");
    CHECK(variables["FILES_PORT"].as<std::string>() == "8333");
    CHECK(variables["FILES_BUCKET"].as<std::string>() == "shop-files");
    std::vector<std::string> secrets;
    for (const YAML::Node& policy : function["Policies"]) {
        if (const YAML::Node given = policy["AWSSecretsManagerGetSecretValuePolicy"]) {
            secrets.push_back(given["SecretArn"].as<std::string>());
        }
    }
    REQUIRE(secrets.size() == 2);
    CHECK(secrets[0].ends_with(":secret:${FilesSecretName}-??????") !=
          secrets[1].ends_with(":secret:${FilesSecretName}-??????"));
}

TEST_CASE("a store whose protocol the language of a function does not speak is told and left out", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(shopIn("dotnet", Host::Kubernetes)), {});
    CHECK_FALSE(holds(textOf(bundle, "src/quote/Connections.cs"), "NOTES_"));
    int told = 0;
    for (const ExportNote& note : bundle->notes) {
        told +=
            holds(note.message, "'notes' runs in the cluster and speaks a protocol for which functions in C# on .NET "
                                "10 get no client")
                ? 1
                : 0;
    }
    CHECK(told == 1);
}

TEST_CASE("a store of the core that speaks HTTP is reached at the port of its pods", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(shopIn("python", Host::Kubernetes)), {});
    const YAML::Node parameters = YAML::Load(textOf(bundle, "template.yaml"))["Parameters"];
    CHECK(parameters["VectorsUrl"]["Default"].as<std::string>() == "http://vectors.shop.internal.example.com:6333");
}
