#include "maintien/pathway/version_in_force.hpp"

#include <gtest/gtest.h>

#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/possible_now.hpp"
#include "maintien/protocol/built_in/all.hpp"
#include "support/case_stories.hpp"

namespace {

using namespace maintien;
using namespace maintien::test;

const ProtocolVersions ain = built_in_versions("ast_btp_ain");

/// A story of a worker born in 1990, whom version 1 does not take.
std::vector<Entry> young(std::vector<Entry> story) {
    story.front().about.birth_year = 1990;
    return story;
}

Entry accepted(std::string_view iso) {
    return on(iso, QualificationInterview{.decision = Decision::accepted, .orientation = Orientation::retention_in_company});
}

TEST(VersionInForce, IsThatOfTheReferralDayForEveryEventOfTheEpisode) {
    const auto old_rules = replayed(young({on("2019-12-31", referral()), on("2020-01-05", contact()), accepted("2020-02-01")}), ain);
    EXPECT_EQ(old_rules.deviations, (Lines{"2020-02-01 qualification_interview interview_accepted violation"}));
    const auto new_rules = replayed(young({on("2020-01-01", referral()), on("2020-01-05", contact()), accepted("2020-02-01")}), ain);
    EXPECT_EQ(new_rules.deviations, Lines{});
    EXPECT_EQ(&version_of(ain, old_rules.current()), &ast_btp_ain_1);
    EXPECT_EQ(&version_of(ain, new_rules.current()), &ast_btp_ain_2);
}

TEST(VersionInForce, IsThatOfAReferralThatComesLaterInTheEpisode) {
    const auto story = replayed(young({on("2019-12-20", contact()), accepted("2019-12-30"), on("2020-01-03", referral())}), ain);
    EXPECT_EQ(&version_of(ain, story.current()), &ast_btp_ain_2);
    for (const auto& line : story.deviations) EXPECT_EQ(line.find("interview_accepted violation"), std::string::npos) << line;
}

TEST(VersionInForce, IsThatOfTheFirstEventWithoutAReferral) {
    const auto story = replayed(young({on("2019-12-20", contact()), accepted("2020-01-30")}), ain);
    EXPECT_EQ(&version_of(ain, story.current()), &ast_btp_ain_1);
    EXPECT_EQ(story.deviations, (Lines{"2020-01-30 qualification_interview interview_accepted violation"}));
}

TEST(VersionInForce, ChangesWithTheEpisodeOfAReopenedCase) {
    const auto story = replayed(young({on("2019-06-01", referral()), on("2019-06-05", contact()), on("2019-06-20", refusal()),
                                       on("2020-03-01", reopening()), accepted("2020-03-10")}), ain);
    ASSERT_EQ(story.position.episodes.size(), 2u);
    EXPECT_EQ(&version_of(ain, story.episode(0)), &ast_btp_ain_1);
    EXPECT_EQ(&version_of(ain, story.episode(1)), &ast_btp_ain_2);
    EXPECT_EQ(story.deviations, Lines{});
}

TEST(VersionInForce, AVersionNamedAppliesToEveryEpisode) {
    const auto story = young({on("2023-01-01", referral()), on("2023-01-05", contact()), accepted("2023-02-01")});
    EXPECT_EQ(replayed(story, ast_btp_ain_1).deviations, (Lines{"2023-02-01 qualification_interview interview_accepted violation"}));
    EXPECT_EQ(replayed(story, ain).deviations, Lines{});
}

TEST(VersionInForce, DecidesWhatLiveSoftwareMayDo) {
    CaseFile before = file_of(young({on("2019-12-31", referral())})), after = file_of(young({on("2020-01-01", referral())}));
    EXPECT_FALSE(admit(before, accepted("2020-01-20"), ain));
    EXPECT_TRUE(admit(after, accepted("2020-01-20"), ain));
    EXPECT_EQ(stage_of(after, ain, day("2020-01-20")), Stage::qualified);
    const auto can_accept = [&](const CaseFile& file) {
        const auto all = possible_now(file, ain, day("2020-01-20"));
        const auto& codes = all[index_of(Event::qualification_interview)].codes;
        return std::find(codes.begin(), codes.end(), "accepted") != codes.end();
    };
    EXPECT_FALSE(can_accept(before));
    EXPECT_TRUE(can_accept(file_of(young({on("2020-01-01", referral())}))));
}

TEST(VersionInForce, AnEventThatOpensAnEpisodeChoosesByItsOwnDay) {
    const auto ended_case = replayed(young({on("2019-06-01", referral()), on("2019-06-20", refusal())}), ain);
    const Day later = day("2020-05-01");
    EXPECT_EQ(&version_met(ain, ended_case.position, Event::reopening, later), &ast_btp_ain_2);
    EXPECT_EQ(&version_met(ain, ended_case.position, Event::relay, later), &ast_btp_ain_1);
    EXPECT_EQ(&version_met(ain, new_position(), Event::first_contact, later), &ast_btp_ain_2) << "the first event of all";
}

}  // namespace
