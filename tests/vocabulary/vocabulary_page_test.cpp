#include "support/vocabulary_page.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace maintien;

/// The text of a file of the project.
std::string text_of(const std::string& path) {
    std::ifstream file{std::string{MAINTIEN_SOURCE_DIR} + "/" + path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(VocabularyPage, IsWhatTheTablesSay) {
    EXPECT_EQ(text_of("docs/vocabulary.md"), maintien::test::vocabulary_page())
        << "write docs/vocabulary.md again with tests/support/write_vocabulary.cpp";
}

TEST(VocabularyPage, SaysWhatEachListIs) {
    for_each_closed_list([]<ClosedList Code>() {
        EXPECT_FALSE(maintien::test::note_of(list_name_of<Code>).empty()) << list_name_of<Code>;
    });
    EXPECT_EQ(maintien::test::list_notes.size(), ClosedLists::count);
}

}  // namespace
