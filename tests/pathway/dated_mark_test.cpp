#include "maintien/pathway/dated_mark.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "support/arbitrary_entry.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// The places of entries in their file, in canonical order.
std::vector<std::uint32_t> order_of(const std::vector<Entry>& entries) {
    const History history = history_of(file_of(entries), mask_of(far_away, no_day));
    std::vector<std::uint32_t> places;
    for (const auto& mark : history.marks) places.push_back(mark.at.place);
    return places;
}

using Places = std::vector<std::uint32_t>;

TEST(DatedMark, ComesByDayThenByEvent) {
    EXPECT_EQ(order_of({on("2024-01-02", referral()), on("2024-01-01", outcome(Outcome::death))}), (Places{1, 0}));
    EXPECT_EQ(order_of({on("2024-01-01", outcome(Outcome::death)), on("2024-01-01", referral())}), (Places{1, 0}));
}

TEST(DatedMark, ComesByDayOfKnowledgeWithinAnEvent) {
    EXPECT_EQ(order_of({recorded("2024-01-09", on("2024-01-01", outcome(Outcome::same_post))), on("2024-01-01", outcome(Outcome::death))}),
              (Places{1, 0}))
        << "known the same day when nothing else is said, whatever the code";
    EXPECT_EQ(order_of({recorded("2024-01-09", on("2024-01-01", outcome(Outcome::same_post))), recorded("2024-01-05", on("2024-01-01", outcome(Outcome::death)))}),
              (Places{1, 0}));
}

TEST(DatedMark, ComesByTheClosedListOfTheOwnCodeNotByItsSpelling) {
    EXPECT_EQ(order_of({on("2024-01-01", outcome(Outcome::adapted_post)), on("2024-01-01", outcome(Outcome::same_post))}), (Places{1, 0}));
    EXPECT_EQ(order_of({on("2024-01-01", consent(ConsentScope::employer_contact)), on("2024-01-01", consent(ConsentScope::referral))}), (Places{1, 0}));
}

TEST(DatedMark, ComesByCanonicalJsonWhenNothingElseDecides) {
    EXPECT_EQ(order_of({on("2024-01-01", consent(ConsentScope::referral, ConsentState::withdrawn)), on("2024-01-01", consent(ConsentScope::referral))}),
              (Places{1, 0}))
        << "given before withdrawn";
    EXPECT_EQ(order_of({by(Actor::coordinator, on("2024-01-01", review())), by(Actor::case_manager, on("2024-01-01", review()))}), (Places{1, 0}));
    EXPECT_EQ(order_of({on("2024-01-01", leave(LeaveState::started)), on("2024-01-01", leave(LeaveState::ended))}), (Places{1, 0}))
        << "the state of a sick leave is not a code of its own";
}

TEST(DatedMark, TellsAReplacingEntryFromTheOneOfTheSamePlace) {
    const EntryPlace plain{5}, replacing{5 | EntryPlace::replacement_bit};
    EXPECT_FALSE(plain.is_replacement());
    EXPECT_TRUE(replacing.is_replacement());
    EXPECT_EQ(replacing.position(), 5u);
}

/// Entries crowded on three days; the larger number needs the long way of sorting.
std::vector<Entry> crowded_entries(int count) {
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment)))));
        entries.back().on = Day{*rc::gen::inRange(18500, 18503)};
        if (known(entries.back().recorded_on)) entries.back().recorded_on = Day{*rc::gen::inRange(18500, 18506)};
    }
    return entries;
}

/// The canonical JSON of the entries in canonical order.
Lines sorted_json(const std::vector<Entry>& entries) {
    const History history = history_of(file_of(entries), mask_of(far_away, no_day));
    Lines lines;
    for (const auto& mark : history.marks) lines.push_back(canonical_json_at(history, mark));
    return lines;
}

RC_GTEST_PROP(DatedMark, NeverComesByItsPlaceInTheFile, ()) {
    auto entries = crowded_entries(*rc::gen::element(5, 20, 70));
    const auto before = sorted_json(entries);
    std::shuffle(entries.begin(), entries.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
    RC_ASSERT(sorted_json(entries) == before);
}

RC_GTEST_PROP(DatedMark, IsNeverBeforeItselfAndBeforeAnotherInOneDirectionOnly, ()) {
    const auto entries = crowded_entries(6);
    const History history = history_of(file_of(entries), mask_of(far_away, no_day));
    for (std::size_t i = 0; i < history.marks.size(); ++i)
        for (std::size_t j = 0; j < history.marks.size(); ++j) {
            const bool forth = canonically_before(history.marks[i], history.marks[j], history), back = canonically_before(history.marks[j], history.marks[i], history);
            RC_ASSERT(!(forth && back));
            RC_ASSERT(i >= j || !back);
        }
}

}  // namespace
