#include "maintien/indicators/study.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day referred_on = make_day(2024, 4, 1);

/// One refused file with an outcome, read under a protocol.
struct RefusedFile {
    explicit RefusedFile(const Protocol& protocol, Outcome outcome) : protocol_(protocol) {
        stories::add_case(events, {"s", "1"}, {stories::referral(referred_on), stories::on(referred_on + 5, Refusal{}), stories::on(referred_on + 5, OutcomeRecord{outcome})});
        table = replay(events, protocol, {referred_on + 30, no_day, 1});
    }
    Study study() const { return study_of(events, table, protocol_, {referred_on, referred_on + 30}); }
    const Protocol& protocol_;
    EventTable events;
    CaseTable table;
};

}  // namespace

TEST(Study, ARefusedFileIsAnEntryAndAnExitOnlyWhereTheProfileSaysSo) {
    const RefusedFile core(common_core, Outcome::unfitness), aist43(aist43_cme, Outcome::unfitness);
    EXPECT_EQ(episode_at(core.study(), 0).entry_day, no_day);
    EXPECT_EQ(episode_at(core.study(), 0).exit_day, no_day);
    EXPECT_EQ(episode_at(aist43.study(), 0).entry_day, referred_on + 5);
    EXPECT_EQ(episode_at(aist43.study(), 0).exit_day, referred_on + 5);
    EXPECT_FALSE(refused_exit(core.study(), episode_at(core.study(), 0)));
    EXPECT_TRUE(refused_exit(aist43.study(), episode_at(aist43.study(), 0)));
}

TEST(Study, ARefusedFileWithANeutralOutcomeIsInNoRate) {
    const RefusedFile file(aist43_cme, Outcome::moved_away);
    const auto study = file.study();
    EXPECT_FALSE(refused_exit(study, episode_at(study, 0)));
    EXPECT_TRUE(refused_neutrally(study, episode_at(study, 0)));
}

TEST(Study, TheEndOfARefusedEpisodeIsItsRefusal) {
    const RefusedFile file(common_core, Outcome::unfitness);
    const auto study = file.study();
    EXPECT_EQ(end_of(episode_at(study, 0)), referred_on + 5);
    EXPECT_EQ(reading_of(study, episode_at(study, 0)).polarity, Polarity::negative);
}
