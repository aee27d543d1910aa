// What the library says of a protocol, compared with a slow explorer that drives the engine itself, on built-in protocols changed
// at random; and every witness replayed by the engine.

#include <gtest/gtest.h>

#include <random>

#include "maintien/pathway/admission.hpp"
#include "maintien/pathway/agenda/clock.hpp"
#include "maintien/pathway/witness_file.hpp"
#include "maintien/protocol/verification.hpp"
#include "support/brute_explorer.hpp"
#include "support/mutated_protocol.hpp"

namespace {

using namespace maintien;

std::string name_of(const Flaw& flaw) {
    const std::string kind(code_of(flaw.kind));
    switch (flaw.kind) {
        case Unsoundness::unreachable_stage:
        case Unsoundness::dead_end: return kind + " " + (flaw.stage.known() ? std::string(code_of(*flaw.stage.stage())) : "");
        case Unsoundness::overlapping_rows: return kind + " " + std::string(flaw.rule) + " " + std::string(flaw.other);
        case Unsoundness::dead_row:
        case Unsoundness::impossible_guard: return "never " + std::string(flaw.rule);
        default: return kind + " " + std::string(flaw.rule);
    }
}

std::string told(const std::vector<std::string>& changes) {
    std::string text;
    for (const auto& change : changes) text += "[" + change + "] ";
    return text;
}

/// The position a file has come to before its last entry, and the mark of that entry.
std::pair<Position, Mark> before_last(const CaseFile& file, const Protocol& protocol) {
    const History history = history_of(file, mask_of(make_day(2199, 12, 31), no_day));
    auto marks = marks_of(history);
    const Mark last = marks.back();
    marks.pop_back();
    Position position = new_position(history.birth_year);
    replay_one(position, std::span<const Mark>(marks), protocol, [](std::size_t, const Judgement&) {});
    return {position, last};
}

/// Whether the engine admits a witness entry by entry, and refuses the last where it is said to.
void expect_replays(const Witness& witness, const Protocol& protocol) {
    CaseFile growing{.case_id = {"w"}};
    const CaseFile file = file_of(witness, "w");
    for (std::size_t i = 0; i < file.entries.size(); ++i) {
        const bool refused = witness.last_is_refused && i + 1 == file.entries.size();
        const Verdict verdict = admit(growing, file.entries[i], protocol);
        EXPECT_EQ(static_cast<bool>(verdict), !refused) << "entry " << i << ": " << code_of(event_of(file.entries[i]));
    }
}

/// Whether a witness shows its flaw to the engine.
void expect_shows(const ShownFlaw& shown, const Protocol& protocol) {
    SCOPED_TRACE(name_of(shown.flaw));
    expect_replays(shown.witness, protocol);
    if (shown.witness.steps.empty()) return;
    const CaseFile file = file_of(shown.witness, "w");
    const auto [position, last] = before_last(file, protocol);
    const Judgement judgement = judge(position, last, protocol);
    switch (shown.flaw.kind) {
        case Unsoundness::dead_end: EXPECT_EQ(stage_of(file, protocol, shown.witness.as_of), shown.flaw.stage.stage()); return;
        case Unsoundness::overlapping_rows: EXPECT_GE(brute::rows_matching(position, last, protocol), 2); return;
        case Unsoundness::uncovered_sharing: EXPECT_TRUE(brute::tells_without_consent(position, last, protocol)); return;
        case Unsoundness::impossible_guard:
            EXPECT_EQ(judgement.row ? judgement.row->id : "", shown.flaw.rule);
            EXPECT_NE(judgement.unmet >> shown.flaw.guard & 1, 0);
            return;
        default: return;
    }
}

/// Whether a counter-example is a path of the variant and none of the base.
void expect_shows(const ShownWeakening& shown, const Protocol& variant, const Protocol& base) {
    SCOPED_TRACE(std::string(code_of(shown.weakening.kind)) + " " + std::string(shown.weakening.rule));
    expect_replays(shown.witness, variant);
    if (!shown.weakening.has_event || shown.witness.steps.empty()) return;
    auto [position, last] = before_last(file_of(shown.witness, "w"), variant);
    Position as_in_base = position;
    const bool allowed = advance(as_in_base, last, base).allowed();
    const bool refused = shown.weakening.kind == WeakeningKind::refused_withdrawal;
    EXPECT_EQ(advance(position, last, variant).allowed(), !refused);
    if (refused) EXPECT_TRUE(allowed && last.state == index_of(ConsentState::withdrawn));
    else EXPECT_FALSE(allowed && as_in_base.current().stage == position.current().stage);
}

void expect_agreement(std::uint64_t seed) {
    test::Mutator mutator(seed);
    const Protocol protocol = mutator.mutated();
    SCOPED_TRACE("seed " + std::to_string(seed) + ": " + told(mutator.changes));
    const auto slow = brute::explore(protocol, &common_core);
    const auto verification = verified(protocol, &common_core);
    std::set<std::string> flaws, weakened;
    for (const auto& shown : verification.flaws) flaws.insert(name_of(shown.flaw));
    for (const auto& weakening : weakened_rows(explored(protocol, &common_core), common_core)) weakened.insert(std::string(weakening.rule));
    EXPECT_EQ(flaws, slow.flaws);
    EXPECT_EQ(weakened, slow.weakened);
    EXPECT_EQ(!refused_withdrawals(explored(protocol, &common_core), common_core).empty(), slow.refuses_withdrawal);
    for (const auto& shown : verification.flaws) expect_shows(shown, protocol);
    for (const auto& shown : verification.weakenings) expect_shows(shown, protocol, common_core);
}

/// Protocols changed at random, ten a test so that tests share the cores.
class MutatedProtocols : public testing::TestWithParam<int> {};

TEST_P(MutatedProtocols, AreJudgedAsTheSlowExplorerJudgesThem) {
    for (int i = 0; i < 10; ++i) expect_agreement(static_cast<std::uint64_t>(GetParam() * 10 + i));
}

INSTANTIATE_TEST_SUITE_P(CheckedProtocols, MutatedProtocols, testing::Range(0, 20));

/// Witnesses cost little: many more protocols.
TEST(CheckedProtocols, HaveWitnessesThatTheEngineReplays) {
    std::size_t shown = 0;
    for (std::uint64_t seed = 1000; seed < 1300; ++seed) {
        test::Mutator mutator(seed);
        const Protocol protocol = mutator.mutated();
        SCOPED_TRACE("seed " + std::to_string(seed) + ": " + told(mutator.changes));
        const auto verification = verified(protocol, &common_core);
        for (const auto& flaw : verification.flaws) expect_shows(flaw, protocol);
        for (const auto& weakening : verification.weakenings) expect_shows(weakening, protocol, common_core);
        shown += verification.flaws.size() + verification.weakenings.size();
    }
    EXPECT_GT(shown, 300u) << "most changes break something";
}

TEST(CheckedProtocols, AreTheSameForTheSlowExplorerWhenNothingIsChanged) {
    for (const auto* protocol : built_in_protocols) {
        const auto slow = brute::explore(*protocol, protocol->base.empty() ? nullptr : &common_core);
        EXPECT_TRUE(slow.flaws.empty() && slow.weakened.empty()) << protocol->name;
    }
}

// ---- time limits and follow-up, day by day ---------------------------------------------------------------------------

/// Whether a limit ever leaves more time than another: from some day of a leap year and the next, file paused or not.
bool ends_later_somewhere(const TimeLimit& limit, const TimeLimit& base) {
    for (Day start = make_day(2024, 1, 1); start < make_day(2026, 1, 1); start = start + 1)
        for (const bool paused : {false, true}) {
            const std::vector<Pause> pauses(paused ? 1 : 0, Pause{start + 1, start + 8});
            const auto end_of = [&](const TimeLimit& of) { return clock_end(of, start, pauses, make_day(2030, 1, 1), {}).due; };
            if (end_of(limit) > end_of(base)) return true;
        }
    return false;
}

/// Whether of the limits that a variant sets on a step none is at least as early as the base's, wherever they begin.
bool is_weakened(const Protocol& variant, const TimeLimit& base) {
    for (const auto& own : variant.time_limits)
        if (own.from == base.from && own.to == base.to && !ends_later_somewhere(own, base)) return false;
    return true;
}

/// Whether somebody who left with an outcome would be asked by the base and not by a variant, or not until the same day.
bool is_lost_from_sight(const FollowUpSchedule& schedule, const FollowUpSchedule& base) {
    for (const auto& outcome : terms_of<Outcome>)
        for (const int horizon : base.horizons) {
            if (base.except.contains(outcome.value)) continue;
            if (schedule.except.contains(outcome.value) || position_of_horizon(schedule, horizon) < 0) return true;
            const Day exit = make_day(2024, 2, 29);
            if (answer_window(schedule, exit, horizon).to > answer_window(base, exit, horizon).to) return true;
        }
    return false;
}

/// A variant of the core whose limits and schedule were drawn anew.
Protocol with_other_deadlines(std::mt19937_64& draw) {
    Protocol variant = variant_of(common_core, "drawn", 1, make_day(2024, 1, 1));
    const auto below = [&draw](std::uint64_t n) { return static_cast<int>(draw() % n); };
    for (auto& limit : variant.time_limits) {
        limit.unit = static_cast<LimitUnit>(below(3));
        limit.length = limit.unit == LimitUnit::months ? 1 : 1 + below(40);
        limit.holds = below(4) != 0;
    }
    if (below(4) == 0) variant.time_limits.erase(static_cast<std::size_t>(below(2)));
    const std::vector<FixedList<int, 4>> horizons{{12, 24}, {12}, {6, 12, 24}};
    variant.follow_up.horizons = horizons[static_cast<std::size_t>(below(3))];
    variant.follow_up.closes_after_days = 60 + 30 * below(3);
    if (below(4) == 0) variant.follow_up.except = variant.follow_up.except | CodeSet<Outcome>{Outcome::resignation};
    return variant;
}

TEST(CheckedProtocols, WeakenDeadlinesWhereCountingTheDaysSaysSo) {
    std::mt19937_64 draw(20200601);
    int weaker = 0, as_strict = 0, careful = 0;
    for (int i = 0; i < 500; ++i) {
        const Protocol variant = with_other_deadlines(draw);
        std::set<std::string> listed;
        for (const auto& one : weakened_schedule(variant, common_core)) listed.insert(std::string(one.base_rule));
        EXPECT_EQ(listed.contains("follow_up"), is_lost_from_sight(variant.follow_up, common_core.follow_up));
        for (const auto& base : common_core.time_limits) {
            const bool slow = is_weakened(variant, base), said = listed.contains(std::string(base.id));
            EXPECT_TRUE(said || !slow) << base.id << ": more time, and nobody says so";
            // Working days are held against the fewest and the most days they can come to anywhere, not only in these two years.
            careful += said && !slow;
            ++(slow ? weaker : as_strict);
        }
    }
    EXPECT_GT(weaker, 300);
    EXPECT_GT(as_strict, 100);
    EXPECT_LT(careful, as_strict / 4);
}

}  // namespace
