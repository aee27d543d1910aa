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

TEST(VocabularyPage, SaysNothingOfListsThatAreNot) {
    for (const auto& place : maintien::test::places_in_documents) EXPECT_FALSE(note_of(place.list).empty()) << place.list;
}

}  // namespace
