#include "maintien/vocabulary/list_note.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/closed_lists.hpp"

namespace {

using namespace maintien;

TEST(ListNote, EveryClosedListHasOneThatIsASentence) {
    for_each_closed_list([]<ClosedList Code>() { EXPECT_TRUE(note_of(list_name_of<Code>).ends_with('.')) << list_name_of<Code>; });
    EXPECT_EQ(list_notes.size(), ClosedLists::count);
}

TEST(ListNote, NothingIsSaidOfAnotherName) {
    EXPECT_EQ(note_of("origin"), "The occasion of a referral.");
    EXPECT_EQ(note_of("origins"), "");
}

}  // namespace
