#include "maintien/pathway/amendments.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "maintien/protocol/built_in/all.hpp"
#include "support/arbitrary_entry.hpp"
#include "support/case_stories.hpp"
#include "support/random_file.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

/// What a file says once it is corrected: "2024-01-01 outcome invalidity".
Lines standing(std::vector<Entry> entries, Mask mask = mask_of(far_away, no_day)) {
    const History history = history_of(file_of(std::move(entries)), mask);
    Lines lines;
    for (const auto& mark : history.marks) {
        std::string line = iso(mark.mark.on) + " " + std::string(code_of(mark.mark.event));
        if (mark.mark.event == Event::outcome) line += " " + std::string(code_of(static_cast<Outcome>(mark.mark.code)));
        lines.push_back(line);
    }
    return lines;
}

const Entry dismissed = called("o", on("2024-01-10", outcome(Outcome::dismissal)));
const Entry invalid = on("2024-01-12", outcome(Outcome::invalidity));
const Entry kept = on("2024-01-12", outcome(Outcome::same_post));

TEST(Amendments, WithdrawAnEntry) { EXPECT_EQ(standing({dismissed, on("2024-02-01", withdrawal_of("o"))}), Lines{}); }

TEST(Amendments, ReplaceAnEntryWhollyItsDayToo) {
    EXPECT_EQ(standing({dismissed, on("2024-02-01", replacement_of("o", invalid))}), (Lines{"2024-01-12 outcome invalidity"}));
    EXPECT_EQ(standing({dismissed, on("2024-02-01", replacement_of("o", on("2023-12-31", plan())))}), (Lines{"2023-12-31 action_plan"}));
}

TEST(Amendments, LeaveOtherEntriesAndThoseWithoutAnIdAlone) {
    EXPECT_EQ(standing({dismissed, on("2024-01-05", entry()), on("2024-02-01", withdrawal_of("other"))}),
              (Lines{"2024-01-05 entry", "2024-01-10 outcome dismissal"}));
    EXPECT_EQ(standing({on("2024-01-05", entry()), on("2024-02-01", withdrawal_of(""))}), (Lines{"2024-01-05 entry"}));
}

TEST(Amendments, LetTheLatestRecordedWin) {
    const Entry early = recorded("2024-03-01", on("2024-02-02", replacement_of("o", invalid)));
    const Entry late = recorded("2024-03-02", on("2024-02-01", replacement_of("o", kept)));
    EXPECT_EQ(standing({dismissed, early, late}), (Lines{"2024-01-12 outcome same_post"}));
    EXPECT_EQ(standing({dismissed, late, early}), (Lines{"2024-01-12 outcome same_post"})) << "whatever their order in the file";
    EXPECT_EQ(standing({dismissed, late, recorded("2024-03-01", on("2024-02-01", withdrawal_of("o")))}), (Lines{"2024-01-12 outcome same_post"}));
}

TEST(Amendments, LetAWithdrawalWinOverAReplacementKnownTheSameDay) {
    EXPECT_EQ(standing({dismissed, on("2024-02-01", withdrawal_of("o")), on("2024-02-01", replacement_of("o", kept))}), Lines{});
    EXPECT_EQ(standing({dismissed, on("2024-02-01", replacement_of("o", kept)), on("2024-02-01", withdrawal_of("o"))}), Lines{});
}

TEST(Amendments, LetTheGreatestCanonicalJsonWinAtLast) {
    const Entry a = on("2024-02-01", replacement_of("o", invalid)), b = on("2024-02-01", replacement_of("o", kept));
    EXPECT_EQ(standing({dismissed, a, b}), (Lines{"2024-01-12 outcome same_post"})) << "same_post is greater than invalidity";
    EXPECT_EQ(standing({dismissed, b, a}), (Lines{"2024-01-12 outcome same_post"}));
}

TEST(Amendments, AreMaskedByTheDayOfKnowledgeAlone) {
    const Entry amendment = recorded("2024-03-01", on("2024-02-01", withdrawal_of("o")));
    const Day january = day("2024-01-31");
    EXPECT_EQ(standing({dismissed, amendment}, mask_of(january, no_day)), Lines{}) << "everything recorded counts";
    EXPECT_EQ(standing({dismissed, amendment}, mask_of(far_away, day("2024-02-29"))), (Lines{"2024-01-10 outcome dismissal"}));
    EXPECT_EQ(standing({dismissed, amendment}, mask_of(january, day("2024-03-01"))), Lines{});
}

