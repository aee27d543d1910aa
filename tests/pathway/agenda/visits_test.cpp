#include "maintien/pathway/agenda/visits.hpp"

#include <gtest/gtest.h>

#include "support/agenda_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

std::vector<Entry> on_leave(std::string_view first, std::string_view until, std::optional<Cause> cause = {}) {
    const SickLeave started{LeaveState::started, cause, until.empty() ? no_day : day(until)};
    return {on("2023-12-01", referral()), on("2023-12-02", contact()), on(first, started)};
}

TEST(Leave, EndsOnItsLastPrescribedDay) {
    const auto story = on_leave("2024-01-01", "2024-02-29");
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-01-29", story), nothing);
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-01-30", story), Lines{"due 2024-02-29"});
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-02-29", story), Lines{"due 2024-02-29"});
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-03-01", story), nothing);
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-02-20", then(story, {on("2024-02-10", leave(LeaveState::extended, day("2024-03-15")))})), Lines{"due 2024-03-15"});
    EXPECT_EQ(agenda_lines("sick_leave_ending", "2024-02-20", then(story, {on("2024-02-10", leave(LeaveState::ended))})), nothing);
}

TEST(PreReturnVisit, IsPossibleInALeaveOfMoreThanThirtyDays) {
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-01-10", on_leave("2024-01-01", "2024-01-30")), nothing) << "thirty days are not more than thirty";
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-01-10", on_leave("2024-01-01", "2024-01-31")), Lines{"due 2024-01-31 opens 2024-01-01"});
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-01-30", on_leave("2024-01-01", ""), 0), nothing);
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-01-31", on_leave("2024-01-01", ""), 0), Lines{"no day opens 2024-01-31"});
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-02-01", on_leave("2024-01-01", "2024-01-31")), nothing) << "the leave is over";
}

TEST(PreReturnVisit, IsOnceEnough) {
    const auto story = on_leave("2024-01-01", "2024-03-31");
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-02-10", then(story, {on("2024-02-05", visit(Origin::pre_return_visit))})), nothing);
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-02-10", then(story, {on("2023-12-20", visit(Origin::pre_return_visit))})).size(), 1u) << "that was before this leave";
    EXPECT_EQ(agenda_lines("pre_return_visit", "2024-02-10", {on("2024-01-01", leave(LeaveState::started, day("2024-03-31"))), on("2024-02-05", referral(Origin::pre_return_visit))}), nothing)
        << "the visit that led to the referral";
}

TEST(PreReturnVisit, SaysItsThresholdAndItsArticle) {
    EXPECT_EQ(of_rule("pre_return_visit", items_on("2024-01-10", on_leave("2024-01-01", "2024-01-31"))).at(0).computation.fr,
              "Arrêt commencé le 1er janvier 2024, jusqu'au 31 janvier 2024, plus de 30 jours (Code du travail, R4624-29)");
}

TEST(ReturnVisit, IsDueOnTheReturnAndEightDaysAfterAtTheLatest) {
    const auto story = then(on_leave("2024-01-01", "", Cause::non_occupational_illness), {on("2024-03-01", leave(LeaveState::ended))});
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-01", story), Lines{"due 2024-03-09 opens 2024-03-01"});
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-09", story), Lines{"due 2024-03-09 opens 2024-03-01"});
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-10", story), Lines{"due 2024-03-09 opens 2024-03-01 late 1"});
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-10", then(story, {on("2024-03-05", visit(Origin::return_visit))})), nothing);
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-10", then(story, {on("2024-02-20", visit(Origin::return_visit))})).size(), 1u) << "nobody returns before the return";
}

TEST(ReturnVisit, DependsOnCauseAndLength) {
    const auto ended = [](std::string_view back, std::optional<Cause> cause, std::string_view first = "2024-01-01") {
        return agenda_lines("return_visit", back, then(on_leave(first, "", cause), {on(back, leave(LeaveState::ended))})).size();
    };
    EXPECT_EQ(ended("2024-02-29", Cause::non_occupational_illness), 0u) << "59 days";
    EXPECT_EQ(ended("2024-03-01", Cause::non_occupational_illness), 1u) << "60 days";
    EXPECT_EQ(ended("2024-01-30", Cause::work_accident), 0u);
    EXPECT_EQ(ended("2024-01-31", Cause::work_accident), 1u);
    EXPECT_EQ(ended("2024-01-03", Cause::occupational_disease), 1u);
    EXPECT_EQ(ended("2024-03-01", {}), 1u) << "a cause that nobody recorded counts as any other illness";
}

TEST(ReturnVisit, OfALeaveThatWillEndIsForeseen) {
    const auto story = on_leave("2024-01-01", "2024-02-29");
    EXPECT_EQ(agenda_lines("return_visit", "2024-02-01", story), Lines{"due 2024-03-09 opens 2024-03-01"});
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-12", story), Lines{"due 2024-03-09 opens 2024-03-01 late 3"}) << "nobody noted the return";
    EXPECT_EQ(agenda_lines("return_visit", "2024-03-12", then(story, {on("2024-02-28", leave(LeaveState::extended, day("2024-06-30")))})), nothing);
}

}  // namespace
