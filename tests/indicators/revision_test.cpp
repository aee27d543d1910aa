#include "maintien/indicators/revision.hpp"

#include <gtest/gtest.h>

#include <map>

#include "support/engine_register.hpp"
#include "support/random_register.hpp"
#include "support/register_stories.hpp"

namespace maintien {
namespace {

constexpr Day first_day = make_day(2024, 3, 4);

Entry recorded(Entry entry, Day day) {
    entry.recorded_on = day;
    return entry;
}

/// Two files: one left on a day that was recorded late, one entered on a day that was put right later.
EventTable late_register() {
    EventTable events;
    auto left = stories::entered(first_day, first_day + 10);
    left.push_back(recorded(stories::on(first_day + 40, OutcomeRecord{Outcome::adapted_post}), first_day + 70));
    stories::add_case(events, {"a", "left late"}, left);
    stories::add_case(events, {"a", "open"}, stories::entered(first_day, first_day + 20));
    return events;
}

Revision revision_between(const EventTable& events, Day known_on, Day and_on) {
    const auto replayed = [&](Day known) { return replay(events, common_core, {first_day + 100, known, 1}); };
    return revision_of(events, replayed(known_on), replayed(and_on), common_core, {.as_of = first_day + 100, .threads = 1}, "common_core");
}

const MovedFigure* figure_of_revision(const Revision& revision, std::string_view indicator, std::string_view variant, std::string_view category = {}) {
    for (const auto& figure : revision.moved)
        if (figure.rule.indicator == indicator && figure.rule.variant == variant && figure.rule.category == category) return &figure;
    return nullptr;
}

TEST(Revision, AnOutcomeRecordedLateEntersTheExits) {
    const auto events = late_register();
    const auto revision = revision_between(events, first_day + 60, first_day + 80);
    const auto* rate = figure_of_revision(revision, "positive_exit_rate", "per_exit");
    ASSERT_TRUE(rate);
    EXPECT_EQ(rate->before.null_reason, NullReason::denominator_zero);
    EXPECT_EQ(rate->after.value, 1.0);
    ASSERT_EQ(rate->numerator.entered.size(), 1u);
    EXPECT_EQ(key_of(events, rate->numerator.entered[0].case_index).case_id, "left late");
    EXPECT_TRUE(rate->numerator.left.empty());
    const auto* ongoing = figure_of_revision(revision, "status", "", "ongoing");
    ASSERT_TRUE(ongoing);
    EXPECT_EQ(ongoing->numerator.left.size(), 1u);
    EXPECT_TRUE(ongoing->denominator.entered.empty() && ongoing->denominator.left.empty());
    EXPECT_FALSE(figure_of_revision(revision, "referrals", ""));
}

TEST(Revision, ADurationThatIsNoLongerTheSameIsListedWithBoth) {
    const auto revision = revision_between(late_register(), first_day + 60, first_day + 90);
    const auto* mean = figure_of_revision(revision, "days_in_cell", "all_mean");
    ASSERT_TRUE(mean);
    ASSERT_EQ(mean->changed.size(), 2u) << "the open file was seen thirty days longer";
    EXPECT_EQ(mean->changed[0].before, 50);
    EXPECT_EQ(mean->changed[0].after, 30);
    EXPECT_EQ(mean->changed[1].before, 40);
    EXPECT_EQ(mean->changed[1].after, 70);
}

TEST(Revision, ACurveTellsWhichDurationsMovedIt) {
    const auto revision = revision_between(late_register(), first_day + 60, first_day + 90);
    const auto* mean = figure_of_revision(revision, "days_in_cell", "rmst", "90");
    const auto* share = figure_of_revision(revision, "positive_exit_rate", "cumulative_incidence", "90");
    ASSERT_TRUE(share);
    EXPECT_EQ(share->numerator.entered.size(), 1u);
    ASSERT_EQ(share->changed.size(), 2u);
    EXPECT_EQ(share->changed[1].before, 40);
    EXPECT_EQ(share->changed[1].after, 70);
    if (mean) {
        EXPECT_EQ(mean->changed.size(), 2u);
    }
}

TEST(Revision, NothingMovesWhenNothingBecameKnown) {
    const auto events = late_register();
    EXPECT_TRUE(revision_between(events, first_day + 100, first_day + 130).moved.empty());
}

/// What moved in the numbers is what the lists say, for every figure that is a sum of cells.
void expect_lists_to_tell_the_move(const MovedFigure& figure) {
    const auto kind = figure.rule.kind;
    if (kind == FigureKind::persons) return;
    const auto name = std::string(figure.rule.indicator) + "/" + std::string(figure.rule.variant) + "/" + std::string(figure.rule.category);
    const auto gained = [](const MovedEpisodes& moved) { return static_cast<double>(times_in(moved.entered) - times_in(moved.left)); };
    const bool duration = kind == FigureKind::mean || kind == FigureKind::quantile;
    if (!duration) {
        EXPECT_EQ(figure.after.numerator.value_or(0) - figure.before.numerator.value_or(0), gained(figure.numerator)) << name;
    }
    const auto left_out = [](const ReportRow& row, std::string_view reason) {
        const auto found = std::find_if(row.excluded.begin(), row.excluded.end(), [&](const Exclusion& one) { return one.reason == reason; });
        return found == row.excluded.end() ? 0.0 : static_cast<double>(found->count);
    };
    for (const auto& [reason, episodes] : figure.excluded) {
        EXPECT_EQ(left_out(figure.after, reason) - left_out(figure.before, reason), gained(episodes)) << name << " " << reason;
    }
    if (kind == FigureKind::flow_target || !figure.after.denominator) return;
    EXPECT_EQ(figure.after.denominator.value_or(0) - figure.before.denominator.value_or(0), gained(figure.denominator)) << name;
}

TEST(Revision, TheListsAddUpToTheMoveOfEveryFigure) {
    std::size_t moved = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const auto entries = slow::register_of_seed(seed);
        const auto asked = slow::question_of_seed(entries, seed);
        const auto events = engine::table_of(entries);
        auto question = engine::question_of(asked);
        const auto versions = built_in_versions(asked.protocol);
        const auto replayed = [&](Day known) { return replay(events, versions, {question.as_of, known, 1}); };
        const auto revision = revision_of(events, replayed(question.as_of - 200), replayed(question.as_of - 20), latest(versions), question, "p");
        for (const auto& figure : revision.moved) expect_lists_to_tell_the_move(figure);
        moved += revision.moved.size();
    }
    EXPECT_GT(moved, 1000u);
}

}  // namespace
}  // namespace maintien
