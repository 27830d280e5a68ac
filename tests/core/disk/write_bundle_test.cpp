// SPDX-License-Identifier: Apache-2.0
#include "core/disk/write_bundle.h"

#include "core/disk/disk.h"
#include "core/disk/sha256.h"
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <filesystem>

namespace tideline {

namespace {

using test::TemporaryFolder;

std::vector<TargetBundle> bundleOf(std::vector<ExportFile> files) {
    return {{.target = "helm", .bundle = {.files = std::move(files)}}};
}

const std::vector<ExportFile> kChart{{"shop/Chart.yaml", "name: shop\n"}, {"shop/values.yaml", "a: 1\n"}};

std::string outOf(const TemporaryFolder& folder) {
    return folder.file("out");
}

std::string refusalOf(const std::vector<TargetBundle>& bundles, const TemporaryFolder& folder) {
    const auto written = writeBundles(bundles, {.folder = outOf(folder)});
    if (written) {
        return "written";
    }
    std::string words = describe(written.error());
    const std::string root = folder.path().string() + "/";
    const std::size_t at = words.find(root);
    return at == std::string::npos ? words : words.erase(at, root.size());
}

/// "new helm/shop/Chart.yaml", "edited helm/shop/values.yaml > helm/shop/values.yaml.new".
std::vector<std::string> linesOf(const Result<BundlePlan>& plan) {
    REQUIRE(plan.has_value());
    std::vector<std::string> lines;
    for (const PlannedFile& file : plan->files) {
        lines.push_back(std::string(keyOf(file.state)) + " " + file.path +
                        (file.beside.empty() ? "" : " > " + file.beside));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a first export writes every file and records it", "[disk]") {
    const TemporaryFolder folder;
    const auto plan = writeBundles(bundleOf(kChart), {.folder = outOf(folder)});
    CHECK(linesOf(plan) == Lines{"new helm/shop/Chart.yaml", "new helm/shop/values.yaml"});
    CHECK(folder.read("out/helm/shop/values.yaml") == "a: 1\n");
    CHECK(folder.read("out/.tideline-export.json") ==
          "{\n  \"about\": \"Files that Tideline wrote here. Those that a person edits are kept by the next "
          "export.\",\n  \"format\": 1,\n  \"files\": [\n"
          "    {\"path\": \"helm/shop/Chart.yaml\", \"target\": \"helm\", \"version\": \"" TIDELINE_VERSION
          "\", \"sha256\": \"" +
              sha256("name: shop\n") +
              "\"},\n"
              "    {\"path\": \"helm/shop/values.yaml\", \"target\": \"helm\", \"version\": \"" TIDELINE_VERSION
              "\", \"sha256\": \"" +
              sha256("a: 1\n") + "\"}\n  ]\n}\n");
    CHECK(realDisk().list(outOf(folder)) == Lines{".tideline-export.json", "helm"});
}

TEST_CASE("hashes are those of sha256sum", "[disk]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a plan says what would be done and changes nothing", "[disk]") {
    const TemporaryFolder folder;
    CHECK(linesOf(planBundles(bundleOf(kChart), {.folder = outOf(folder)})) ==
          Lines{"new helm/shop/Chart.yaml", "new helm/shop/values.yaml"});
    CHECK_FALSE(realDisk().exists(outOf(folder)));
}

TEST_CASE("a second export changes what differs and takes away what is gone", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(bundleOf({{"a/old.yaml", "1\n"}, {"b.yaml", "1\n"}, {"c.yaml", "1\n"}}),
                         {.folder = outOf(folder)}));
    const auto plan =
        writeBundles(bundleOf({{"b.yaml", "2\n"}, {"c.yaml", "1\n"}, {"d.yaml", "1\n"}}), {.folder = outOf(folder)});
    CHECK(linesOf(plan) ==
          Lines{"removed helm/a/old.yaml", "changed helm/b.yaml", "same helm/c.yaml", "new helm/d.yaml"});
    CHECK(folder.read("out/helm/b.yaml") == "2\n");
    CHECK(realDisk().list(outOf(folder) + "/helm") == Lines{"b.yaml", "c.yaml", "d.yaml"});
    CHECK(folder.read("out/.tideline-export.json").find("old.yaml") == std::string::npos);
}

TEST_CASE("an export that changes nothing leaves every file untouched", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(bundleOf(kChart), {.folder = outOf(folder)}));
    const auto before = std::filesystem::last_write_time(outOf(folder) + "/.tideline-export.json");
    CHECK(linesOf(writeBundles(bundleOf(kChart), {.folder = outOf(folder)})) ==
          Lines{"same helm/shop/Chart.yaml", "same helm/shop/values.yaml"});
    CHECK(std::filesystem::last_write_time(outOf(folder) + "/.tideline-export.json") == before);
}

TEST_CASE("a file that a person edited is kept and ours stands beside it", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(bundleOf(kChart), {.folder = outOf(folder)}));
    folder.write("out/helm/shop/values.yaml", "a: 42\n");
    const auto next = bundleOf({{"shop/Chart.yaml", "name: shop\n"}, {"shop/values.yaml", "a: 2\n"}});
    CHECK(linesOf(writeBundles(next, {.folder = outOf(folder)})) ==
          Lines{"same helm/shop/Chart.yaml", "edited helm/shop/values.yaml > helm/shop/values.yaml.new"});
    CHECK(folder.read("out/helm/shop/values.yaml") == "a: 42\n");
    CHECK(folder.read("out/helm/shop/values.yaml.new") == "a: 2\n");

