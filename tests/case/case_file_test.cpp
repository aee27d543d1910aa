#include "maintien/case/case_file.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(CaseFile, HoldsWhatTheRulesForbidInTheOrderItCame) {
    const CaseFile file{{"c1"}, {}, {{.on = make_day(2024, 2, 1), .fact = OutcomeRecord{}}, {.on = make_day(2024, 1, 1), .fact = EntryIntoCell{}}}};
    ASSERT_EQ(file.entries.size(), 2u);
    EXPECT_EQ(event_of(file.entries[0]), Event::outcome) << "nothing is sorted, nothing is judged";
    EXPECT_FALSE(known(file.service));
}

}  // namespace
