#include "maintien/pathway/entry_mark.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>

#include "support/arbitrary_entry.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

RC_GTEST_PROP(EntryMark, IsTheMarkOfTheEntrysNumbersForEveryEvent, ()) {
    for (const auto& event : terms_of<Event>) {
        const Entry entry = any_entry(event.value);
        NamePool names;
        const auto numbers = packed(entry, names);
        const Mark typed = mark_of(entry), read = mark_of(view_of(numbers));
        RC_ASSERT(std::memcmp(&typed, &read, sizeof(Mark)) == 0);
    }
}

TEST(EntryMark, KnowsWhetherTheEntrySpeaksOfTheCase) {
    Entry visit{.on = make_day(2024, 1, 1), .fact = Visit{}};
    EXPECT_FALSE(has(mark_of(visit), about_the_case));
    visit.about.worker.text = "w1";
    EXPECT_TRUE(has(mark_of(visit), about_the_case));
}

}  // namespace
