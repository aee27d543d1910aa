#include "maintien/indicators/follow_up_contributions.hpp"

#include <gtest/gtest.h>

#include "maintien/indicators/explain.hpp"
#include "support/register_stories.hpp"

using namespace maintien;

namespace {

const Day left_on = make_day(2022, 3, 1);
const Day due_after_a_year = make_day(2023, 3, 1);

Entry answered(Day day, Answer answer, int horizon = 12) { return stories::on(day, FollowUp{.answer = answer, .horizon = horizon}); }

Entry contact_word(Day day, ConsentState state) { return stories::on(day, Consent{.scope = ConsentScope::follow_up_contact, .state = state}); }

std::vector<Entry> who_left(Outcome outcome = Outcome::adapted_post, const std::vector<Entry>& later = {}, Day exit = left_on) {
    auto entries = stories::exited(exit - 60, exit - 50, exit, outcome);
    entries.insert(entries.end(), later.begin(), later.end());
    return entries;
}

Report followed(const std::vector<std::vector<Entry>>& files, ReportQuestion question = {.as_of = make_day(2024, 1, 1)}) {
    EventTable table;
    for (std::size_t i = 0; i < files.size(); ++i) stories::add_case(table, {"s", std::to_string(i)}, files[i]);
    question.threads = 1;
    return make_report(table, common_core, question);
}

double number(const Report& report, std::string_view category, std::string_view horizon = "12") { return *find_row(report, "follow_up", horizon, category)->numerator; }

const ReportRow& retention(const Report& report, std::string_view variant, std::string_view horizon = "12") { return *find_row(report, "retention", variant, horizon); }

/// What became of one file's follow-up at twelve months.
std::string end_of_one(const std::vector<Entry>& file, Day as_of = make_day(2024, 1, 1)) {
    const auto report = followed({file}, {.as_of = as_of});
    std::string found;
    for (const auto& term : terms_of<FollowUpEnd>)
        if (number(report, term.code) == 1) found += std::string(term.code);
    return found;
}

/// 50 who should have answered at twelve months: 24 in work, 6 not, 20 silent; beside them one died and one retired.
std::vector<std::vector<Entry>> fifty_who_left() {
    std::vector<std::vector<Entry>> files;
    const auto add = [&](int count, const std::vector<Entry>& later) {
        for (int i = 0; i < count; ++i) files.push_back(who_left(Outcome::adapted_post, later));
    };
    add(20, {answered(due_after_a_year, Answer::adapted_post)});
    add(3, {answered(due_after_a_year, Answer::other_employer)});
    add(1, {answered(due_after_a_year, Answer::on_leave_with_contract)});
    add(2, {answered(due_after_a_year, Answer::in_training)});
    add(4, {answered(due_after_a_year, Answer::job_seeking)});
    add(12, {});
    add(8, {answered(due_after_a_year, Answer::no_contact)});
    add(1, {answered(left_on + 30, Answer::deceased)});
    add(1, {answered(left_on + 30, Answer::retired)});
    return files;
}

}  // namespace

TEST(FollowUpContributions, TwentyFourInWorkOfThirtyAnswersAndFiftyWhoShouldHaveAnswered) {
    const auto report = followed(fifty_who_left());
    const auto& observed = retention(report, "observed");
    EXPECT_EQ(observed.numerator, 24);
    EXPECT_EQ(observed.denominator, 30);
    EXPECT_DOUBLE_EQ(*observed.value, 0.8);
    EXPECT_EQ(observed.excluded, (std::vector<Exclusion>{{"deceased", 1}, {"retired", 1}, {"non_response", 20}}));
    const auto& bounds = retention(report, "bounds");
    EXPECT_EQ(bounds.denominator, 50);
    EXPECT_DOUBLE_EQ(*bounds.bound_lower, 0.48);
    EXPECT_DOUBLE_EQ(*bounds.bound_upper, 0.88);
    EXPECT_NEAR(*bounds.lower, 0.364, 5e-4);
    EXPECT_NEAR(*bounds.upper, 0.956, 5e-4);
    EXPECT_EQ(bounds.method, "manski");
}

TEST(FollowUpContributions, TheVariantsOfRetentionReadTheSameAnswers) {
    const auto report = followed(fifty_who_left());
    EXPECT_EQ(retention(report, "same_employer").numerator, 21);
    EXPECT_EQ(retention(report, "same_post").numerator, 0);
    EXPECT_EQ(retention(report, "at_work").numerator, 23);
    EXPECT_EQ(retention(report, "employed_or_training").numerator, 26);
    EXPECT_EQ(retention(report, "after_positive_exit").numerator, 24);
    EXPECT_EQ(retention(report, "after_positive_exit_bounds").bound_upper, 0.88);
    EXPECT_DOUBLE_EQ(*retention(report, "weighted").value, 0.8);
}

