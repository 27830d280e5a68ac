// SPDX-License-Identifier: Apache-2.0
// What a person is told because manifests alone cannot bring it.
#include "core/export/kubernetes/kubernetes_exporter.h"
#include "core/export/terraform/terraform_exporter.h"
#include "core/figures/figures.h"
#include "tests/support/catch.h"
#include "tests/support/design_builder.h"
#include "tests/support/export_samples.h"
#include "tests/support/shipped_data.h"

using namespace tideline;
using namespace tideline::test;

namespace {

DesignBuilder shop(FieldValues storeFields) {
    DesignBuilder builder;
    builder.design.title = "Shop";
    builder.service("api")
        .service("orders", "relational-database", Host::Kubernetes, std::move(storeFields))
        .service("baskets", "cache", Host::Kubernetes, {{"persistent", true}})
        .service("mails", "message-queue", Host::Managed)
        .data("api", "orders", 1)
        .data("api", "baskets", 1)
        .send("api", "mails", 1);
    return builder;
}

/// GB-months on the bill.
double diskOf(const Bill& bill, const char* service) {
    double size = 0;
    for (const BillLine& line : bill.lines) {
        size += line.service == ServiceId{service} && line.meter == "volumeGbMonths" ? approximately(line.units) : 0;
    }
    return size;
}

}  // namespace

TEST_CASE("a store whose pods would not share data is exported once, and told", "[kubernetes]") {
    const ExportBundle three = buildKubernetes(shippedAnalysis(shop({{"replicasFixed", 3.0}}).design), {}).value();
    CHECK(tells(three, "'orders' is drawn with 3 copies"));
    CHECK(textOf(three, "base/orders.yaml").find("replicas: 1\n") != std::string::npos);
    const ExportBundle one = buildKubernetes(shippedAnalysis(shop({}).design), {}).value();
    CHECK_FALSE(tells(one, "is drawn with"));
}

TEST_CASE("a cache whose data survives writes them to a disk of its own, which is billed", "[kubernetes][cost]") {
    DesignBuilder builder = shop({});
    builder.service("sessions", "cache", Host::Kubernetes).data("api", "sessions", 1);
    const ExportBundle bundle = buildKubernetes(shippedAnalysis(builder.design), {}).value();
    const std::string cache = textOf(bundle, "base/baskets.yaml");
    CHECK(cache.find("appendonly yes") != std::string::npos);
    CHECK(cache.find("volumeClaimTemplates:") != std::string::npos);
    CHECK(cache.find("storage: \"4Gi\"") != std::string::npos);
    const Bill bill = billAt(builder.design, shippedCatalog(), shippedPrices(), 0);
    CHECK(diskOf(bill, "baskets") == 4);
    CHECK(diskOf(bill, "sessions") == 0);
}

TEST_CASE("clusters that know no Pod Identity are told of another way into AWS", "[kubernetes][bridge]") {
    for (const char* flavour : {"gke-standard", "aks", "k3s", "eks-fargate"}) {
        CAPTURE(flavour);
        DesignBuilder builder = shop({});
        builder.design.settings.cluster.flavour = flavour;
        const ExportBundle bundle = buildKubernetes(shippedAnalysis(builder.design), {}).value();
        CHECK(tells(bundle, "so 'api' get no role of AWS by it"));
        CHECK(textOf(bundle, "README.md").find("EKS Pod Identity Agent") == std::string::npos);
        CHECK(tells(buildTerraform(shippedAnalysis(builder.design), {}).value(), "make an OIDC provider of IAM"));
    }
    CHECK_FALSE(tells(buildKubernetes(shippedAnalysis(shop({}).design), {}).value(), "Pod Identity"));
}
