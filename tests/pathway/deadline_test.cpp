#include "maintien/pathway/deadline.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/agenda.hpp"
#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "support/case_stories.hpp"

namespace maintien {
namespace {

std::vector<Deadline> deadlines_after(std::vector<Entry> story, std::string_view as_of, const Protocol& protocol = common_core) {
    const AgendaDay day{.as_of = test::day(as_of)};
    return deadlines_of(agenda_facts_of(test::file_of(std::move(story)), protocol, day.as_of), protocol, day);
}

TEST(Deadline, AReferralOwesAContactAndThenAnInterview) {
    EXPECT_EQ(deadlines_after({test::on("2024-03-01", test::referral())}, "2024-03-20"),
              std::vector<Deadline>({{0, Milestone::contact, 0, "contact_within_15_days", test::day("2024-03-16")}}));
    EXPECT_EQ(deadlines_after({test::on("2024-03-01", test::referral()), test::on("2024-03-05", test::contact())}, "2024-03-06"),
              std::vector<Deadline>({{0, Milestone::interview, 0, "interview_within_30_days", test::day("2024-04-04")}}));
    EXPECT_TRUE(deadlines_after(test::qualified("2024-03-01"), "2024-03-20").empty());
}

TEST(Deadline, ASuspensionHoldsIt) {
    const std::vector<Entry> story{test::on("2024-03-01", test::referral()), test::on("2024-03-05", test::suspension()), test::on("2024-03-15", test::resumption())};
    EXPECT_EQ(deadlines_after(story, "2024-03-20").at(0).due, test::day("2024-03-26"));
}

TEST(Deadline, EveryFollowedExitOwesItsFollowUpsUntilTheirWindowsAreOver) {
    const auto story = test::left("2022-01-03", "2022-06-01");
    EXPECT_EQ(deadlines_after(story, "2022-06-02"), std::vector<Deadline>({{0, Milestone::exit, 12, "follow_up", test::day("2023-06-01")}, {0, Milestone::exit, 24, "follow_up", test::day("2024-06-01")}}));
    EXPECT_EQ(deadlines_after(story, "2023-08-31").size(), 1u) << "the window of the first closed on 30 August";
    EXPECT_EQ(deadlines_after(test::then(story, {test::on("2023-06-05", test::answer(Answer::same_post))}), "2023-06-06").size(), 1u);
    EXPECT_EQ(deadlines_after(story, "2022-06-02", aist43_cme).size(), 1u);
}

TEST(Deadline, NothingIsAskedOfTheDead) {
    const auto story = test::then(test::left("2022-01-03", "2022-06-01"), {test::on("2022-09-01", test::answer(Answer::deceased))});
    EXPECT_TRUE(deadlines_after(story, "2022-09-02").empty());
}

TEST(Deadline, IsRecognisedAcrossProtocolsByWhatIsOwed) {
    const Deadline contact{0, Milestone::contact, 0, "contact_within_15_days", test::day("2024-03-16")};
    auto other = contact;
    other.rule = "contact_within_8_days";
    other.due = test::day("2024-03-09");
    EXPECT_TRUE(about_the_same(contact, other));
    other.step = Milestone::interview;
    EXPECT_FALSE(about_the_same(contact, other));
    EXPECT_FALSE(about_the_same({0, Milestone::exit, 12, {}, {}}, {0, Milestone::exit, 24, {}, {}}));
    EXPECT_FALSE(about_the_same({0, Milestone::exit, 12, {}, {}}, {1, Milestone::exit, 12, {}, {}}));
}

}  // namespace
}  // namespace maintien
