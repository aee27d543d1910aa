#include "maintien/vocabulary/code_list.hpp"

#include <gtest/gtest.h>

namespace maintien {

/// A closed list of two codes, with one column beside the words.
enum class Signal : std::uint8_t { red, green };

/// A line of that list.
struct SignalTerm : Term<Signal> {
    bool goes;
};

template <>
inline constexpr std::string_view list_name_of<Signal> = "signal";

template <>
inline constexpr auto terms_of<Signal> = std::to_array<SignalTerm>({
    {{Signal::red, "red", "rouge", "red"}, false},
    {{Signal::green, "green", "vert", "green"}, true},
});

}  // namespace maintien

namespace {

using namespace maintien;

enum class Unlisted : std::uint8_t { one };

static_assert(ClosedList<Signal>);
static_assert(!ClosedList<Unlisted>);
static_assert(!ClosedList<int>);
static_assert(count_of<Signal> == 2);
static_assert(from_code<Signal>("green") == Signal::green, "lookup works at compile time");

TEST(CodeList, GivesACodeItsSpellingItsWordsAndItsColumns) {
    EXPECT_EQ(code_of(Signal::green), "green");
    EXPECT_EQ(label_of(Signal::green, Language::fr), "vert");
    EXPECT_EQ(label_of(Signal::green, Language::en), "green");
    EXPECT_EQ(index_of(Signal::green), 1U);
    EXPECT_TRUE(term_of(Signal::green).goes);
    EXPECT_EQ(list_name_of<Signal>, "signal");
}

TEST(CodeList, ReadsOnlyTheExactSpelling) {
    EXPECT_EQ(from_code<Signal>("red"), Signal::red);
    for (const std::string_view text : {"", "Red", "RED", " red", "red ", "re", "redd", "rouge", "blue"})
        EXPECT_EQ(from_code<Signal>(text), std::nullopt) << text;
}

using Two = std::array<Term<Signal>, 2>;

TEST(CodeList, IsWellFormedInTheOrderOfItsEnumeration) {
    EXPECT_TRUE(well_formed(terms_of<Signal>));
    EXPECT_FALSE(well_formed(Two{{{Signal::green, "green", "vert", "green"}, {Signal::red, "red", "rouge", "red"}}}));
}

TEST(CodeList, IsIllFormedWithACodeTwice) {
    EXPECT_FALSE(well_formed(Two{{{Signal::red, "red", "rouge", "red"}, {Signal::green, "red", "vert", "green"}}}));
}

TEST(CodeList, IsIllFormedWithAnEmptyWord) {
    EXPECT_FALSE(well_formed(Two{{{Signal::red, "", "rouge", "red"}, {Signal::green, "green", "vert", "green"}}}));
    EXPECT_FALSE(well_formed(Two{{{Signal::red, "red", "", "red"}, {Signal::green, "green", "vert", "green"}}}));
    EXPECT_FALSE(well_formed(Two{{{Signal::red, "red", "rouge", ""}, {Signal::green, "green", "vert", "green"}}}));
}

}  // namespace
