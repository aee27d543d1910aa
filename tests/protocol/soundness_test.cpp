#include "maintien/protocol/soundness.hpp"

#include <gtest/gtest.h>

#include "maintien/protocol/built_in/aist43_cme.hpp"
#include "maintien/protocol/built_in/common_core.hpp"
#include "maintien/protocol/difference.hpp"

namespace {

using namespace maintien;

/// The core with one thing planted in it, worked out by the compiler.
template <class Plant>
constexpr Protocol core_with(Plant plant) {
    Protocol protocol = variant_of(common_core, "planted", 1, make_day(2020, 1, 1));
    plant(protocol);
    return indexed(protocol);
}

constexpr void drop_row(Protocol& protocol, std::string_view id) {
    for (std::size_t i = 0; i < protocol.transitions.size(); ++i)
        if (protocol.transitions[i].id == id) return protocol.transitions.erase(i);
}

constexpr void keep_out_of(Protocol& protocol, std::string_view id, Stage stage) {
    row_to_change(protocol, id).from.stages.bits &= ~CodeSet<Stage>{stage}.bits;
}

static_assert(unsoundness_of(common_core) == Unsoundness::none);
static_assert(unsoundness_of(aist43_cme) == Unsoundness::none);

// What must not compile: each of these would stop the build where a built-in protocol is asserted to be sound.

static_assert(unsoundness_of(Protocol{}) == Unsoundness::no_start, "an empty rule book begins nothing");

constexpr Protocol without_start = core_with([](Protocol& p) {
    drop_row(p, "referral");
    row_to_change(p, "first_contact").from.none = false;
});
static_assert(unsoundness_of(without_start) == Unsoundness::no_start);

constexpr Protocol never_redirected = core_with([](Protocol& p) { drop_row(p, "interview_redirected"); });
static_assert(unsoundness_of(never_redirected) == Unsoundness::unreachable_stage);

constexpr Protocol never_qualified = core_with([](Protocol& p) {
    row_to_change(p, "interview_accepted").move = to(Stage::contacted);
});
static_assert(unsoundness_of(never_qualified) == Unsoundness::unreachable_stage, "nor is anything behind it reached");

constexpr Protocol stuck_in_support = core_with([](Protocol& p) {
    for (const char* id : {"withdrawal", "outcome", "outcome_closing"}) keep_out_of(p, id, Stage::in_support);
    keep_out_of(p, "suspension", Stage::in_support);
});
static_assert(unsoundness_of(stuck_in_support) == Unsoundness::dead_end);

constexpr Protocol stuck_in_suspension = core_with([](Protocol& p) {
    for (const char* id : {"refusal_while_suspended", "outcome_while_suspended"}) drop_row(p, id);
    for (const char* id : {"withdrawal", "outcome", "outcome_closing"}) keep_out_of(p, id, Stage::suspended);
    drop_row(p, "resumption");
});
static_assert(unsoundness_of(stuck_in_suspension) == Unsoundness::dead_end);

constexpr Protocol only_resumed = core_with([](Protocol& p) {
    for (const char* id : {"refusal_while_suspended", "outcome_while_suspended"}) drop_row(p, id);
    for (const char* id : {"withdrawal", "outcome", "outcome_closing"}) keep_out_of(p, id, Stage::suspended);
});
static_assert(unsoundness_of(only_resumed) == Unsoundness::none, "a resumption is a way out of a suspension");

constexpr Protocol two_entries = core_with([](Protocol& p) {
    Transition twin = row_to_change(p, "entry");
    twin.id = "entry_again";
    p.transitions.push_back(twin);
});
static_assert(unsoundness_of(two_entries) == Unsoundness::overlapping_rows);

constexpr Protocol two_beginnings = core_with([](Protocol& p) { row_to_change(p, "referral_after_contact").from.none = true; });
static_assert(unsoundness_of(two_beginnings) == Unsoundness::overlapping_rows, "the stage before the first counts too");

constexpr Protocol refusal_or_withdrawal = core_with([](Protocol& p) {
    drop_guard(row_to_change(p, "refusal_while_suspended"), GuardKind::not_after, Milestone::entry);
});
static_assert(unsoundness_of(refusal_or_withdrawal) == Unsoundness::overlapping_rows, "only the entry told them apart in a suspension");

constexpr Protocol from_nowhere = core_with([](Protocol& p) { row_to_change(p, "team_review").from = {}; });
static_assert(unsoundness_of(from_nowhere) == Unsoundness::dead_row);

constexpr Protocol for_no_code = core_with([](Protocol& p) {
    row_to_change(p, "team_review").when = when(Attribute::by, CodeSet<Actor>{});
});
static_assert(unsoundness_of(for_no_code) == Unsoundness::dead_row);

constexpr Protocol contradictory = core_with([](Protocol& p) {
    row_to_change(p, "team_review").when = {Clause{Attribute::by, CodeSet<Actor>{Actor::case_manager}.bits},
                                            Clause{Attribute::by, CodeSet<Actor>{Actor::coordinator}.bits}};
});
static_assert(unsoundness_of(contradictory) == Unsoundness::dead_row, "nobody is two people at once");

TEST(Soundness, IsTheSameAtRunTimeAsForTheCompiler) {
    EXPECT_EQ(unsoundness_of(common_core), Unsoundness::none);
    EXPECT_EQ(unsoundness_of(without_start), Unsoundness::no_start);
    EXPECT_EQ(unsoundness_of(never_redirected), Unsoundness::unreachable_stage);
    EXPECT_EQ(unsoundness_of(stuck_in_support), Unsoundness::dead_end);
    EXPECT_EQ(unsoundness_of(two_entries), Unsoundness::overlapping_rows);
    EXPECT_EQ(unsoundness_of(from_nowhere), Unsoundness::dead_row);
}

TEST(Soundness, NoticesTheLossOfEveryStageThatOneRowAloneLeadsTo) {
    for (const char* id : {"interview_accepted", "interview_redirected", "entry", "suspension"}) {
        Protocol protocol = common_core;
        drop_row(protocol, id);
        EXPECT_EQ(unsoundness_of(indexed(protocol)), Unsoundness::unreachable_stage) << id;
    }
}

TEST(Soundness, NoticesATwinOfEveryRow) {
    for (std::size_t i = 0; i < common_core.transitions.size(); ++i) {
        Protocol protocol = common_core;
        protocol.transitions.push_back(common_core.transitions[i]);
        EXPECT_EQ(unsoundness_of(indexed(protocol)), Unsoundness::overlapping_rows) << common_core.transitions[i].id;
    }
}

}  // namespace
