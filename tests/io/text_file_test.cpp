#include "maintien/io/text_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <stdexcept>

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

TEST_F(TextFile, InMemoryItIsItsText) { EXPECT_EQ(read_whole({"x", "text"}), "text"); }

}  // namespace
