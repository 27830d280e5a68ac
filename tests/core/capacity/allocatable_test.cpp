// SPDX-License-Identifier: Apache-2.0
#include "core/capacity/allocatable.h"

#include "core/capacity/autoscaler.h"
#include "tests/support/catch.h"

#include <yaml-cpp/yaml.h>

#include <string>

using namespace tideline;

TEST_CASE("allocatable room of EKS is that of 682 published machines") {
    const YAML::Node rows = YAML::LoadFile(TIDELINE_TEST_DATA "/data/reference/eks_allocatable.json")["rows"];
    REQUIRE(rows.size() == 682);
    for (const YAML::Node& row : rows) {
        const std::string type = row["type"].as<std::string>();
        const Machine machine{.vcpu = row["vcpu"].as<double>(),
                              .memoryMib = row["mem_mib"].as<double>(),
                              .isArm = row["arch"].as<std::string>() == "arm64"};
        const Allocatable room = eksAllocatable(machine, row["enis"].as<double>(), row["ipv4_per_eni"].as<double>());
        const Allocatable expected{.cpuMillis = std::stod(row["alloc_cpu"].as<std::string>()),
                                   .memoryMib = std::stod(row["alloc_mem"].as<std::string>()),
                                   .maxPods = row["max_pods"].as<double>()};
        if (!(room == expected)) {
            FAIL_CHECK(type << ": " << room.cpuMillis << "m " << room.memoryMib << "Mi " << room.maxPods
                            << " pods, published " << expected.cpuMillis << "m " << expected.memoryMib << "Mi "
                            << expected.maxPods);
        }
    }
}

TEST_CASE("GKE keeps 9.8577 of 150 GiB") {
    const Allocatable room = gkeAllocatable({.vcpu = 4, .memoryMib = 150 * 1024});
    CHECK(room.memoryMib / 1024 == Approx(140.1423).margin(5e-5));
    CHECK(room.cpuMillis == 3920);
    CHECK(room.maxPods == 110);
    CHECK(gkeAllocatable({.vcpu = 1, .memoryMib = 600}).memoryMib == 600 - 255 - 100);
    CHECK(gkeAllocatable({.vcpu = 2, .memoryMib = 8192}, 500).maxPods == 256);
}

TEST_CASE("AKS keeps 20 MB a pod up to a quarter of the memory") {
    const Allocatable eight = aksAllocatable({.vcpu = 2, .memoryMib = 8000}, 30);
    CHECK(8000 - eight.memoryMib - 100 == 650);
    CHECK(eight.cpuMillis == 1900);
    const Allocatable four = aksAllocatable({.vcpu = 4, .memoryMib = 4000}, 70);
    CHECK(4000 - four.memoryMib - 100 == 1000);
    CHECK(four.cpuMillis == 3860);
    for (const auto& [cores, millis] :
         {std::pair{1, 60}, {2, 100}, {4, 140}, {8, 180}, {16, 260}, {32, 420}, {64, 740}}) {
        CHECK(aksReservedMillis(cores) == millis);
    }
}

TEST_CASE("an autoscaler leaves pods alone within a tenth of its target") {
    CHECK(podsByAutoscaler(10, 0.77, 0.7, 3, 0) == 10);  // exactly a tenth
    CHECK(podsByAutoscaler(10, 0.78, 0.7, 3, 0) == 12);
    CHECK(podsByAutoscaler(10, 0.63, 0.7, 3, 0) == 10);
    CHECK(podsByAutoscaler(10, 0.6, 0.7, 3, 0) == 9);
    CHECK(podsByAutoscaler(10, 0.01, 0.7, 3, 0) == 3);
    CHECK(podsByAutoscaler(10, 7, 0.7, 3, 40) == 40);
}

TEST_CASE("KEDA starts no more readers than a topic has partitions", "[T13]") {
    CHECK(podsByKeda({.threshold = 10, .partitions = 12}, 1000, 0, 100) == 12);
    CHECK(podsByKeda({.threshold = 10, .partitions = 12, .allowsIdle = true}, 1000, 0, 100) == 100);
    CHECK(podsByKeda({.threshold = 10}, 95, 0, 100) == 10);
    CHECK(podsByKeda({.threshold = 10}, 1, 0, 100) == 1);
    CHECK(podsByKeda({.threshold = 10, .activation = 5}, 5, 0, 100) == 0);
    CHECK(podsByKeda({.threshold = 10, .activation = 5}, 5, 2, 100) == 2);
}
