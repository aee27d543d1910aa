#include "maintien/disclosure/relations_of_follow_up.hpp"

#include <gtest/gtest.h>

#include "maintien/disclosure/outlook.hpp"
#include "maintien/protocol/built_in/all.hpp"

using namespace maintien;

namespace {

/// Ten exits followed at twelve months, six of them positive: seven answered, five of them in work.
CountSystem ten_exits() {
    CountSystem system;
    system.truth.assign(counts_of_stratum, 0);
    const auto set = [&](CellRange cell, std::int64_t count) { system.truth[cell.first] = count; };
    const auto& year = cells.follow_up[0];
    set(year.ends.at(index_of(FollowUpEnd::answered)), 7);
    set(year.ends.at(index_of(FollowUpEnd::lost)), 3);
    set(year.positive_ends.at(index_of(FollowUpEnd::answered)), 5);
    set(year.positive_ends.at(index_of(FollowUpEnd::lost)), 1);
    set(year.answers.at(index_of(Answer::same_post)), 5);
    set(year.answers.at(index_of(Answer::job_seeking)), 2);
    set(year.positive_employed, 4);
    for (const auto& exits : {cells.of_period}) {
        set(exits.outcome.at(index_of(Outcome::same_post)), 6);
        set(exits.outcome.at(index_of(Outcome::unfitness)), 4);
        set(exits.positive, 6);
        set(exits.negative, 4);
    }
    set(cells.exits, 10);
    const auto& later = cells.follow_up[1];
    set(later.ends.at(index_of(FollowUpEnd::pending)), 10);
    set(later.positive_ends.at(index_of(FollowUpEnd::pending)), 6);
    return system;
}

/// Whether a cell follows from others that are told.
bool follows_from(const std::vector<CellRange>& told, CellRange asked) {
    auto system = ten_exits();
    StratumKnowledge known{.at = {0}};
    detail::relate_follow_up(known, common_core);
    relate(system, {known});
    for (const auto& range : told)
        for (std::size_t i = 0; i < range.count; ++i) system.rows.push_back({.says = {sum_place(system, StratumCounts{0}.cells_in({range.at(i)}))}});
    return Outlook(system).settled(false)[asked.first] == 1;
}

}  // namespace

TEST(RelationsOfFollowUp, AllHoldOfTenExits) {
    const auto system = ten_exits();
    StratumKnowledge known{.at = {0}};
    detail::relate_follow_up(known, common_core);
    ASSERT_GT(known.always.size(), 20u);
    for (const auto& one : known.always) EXPECT_TRUE(one.holds(system.truth));
    for (const auto& one : known.usually) EXPECT_TRUE(one.holds(system.truth));
}

TEST(RelationsOfFollowUp, TheLastEndIsWhatTheExitsAndTheOthersLeave) {
    const auto& year = cells.follow_up[0];
    const auto lost = index_of(FollowUpEnd::lost);
    std::vector<CellRange> others{cells.exits, cells.of_period.outcome, cells.of_period.neutral_outcome};
    EXPECT_FALSE(follows_from(others, year.ends.at(lost)));
    for (std::size_t end = 0; end < count_of<FollowUpEnd>; ++end)
        if (end != lost) others.push_back(year.ends.at(end));
    EXPECT_TRUE(follows_from(others, year.ends.at(lost)));
}

TEST(RelationsOfFollowUp, WhoAnsweredSaidSomething) {
    const auto& year = cells.follow_up[0];
    const auto seeking = index_of(Answer::job_seeking);
    std::vector<CellRange> others{year.ends.at(index_of(FollowUpEnd::answered))};
    for (std::size_t answer = 0; answer < year.answers.count; ++answer)
        if (answer != seeking) others.push_back(year.answers.at(answer));
    EXPECT_TRUE(follows_from(others, year.answers.at(seeking)));
}
