#include "maintien/io/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <vector>

#include "maintien/io/errors.hpp"

namespace {

using namespace maintien::io;
namespace fs = std::filesystem;

/// A folder of its own for each test.
class TextFile : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::path(testing::TempDir()) / ("text_file_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    std::string path(const std::string& name) const { return (folder / name).string(); }
    std::ptrdiff_t files() const { return std::distance(fs::directory_iterator(folder), {}); }

    fs::path folder;
};

TEST_F(TextFile, IsWrittenWhole) {
    write_whole(path("a.txt"), "é\r\n");
    EXPECT_EQ(read_whole({path("a.txt")}), "é\r\n");
    write_whole(path("a.txt"), [](std::ostream& out) { out << "second"; });
    EXPECT_EQ(read_whole({path("a.txt")}), "second");
    EXPECT_EQ(files(), 1);
}

TEST_F(TextFile, AnInterruptedWritingLeavesWhatWasThere) {
    write_whole(path("a.txt"), "first");
    EXPECT_THROW(write_whole(path("a.txt"), [](std::ostream& out) { out << "half", throw std::runtime_error("stop"); }), std::runtime_error);
    EXPECT_EQ(read_whole({path("a.txt")}), "first");
    EXPECT_EQ(files(), 1);
}

TEST_F(TextFile, WhatCannotBeWrittenOrReadIsADocumentError) {
    EXPECT_THROW(write_whole(path("no/such/folder.txt"), "x"), DocumentError);
    EXPECT_THROW(read_whole({path("missing")}), DocumentError);
    EXPECT_THROW(read_whole({folder.string()}), DocumentError);
}

TEST_F(TextFile, ALinkKeepsPointingWhereItDid) {
    write_whole(path("real.txt"), "old");
    fs::create_symlink(path("real.txt"), path("link.txt"));
    write_whole(path("link.txt"), "new");
    EXPECT_TRUE(fs::is_symlink(path("link.txt")));
    EXPECT_EQ(read_whole({path("real.txt")}), "new");
}

TEST_F(TextFile, ALinkToAFileThatIsNotThereYetIsFollowed) {
    fs::create_directory(path("sub"));
    fs::create_symlink("sub/second.txt", path("first.txt"));
    fs::create_symlink("../real.txt", path("sub/second.txt"));
    write_whole(path("first.txt"), "new");
    EXPECT_TRUE(fs::is_symlink(path("first.txt")));
    EXPECT_TRUE(fs::is_symlink(path("sub/second.txt")));
    EXPECT_FALSE(fs::is_symlink(path("real.txt")));
    EXPECT_EQ(read_whole({path("real.txt")}), "new");
}

TEST_F(TextFile, WhoMayReadTheFileThatIsReplacedMayReadTheNewOne) {
    const auto of_the_group = fs::perms::owner_read | fs::perms::group_read;
    for (const auto mode : {fs::perms::owner_read | fs::perms::owner_write, of_the_group | fs::perms::owner_write, of_the_group}) {
        write_whole(path("a.txt"), "old");
        fs::permissions(path("a.txt"), mode);
        write_whole(path("a.txt"), "new");
        EXPECT_EQ(read_whole({path("a.txt")}), "new");
        EXPECT_EQ(fs::status(path("a.txt")).permissions(), mode);
    }
}

TEST_F(TextFile, WhatReplacesAFileIsNotShownToOthersMeanwhile) {
    write_whole(path("a.txt"), "old");
    fs::permissions(path("a.txt"), fs::perms::owner_read | fs::perms::owner_write);
    write_whole(path("a.txt"), [&](std::ostream&) {
        EXPECT_EQ(files(), 2);
        for (const auto& file : fs::directory_iterator(folder)) EXPECT_EQ(file.status().permissions() & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    });
}

TEST_F(TextFile, SeveralAreWrittenTogetherOrNotAtAll) {
    const auto text = [](const char* content) { return [content](std::ostream& out) { out << content; }; };
    const std::vector<FileToWrite> good{{path("a.txt"), text("a")}, {path("b.txt"), text("b")}};
    write_all(good);
    EXPECT_EQ(read_whole({path("a.txt")}) + read_whole({path("b.txt")}), "ab");
    const std::vector<FileToWrite> bad{{path("a.txt"), text("new")}, {path("c.txt"), text("new")}, {path("no/folder.txt"), text("new")}};
    EXPECT_THROW(write_all(bad), DocumentError);
    EXPECT_EQ(read_whole({path("a.txt")}), "a");
    EXPECT_EQ(files(), 2);
}

TEST_F(TextFile, ADeviceThatTakesNothingLeavesTheOtherFilesUnwritten) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no such device here";
    const auto text = [](std::ostream& out) { out << "text"; };
    const std::vector<FileToWrite> files_of_a_run{{path("a.txt"), text}, {"/dev/full", text}};
    EXPECT_THROW(write_all(files_of_a_run), DocumentError);
    EXPECT_EQ(files(), 0);
}

TEST_F(TextFile, NamesOfOneFileAreToldApartFromOthers) {
    for (const auto* name : {"real.txt", "other.txt"}) write_whole(path(name), "same");
    fs::create_symlink("real.txt", path("link.txt"));
    fs::create_hard_link(path("real.txt"), path("hard.txt"));
    fs::create_symlink("later.txt", path("dangling.txt"));
    for (const auto* name : {"real.txt", "./real.txt", "link.txt", "hard.txt"}) EXPECT_TRUE(is_same_file(path("real.txt"), path(name))) << name;
    for (const auto* name : {"later.txt", "./later.txt", "dangling.txt"}) EXPECT_TRUE(is_same_file(path("later.txt"), path(name))) << name;
    for (const auto* name : {"other.txt", "later.txt", "dangling.txt", "none.txt"}) EXPECT_FALSE(is_same_file(path("real.txt"), path(name))) << name;
    EXPECT_FALSE(is_same_file(folder.string(), folder.string())) << "a folder, like a device, is no file to lose";
}

TEST_F(TextFile, InMemoryItIsItsText) { EXPECT_EQ(read_whole({"x", "text"}), "text"); }

}  // namespace
