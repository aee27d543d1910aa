#include "maintien/register/kept_facts.hpp"

#include <gtest/gtest.h>

#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day entry_day = make_day(2021, 4, 1);

/// Two cases told in one register; the second is the one with facts to keep.
CaseTable kept(std::vector<Entry> later, Day as_of = entry_day + 900) {
    EventTable table;
    stories::add_case(table, {"s", "1"}, stories::entered(entry_day - 9, entry_day));
    auto entries = stories::exited(entry_day - 9, entry_day, entry_day + 30, Outcome::same_post);
    entries.insert(entries.end(), later.begin(), later.end());
    stories::add_case(table, {"s", "2"}, entries);
    return replay(table, common_core, {as_of, no_day, 1});
}

Entry answer(Day day, Answer said, int horizon = 12) { return stories::on(day, FollowUp{.answer = said, .horizon = horizon}); }

}  // namespace

TEST(KeptFacts, AnAnswerIsKeptWhereItHasItsEffect) {
    const Day due = months_after(entry_day + 30, 12);
    const auto answers = kept({answer(due, Answer::same_post), answer(due - 31, Answer::same_post), answer(due, Answer::same_post, 7), answer(due - 200, Answer::deceased)}).facts.answers;
    EXPECT_EQ(answers.on, (std::vector<Day>{due - 200, due}));
    EXPECT_EQ(answers.case_index, (std::vector<CaseIndex>{1, 1}));
    EXPECT_EQ(answers.answer[1], index_of(Answer::same_post));
    EXPECT_EQ(answers.horizon[1], 12);
}

TEST(KeptFacts, OnlyTheWorkersOwnWordsOnBeingContactedAreKept) {
    const auto word = [](Day day, Consent consent) { return stories::on(day, consent); };
    const auto words = kept({word(entry_day + 40, {.scope = ConsentScope::follow_up_contact, .state = ConsentState::refused}),
                             word(entry_day + 41, {.scope = ConsentScope::follow_up_contact, .state = ConsentState::given, .party = Actor::employer}),
                             word(entry_day + 42, {.scope = ConsentScope::follow_up_contact, .state = ConsentState::given, .partner = Partner::mdph}),
                             word(entry_day + 43, {.scope = ConsentScope::employer_contact, .state = ConsentState::given})})
                           .facts.contact_words;
    EXPECT_EQ(words.on, (std::vector<Day>{entry_day + 40}));
    EXPECT_EQ(words.state[0], ConsentState::refused);
}

TEST(KeptFacts, AMeasureHasOneRowAnEpisodeAndIsDoneOnceAnActionIs) {
    const auto act = [](Day day, Measure measure, std::optional<Progress> progress) { return stories::on(day, Action{.measure = measure, .progress = progress}); };
    const auto measures = kept({act(entry_day + 2, Measure::telework, Progress::done), act(entry_day + 3, Measure::job_study, {}), act(entry_day + 4, Measure::telework, Progress::planned),
                                act(entry_day + 5, Measure::job_study, Progress::done), stories::on(entry_day + 50, Reopening{}), act(entry_day + 51, Measure::telework, {})})
                              .facts.measures;
    EXPECT_EQ(measures.episode, (std::vector<std::uint32_t>{1, 1, 2}));
    EXPECT_EQ(measures.measure, (std::vector<std::uint8_t>{index_of(Measure::telework), index_of(Measure::job_study), index_of(Measure::telework)}));
    EXPECT_EQ(measures.first_seen, (std::vector<Day>{entry_day + 2, entry_day + 3, entry_day + 51}));
    EXPECT_EQ(measures.done, (std::vector<std::uint8_t>{1, 1, 0}));
}

TEST(KeptFacts, APartnerIsKeptForEachRelayAndEachActionThatNamesOne) {
    const auto partners = kept({stories::on(entry_day + 2, Relay{.partner = Partner::cpam}), stories::on(entry_day + 3, Action{.measure = Measure::training, .partner = Partner::cap_emploi}),
                                stories::on(entry_day + 4, Action{.measure = Measure::training})})
                              .facts.partners;
    EXPECT_EQ(partners.partner, (std::vector<std::uint8_t>{index_of(Partner::cpam), index_of(Partner::cap_emploi)}));
    EXPECT_EQ(partners.on, (std::vector<Day>{entry_day + 2, entry_day + 3}));
}

TEST(KeptFacts, ManyCasesOnManyThreadsKeepTheSame) {
    EventTable table;
    for (int i = 0; i < 20000; ++i) {
        auto entries = stories::exited(entry_day - 9, entry_day, entry_day + 30, Outcome::same_post);
        if (i % 3 == 0) entries.push_back(stories::on(entry_day + 2, Action{.measure = Measure::telework, .partner = Partner::cpam}));
        if (i % 5 == 0) entries.push_back(answer(entry_day + 395, Answer::lost));
        stories::add_case(table, {"s", std::to_string(i * 7919 % 20000)}, entries);
    }
    const auto one = replay(table, common_core, {entry_day + 900, no_day, 1}).facts, four = replay(table, common_core, {entry_day + 900, no_day, 4}).facts;
    EXPECT_EQ(one.measures.episode, four.measures.episode);
    EXPECT_EQ(one.partners.episode, four.partners.episode);
    EXPECT_EQ(one.answers.case_index, four.answers.case_index);
    EXPECT_EQ(one.answers.on.size(), 4000u);
    EXPECT_TRUE(std::is_sorted(one.answers.case_index.begin(), one.answers.case_index.end()));
}