TEST(FollowUpContributions, TheRowsOfFollowUpAddUpToThoseDue) {
    const auto report = followed(fifty_who_left());
    EXPECT_EQ(number(report, "due"), 52);
    EXPECT_EQ(number(report, "answered"), 30);
    EXPECT_EQ(number(report, "no_contact"), 8);
    EXPECT_EQ(number(report, "not_sent"), 12);
    EXPECT_EQ(number(report, "pending", "24"), 52);
    const auto* rate = find_row(report, "response_rate", "12");
    EXPECT_EQ(rate->numerator, 31);
    EXPECT_EQ(rate->denominator, 51);
}

TEST(FollowUpContributions, WeightsSpeakForThoseWhoDidNotAnswerByTheirKind) {
    std::vector<std::vector<Entry>> files;
    const auto add = [&](int count, Outcome outcome, const std::vector<Entry>& later) {
        for (int i = 0; i < count; ++i) files.push_back(who_left(outcome, later));
    };
    add(10, Outcome::adapted_post, {answered(due_after_a_year, Answer::adapted_post)});
    add(5, Outcome::dismissal, {answered(due_after_a_year, Answer::job_seeking)});
    add(15, Outcome::dismissal, {});
    const auto report = followed(files);
    EXPECT_DOUBLE_EQ(*retention(report, "observed").value, 10.0 / 15);
    EXPECT_DOUBLE_EQ(*retention(report, "weighted").value, 10.0 / 30);
    EXPECT_EQ(retention(report, "weighted").numerator, 10);
    EXPECT_EQ(retention(report, "weighted").denominator, 15);
}

TEST(FollowUpContributions, WeightingAsksForFiveRespondentsInAll) {
    const std::vector<std::vector<Entry>> four(4, who_left(Outcome::same_post, {answered(due_after_a_year, Answer::same_post)}));
    const auto report = followed(four);
    const auto& row = retention(report, "weighted");
    EXPECT_FALSE(row.value);
    EXPECT_EQ(row.null_reason, NullReason::empty_stratum);
}

TEST(FollowUpContributions, AFollowUpIsPendingUntilTheLastDayOfItsWindow) {
    const auto file = who_left(Outcome::same_post, {answered(due_after_a_year, Answer::same_post)});
    EXPECT_EQ(end_of_one(file, due_after_a_year + 89), "pending");
    EXPECT_EQ(end_of_one(file, due_after_a_year + 90), "answered");
    const auto report = followed({file}, {.as_of = due_after_a_year + 89});
    EXPECT_EQ(retention(report, "observed").null_reason, NullReason::not_mature);
    EXPECT_EQ(find_row(report, "follow_up", "12", "answered")->null_reason, NullReason::not_mature);
    EXPECT_EQ(find_row(report, "follow_up", "12", "pending")->denominator, std::nullopt);
}

TEST(FollowUpContributions, WhereAllAnsweredAndAllAreInWorkTheBoundsHaveNoInterval) {
    const auto report = followed({who_left(Outcome::same_post, {answered(due_after_a_year, Answer::same_post)})});
    const auto& bounds = retention(report, "bounds");
    EXPECT_EQ(bounds.value, 1.0);
    EXPECT_EQ(bounds.bound_upper, 1.0);
    EXPECT_EQ(bounds.lower, std::nullopt);
    EXPECT_FALSE(bounds.null_reason);
}

TEST(FollowUpContributions, SilenceOfThoseDueIsNoWantOfTime) {
    const auto report = followed({who_left(), who_left(Outcome::same_post, {}, left_on + 300)}, {.as_of = due_after_a_year + 100});
    EXPECT_EQ(retention(report, "observed").null_reason, NullReason::denominator_zero);
    EXPECT_EQ(retention(report, "observed").excluded, (std::vector<Exclusion>{{"not_mature", 1}, {"non_response", 1}}));
}

TEST(FollowUpContributions, TheLastAnswerOnWorkCountsWhateverCameAfterIt) {
    const auto moved = who_left(Outcome::same_post, {answered(due_after_a_year, Answer::same_post), answered(due_after_a_year + 10, Answer::job_seeking), answered(due_after_a_year + 20, Answer::no_contact)});
    EXPECT_EQ(end_of_one(moved), "answered");
    EXPECT_EQ(*retention(followed({moved}), "observed").value, 0.0);
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {answered(due_after_a_year, Answer::same_post), answered(due_after_a_year + 5, Answer::deceased)})), "answered");
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {answered(due_after_a_year, Answer::lost), answered(due_after_a_year + 5, Answer::retired)})), "retired");
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {answered(due_after_a_year, Answer::lost), answered(due_after_a_year + 5, Answer::refused)})), "refused");
}

