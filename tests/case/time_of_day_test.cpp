#include "maintien/case/time_of_day.hpp"

#include <gtest/gtest.h>

namespace {

using namespace maintien;

static_assert(parse_time("09:05") == TimeOfDay{545});

TEST(TimeOfDay, IsReadBackAsItWasWritten) {
    for (std::uint16_t minutes = 0; minutes < 24 * 60; ++minutes) EXPECT_EQ(parse_time(time_text({minutes})), TimeOfDay{minutes});
    EXPECT_EQ(time_text({0}), "00:00");
    EXPECT_EQ(time_text({1439}), "23:59");
}

TEST(TimeOfDay, IsRefusedWhenItIsNoTimeOrNotWrittenWithTwoDigitsEach) {
    for (const char* text : {"", "9:05", "09:5", "24:00", "23:60", "09h05", "09:05:00", " 09:05", "09:05 ", "-1:00", "+9:05", "ab:cd", "09:0x"})
        EXPECT_FALSE(parse_time(text)) << text;
}

TEST(TimeOfDay, ComesBeforeALaterOne) { EXPECT_LT(parse_time("09:59"), parse_time("10:00")); }

}  // namespace
