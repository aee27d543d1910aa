#include "maintien/case/case_key.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(CaseKey, TellsTheSameNumberOfTwoServicesApart) {
    EXPECT_NE((CaseKey{"north", "1"}), (CaseKey{"south", "1"}));
    EXPECT_NE((CaseKey{"", "1"}), (CaseKey{"north", "1"}));
    EXPECT_EQ((CaseKey{"north", "1"}), (CaseKey{"north", "1"}));
}

TEST(CaseKey, SortsByServiceThenByNumberAsText) {
    EXPECT_LT((CaseKey{"north", "9"}), (CaseKey{"south", "1"}));
    EXPECT_LT((CaseKey{"north", "10"}), (CaseKey{"north", "9"}));
    EXPECT_LT((CaseKey{"", "9"}), (CaseKey{"north", "1"}));
}

}  // namespace
