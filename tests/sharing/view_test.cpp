#include "maintien/sharing/view.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/sharing_stories.hpp"

namespace maintien {
namespace {

using namespace test;

View viewed(std::vector<Entry> story, AudienceRole audience, std::optional<Partner> partner = {}, std::string_view as_of = "2024-02-10") {
    return view_of(file_of(std::move(story)), {audience, partner}, common_core, day(as_of));
}

std::vector<Event> events_of(const View& view) {
    std::vector<Event> events;
    for (const auto& entry : view.history) events.push_back(event_of(entry));
    return events;
}

bool same_view(const View& a, const View& b) {
    return a.service == b.service && a.case_id == b.case_id && same_fields(a.about, b.about) && a.consents == b.consents && a.episodes.size() == b.episodes.size() &&
           std::equal(a.history.begin(), a.history.end(), b.history.begin(), b.history.end(), same_entry);
}

TEST(View, OfTheEmployerHasAppointmentsInWorkingTimeAndRecommendationsWithoutTheirNumbers) {
    const auto view = viewed(shared_story(), AudienceRole::employer);
    EXPECT_EQ(events_of(view), (std::vector{Event::action, Event::appointment, Event::appointment, Event::appointment}));
    EXPECT_EQ(std::get<Action>(view.history[0].fact).measure, Measure::job_adjustment);
    for (const auto& entry : view.history) {
        const auto* appointment = std::get_if<Appointment>(&entry.fact);
        EXPECT_TRUE(!appointment || !appointment->number);
    }
    EXPECT_TRUE(view.episodes.empty());
    EXPECT_TRUE(view.consents.empty());
}

TEST(View, OfTheEmployerTellsWhoItIsAboutAndNothingMore) {
    const auto view = viewed(shared_story(), AudienceRole::employer);
    EXPECT_EQ(view.about.worker.text, "w1");
    EXPECT_EQ(view.about.physician.text, "dr1");
    EXPECT_EQ(view.about.manager.text, "");
    EXPECT_EQ(view.about.birth_year, std::nullopt);
}

TEST(View, OfAPartnerHasItsOwnActionsRelaysAndConsents) {
    const auto view = viewed(shared_story(), AudienceRole::partner, Partner::cap_emploi);
    EXPECT_EQ(events_of(view), (std::vector{Event::action, Event::relay}));
    ASSERT_EQ(view.consents.size(), 1u);
    EXPECT_EQ(view.consents[0].partner, Partner::cap_emploi);
    EXPECT_TRUE(same_view(viewed(shared_story(), AudienceRole::partner, Partner::mdph), viewed({}, AudienceRole::partner, Partner::mdph)));
}

TEST(View, OfACaseWithNothingForAReaderOutsideIsThatOfNoCase) {
    const auto nothing = view_of(CaseFile{}, {AudienceRole::employer, {}}, common_core, day("2024-02-10"));
    EXPECT_TRUE(same_view(viewed(supported("2024-01-01"), AudienceRole::employer), nothing));
    EXPECT_TRUE(same_view(viewed(shared_story(), AudienceRole::public_), nothing));
    EXPECT_EQ(nothing.case_id.text, "");
}

TEST(View, OfTheCellHasEpisodesAndConsentsAndLeavesMedicalItemsOut) {
    const auto story = then(shared_story(), {on("2024-01-20", action_for(Measure::therapeutic_part_time, {AudienceRole::physician}))});
    const auto view = viewed(story, AudienceRole::cell);
    EXPECT_EQ(view.history.size(), story.size() - 2);
    ASSERT_EQ(view.episodes.size(), 1u);
    EXPECT_EQ(view.episodes[0].stage, Stage::in_support);
    EXPECT_EQ(view.consents.size(), count_of<ConsentScope> + 1);
    EXPECT_EQ(view.about.birth_year, 1970);
}

TEST(View, TakesWhatIsSaidOfTheCaseAlsoFromAnEntryThatIsClosed) {
    Entry seen = on("2024-01-01", visit(Origin::return_visit));
    seen.about.worker.text = "w7";
    EXPECT_EQ(viewed({seen, on("2024-01-02", contact())}, AudienceRole::cell).about.worker.text, "w7");
}

TEST(View, OfTheWorkerIsTheWholeFile) {
    auto story = shared_story();
    const auto view = viewed(story, AudienceRole::worker);
    EXPECT_EQ(view.history.size(), story.size());
    EXPECT_EQ(events_of(view).front(), Event::visit);
}

TEST(View, OfTheStatisticianHasNoTimesOfDay) {
    for (const auto& entry : viewed(shared_story(), AudienceRole::statistician).history) {
        const auto* appointment = std::get_if<Appointment>(&entry.fact);
        EXPECT_FALSE(appointment && (appointment->starts || appointment->ends));
    }
}

TEST(View, ShowsTheFileAsAmendmentsLeaveItAndNothingOfLater) {
    const auto story = std::vector<Entry>{called("a", on("2024-01-01", planned_for("2024-01-20", 1))), on("2024-01-05", withdrawal_of("a")), on("2024-02-20", contact())};
    EXPECT_TRUE(viewed(story, AudienceRole::employer).history.empty());
    EXPECT_TRUE(viewed(story, AudienceRole::worker).history.empty());
}

TEST(View, ClosesAnExitedEpisodeWhenNothingMoreIsExpected) {
    const auto view = viewed(left("2020-01-01", "2020-06-01"), AudienceRole::cell, {}, "2024-01-01");
    EXPECT_EQ(view.episodes.at(0).stage, Stage::closed);
}

TEST(View, TellsNothingThatTheReaderMayNotKnow) {
    int shown = 0, tried = 0;
    for (const auto& reader : readers_not_told_all)
        EXPECT_TRUE(rc::check("two files that differ only in what a reader may not know give the same view", [&] {
            const auto files = two_files_alike_for(reader);
            const auto one = view_of(files.one, reader, common_core, day_of_views), other = view_of(files.other, reader, common_core, day_of_views);
            shown += one.history.empty() ? 0 : 1;
            ++tried;
            RC_ASSERT(same_view(one, other));
        })) << code_of(reader.audience);
    EXPECT_GT(5 * shown, tried) << "views with nothing in them prove nothing";
}

}  // namespace
}  // namespace maintien