TEST(Amendments, PutInPlaceAnEntryThatIsMaskedLikeAnyOther) {
    const Entry later = on("2024-02-01", replacement_of("o", on("2024-06-01", outcome(Outcome::same_post))));
    EXPECT_EQ(standing({dismissed, later}, mask_of(day("2024-05-31"), no_day)), Lines{});
    EXPECT_EQ(standing({dismissed, later}, mask_of(day("2024-06-01"), no_day)), (Lines{"2024-06-01 outcome same_post"}));
}

TEST(Amendments, GiveTheEntryBackWhenTheirWithdrawalIsWithdrawn) {
    const Entry withdrawal = called("w", on("2024-02-01", withdrawal_of("o")));
    const Entry back = called("w2", on("2024-02-02", withdrawal_of("w")));
    EXPECT_EQ(standing({dismissed, withdrawal, back}), (Lines{"2024-01-10 outcome dismissal"}));
    EXPECT_EQ(standing({dismissed, withdrawal, back, on("2024-02-03", withdrawal_of("w2"))}), Lines{}) << "and withdrawn once more";
    EXPECT_EQ(standing({dismissed, withdrawal, back}, mask_of(far_away, day("2024-02-01"))), Lines{}) << "not known yet";
}

TEST(Amendments, FallBackOnTheNextWhenTheLatestIsWithdrawn) {
    const Entry first = on("2024-02-01", replacement_of("o", invalid));
    const Entry second = called("a2", on("2024-02-02", replacement_of("o", kept)));
    EXPECT_EQ(standing({dismissed, first, second, on("2024-02-03", withdrawal_of("a2"))}), (Lines{"2024-01-12 outcome invalidity"}));
}

TEST(Amendments, ThatAmendEachOtherComeToAnEndWhateverTheirOrder) {
    const Entry a = called("a", on("2024-02-01", withdrawal_of("b"))), b = called("b", on("2024-02-01", withdrawal_of("a")));
    const Entry of_the_entry = called("c", on("2024-02-01", withdrawal_of("o")));
    EXPECT_EQ(standing({dismissed, a, b, of_the_entry}), standing({of_the_entry, b, a, dismissed}));
    EXPECT_EQ(standing({dismissed, called("o2", on("2024-02-01", withdrawal_of("o2")))}), (Lines{"2024-01-10 outcome dismissal"}));
}

TEST(Amendments, AreNoStepOfThePathwayThemselves) {
    EXPECT_EQ(standing({dismissed, on("2024-02-01", withdrawal_of("x"))}), (Lines{"2024-01-10 outcome dismissal"}));
}

/// A random story with an id on each entry, and the correction of one of them.
struct Correction {
    std::vector<Entry> entries{};
    std::size_t which = 0;
    Entry instead{};
};

Correction any_correction(Event event) {
    Correction correction;
    for (int i = 0; i < 8; ++i) {
        auto one = any_entry(static_cast<Event>(*rc::gen::inRange(0, static_cast<int>(Event::amendment))));
        one.on = Day{*rc::gen::inRange(18500, 18505)};
        correction.entries.push_back(called("e" + std::to_string(i), one));
    }
    correction.which = *rc::gen::inRange<std::size_t>(0, correction.entries.size());
    correction.instead = any_entry(event);
    correction.instead.on = Day{*rc::gen::inRange(18500, 18505)};
    return correction;
}

RC_GTEST_PROP(Amendments, ReplayedAreTheReplayOfTheCorrectedHistoryForEveryEvent, ()) {
    for (const auto& event : terms_of<Event>) {
        if (event.value == Event::amendment) continue;
        const auto protocol = built_in_versions(*rc::gen::elementOf(every_cell));
        const auto [entries, which, instead] = any_correction(event.value);
        const std::string id = entries[which].id.text;
        auto corrected = entries;
        corrected[which] = called(id, instead);
        const auto amended = replayed(then(entries, {on(Day{19900}, replacement_of(id, instead))}), protocol);
        const auto plain = replayed(corrected, protocol);
        RC_ASSERT(in_words(amended.position) == in_words(plain.position));
        RC_ASSERT(amended.deviations == plain.deviations);
        RC_ASSERT(amended.applied == plain.applied);
        auto without = entries;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(which));
        const auto withdrawn = replayed(then(entries, {on(Day{19900}, withdrawal_of(id))}), protocol);
        RC_ASSERT(in_words(withdrawn.position) == in_words(replayed(without, protocol).position));
    }
}

}  // namespace