    SECTION("the next export says so again and writes no third file") {
        CHECK(linesOf(writeBundles(next, {.folder = outOf(folder)})).back() ==
              "edited helm/shop/values.yaml > helm/shop/values.yaml.new");
        CHECK(realDisk().list(outOf(folder) + "/helm/shop") == Lines{"Chart.yaml", "values.yaml", "values.yaml.new"});
    }
    SECTION("a person who takes ours over has no edited file any more") {
        REQUIRE(
            realDisk().move(outOf(folder) + "/helm/shop/values.yaml.new", outOf(folder) + "/helm/shop/values.yaml"));
        CHECK(linesOf(writeBundles(bundleOf({{"shop/values.yaml", "a: 3\n"}}), {.folder = outOf(folder)})) ==
              Lines{"removed helm/shop/Chart.yaml", "changed helm/shop/values.yaml"});
    }
    SECTION("one who edits ours as well loses nothing") {
        folder.write("out/helm/shop/values.yaml.new", "mine\n");
        CHECK(linesOf(writeBundles(next, {.folder = outOf(folder)}))[1] ==
              "edited helm/shop/values.yaml > helm/shop/values.yaml.new2");
        CHECK(folder.read("out/helm/shop/values.yaml.new") == "mine\n");
    }
}

TEST_CASE("replacing moves what a person edited to a backup", "[disk]") {
    const TemporaryFolder folder;
    folder.write("out/keep.txt", "x");
    std::filesystem::create_directories(outOf(folder) + "/helm/shop");
    folder.write("out/helm/shop/values.yaml", "theirs\n");
    const BundlePlace place{.folder = outOf(folder), .edited = EditedFiles::Replace};
    CHECK(linesOf(writeBundles(bundleOf(kChart), place)).back() ==
          "edited helm/shop/values.yaml > helm/shop/values.yaml.bak");
    CHECK(folder.read("out/helm/shop/values.yaml") == "a: 1\n");
    CHECK(folder.read("out/helm/shop/values.yaml.bak") == "theirs\n");

    folder.write("out/helm/shop/values.yaml", "theirs again\n");
    CHECK(linesOf(writeBundles(bundleOf(kChart), place)).back() ==
          "edited helm/shop/values.yaml > helm/shop/values.yaml.bak2");
    CHECK(folder.read("out/helm/shop/values.yaml.bak") == "theirs\n");
}

TEST_CASE("an edited file that no longer belongs stays", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(bundleOf(kChart), {.folder = outOf(folder)}));
    folder.write("out/helm/shop/values.yaml", "mine\n");
    CHECK(linesOf(writeBundles(bundleOf({{"shop/Chart.yaml", "name: shop\n"}}), {.folder = outOf(folder)})) ==
          Lines{"same helm/shop/Chart.yaml", "kept helm/shop/values.yaml"});
    CHECK(folder.read("out/helm/shop/values.yaml") == "mine\n");
}

TEST_CASE("other targets and other people's files are left alone", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(std::vector<TargetBundle>{{.target = "sam", .bundle = {.files = {{"template.yaml", "t\n"}}}}},
                         {.folder = outOf(folder)}));
    folder.write("out/notes.txt", "mine");
    REQUIRE(writeBundles(bundleOf(kChart), {.folder = outOf(folder)}));
    CHECK(folder.read("out/sam/template.yaml") == "t\n");
    CHECK(folder.read("out/notes.txt") == "mine");
    CHECK(folder.read("out/.tideline-export.json").find("sam/template.yaml") != std::string::npos);
}

