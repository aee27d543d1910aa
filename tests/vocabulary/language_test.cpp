#include "maintien/vocabulary/language.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/channel.hpp"

namespace {

using namespace maintien;

TEST(Language, ChoosesTheWordsOfALabel) {
    EXPECT_EQ(label_of(Channel::letter, Language::fr), "courrier");
    EXPECT_EQ(label_of(Channel::letter, Language::en), "letter");
}

}  // namespace
