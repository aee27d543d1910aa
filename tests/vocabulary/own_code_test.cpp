#include "maintien/vocabulary/own_code.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

TEST(OwnCode, IsWhatAnEventChieflySays) {
    EXPECT_EQ(code_attribute(Event::outcome), Attribute::outcome);
    EXPECT_EQ(code_attribute(Event::consent), Attribute::scope);
    EXPECT_EQ(code_attribute(Event::sick_leave), Attribute::leave_state);
    EXPECT_EQ(code_attribute(Event::employer_contact), Attribute::channel);
}

TEST(OwnCode, IsMissingFromEventsThatSayNothingMore) {
    for (const auto event : {Event::entry, Event::team_review, Event::resumption, Event::amendment})
        EXPECT_EQ(code_attribute(event), Attribute::by);
}

}  // namespace
