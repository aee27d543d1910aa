#include "maintien/vocabulary/code_set.hpp"

#include <gtest/gtest.h>

#include "maintien/vocabulary/event.hpp"
#include "maintien/vocabulary/outcome.hpp"

namespace {

using namespace maintien;

static_assert(CodeSet<Outcome>{Outcome::death, Outcome::retirement}.contains(Outcome::death));

TEST(CodeSet, HoldsExactlyTheCodesItWasGiven) {
    const CodeSet<Outcome> endings{Outcome::death, Outcome::retirement, Outcome::transferred};
    for (const auto& term : terms_of<Outcome>) {
        const bool given =
            term.value == Outcome::death || term.value == Outcome::retirement || term.value == Outcome::transferred;
        EXPECT_EQ(endings.contains(term.value), given) << term.code;
    }
}

TEST(CodeSet, OfNothingHoldsNothingAndOfAllHoldsAll) {
    for (const auto& term : terms_of<Event>) {
        EXPECT_FALSE(CodeSet<Event>{}.contains(term.value)) << term.code;
        EXPECT_TRUE(all_codes<Event>().contains(term.value)) << term.code;
    }
}

TEST(CodeSet, OfTwoSetsHoldsTheCodesOfBoth) {
    const CodeSet<Event> both = CodeSet<Event>{Event::entry} | CodeSet<Event>{Event::refusal};
    EXPECT_EQ(both, (CodeSet<Event>{Event::refusal, Event::entry, Event::entry}));
}

}  // namespace