TEST_CASE("nothing is written through a link", "[disk]") {
    const TemporaryFolder folder;
    const std::string outside = folder.write("bashrc", "precious");
    std::filesystem::create_directories(outOf(folder) + "/helm/shop");

    SECTION("in place of a file") {
        std::filesystem::create_symlink(outside, outOf(folder) + "/helm/shop/Chart.yaml");
        CHECK(refusalOf(bundleOf(kChart), folder) == "out/helm/shop/Chart.yaml: this is a link; nothing was written");
    }
    SECTION("in place of a folder on the way") {
        std::filesystem::remove(outOf(folder) + "/helm/shop");
        std::filesystem::create_directory_symlink(folder.path(), outOf(folder) + "/helm/shop");
        CHECK(refusalOf(bundleOf(kChart), folder) == "out/helm/shop: this is a link; nothing was written");
    }
    SECTION("in place of the record") {
        std::filesystem::create_symlink(outside, outOf(folder) + "/.tideline-export.json");
        CHECK(refusalOf(bundleOf(kChart), folder) == "out/.tideline-export.json: this is a link; nothing was written");
    }
    SECTION("in place of the folder itself") {
        std::filesystem::remove_all(outOf(folder));
        std::filesystem::create_directory_symlink(folder.path(), outOf(folder));
        CHECK(refusalOf(bundleOf(kChart), folder) == "out: this is a link; nothing was written");
    }
    CHECK(folder.read("bashrc") == "precious");
    CHECK_FALSE(realDisk().exists(outOf(folder) + "/helm/shop/values.yaml"));
}

TEST_CASE("what stands in the way of an export is named", "[disk]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(outOf(folder) + "/helm/shop/Chart.yaml");
    CHECK(refusalOf(bundleOf(kChart), folder) == "out/helm/shop/Chart.yaml: this is a folder; nothing was written");
    std::filesystem::remove_all(outOf(folder) + "/helm");
    folder.write("out/helm", "a file");
    CHECK(refusalOf(bundleOf(kChart), folder) == "out/helm: this is no folder; nothing was written");
    std::filesystem::remove_all(outOf(folder));
    folder.write("out", "a file");
    CHECK(refusalOf(bundleOf(kChart), folder) == "out: this is no folder; nothing was written");
}

TEST_CASE("a path that would not stay below its folder is refused", "[disk]") {
    const TemporaryFolder folder;
    const auto path = GENERATE(std::string("../x"), "/abs", "a//b", "", "a/", ".git/config", "a/..", "nul.yaml", "COM1",
                               "-rf", "a.", "a b", "\xe8\xae\xa2", std::string(101, 'a'));
    CHECK(refusalOf(bundleOf({{path, "x"}}), folder).find("cannot be a file of an export") != std::string::npos);
    CHECK_FALSE(realDisk().exists(outOf(folder)));
}

TEST_CASE("two files that differ in capitals only are refused", "[disk]") {
    const TemporaryFolder folder;
    CHECK(refusalOf(bundleOf({{"a.yaml", "1"}, {"A.yaml", "2"}}), folder) ==
          "'helm/a.yaml' and 'helm/A.yaml' are one file where capitals do not count; nothing was written");
}

TEST_CASE("a damaged record stops the export", "[disk]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(outOf(folder));
    folder.write("out/.tideline-export.json", "{\"format\": 1, \"files\": [{\"path\": \"../x\", \"target\": \"..\", "
                                              "\"version\": \"1\", \"sha256\": \"0\"}]}");
    CHECK(
        refusalOf(bundleOf(kChart), folder) ==
        "out/.tideline-export.json: the record of the last export is damaged ('../x' cannot be a file of an export; "
        "its parts are letters, digits, '.', '_' and '-', at most 100 characters each); nothing was written, so bring "
        "it back or move it away");
    CHECK_FALSE(realDisk().exists(outOf(folder) + "/helm"));
}

TEST_CASE("an export that fails half way leaves everything as it was", "[disk]") {
    const TemporaryFolder folder;
    REQUIRE(writeBundles(bundleOf({{"a.yaml", "1\n"}, {"b.yaml", "1\n"}}), {.folder = outOf(folder)}));
    const std::string record = folder.read("out/.tideline-export.json");
    // The path is legal, but no folder can be made where a file of the same export already stands.
    const auto broken = bundleOf({{"a.yaml", "2\n"}, {"c.yaml", "2\n"}, {"c.yaml/x.yaml", "2\n"}});
    CHECK(refusalOf(broken, folder).ends_with("; nothing was written"));
    CHECK(folder.read("out/helm/a.yaml") == "1\n");
    CHECK(folder.read("out/helm/b.yaml") == "1\n");
    CHECK(folder.read("out/.tideline-export.json") == record);
    CHECK(realDisk().list(outOf(folder)) == Lines{".tideline-export.json", "helm"});
    CHECK(realDisk().list(outOf(folder) + "/helm") == Lines{"a.yaml", "b.yaml"});
}

}  // namespace tideline
