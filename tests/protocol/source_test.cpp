#include "maintien/protocol/source.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(RuleSource, TextIsReadInTheLanguageAskedFor) {
    constexpr Text title{"Entretien de qualification", "Qualification interview"};
    static_assert(in_language(title, Language::fr) == "Entretien de qualification");
    EXPECT_EQ(in_language(title, Language::en), "Qualification interview");
}

}  // namespace
