// SPDX-License-Identifier: Apache-2.0
#include "core/disk/disk.h"
#include "core/disk/disk_error.h"
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

#include <sys/stat.h>

#include <cerrno>

using namespace tideline;
using namespace tideline::test;

TEST_CASE("a saved text is read back byte for byte and leaves no temporary file") {
    const TemporaryFolder folder;
    const std::string text = "{\n  \"title\": \"Ümläute\"\n}\n";
    REQUIRE(realDisk().write(folder.file("plan.tideline"), text));
    CHECK(realDisk().read(folder.file("plan.tideline"), 1000).value() == text);
    CHECK(realDisk().list(folder.path().string()) == std::vector<std::string>{"plan.tideline"});
}

TEST_CASE("saving keeps the permissions of the file") {
    const TemporaryFolder folder;
    const std::string file = folder.write("plan.tideline", "old");
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    REQUIRE(realDisk().write(file, "new"));
    struct stat after {};
    REQUIRE(::stat(file.c_str(), &after) == 0);
    CHECK((after.st_mode & 07777) == 0640);
}

TEST_CASE("saving never goes through a link or over a folder") {
    const TemporaryFolder folder;
    const std::string target = folder.write("real.tideline", "mine");
    std::filesystem::create_symlink(target, folder.path() / "link.tideline");
    const Result<void> linked = realDisk().write(folder.file("link.tideline"), "other");
    REQUIRE_FALSE(linked);
    CHECK(linked.error().message == "this is a link; name the file that it leads to");
    CHECK(linked.error().where == folder.file("link.tideline"));
    CHECK(folder.read("real.tideline") == "mine");
    std::filesystem::create_directory(folder.path() / "folder");
    CHECK_FALSE(realDisk().write(folder.file("folder"), "text"));
}

TEST_CASE("a save that the file system refuses leaves the old text and nothing else") {
    const TemporaryFolder folder;
    const Result<void> refused = realDisk().write(folder.file("missing/plan.tideline"), "text");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "its folder does not exist; make it first, or save elsewhere");
    CHECK(realDisk().list(folder.path().string()).empty());
}

TEST_CASE("a full disk is reported as full with the old text intact") {
    if (!realDisk().exists("/dev/full")) {
        SUCCEED("this system has no /dev/full");
        return;
    }
    CHECK_FALSE(realDisk().write("/dev/full", "text"));
    const Error error = writeError("/dev/full", ENOSPC, 12'000);
    CHECK(error.message.starts_with("the disk is full: 12 KB needed, "));
    CHECK(error.message.ends_with(" free; the last saved version is intact"));
}

TEST_CASE("reading stops at the limit and says both sizes") {
    const TemporaryFolder folder;
    const std::string file = folder.write("big.yaml", std::string(2500, 'a'));
    const Result<std::string> refused = realDisk().read(file, 1000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "the file is 2.5 KB; at most 1.0 KB are read");
}

TEST_CASE("what cannot be read is named with what to do") {
    const TemporaryFolder folder;
    CHECK(realDisk().read(folder.file("none"), 10).error().message ==
          "there is no such file; check the name and the folder");
    CHECK(realDisk().read(folder.path().string(), 10).error().message == "this is a folder; name a file in it");
    CHECK(realDisk().read("/dev/null", 10).error().message == "this is no ordinary file; name a file on a disk");
}
