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

TEST_CASE("functions in Python and TypeScript keep documents and objects in stores of the core", "[sam][languages]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("notes", "document-database")
        .service("files", "object-storage", Host::Kubernetes)
        .service("keep", "http-api", Host::Function, {{"runtime", std::string("python")}})
        .service("show", "http-api", Host::Function, {{"runtime", std::string("nodejs")}})
        .data("keep", "notes", 1)
        .data("keep", "files", 1)
        .data("show", "notes", 1)
        .data("show", "files", 1);
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(builder.design), {});

    CHECK(holds(textOf(bundle, "src/keep/requirements.txt"), "pymongo>="));
    const std::string python = textOf(bundle, "src/keep/connections.py");
    CHECK(holds(python, R"(collection("NOTES", "notes_items", 5).replace_one()"));
    CHECK(holds(python, R"(store("FILES", 5, 0), os.environ["FILES_BUCKET"])"));

    CHECK(holds(textOf(bundle, "src/show/package.json"), R"("mongodb": "^7)"));
    CHECK(holds(textOf(bundle, "src/show/package.json"), R"("@aws-sdk/client-s3")"));
    const std::string typescript = textOf(bundle, "src/show/connections.ts");
    CHECK(holds(typescript, R"(await collection("NOTES", "notes_items", 5))"));
    CHECK(holds(typescript, R"(await store("FILES", 5, 0))"));
    CHECK_FALSE(holds(typescript, "new S3Client({}))"));  // its client is the store's, not that of AWS

    const YAML::Node tmpl = YAML::Load(textOf(bundle, "template.yaml"));
    CHECK(tmpl["Parameters"]["NotesHost"]["Default"].as<std::string>() == "notes.shop.internal.example.com");
    CHECK(tmpl["Parameters"]["FilesSecretName"]["Default"].as<std::string>() == "shop/files");
    const YAML::Node variables = tmpl["Resources"]["KeepFunction"]["Properties"]["Environment"]["Variables"];
    CHECK(variables["NOTES_PORT"].as<std::string>() == "27017");
    CHECK(variables["FILES_PORT"].as<std::string>() == "8333");
    CHECK(variables["FILES_BUCKET"].as<std::string>() == "shop-files");
}

TEST_CASE("a connection that only reads brings back a document and the bytes of an object", "[sam][languages]") {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("notes", "document-database")
        .service("files", "object-storage", Host::Kubernetes)
        .service("keep", "http-api", Host::Function, {{"runtime", std::string("python")}})
        .service("show", "http-api", Host::Function, {{"runtime", std::string("nodejs")}})
        .data("keep", "notes", 1, {{"writes", false}})
        .data("keep", "files", 1, {{"writes", false}})
        .data("show", "notes", 1, {{"writes", false}})
        .data("show", "files", 1, {{"writes", false}});
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(builder.design), {});
    CHECK(holds(textOf(bundle, "src/keep/connections.py"), "find_one(filter="));
    CHECK(holds(textOf(bundle, "src/keep/work.py"), R"("notes": from_notes, "files_bytes": len(from_files))"));
    CHECK(holds(textOf(bundle, "src/show/connections.ts"), "new GetObjectCommand({"));
    CHECK_FALSE(holds(textOf(bundle, "src/show/connections.ts"), "CreateBucketCommand"));
    CHECK(holds(textOf(bundle, "src/show/work.ts"), "notes: fromNotes, filesBytes: fromFiles.length"));
}

TEST_CASE("a store whose protocol the language of a function does not speak is told and left out", "[sam]") {
    const Result<ExportBundle> bundle = buildSam(shippedAnalysis(shopIn("java", Host::Kubernetes)), {});
    CHECK_FALSE(holds(textOf(bundle, "src/quote/src/main/java/edge/Connections.java"), "NOTES_"));
    int told = 0;
    for (const ExportNote& note : bundle->notes) {
        told += holds(note.message, "'notes' runs in the cluster and speaks a protocol for which functions in Java 21 "
                                    "get no client")
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
