// SPDX-License-Identifier: Apache-2.0
#include "core/targets/export_settings.h"

#include "core/targets/cidr.h"
#include "tests/support/catch.h"

#include <set>

using namespace tideline;

namespace {

Error refused(const std::string& key, FieldValue value) {
    Design design;
    design.settings.exports[key] = std::move(value);
    const Result<ExportSettings> settings = exportSettingsOf(design);
    return settings ? Error{} : settings.error();
}

}  // namespace

TEST_CASE("every option says what it means and takes its own standard", "[targets]") {
    std::set<std::string_view> keys;
    for (const ExportOption& option : exportOptions()) {
        INFO(option.key);
        CHECK(keys.insert(option.key).second);
        CHECK(option.meaning.ends_with('.'));
        CHECK_FALSE(option.expected.empty());
        Design design;
        const std::string standard = standardText(option);
        if (standard.empty()) {
            continue;
        }
        FieldValue value = standard;
        if (std::holds_alternative<bool ExportSettings::*>(option.member)) {
            value = standard == "true";
        } else if (std::holds_alternative<int ExportSettings::*>(option.member)) {
            value = std::stod(standard);
        }
        design.settings.exports[std::string(option.key)] = value;
        CHECK(exportSettingsOf(design).value() == exportSettingsOf(Design{}).value());
    }
}

TEST_CASE("a setting that cannot stand is refused with what was expected", "[targets]") {
    CHECK(refused("account", std::string("12")) ==
          Error{"expected the twelve digits of an account, found '12'", "/settings/exports/account"});
    CHECK(refused("region", 3.0) == Error{"expected a region such as us-east-1, found 3", "/settings/exports/region"});
    CHECK(refused("vpcCidr", std::string("300.0.0.0/99")) ==
          Error{"expected a network of IPv4 whose last bits are zero, such as 10.0.0.0/16, found '300.0.0.0/99'",
                "/settings/exports/vpcCidr"});
    CHECK(refused("nodePort", 80.0) ==
          Error{"expected a whole number from 30000 to 32767, the range of node ports, found 80",
                "/settings/exports/nodePort"});
    CHECK(refused("nodePort", 30000.5).where == "/settings/exports/nodePort");
    CHECK(refused("nodePort", 32768.0).where == "/settings/exports/nodePort");
    CHECK(refused("nodePort", true).message.ends_with("found true"));
    CHECK(refused("nodePort", 30443.0) == Error{});
    for (const char* hours : {"08:00-08:00", "18:00-08:00", "8:00-18:00", "08:00-24:00", "08:60-18:00", "08:00"}) {
        INFO(hours);
        CHECK(refused("workingHours", std::string(hours)).where == "/settings/exports/workingHours");
    }
    CHECK(refused("workingHours", std::string("08:00-18:30")) == Error{});
    CHECK(refused("timeZone", std::string("europe; rm")).where == "/settings/exports/timeZone");
    CHECK(refused("otlpBackend", std::string("tempo:4318")) ==
          Error{"expected an address such as http://tempo.observability.svc:4318, found 'tempo:4318'",
                "/settings/exports/otlpBackend"});
    CHECK(refused("kyverno", std::string("yes")) ==
          Error{"expected true or false, found 'yes'", "/settings/exports/kyverno"});
    CHECK(refused("samAuthorizer", std::string("none")) ==
          Error{"expected one of iam, jwt, found 'none'", "/settings/exports/samAuthorizer"});
    CHECK(refused("somethingElse", 1.0) == Error{});
}

TEST_CASE("options of a platform follow the flavour of the cluster until a design says otherwise", "[targets]") {
    Design design;
    design.settings.cluster.flavour = "eks-auto";
    CHECK(exportSettingsOf(design)->eksAutoNodes);
    CHECK_FALSE(exportSettingsOf(design)->k3s);
    design.settings.exports["eksAutoNodes"] = false;
    CHECK_FALSE(exportSettingsOf(design)->eksAutoNodes);
    design.settings.cluster.flavour = "k3s";
    CHECK(exportSettingsOf(design)->k3s);
}

TEST_CASE("networks are those that Kubernetes takes", "[targets]") {
    for (const char* good : {"10.0.0.0/8", "0.0.0.0/0", "192.168.4.0/22", "10.1.2.3/32"}) {
        INFO(good);
        CHECK(isNetwork(good));
    }
    for (const char* bad : {"", "10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "10.00.0.0/8", "256.0.0.0/8", "10.0.0/8",
                            "10.0.0.0/8 ", "a.0.0.0/8", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0.0/8"}) {
        INFO(bad);
        CHECK_FALSE(isNetwork(bad));
    }
}
