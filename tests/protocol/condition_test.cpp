#include "maintien/protocol/condition.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/decision.hpp"

namespace {

using namespace maintien;

TEST(Condition, NamesTheCodesAnAttributeMayHave) {
    const auto turned_away = when(Attribute::decision, CodeSet<Decision>{Decision::redirected, Decision::not_eligible});
    ASSERT_EQ(turned_away.size(), 1u);
    EXPECT_EQ(turned_away[0], (Clause{Attribute::decision, 0b1100}));
}

TEST(Condition, TakesFalseAsTheFirstCodeAndTrueAsTheSecond) {
    EXPECT_EQ(when(Attribute::incoming, false)[0].codes, 0b01u);
    EXPECT_EQ(when(Attribute::incoming, true)[0].codes, 0b10u);
}

TEST(Condition, IsAboutEveryVariantWithoutAClause) { EXPECT_TRUE(Condition{}.empty()); }

}  // namespace