TEST(FollowUpContributions, ADeathAfterTheWindowIsNotThatHorizons) {
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {answered(due_after_a_year + 90, Answer::deceased, 24)})), "deceased");
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {answered(due_after_a_year + 91, Answer::deceased, 24)})), "not_sent");
}

TEST(FollowUpContributions, TheLastWordOnBeingContactedByTheDueDayTellsARefusal) {
    using enum ConsentState;
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {contact_word(due_after_a_year, withdrawn)})), "refused");
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {contact_word(due_after_a_year + 1, withdrawn)})), "not_sent");
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {contact_word(left_on + 1, refused), contact_word(left_on + 2, given)})), "not_sent");
    const Entry towards_a_partner = stories::on(left_on + 1, Consent{.scope = ConsentScope::follow_up_contact, .state = refused, .partner = Partner::mdph});
    EXPECT_EQ(end_of_one(who_left(Outcome::same_post, {towards_a_partner})), "not_sent");
}

TEST(FollowUpContributions, AnAnswerBelongsToTheLatestExitWhoseWindowHoldsIt) {
    auto twice = who_left(Outcome::same_post);
    twice.push_back(stories::on(left_on + 1, Reopening{}));
    twice.push_back(stories::on(left_on + 2, EntryIntoCell{}));
    twice.push_back(stories::on(left_on + 40, OutcomeRecord{Outcome::dismissal}));
    twice.push_back(answered(due_after_a_year + 40, Answer::job_seeking));
    const auto both = followed({twice});
    EXPECT_EQ(number(both, "due"), 2);
    EXPECT_EQ(number(both, "answered"), 1);
    EXPECT_EQ(number(both, "not_sent"), 1);
    EXPECT_EQ(retention(both, "after_positive_exit").null_reason, NullReason::denominator_zero);
    const auto first_alone = followed({twice}, {.as_of = make_day(2024, 1, 1), .from = left_on, .to = left_on});
    EXPECT_EQ(number(first_alone, "not_sent"), 1) << "the later exit takes the answer even outside the period";
}

TEST(FollowUpContributions, WhoDiedRetiredOrMovedToAnotherServiceOnLeavingIsNotFollowed) {
    for (const auto outcome : {Outcome::death, Outcome::retirement, Outcome::transferred}) EXPECT_EQ(end_of_one(who_left(outcome)), "");
    EXPECT_EQ(end_of_one({stories::referral(left_on), stories::on(left_on + 5, Refusal{})}), "");
}

TEST(FollowUpContributions, EveryFigureAndWhatItLeavesOutIsExplainedToTheLastCase) {
    EventTable events;
    int next = 0;
    for (const auto& file : fifty_who_left()) stories::add_case(events, {"s", std::to_string(++next)}, file);
    const auto table = replay(events, common_core, {make_day(2024, 1, 1), no_day, 1});
    const auto study = study_of(events, table, common_core, {left_on - 60, make_day(2024, 1, 1)});
    const auto report = followed(fifty_who_left());
    const auto listed = [](const std::vector<ListedEpisode>& episodes) { return static_cast<std::int64_t>(episodes.size()); };
    for (const auto& rule : catalogue_of(common_core)) {
        if (rule.indicator != "follow_up" && rule.indicator != "response_rate" && rule.indicator != "retention") continue;
        const auto* row = find_row(report, rule.indicator, rule.variant, rule.category);
        const auto explanation = explain(study, rule);
        const auto name = std::string(rule.indicator) + "/" + std::string(rule.variant) + "/" + std::string(rule.category);
        EXPECT_EQ(listed(explanation.numerator), *row->numerator) << name;
        EXPECT_EQ(listed(explanation.denominator), row->denominator.value_or(0)) << name;
        std::vector<Exclusion> excluded;
        for (const auto& left_out : explanation.excluded)
            if (!left_out.episodes.empty()) excluded.push_back({left_out.reason, listed(left_out.episodes)});
        EXPECT_EQ(excluded, row->excluded) << name;
    }
}

TEST(FollowUpContributions, TheStandingOfOneExitTellsItsAnswer) {
    EventTable events;
    stories::add_case(events, {"s", "1"}, who_left(Outcome::same_post, {answered(due_after_a_year - 30, Answer::self_employed)}));
    const auto table = replay(events, common_core, {make_day(2024, 1, 1), no_day, 1});
    const auto study = study_of(events, table, common_core, {left_on, left_on});
    const auto standing = follow_up_standing(study, episode_at(study, 0), 12);
    EXPECT_EQ(standing, (FollowUpStanding{FollowUpEnd::answered, static_cast<std::uint8_t>(index_of(Answer::self_employed))}));
    EXPECT_EQ(follow_up_standing(study, episode_at(study, 0), 24).end, FollowUpEnd::pending);
}
