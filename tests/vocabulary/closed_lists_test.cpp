#include "maintien/vocabulary/closed_lists.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <set>
#include <string_view>

#include "support/closed_list_expectations.hpp"

namespace {

using namespace maintien;

TEST(ClosedLists, AreWalkedOnceEach) {
    std::set<std::string_view> names;
    std::size_t walked = 0;
    for_each_closed_list([&]<ClosedList Code>() {
        names.insert(list_name_of<Code>);
        ++walked;
    });
    EXPECT_EQ(walked, ClosedLists::count);
    EXPECT_EQ(names.size(), walked) << "two lists have one name";
    EXPECT_FALSE(names.contains(""));
}

TEST(ClosedLists, AllKeepTheirPromises) {
    for_each_closed_list([]<ClosedList Code>() {
        SCOPED_TRACE(list_name_of<Code>);
        EXPECT_TRUE(well_formed(terms_of<Code>));
        maintien::test::expect_strict_lookup<Code>();
        maintien::test::expect_one_spelling<Code>();
        maintien::test::expect_distinct_labels<Code>();
    });
}

}  // namespace
